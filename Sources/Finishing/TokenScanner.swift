/// Reads the words of PDF syntax one after another.
///
/// Source: ISO 32000-1, section 7.2. Reads nothing outside `end`, whatever stands there.
struct TokenScanner {
    enum Kind {
        case name, number, string, keyword
        case dictionaryStart, dictionaryEnd, arrayStart, arrayEnd
        case end
    }

    struct Token {
        var kind: Kind
        var range: Range<Int>
    }

    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position: Int
    let end: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        self.bytes = bytes
        end = min(range.upperBound, bytes.count)
        position = min(max(range.lowerBound, 0), end)
    }

    /// - Throws: Where a string does not end, or a byte can begin nothing.
    mutating func next() throws(FinishingError) -> Token {
        skipSpace()
        guard position < end else { return Token(kind: .end, range: end..<end) }
        let start = position
        let kind = try scan(bytes[start])
        return Token(kind: kind, range: start..<position)
    }

    private mutating func scan(_ first: UInt8) throws(FinishingError) -> Kind {
        switch first {
        case UInt8(ascii: "/"):
            position += 1
            skipRegular()
            return .name
        case UInt8(ascii: "["):
            position += 1
            return .arrayStart
        case UInt8(ascii: "]"):
            position += 1
            return .arrayEnd
        case UInt8(ascii: "("):
            try skipLiteral()
            return .string
        case UInt8(ascii: "<"):
            if byte(at: position + 1) == first {
                position += 2
                return .dictionaryStart
            }
            try skipHexadecimal()
            return .string
        case UInt8(ascii: ">") where byte(at: position + 1) == first:
            position += 2
            return .dictionaryEnd
        case 0x2B, 0x2D, 0x2E, 0x30...0x39:
            skipRegular()
            return .number
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
            skipRegular()
            return .keyword
        default:
            throw FinishingError("reading the painted file", "byte \(position) begins no word")
        }
    }

    private func byte(at place: Int) -> UInt8? { place < end ? bytes[place] : nil }

    private mutating func skipSpace() {
        while position < end {
            if TokenScanner.isSpace(bytes[position]) {
                position += 1
            } else if bytes[position] == UInt8(ascii: "%") {
                while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D {
                    position += 1
                }
            } else {
                return
            }
        }
    }

    private mutating func skipRegular() {
        while position < end, TokenScanner.isRegular(bytes[position]) { position += 1 }
    }

    private mutating func skipLiteral() throws(FinishingError) {
        let start = position
        var depth = 0
        while position < end {
            switch bytes[position] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\\"): position += 1
            default: break
            }
            position += 1
            if depth == 0 { return position = min(position, end) }
        }
        throw FinishingError("reading the painted file", "the string at byte \(start) has no end")
    }

    private mutating func skipHexadecimal() throws(FinishingError) {
        let start = position
        while position < end, bytes[position] != UInt8(ascii: ">") { position += 1 }
        guard position < end else {
            throw FinishingError(
                "reading the painted file",
                "the string at byte \(start) has no end"
            )
        }
        position += 1
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
    }

    static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case 0, 0x09, 0x0A, 0x0C, 0x0D, 0x20: false
        case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: false
        default: true
        }
    }
}
