/// Stops, guillemets, points of ellipsis.
extension Proofreader {
    /// `:`, `;`, `!` and `?`: what stands before them.
    mutating func highMark(_ mark: UInt8) {
        let mine = place
        place += 1
        guard endsHere(mine), !isDoubledColon(mine) else { return }
        let before = blanks(endingAt: mine)
        let previous = byte(textEnd(before: before) - 1)
        guard before.lowerBound > range.lowerBound, let previous else { return }
        if before.isEmpty, isInAddress(mine), !endsEmailAddress(mine) { return }
        if !before.isEmpty, isFace(mine) { return }
        guard let space = language.spaceBefore[mark] else {
            if !before.isEmpty, !language.keepsWhite, endsPhraseOrWord(textEnd(before: before)) {
                closeUp(mark, at: mine, before)
            }
            return
        }
        // Between doubled marks and after an opening bracket: none.
        let isMark = previous == UInt8(ascii: "!") || previous == UInt8(ascii: "?")
        let isOpening = previous == UInt8(ascii: "(") || previous == UInt8(ascii: "[")
        if isMark || isOpening {
            if isMark, !before.isEmpty { replace(before, with: []) }
            return
        }
        if before.isEmpty, endsWithGuillemet(mine) || endsWithOpenQuote(mine) { return }
        replace(before, with: space)
    }

    /// Whether a word ends here, or a bracket or quotation behind one.
    func endsPhraseOrWord(_ end: Int) -> Bool {
        guard let last = byte(end - 1) else { return false }
        return isLetterOrDigit(last) || ")]\"'%".utf8.contains(last)
            || [language.outer.close, language.inner.close].contains {
                stands($0, at: end - $0.count)
            }
    }

    /// A mark that stands off its word, as in French, closes up where the language sets it so: who writes two
    /// languages a day types both alike.
    ///
    /// Between two numbers `:` is a proportion. Source: *New Hart’s Rules*, 4.5.
    private mutating func closeUp(_ mark: UInt8, at mine: Int, _ blanks: Range<Int>) {
        proof.foreignSpacing.append(mine)
        if mark == UInt8(ascii: ":"), isDigit(byte(textEnd(before: blanks) - 1)) { return }
        replace(blanks, with: [])
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

    /// `::` is a sign of other scripts and of programs, and no punctuation of this one.
    private func isDoubledColon(_ mine: Int) -> Bool {
        let pair = [UInt8](repeating: UInt8(ascii: ":"), count: 2)
        return stands(pair, at: mine) || stands(pair, at: mine - 1)
    }

    /// Whether a mark follows an e-mail address, which itself never ends in one.
    private mutating func endsEmailAddress(_ mine: Int) -> Bool {
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

    private func endsWithGuillemet(_ end: Int) -> Bool {
        end >= 2 && byte(end - 2) == 0xC2 && byte(end - 1) == 0xAB
    }

    /// `"!"`: what is quoted begins with a mark, and the quotation mark has brought its space.
    private func endsWithOpenQuote(_ end: Int) -> Bool {
        guard let last = openQuotes.last else { return false }
        return byte(end - 1) == last
            || last == 0xE2 && stands(language.outer.open, at: end - language.outer.open.count)
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
        guard let marks = [language.outer, language.inner].first(where: \.isGuillemet)
        else { return }
        if isOpening {
            let after = blanks(startingAt: mine + 2)
            guard after.upperBound < range.upperBound,
                !marks.inner.isEmpty || beginsPhrase(mine)
            else { return }
            replace(after, with: marks.inner)
            place = max(place, after.upperBound)
        } else {
            let before = blanks(endingAt: mine)
            guard before.lowerBound > range.lowerBound,
                !marks.inner.isEmpty || endsPhrase(mine + 2)
            else { return }
            replace(before, with: marks.inner)
        }
    }

    /// Whether nothing stands before a mark that it could close.
    private func beginsPhrase(_ index: Int) -> Bool {
        guard index > range.lowerBound, let previous = byte(index - 1) else { return true }
        return !blanks(endingAt: index).isEmpty || "\n([".utf8.contains(previous)
    }

    /// Whether nothing stands after a mark that it could open.
    func endsPhrase(_ index: Int) -> Bool {
        guard index < range.upperBound else { return true }
        return isBlank(at: index) || "\n,.;:!?)]".utf8.contains(bytes[index])
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
        guard end == mine + 3, !isInAddress(mine) else { return }
        closeUpEllipsis(mine..<end)
        replace(mine..<end, with: language.ellipsis)
    }

    /// `Bonjour ... Eh`: the points stand at the word that they break off.
    ///
    /// Source: Imprimerie nationale, *Lexique des règles typographiques*, on points de suspension. Where
    /// an article stands before them, a word is left out.
    mutating func closeUpEllipsis(_ points: Range<Int>) {
        guard language.closesEllipses else { return }
        let before = blanks(endingAt: points.lowerBound)
        guard !before.isEmpty, before.lowerBound >= settled, endsLetterOrDigit(before.lowerBound),
            !isDigit(byte(before.lowerBound - 1)), endsPhrase(points.upperBound),
            !language.gapWords.contains(Array(bytes[wordBefore(points.lowerBound)]))
        else { return }
        replace(before, with: [])
    }
}
