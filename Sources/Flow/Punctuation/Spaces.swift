/// Spaces at which no line may end, and figures.
extension Proofreader {
    mutating func space() {
        let mine = place
        place += 1
        guard mine >= settled, mine > range.lowerBound else { return }
        if isAfterAbbreviation(mine) || isAfterInitial(mine) || isBeforeDash(mine) {
            replace(mine..<mine + 1, with: Punctuation.noBreak)
        }
    }

    private func isAfterAbbreviation(_ end: Int) -> Bool {
        guard language.longestAbbreviation > 0, isLetterOrDigit(byte(end + 1)) else { return false }
        var start = end
        while start > range.lowerBound, bytes[start - 1] != 0x20, bytes[start - 1] != 0x28,
            bytes[start - 1] != 0x0A, bytes[start - 1] != 0xA0
        {
            start -= 1
            if end - start > language.longestAbbreviation { return false }
        }
        guard start < end else { return false }
        return language.abbreviations.contains(Array(bytes[start..<end]))
    }

    /// `J. K. Rowling`: an initial stays with what follows.
    private func isAfterInitial(_ end: Int) -> Bool {
        guard byte(end - 1) == UInt8(ascii: "."), let letter = byte(end - 2),
            (0x41...0x5A).contains(letter), end - 2 >= range.lowerBound
        else { return false }
        let isAlone = end - 2 == range.lowerBound || !isLetterOrDigit(byte(end - 3))
        guard isAlone, let next = byte(end + 1), (0x41...0x5A).contains(next) else { return false }
        // A sentence may end on one letter: two initials, or a name before, make it sure.
        return byte(end + 2) == UInt8(ascii: ".") || end - 3 < range.lowerBound
            || byte(end - 3) == 0x20 || byte(end - 3) == 0xA0
    }

    /// A dash between clauses never begins a line.
    private func isBeforeDash(_ index: Int) -> Bool {
        byte(index + 1) == 0xE2 && byte(index + 2) == 0x80 && byte(index + 3) == 0x93
            && byte(index + 4) == 0x20
    }

    /// A number, what belongs to it, and the endings of ordinals.
    mutating func figures() {
        let start = place
        while place < range.upperBound, isDigit(bytes[place]) { place += 1 }
        let isWhole = start == range.lowerBound || !isLetterOrDigit(byte(start - 1))
        if isWhole { raiseOrdinal(at: place) }
        let gap = blanks(startingAt: place)
        guard !gap.isEmpty, gap.upperBound < range.upperBound else { return }
        if bytes[gap.lowerBound] != 0xC2, isGroup(before: start..<place, after: gap.upperBound) {
            replace(gap, with: Punctuation.narrow)
        } else if byte(gap.upperBound) == UInt8(ascii: "%") {
            replace(gap, with: language.percentSpace ?? Punctuation.noBreak)
        } else if let unit = unit(at: gap.upperBound) {
            replace(gap, with: Punctuation.noBreak)
            place = max(place, unit.upperBound)
            let after = blanks(startingAt: unit.upperBound)
            // `9 h 30`: the minutes stay as well.
            if !after.isEmpty, bytes[unit].elementsEqual("h".utf8), isDigit(byte(after.upperBound))
            {
                replace(after, with: Punctuation.noBreak)
                place = max(place, after.upperBound)
            }
        }
    }

    /// `15 416`: one to three figures, then groups of three.
    private func isGroup(before: Range<Int>, after: Int) -> Bool {
        guard (1...3).contains(before.count) else { return false }
        let isFirst =
            !isDigit(byte(before.lowerBound - 1))
            && ![0x2C, 0x2E, 0x2F, 0x2D, 0x2B].contains(byte(before.lowerBound - 1) ?? 0x20)
        guard isFirst else { return false }
        return (0..<3).allSatisfy { isDigit(byte(after + $0)) } && !isDigit(byte(after + 3))
            && after + 3 <= range.upperBound
    }

    private func unit(at start: Int) -> Range<Int>? {
        var end = start
        while end < range.upperBound, isLetterOrDigit(bytes[end]) {
            if bytes[end] == 0xC2, byte(end + 1) == 0xA0 { break }
            if bytes[end] == 0xE2, byte(end + 1) == 0x80 { break }
            end += 1
            if end - start > 24 { return nil }
        }
        guard end > start else { return nil }
        let word = Array(bytes[start..<end])
        return language.units.contains(word) || language.months.contains(word) ? start..<end : nil
    }

    mutating func percent() {
        let mine = place
        place += 1
        guard let space = language.percentSpace, isDigit(byte(mine - 1)), mine > range.lowerBound,
            !isInAddress(mine)
        else { return }
        replace(mine..<mine, with: space)
    }

    private mutating func raiseOrdinal(at start: Int) {
        for ending in language.ordinals where start + ending.count <= range.upperBound {
            guard bytes[start..<start + ending.count].elementsEqual(ending) else { continue }
            if !isLetterOrDigit(byte(start + ending.count)) || isBlank(at: start + ending.count) {
                proof.raised.append(start..<start + ending.count)
                place = start + ending.count
            }
            return
        }
    }
}
