/// The lines that vCard and iCalendar are made of.
///
/// Sources: RFC 6350, sections 3.2 to 3.4; RFC 5545, section 3.1: lines end in CR LF and are folded
/// at 75 bytes, never inside a character.
struct ContentLines {
    private var bytes: [UInt8] = []
    /// QR codes have no bytes to spare for folds, and phones read unfolded lines.
    var folds = true

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func add(_ name: String, _ value: String) {
        let start = bytes.count
        bytes += name.utf8
        bytes.append(UInt8(ascii: ":"))
        bytes += value.utf8
        if folds { fold(from: start) }
        bytes += "\r\n".utf8
    }

    private mutating func fold(from start: Int) {
        guard bytes.count - start > 75 else { return }
        let line = Array(bytes[start...])
        bytes.removeSubrange(start...)
        var rest = line[...]
        var room = 75
        while rest.count > room {
            var end = rest.startIndex + room
            while rest[end] & 0xC0 == 0x80 { end -= 1 }
            bytes += rest[..<end]
            bytes += "\r\n ".utf8
            rest = rest[end...]
            // The blank that says that a line goes on is one of its bytes.
            room = 74
        }
        bytes += rest
    }

    /// Text with what would end it or part it made harmless.
    static func escaped(_ text: String) -> String {
        let isHarmless = text.utf8.allSatisfy { byte in
            byte >= 32 && byte != 127 && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: ",")
                && byte != UInt8(ascii: ";")
        }
        if isHarmless { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ",", ";": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case _ where scalar.value < 32 || scalar.value == 127: break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Parts of a structured value, each escaped, joined by semicolons.
    static func structured(_ parts: String...) -> String {
        parts.map(escaped).joined(separator: ";")
    }
}
