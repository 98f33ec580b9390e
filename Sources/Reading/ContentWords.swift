/// The words of PDF syntax in a page's content, one after another.
///
/// Source: ISO 32000-1, sections 7.2 and 7.8. Whatever the bytes are, each step takes at least one.
struct ContentWords {
    enum Word: Equatable {
        case number(Double)
        case name([UInt8])
        case string([UInt8])
        case keyword([UInt8])
        case open, close
        case dictionaryOpen, dictionaryClose
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Word? {
        skipSpace()
        guard place < bytes.count else { return nil }
        let first = bytes[place]
        place += 1
        switch first {
        case UInt8(ascii: "/"): return .name(regular())
        case UInt8(ascii: "("): return .string(literal())
        case UInt8(ascii: "["): return .open
        case UInt8(ascii: "]"): return .close
        case UInt8(ascii: "<") where byte == first:
            place += 1
            return .dictionaryOpen
        case UInt8(ascii: "<"): return .string(hexadecimal())
        case UInt8(ascii: ">") where byte == first:
            place += 1
            return .dictionaryClose
        default:
            place -= 1
            let word = regular()
            if word.isEmpty { place += 1 }
            return Self.number(word).map { .number($0) } ?? .keyword(word)
        }
    }

    /// Moves over the samples of an image in the line, to behind the word that ends it.
    mutating func skipImage() {
        while place + 1 < bytes.count {
            let isEnd =
                bytes[place] == UInt8(ascii: "E") && bytes[place + 1] == UInt8(ascii: "I")
                && (place == 0 || Self.isSpace(bytes[place - 1]))
                && (place + 2 == bytes.count || Self.isSpace(bytes[place + 2]))
            place += isEnd ? 2 : 1
            if isEnd { return }
        }
        place = bytes.count
    }

    private var byte: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func skipSpace() {
        while let byte {
            if byte == UInt8(ascii: "%") {
                while let byte = self.byte, byte != 0x0A, byte != 0x0D { place += 1 }
            } else if Self.isSpace(byte) {
                place += 1
            } else {
                return
            }
        }
    }

    private mutating func regular() -> [UInt8] {
        let start = place
        while let byte, !Self.isSpace(byte), !"()<>[]{}/%".utf8.contains(byte) { place += 1 }
        return Array(bytes[start..<place])
    }

    private mutating func literal() -> [UInt8] {
        var result: [UInt8] = []
        var depth = 1
        while let byte {
            place += 1
            switch byte {
            case UInt8(ascii: "\\"): escaped(into: &result)
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return result }
                result.append(byte)
            case UInt8(ascii: "("):
                depth += 1
                result.append(byte)
            default: result.append(byte)
            }
        }
        return result
    }

    private mutating func escaped(into result: inout [UInt8]) {
        guard let byte else { return }
        place += 1
        switch byte {
        case UInt8(ascii: "n"): result.append(0x0A)
        case UInt8(ascii: "r"): result.append(0x0D)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "b"): result.append(0x08)
        case UInt8(ascii: "f"): result.append(0x0C)
        case 0x0A: break
        case 0x0D: if self.byte == 0x0A { place += 1 }
        case 0x30...0x37:
            var value = Int(byte - 0x30)
            for _ in 0..<2 {
                guard let digit = self.byte, (0x30...0x37).contains(digit) else { break }
                value = value * 8 + Int(digit - 0x30)
                place += 1
            }
            result.append(UInt8(truncatingIfNeeded: value))
        default: result.append(byte)
        }
    }

    private mutating func hexadecimal() -> [UInt8] {
        var digits: [UInt8] = []
        while let byte, byte != UInt8(ascii: ">") {
            place += 1
            if let digit = Self.digit(byte) { digits.append(digit) }
        }
        place = min(place + 1, bytes.count)
        if digits.count % 2 == 1 { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    private static func number(_ word: [UInt8]) -> Double? {
        guard let first = word.first, (0x30...0x39).contains(first) || "+-.".utf8.contains(first)
        else { return nil }
        return Double(String(decoding: word, as: UTF8.self))
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B || byte == 0
    }
}
