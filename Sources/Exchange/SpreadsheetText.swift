/// Bytes of a spreadsheet's export, whatever the program that wrote them, as UTF-8.
package struct SpreadsheetText: Hashable, Sendable {
    package enum Encoding: String, Hashable, Sendable {
        case utf8 = "UTF-8"
        case utf16 = "UTF-16"
        case utf32 = "UTF-32"
        case windows1252 = "Windows-1252"
    }

    package var encoding: Encoding
    /// UTF-8 without a byte order mark, lines not ended by a carriage return alone.
    package var bytes: [UInt8]

    /// Tells the encoding by the mark at the start, or by where bytes are nought; without either, text
    /// that is not UTF-8 is taken for Windows-1252, as western spreadsheets write it.
    package init(_ raw: [UInt8]) {
        if raw.starts(with: Self.mark) {
            encoding = .utf8
            bytes = Self.repaired(raw)
        } else if let isLittleEndian = Self.isUTF32(raw) {
            encoding = .utf32
            bytes = Self.decodeUTF32(raw, isLittleEndian: isLittleEndian)
        } else if let isLittleEndian = Self.isUTF16(raw) {
            encoding = .utf16
            bytes = Self.decodeUTF16(raw, isLittleEndian: isLittleEndian)
        } else if String(validating: raw, as: UTF8.self) != nil {
            encoding = .utf8
            bytes = raw
        } else {
            encoding = .windows1252
            bytes = raw.flatMap { Array(String(Self.windows1252($0)).utf8) }
        }
        // Programs that open a file with a mark may write it again with another.
        while bytes.starts(with: Self.mark) { bytes.removeFirst(Self.mark.count) }
        endLines()
    }

    /// U+FEFF.
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func isUTF32(_ raw: [UInt8]) -> Bool? {
        if raw.starts(with: [0xFF, 0xFE, 0, 0]) { return true }
        return raw.starts(with: [0, 0, 0xFE, 0xFF]) ? false : nil
    }

    /// Without a mark, the letters that all headings have show it: one of their two bytes is nought.
    private static func isUTF16(_ raw: [UInt8]) -> Bool? {
        if raw.starts(with: [0xFF, 0xFE]) { return true }
        if raw.starts(with: [0xFE, 0xFF]) { return false }
        let beginning = raw.prefix(256)
        let noughts = beginning.indices.filter { beginning[$0] == 0 }
        guard noughts.count * 4 >= beginning.count, let first = noughts.first,
            noughts.allSatisfy({ $0 % 2 == first % 2 })
        else { return nil }
        return first % 2 == 1
    }

    private static func decodeUTF32(_ raw: [UInt8], isLittleEndian: Bool) -> [UInt8] {
        let units = stride(from: 0, to: raw.count - 3, by: 4).map { index in
            let four = raw[index..<index + 4]
            let ordered = isLittleEndian ? Array(four.reversed()) : Array(four)
            return ordered.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        return Array(String(decoding: units, as: UTF32.self).utf8)
    }

    /// Programs of old Macintoshes end a line by a carriage return, which nothing else takes for its end.
    private mutating func endLines() {
        for place in bytes.indices where bytes[place] == 13 {
            if place + 1 == bytes.count || bytes[place + 1] != 10 { bytes[place] = 10 }
        }
    }

    private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).utf8)
    }

    private static func decodeUTF16(_ bytes: [UInt8], isLittleEndian: Bool) -> [UInt8] {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
            isLittleEndian
                ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
                : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return Unicode.Scalar(upperControls[Int(byte) - 0x80]) ?? "?"
    }

    /// The byte of a letter; nil where the code has none for it.
    static func windows1252(of letter: Unicode.Scalar) -> UInt8? {
        if let place = upperControls.firstIndex(of: letter.value) { return UInt8(0x80 + place) }
        return letter.value <= 0xFF ? UInt8(letter.value) : nil
    }

    /// What the code has from 0x80 to 0x9F.
    ///
    /// Source: the WHATWG Encoding Standard, index windows-1252.
    private static let upperControls: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
