/// The lines that vCard and iCalendar are made of.
///
/// Sources: RFC 6350, sections 3.2 to 3.4; RFC 5545, section 3.1: lines end in CR LF and are folded
/// at 75 bytes, never inside a character.
struct ContentLines {
    private(set) var text = ""
    /// QR codes have no bytes to spare for folds, and phones read unfolded lines.
    var folds = true

    mutating func add(_ name: String, _ value: String) {
        guard folds else {
            text += "\(name):\(value)\r\n"
            return
        }
        var room = 75
        for character in "\(name):\(value)".unicodeScalars {
            let width = String(character).utf8.count
            if width > room {
                text += "\r\n "
                room = 74
            }
            text.unicodeScalars.append(character)
            room -= width
        }
        text += "\r\n"
    }

    /// Text with what would end it or part it made harmless.
    static func escaped(_ text: String) -> String {
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
