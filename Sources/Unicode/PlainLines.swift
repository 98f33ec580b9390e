/// Where lines may end in text so plain that the rules of UAX #14 come down to two: after spaces, and
/// after a hyphen between letters.
///
/// Most sentences of European languages are such text, and asking ICU about each of their letters
/// takes as long as measuring them.
enum PlainLines {
    private enum Class { case letter, digit, space, stop, apostrophe, hyphen }

    /// All places, the end of the text included; nil where the text holds anything else.
    ///
    /// Plain are letters of Latin, digits; commas, colons and stops that end a word or stand in a
    /// number; apostrophes and hyphens between letters; and spaces.
    ///
    /// Source: UAX #14, rules LB3, LB6, LB13, LB18, LB19, LB21, LB25, LB28 and LB29.
    static func opportunities(in bytes: UnsafeBufferPointer<UInt8>) -> [Int]? {
        guard let first = letter(bytes, at: 0) else { return nil }
        var previous = first.kind
        guard previous == .letter || previous == .digit || previous == .space else { return nil }
        var found: [Int] = []
        found.reserveCapacity(bytes.count / 5)
        var offset = first.length
        while offset < bytes.count {
            let start = offset
            guard let (kind, length) = letter(bytes, at: offset) else { return nil }
            offset += length
            switch kind {
            case .letter, .digit:
                if previous == .space {
                    found.append(start)
                }
                // Between letters there is nothing to find.
                if kind == .letter { offset = wordEnd(bytes, from: offset) }
            case .space: break
            case .stop:
                guard previous == .letter || previous == .digit else { return nil }
                let next = next(bytes, at: offset)
                let isInNumber = previous == .digit && next == .digit
                guard next == .space || isInNumber else { return nil }
            case .apostrophe:
                guard previous == .letter, next(bytes, at: offset) == .letter else { return nil }
            case .hyphen:
                guard previous == .letter, next(bytes, at: offset) == .letter else { return nil }
                found.append(offset)
            }
            previous = kind
        }
        found.append(bytes.count)
        return found
    }

    /// What follows; the end of the text is as good as a space.
    private static func next(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Class? {
        offset < bytes.count ? letter(bytes, at: offset)?.kind : .space
    }

    private static func wordEnd(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
        var end = offset
        while end < bytes.count, 0x61...0x7A ~= bytes[end] | 0x20 { end += 1 }
        return end
    }

    private static func letter(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (
        kind: Class, length: Int
    )? {
        guard offset < bytes.count else { return nil }
        switch bytes[offset] {
        case 0x61...0x7A, 0x41...0x5A: return (.letter, 1)
        case 0x20: return (.space, 1)
        case 0x2C, 0x2E, 0x3A, 0x3B: return (.stop, 1)
        case 0x30...0x39: return (.digit, 1)
        case 0x27: return (.apostrophe, 1)
        case 0x2D: return (.hyphen, 1)
        // U+00C0 to U+017F without the signs of multiplication and division.
        case 0xC3...0xC5 where offset + 1 < bytes.count:
            let isSign = bytes[offset] == 0xC3 && (bytes[offset + 1] | 0x20) == 0xB7
            return isSign ? nil : (.letter, 2)
        // The typographic apostrophe, U+2019.
        case 0xE2 where offset + 2 < bytes.count:
            return bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x99 ? (.apostrophe, 3) : nil
        default: return nil
        }
    }
}
