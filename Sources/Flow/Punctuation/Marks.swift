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
        if isInAddress(mine), before.isEmpty { return }
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
        let isInWord = isLetterOrDigit(byte(mine - 1)) && mine > range.lowerBound
        if isInWord, isLetterOrDigit(byte(mine + 1)) || openQuotes.last != UInt8(ascii: "'") {
            replace(mine..<mine + 1, with: language.apostrophe)
            return
        }
        if opens(at: mine), isDigit(byte(mine + 1)) || !hasPartner(mine) {
            replace(mine..<mine + 1, with: language.apostrophe)
            return
        }
        turn(UInt8(ascii: "'"), at: mine)
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
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return openQuotes.last == previous
        case 0xA0, 0xAF, 0xAB, 0x93, 0x94, 0x98, 0x9C:
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
                !isLetterOrDigit(byte(at + 1)) || at + 1 >= range.upperBound
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
        guard byte(mine + 1) == UInt8(ascii: "."), byte(mine + 2) == UInt8(ascii: "."),
            mine + 3 <= range.upperBound
        else { return }
        var end = mine + 3
        while byte(end) == UInt8(ascii: ".") { end += 1 }
        place = min(end, range.upperBound)
        if end == mine + 3, !isInAddress(mine) { replace(mine..<end, with: language.ellipsis) }
    }

    /// Hyphens that stand for dashes: between clauses, between two numbers.
    mutating func dash() {
        let mine = place
        var end = mine
        while end < range.upperBound, bytes[end] == UInt8(ascii: "-") { end += 1 }
        place = end
        let before = blanks(endingAt: mine)
        let after = blanks(startingAt: end)
        let isClause =
            !before.isEmpty && !after.isEmpty && before.lowerBound > range.lowerBound
            && after.upperBound < range.upperBound
        if isClause, end - mine <= 3 {
            let isBetweenFigures =
                isDigit(byte(before.lowerBound - 1)) && isDigit(byte(after.upperBound))
            if isBetweenFigures { return }
            if before.lowerBound >= settled {
                replace(before.lowerBound..<after.upperBound, with: language.clauseDash)
                place = max(place, after.upperBound)
            }
        } else if end - mine == 2 || end - mine == 3, before.isEmpty, after.isEmpty,
            mine > range.lowerBound, !isInAddress(mine)
        {
            replace(mine..<end, with: end - mine == 3 ? Array("—".utf8) : Array("–".utf8))
        } else if end - mine == 1, let span = numberRange(at: mine) {
            replace(span, with: language.rangeDash)
        }
    }

    /// A hyphen between two whole numbers that rise, and nothing else in the word.
    private func numberRange(at hyphen: Int) -> Range<Int>? {
        guard isDigit(byte(hyphen - 1)), isDigit(byte(hyphen + 1)) else { return nil }
        let word = word(around: hyphen)
        var start = hyphen
        var end = hyphen + 1
        while start > word.lowerBound, isDigit(bytes[start - 1]) { start -= 1 }
        while end < word.upperBound, isDigit(bytes[end]) { end += 1 }
        let isBare =
            (start == word.lowerBound || [0x28, 0x5B].contains(bytes[start - 1]))
            && (end == word.upperBound
                || [0x29, 0x5D, 0x2C, 0x2E, 0x3B, 0x3A, 0x25].contains(bytes[end]))
        guard isBare, hyphen - start <= 4, end - hyphen - 1 <= 4 else { return nil }
        let left = Int(String(decoding: bytes[start..<hyphen], as: UTF8.self)) ?? 0
        let right = Int(String(decoding: bytes[hyphen + 1..<end], as: UTF8.self)) ?? 0
        return left < right && bytes[start] != UInt8(ascii: "0") ? hyphen..<hyphen + 1 : nil
    }
}
