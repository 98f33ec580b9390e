/// A word taken apart into its letters.
struct Letters {
    /// One for each scalar: its small form, apostrophes straight.
    private(set) var small: [Unicode.Scalar] = []
    /// Where each scalar begins, in UTF-8 bytes.
    private(set) var offsets: [Int] = []
    /// Just after each soft hyphen.
    private(set) var softHyphens: [Int] = []
    /// Whether it is a word and not an address or a number.
    private(set) var isWord = true
    private var kinds: [Kind] = []

    private enum Kind: UInt8 { case letter, mark, apostrophe, other }

    init(_ word: String) {
        let most = word.utf8.count
        small.reserveCapacity(most)
        offsets.reserveCapacity(most)
        kinds.reserveCapacity(most)
        var offset = 0
        for scalar in word.unicodeScalars {
            let length = UTF8.width(scalar)
            if scalar == "\u{AD}" {
                softHyphens.append(offset + length)
            } else {
                add(scalar, at: offset)
            }
            offset += length
        }
        softHyphens.removeAll { $0 >= offset || $0 <= 2 }
        if hasInnerStop() { isWord = false }
    }

    private mutating func add(_ scalar: Unicode.Scalar, at offset: Int) {
        let kind = Self.kind(of: scalar)
        if kind == .other && Self.isForeign(scalar) { isWord = false }
        small.append(kind == .apostrophe ? "'" : Self.small(scalar))
        offsets.append(offset)
        kinds.append(kind)
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        if scalar.isASCII {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: return .letter
            case 0x27: return .apostrophe
            default: return .other
            }
        }
        if scalar == "\u{2019}" { return .apostrophe }
        if scalar.properties.isAlphabetic { return .letter }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        default: return .other
        }
    }

    /// What is found in numbers and addresses, never in words.
    private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "@", "/", "\\", "_", "#", "%", "&", "=", "+", "~", "<", ">", "|": true
        default: scalar.properties.numericType != nil
        }
    }

    private static func small(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.isASCII {
            return scalar.value >= 0x41 && scalar.value <= 0x5A
                ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar
        }
        let mapping = scalar.properties.lowercaseMapping.unicodeScalars
        return mapping.count == 1 ? mapping.first ?? scalar : scalar
    }

    /// Whether a full stop or a colon stands between letters, as in `example.org`.
    private func hasInnerStop() -> Bool {
        guard small.count > 2 else { return false }
        for index in 1..<(small.count - 1) where small[index] == "." || small[index] == ":" {
            if kinds[index - 1] == .letter && kinds[index + 1] == .letter { return true }
        }
        return false
    }

    func isMark(_ index: Int) -> Bool { kinds[index] == .mark }

    /// Letters in a range, marks not counted.
    func count(_ range: Range<Int>) -> Int { kinds[range].count { $0 == .letter } }

    /// The runs of letters that patterns are asked about.
    func parts(joiningApostrophes: Bool) -> [Range<Int>] {
        runs(in: 0..<small.count) { kind in
            kind == .letter || kind == .mark || (joiningApostrophes && kind == .apostrophe)
        }
    }

    /// The runs of letters between the apostrophes of a part.
    func stems(of part: Range<Int>) -> [Range<Int>] {
        runs(in: part) { $0 == .letter || $0 == .mark }
    }

    private func runs(in range: Range<Int>, where belongs: (Kind) -> Bool) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for index in range {
            if belongs(kinds[index]) {
                start = start ?? index
            } else if let begun = start {
                runs.append(begun..<index)
                start = nil
            }
        }
        if let start { runs.append(start..<range.upperBound) }
        return runs
    }
}
