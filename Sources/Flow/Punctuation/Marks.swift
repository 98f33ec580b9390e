/// Stops, quotation marks, dashes.
extension Proofreader {
    /// `:`, `;`, `!` and `?`: what stands before them.
    mutating func highMark(_ mark: UInt8) {
        let mine = place
        place += 1
        guard endsHere(mine) else { return }
        let before = blanks(endingAt: mine)
        let previous = byte(before.lowerBound - 1)
        guard before.lowerBound > range.lowerBound, let previous else { return }
        if before.isEmpty, isInAddress(mine), !endsEmailAddress(mine) { return }
        if !before.isEmpty, isFace(mine) { return }
        guard let space = language.spaceBefore[mark] else {
            if !before.isEmpty, isLetterOrDigit(previous) { proof.foreignSpacing.append(mine) }
            return
        }
        // Between doubled marks, after an opening bracket or points of ellipsis: none.
        let isMark = previous == UInt8(ascii: "!") || previous == UInt8(ascii: "?")
        let isOpening = previous == UInt8(ascii: "(") || previous == UInt8(ascii: "[")
        if isMark || isOpening {
            if isMark, !before.isEmpty { replace(before, with: []) }
            return
        }
        if before.isEmpty,
            endsWithEllipsis(before.lowerBound) || endsWithGuillemet(before.lowerBound)
        {
            return
        }
        replace(before, with: space)
    }

    /// Whether a mark ends something, rather than standing in the midst of a time or an address.
    private func endsHere(_ index: Int) -> Bool {
        guard index + 1 < range.upperBound, let next = byte(index + 1) else { return true }
        if isBlank(at: index + 1) { return true }
        switch next {
        case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
            UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ","), 0x0A:
            return true
        case 0xC2: return byte(index + 2) == 0xBB
        case 0xE2: return byte(index + 2) == 0x80 || byte(index + 2) == 0xA6
        case 0xEF: return true
        default: return false
        }
    }

    /// Whether a mark follows an e-mail address, which itself never ends in one.
    private func endsEmailAddress(_ mine: Int) -> Bool {
        let word = word(around: mine)
        return mine + 1 == word.upperBound && bytes[word].contains(UInt8(ascii: "@"))
            && !bytes[word].contains(UInt8(ascii: "/"))
    }

    /// `:)` and its kin.
    private func isFace(_ mine: Int) -> Bool {
        guard bytes[mine] == UInt8(ascii: ":") || bytes[mine] == UInt8(ascii: ";") else {
            return false
        }
        return byte(mine + 1) == UInt8(ascii: ")") || byte(mine + 1) == UInt8(ascii: "(")
    }

    private func endsWithEllipsis(_ end: Int) -> Bool {
        end >= 3 && byte(end - 3) == 0xE2 && byte(end - 2) == 0x80 && byte(end - 1) == 0xA6
            || end >= 3 && (1...3).allSatisfy { byte(end - $0) == UInt8(ascii: ".") }
    }

    private func endsWithGuillemet(_ end: Int) -> Bool {
        end >= 2 && byte(end - 2) == 0xC2 && byte(end - 1) == 0xAB
    }

    /// Guillemets typed as such: the space inside them, where the language has one.
    mutating func guillemet() {
        let mine = place
        place += 2
        let second = byte(mine + 1)
        guard mine + 2 <= range.upperBound, second == 0xAB || second == 0xBB else { return }
        let isOpening = second == 0xAB
        if isOpening {
            openQuotes.append(0xAB)
        } else if let last = openQuotes.lastIndex(of: 0xAB) {
            openQuotes.removeSubrange(last...)
        }
        guard
            let marks = [language.outer, language.inner].first(where: {
                $0.open.elementsEqual([0xC2, 0xAB])
            }), !marks.inner.isEmpty
        else { return }
        if isOpening {
            let after = blanks(startingAt: mine + 2)
            if after.upperBound < range.upperBound { replace(after, with: marks.inner) }
            place = max(place, after.upperBound)
        } else {
            let before = blanks(endingAt: mine)
            if before.lowerBound > range.lowerBound { replace(before, with: marks.inner) }
        }
    }

    /// Curled marks typed as such: what stands within them is a quotation in a quotation.
    mutating func typedQuote() {
        let mine = place
        place += 1
        if stands(language.outer.open, at: mine) {
            openQuotes.append(0xE2)
            place = mine + language.outer.open.count
        } else if stands(language.outer.close, at: mine),
            let last = openQuotes.lastIndex(of: 0xE2)
        {
            openQuotes.removeSubrange(last...)
            place = mine + language.outer.close.count
        }
    }

    mutating func doubleQuote() {
        let mine = place
        place += 1
        if isInAddress(mine), !opens(at: mine), !closes(at: mine) { return }
        // Inches and seconds follow a figure.
        if isDigit(byte(mine - 1)), !openQuotes.contains(UInt8(ascii: "\"")) { return }
        turn(UInt8(ascii: "\""), at: mine)
    }

    mutating func singleQuote() {
        let mine = place
        place += 1
        if isElision(mine) {
            replace(mine..<mine + 1, with: language.apostrophe)
            return
        }
        let isInWord = isLetterOrDigit(byte(mine - 1)) && mine > range.lowerBound
        // Feet and minutes follow a figure, and no letter follows them.
        if isInWord, isDigit(byte(mine - 1)), openQuotes.last != UInt8(ascii: "'"),
            !beginsLetterOrDigit(mine + 1) || isDigit(byte(mine + 1))
        {
            return
        }
        if isInWord, beginsLetterOrDigit(mine + 1) || openQuotes.last != UInt8(ascii: "'") {
            replace(mine..<mine + 1, with: language.apostrophe)
            return
        }
        if opens(at: mine), isDigit(byte(mine + 1)) || !hasPartner(mine) {
            replace(mine..<mine + 1, with: language.apostrophe)
            return
        }
        turn(UInt8(ascii: "'"), at: mine)
    }

    private func isLetter(_ byte: UInt8?) -> Bool { isLetterOrDigit(byte) && !isDigit(byte) }

    /// `’tis`, and both marks of `’n’`.
    private func isElision(_ mine: Int) -> Bool {
        guard !language.elisions.isEmpty else { return false }
        if mine >= 2 + range.lowerBound, openQuotes.isEmpty {
            let isAfterN =
                bytes[mine - 1] == UInt8(ascii: "n") && bytes[mine - 2] == UInt8(ascii: "'")
            if isAfterN, language.elisions.contains([UInt8(ascii: "n")]) { return true }
        }
        guard opens(at: mine) else { return false }
        var end = mine + 1
        while end < range.upperBound, isLetter(bytes[end]), end - mine < 12 { end += 1 }
        let word = bytes[mine + 1..<end].map { $0 | 0x20 }
        guard language.elisions.contains(word) else { return false }
        // One letter alone is quoted, not elided, unless a word follows the mark.
        return word.count > 1 || byte(end) == UInt8(ascii: "'") && isLetter(byte(end + 2))
    }

    /// Turns a straight mark into an opening or a closing one.
    private mutating func turn(_ mark: UInt8, at mine: Int) {
        let isClosing = openQuotes.last == mark && !(opens(at: mine) && !closes(at: mine))
        if isClosing {
            openQuotes.removeLast()
            let marks = self.marks(mark)
            let before = blanks(endingAt: mine)
            let start =
                marks.inner.isEmpty || before.lowerBound < settled ? mine : before.lowerBound
            replace(start..<mine + 1, with: marks.inner + marks.close)
        } else if opens(at: mine) {
            let marks = self.marks(mark)
            let after = blanks(startingAt: mine + 1)
            guard after.upperBound < range.upperBound else { return }
            openQuotes.append(mark)
            let end = marks.inner.isEmpty ? mine + 1 : after.upperBound
            replace(mine..<end, with: marks.open + marks.inner)
            place = max(place, end)
        }
    }

    /// The outer pair at the outermost level, the inner pair within or for single marks.
    private func marks(_ mark: UInt8) -> Punctuation.Marks {
        mark == UInt8(ascii: "\"") && openQuotes.isEmpty ? language.outer : language.inner
    }

    private func opens(at index: Int) -> Bool {
        guard index > range.lowerBound, let previous = byte(index - 1) else { return true }
        switch previous {
        case 0x20, 0x0A, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "/"):
            return true
        // `l'"État"`: after the apostrophe of an elided word.
        case UInt8(ascii: "'")
        where isLetterOrDigit(byte(index - 2)) && index - 2 >= range.lowerBound:
            return bytes[index] == UInt8(ascii: "\"") && beginsLetterOrDigit(index + 1)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return openQuotes.last == previous
        case 0xA0, 0xAF, 0xAB, 0x93, 0x94, 0x98, 0x9A, 0x9C, 0x9E:
            return byte(index - 2) == 0xC2 || byte(index - 2) == 0x80
        case 0x99: return true
        default: return false
        }
    }

    private func closes(at index: Int) -> Bool {
        guard index > range.lowerBound else { return false }
        return !isBlankByte(byte(index - 1))
    }

    private func isBlankByte(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x0A }

    /// Whether a single mark that opens is closed again within the passage.
    private func hasPartner(_ index: Int) -> Bool {
        var at = index + 1
        // A quotation longer than this is not set in single marks.
        let end = min(range.upperBound, index + 2000)
        while at < end {
            if bytes[at] == UInt8(ascii: "'"), !isBlankByte(byte(at - 1)),
                !beginsLetterOrDigit(at + 1)
            {
                return true
            }
            at += 1
        }
        return false
    }

    /// Three points are one mark.
    mutating func points() {
        let mine = place
        place += 1
        if !language.spaced.isEmpty, spacedAbbreviation(at: mine) { return }
        guard byte(mine + 1) == UInt8(ascii: "."), byte(mine + 2) == UInt8(ascii: "."),
            mine + 3 <= range.upperBound
        else { return }
        var end = mine + 3
        while byte(end) == UInt8(ascii: ".") { end += 1 }
        place = min(end, range.upperBound)
        if end == mine + 3, !isInAddress(mine) { replace(mine..<end, with: language.ellipsis) }
    }
}
