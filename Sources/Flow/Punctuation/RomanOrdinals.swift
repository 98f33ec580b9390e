/// Ordinals in Roman figures: the ending of `XXIe siècle` stands raised as that of `21e` does.
extension Proofreader {
    /// No others are looked at: French words such as `Le` and `De` would be ordinals of L and D.
    static func isRomanFigure(_ byte: UInt8) -> Bool { "IVX".utf8.contains(byte) }

    mutating func romanFigures() {
        let start = place
        while place < range.upperBound, Self.isRomanFigure(bytes[place]) { place += 1 }
        guard !endsLetterOrDigit(start), Self.isNumeral(bytes[start..<place]),
            let ending = language.romanOrdinals.first(where: { stands($0, after: start..<place) })
        else { return }
        raise(ending, after: start)
        let gap = blanks(startingAt: place)
        if !gap.isEmpty, unit(at: gap.upperBound) != nil { replace(gap, with: Punctuation.noBreak) }
    }

    /// `séc. XIX-XX`, `pp. iv-xii`: two numbers in Roman figures that rise.
    ///
    /// A short pair may be anything, `I-V`, and small letters a word: what is counted has to stand before.
    mutating func areNumerals(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard let first = romanNumeral(left), let last = romanNumeral(right), first < last else {
            return false
        }
        let areCapitals = (Array(left) + Array(right)).allSatisfy { Self.isRomanFigure(bytes[$0]) }
        if areCapitals, left.count + right.count >= 4 { return true }
        guard areCapitals || (Array(left) + Array(right)).allSatisfy({ bytes[$0] >= 0x61 }) else {
            return false
        }
        let before = Array(bytes[wordBefore(left.lowerBound)])
        return language.abbreviations.contains(before)
            || language.numberAbbreviations.contains(before)
    }

    private func romanNumeral(_ figures: Range<Int>) -> Int? {
        guard (1...7).contains(figures.count) else { return nil }
        let capitals = bytes[figures].map { $0 & ~0x20 }
        guard capitals.allSatisfy({ Self.isRomanFigure($0) }), Self.isNumeral(capitals) else {
            return nil
        }
        return Self.value(of: capitals)
    }

    private static func value(of figures: [UInt8]) -> Int {
        let worth: [UInt8: Int] = [0x49: 1, 0x56: 5, 0x58: 10]
        let values = figures.map { worth[$0] ?? 0 }
        return values.indices.reduce(0) { sum, index in
            let isLess = index + 1 < values.count && values[index] < values[index + 1]
            return sum + (isLess ? -values[index] : values[index])
        }
    }

    /// What Roman figures, up to thirty-nine, say; with the ending of an ordinal or without.
    func romanNumber(_ word: Range<Int>) -> (value: Int, isOrdinal: Bool)? {
        let end = word.first { !Self.isRomanFigure(bytes[$0]) } ?? word.upperBound
        let figures = word.lowerBound..<end
        guard !figures.isEmpty, Self.isNumeral(bytes[figures]) else { return nil }
        let isOrdinal = language.romanOrdinals.contains {
            stands($0, after: figures) && end + $0.typed.count == word.upperBound
        }
        guard isOrdinal || end == word.upperBound else { return nil }
        return (Self.value(of: Array(bytes[figures])), isOrdinal)
    }

    private func stands(
        _ ordinal: Punctuation.Ordinal,
        after figures: Range<Int>
    ) -> Bool {
        stands(ordinal.typed, at: figures.upperBound)
            && (ordinal.figures.isEmpty || bytes[figures].elementsEqual(ordinal.figures))
    }

    /// Up to thirty-nine: tens, then `IX`, `IV`, or a five and ones.
    private static func isNumeral(_ figures: some Collection<UInt8>) -> Bool {
        let ones = figures.drop { $0 == UInt8(ascii: "X") }
        guard figures.count - ones.count <= 3 else { return false }
        if ones.elementsEqual("IX".utf8) || ones.elementsEqual("IV".utf8) { return true }
        let rest = ones.first == UInt8(ascii: "V") ? ones.dropFirst() : ones
        return rest.count <= 3 && rest.allSatisfy { $0 == UInt8(ascii: "I") }
    }
}
