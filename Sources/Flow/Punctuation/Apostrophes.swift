/// Where a straight single mark is an apostrophe rather than about a quotation.
extension Proofreader {
    /// `'Hans' Auto'`, `'Ich hab' es'`: an apostrophe at the end of a word in single marks, where the
    /// language has another mark to close them with.
    ///
    /// A name that ends in an s before a noun, and a verb beside `ich`; another mark has to follow.
    /// Source: Duden, *Die deutsche Rechtschreibung*, on the apostrophe.
    func isElidedEnd(_ mine: Int) -> Bool {
        guard language.apostrophe != language.inner.close, !beginsLetterOrDigit(mine + 1),
            endsLetterOrDigit(mine), isWithinSingleMarks, isClosedLater(mine)
        else { return false }
        let next = blanks(startingAt: mine + 1)
        guard !next.isEmpty else { return false }
        var start = mine
        while start > range.lowerBound, mine - start < 24, !isMarkOrBlank(endingAt: start) {
            start -= 1
        }
        if capital(startingAt: start) != nil {
            return endsInSibilant(mine) && capital(startingAt: next.upperBound) != nil
        }
        let before = blanks(endingAt: start)
        let pronouns = ["ich", "Ich"].map { Array($0.utf8) }
        return pronouns.contains {
            stands($0, at: before.lowerBound - $0.count) && !before.isEmpty
                || stands($0, at: next.upperBound)
                    && !beginsLetterOrDigit(next.upperBound + $0.count)
        }
    }

    private func endsInSibilant(_ end: Int) -> Bool {
        let sharp = Array("ß".utf8)
        return "sxz".utf8.contains(byte(end - 1) ?? 0) || stands(sharp, at: end - sharp.count)
    }

    private var isWithinSingleMarks: Bool {
        openQuotes.last == UInt8(ascii: "'") || isAfterLowMark
    }

    /// Whether a mark that closes comes before the next one that opens.
    private func isClosedLater(_ mine: Int) -> Bool {
        var at = mine + 1
        let end = min(range.upperBound, mine + Self.longestSingle)
        while at < end {
            if bytes[at] == UInt8(ascii: "'") {
                if isClosing(at) { return true }
                if !endsLetterOrDigit(at), !isElision(at) { return false }
            }
            at += 1
        }
        return false
    }

    /// The mark of `"Brief"'s`.
    func isGenitive(_ mine: Int) -> Bool {
        guard let previous = byte(mine - 1), isLetter(byte(mine + 1)) else { return false }
        return (previous >= 0x80 || "\")]".utf8.contains(previous)) && beginsLetterOrDigit(mine + 1)
    }

    /// `’90s`: two figures and no more.
    func beginsShortYear(_ index: Int) -> Bool {
        isDigit(byte(index)) && isDigit(byte(index + 1)) && !isDigit(byte(index + 2))
    }

    /// `’tis`, and both marks of `’n’`.
    func isElision(_ mine: Int) -> Bool {
        guard !language.elisions.isEmpty else { return false }
        // The second of `'n'` is one if the first is.
        if mine >= 2 + range.lowerBound, bytes[mine - 1] == UInt8(ascii: "n"),
            bytes[mine - 2] == UInt8(ascii: "'"), isElision(mine - 2)
        {
            return true
        }
        guard opens(at: mine) else { return false }
        var end = mine + 1
        while end < range.upperBound, isLetter(bytes[end]), end - mine < 12 { end += 1 }
        let word = bytes[mine + 1..<end].map { $0 | 0x20 }
        guard language.elisions.contains(word) else { return false }
        // With a mark behind it a word is quoted, and one letter alone without.
        let isMarked = byte(end) == UInt8(ascii: "'") && !isLetter(byte(end + 1))
        guard word.elementsEqual([UInt8(ascii: "n")]) else { return word.count > 1 && !isMarked }
        if byte(end) == UInt8(ascii: " ") { return isLetter(byte(end + 1)) }
        return byte(end) == UInt8(ascii: "'") && isLetter(byte(end + 2))
            && (byte(mine - 1) == byte(end + 1) || !blanks(endingAt: mine).isEmpty)
            && endsWordOfPair(mine)
    }

    /// `singin' 'n' dancin'`, `rock-'n'-roll`: whether a word stands before what joins it to another.
    private func endsWordOfPair(_ mine: Int) -> Bool {
        var end = blanks(endingAt: mine).lowerBound
        if end == mine, byte(end - 1) == UInt8(ascii: "-") { end -= 1 }
        return endsLetterOrDigit(end)
            || byte(end - 1) == UInt8(ascii: "'") && endsLetterOrDigit(end - 1)
    }
}
