/// A word taken apart into its letters.
struct Letters {
    private struct Letter {
        /// Its small form; apostrophes are straight.
        var small: Unicode.Scalar
        var kind: Kind
        /// In UTF-8 bytes of the word.
        var offset: Int32
    }

    /// One for each scalar that is seen.
    private var letters: [Letter] = []
    /// Just after each soft hyphen, in UTF-8 bytes of the word.
    private(set) var softHyphens: [Int] = []
    /// Whether it is a word and not an address or a number.
    private(set) var isWord = true

    private enum Kind: UInt8 { case letter, mark, apostrophe, other }

    init(_ word: String) {
        letters.reserveCapacity(word.utf8.count)
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
        if !softHyphens.isEmpty { softHyphens.removeAll { $0 >= offset || $0 <= 2 } }
        if hasInnerStop() { isWord = false }
    }

    private mutating func add(_ scalar: Unicode.Scalar, at offset: Int) {
        let kind = Self.kind(of: scalar)
        if kind == .other && Self.isForeign(scalar) { isWord = false }
        let small = kind == .apostrophe ? "'" : Self.small(scalar)
        letters.append(Letter(small: small, kind: kind, offset: Int32(clamping: offset)))
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
        guard letters.count > 2 else { return false }
        for index in 1..<letters.count - 1
        where letters[index].small == "." || letters[index].small == ":" {
            if letters[index - 1].kind == .letter, letters[index + 1].kind == .letter {
                return true
            }
        }
        return false
    }

    /// The small forms of some letters.
    func small(in part: Range<Int>) -> some Collection<Unicode.Scalar> {
        letters[part].lazy.map(\.small)
    }

    func small(at index: Int) -> Unicode.Scalar { letters[index].small }

    /// Where a letter begins, in UTF-8 bytes of the word.
    func offset(of index: Int) -> Int { Int(letters[index].offset) }

    func isMark(_ index: Int) -> Bool { letters[index].kind == .mark }

    /// Letters in a range, marks not counted.
    func count(_ range: Range<Int>) -> Int { letters[range].count { $0.kind == .letter } }

    /// The runs of letters that patterns are asked about.
    func parts(joiningApostrophes: Bool) -> [Range<Int>] {
        runs(in: 0..<letters.count) { kind in
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
            if belongs(letters[index].kind) {
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
