/// Quotation marks that are typed as one key.
extension Proofreader {
    /// Curled marks typed as such: what stands within them is a quotation in a quotation.
    mutating func typedQuote() {
        let mine = place
        place += 1
        if takeSeparator(mine) || bindDashOfDialogue(mine) { return }
        if byte(mine + 1) == 0x80, byte(mine + 2) == 0xA6 {
            closeUpEllipsis(mine..<mine + 3)
            return
        }
        if language.inner.open.elementsEqual("‚".utf8), byte(mine + 1) == 0x80 {
            if stands(language.inner.open, at: mine) { isAfterLowMark = true }
            if stands(language.inner.close, at: mine) { isAfterLowMark = false }
        }
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
        if isWithinAddress(mine) { return }
        if isDoubled(mine) { return closeDoubled(mine) }
        // Inches and seconds follow a figure.
        if isDigit(byte(mine - 1)), !openQuotes.contains(UInt8(ascii: "\"")) || isInches(mine) {
            return
        }
        if closesTypedMark(at: mine) { return }
        turn(UInt8(ascii: "\""), at: mine)
    }

    /// `„Ja"`: a straight mark that closes what a curled one opened.
    private mutating func closesTypedMark(at mine: Int) -> Bool {
        let outer = language.outer
        guard let last = openQuotes.last, last == outer.open[0], !opens(at: mine),
            !beginsLetterOrDigit(mine + 1)
        else { return false }
        openQuotes.removeLast()
        replace(mine..<mine + 1, with: outer.inner + outer.close)
        return true
    }

    mutating func singleQuote() {
        let mine = place
        place += 1
        if isWithinAddress(mine) { return }
        if isDoubled(mine) { return closeDoubled(mine) }
        switch singleMark(at: mine) {
        case .apostrophe: replace(mine..<mine + 1, with: language.apostrophe)
        case .quotation: turn(UInt8(ascii: "'"), at: mine)
        case .endOfTyped:
            isAfterLowMark = false
            replace(mine..<mine + 1, with: language.inner.inner + language.inner.close)
        case .measure: break
        }
    }

    /// What a straight single mark may stand for.
    private enum SingleMark {
        case apostrophe
        /// It opens or closes one.
        case quotation
        /// It closes a quotation that a curled mark opened.
        case endOfTyped
        /// Feet or minutes, for which it stays as it is.
        case measure
    }

    private func singleMark(at mine: Int) -> SingleMark {
        if isElision(mine) || isElidedEnd(mine) { return .apostrophe }
        if followsParticle(mine) { return .quotation }
        if endsLetterOrDigit(mine), let mark = markBehindWord(mine) { return mark }
        let isShortened =
            opens(at: mine)
            ? beginsShortYear(mine + 1) && !isClosing(mine + 3) || !hasPartner(mine)
            : isGenitive(mine)
        return isShortened ? .apostrophe : .quotation
    }

    /// What the mark is that stands close behind a letter or a figure; nil where it closes what one like
    /// it opened.
    private func markBehindWord(_ mine: Int) -> SingleMark? {
        if followsDegrees(mine) { return .measure }
        if groupsFigures(mine) { return .apostrophe }
        let isWithinMarks = openQuotes.last == UInt8(ascii: "'")
        let isBeforeWord = beginsLetterOrDigit(mine + 1)
        // No letter follows feet and minutes.
        if isDigit(byte(mine - 1)), !isWithinMarks, !isBeforeWord || isDigit(byte(mine + 1)) {
            return .measure
        }
        if isAfterLowMark, !isBeforeWord, !isWithinMarks { return .endOfTyped }
        return isBeforeWord || !isWithinMarks ? .apostrophe : nil
    }

    /// `o'brien@example.org`, `example.org/it's`: a mark of the address, not one about it.
    private mutating func isWithinAddress(_ mine: Int) -> Bool {
        guard isInAddress(mine) else { return false }
        let word = word(around: mine)
        let rest = bytes[mine + 1..<max(word.upperBound, mine + 1)]
        if bytes[word.lowerBound..<mine].contains(UInt8(ascii: "/")) {
            return openQuotes.last != bytes[mine] || rest.contains { isLetterOrDigit($0) }
        }
        return isLetterOrDigit(byte(mine - 1))
            && (rest.contains(UInt8(ascii: "@")) || isWithinHandle(mine, of: word))
    }

    /// `info@o'neill.org`, `@john_o'neil`, and not the genitive of `@john's`.
    private func isWithinHandle(_ mine: Int, of word: Range<Int>) -> Bool {
        let isGenitive = byte(mine + 1) == UInt8(ascii: "s") && !beginsLetterOrDigit(mine + 2)
        return bytes[word.lowerBound..<mine].contains(UInt8(ascii: "@"))
            && beginsLetterOrDigit(mine + 1) && !isGenitive
    }

    private func isDoubled(_ mine: Int) -> Bool {
        let pair = [bytes[mine], bytes[mine]]
        return stands(pair, at: mine) || stands(pair, at: mine - 1)
    }

    /// `"Il lit "Le Soleil""`, `'Max''`, `"a""b"`, `"6'2""`: two marks in a row behind a word.
    ///
    /// Elsewhere they hold nothing, or are of a kind nobody can be sure of, and so are three.
    private mutating func closeDoubled(_ mine: Int) {
        let mark = bytes[mine]
        guard byte(mine - 1) != mark, byte(mine + 2) != mark, openQuotes.last == mark,
            isClosing(mine)
        else { return }
        let isSingle = mark == UInt8(ascii: "'")
        let isBeforeWord = beginsLetterOrDigit(mine + 2)
        if openQuotes.suffix(2).elementsEqual([mark, mark]), !isBeforeWord {
            close(mark, at: mine)
            close(mark, at: mine + 1)
        } else if isBeforeWord, !isSingle {
            close(mark, at: mine)
            let marks = self.marks(mark)
            openQuotes.append(mark)
            replace(mine + 1..<mine + 2, with: marks.open + marks.inner)
        } else if isDigit(byte(mine - 1)), !isSingle {
            close(mark, at: mine + 1)
        } else if isSingle, !isBeforeWord, endsLetterOrDigit(mine), !isDigit(byte(mine - 1)) {
            replace(mine..<mine + 1, with: language.apostrophe)
            close(mark, at: mine + 1)
        } else {
            return
        }
        place = mine + 2
    }

    /// `"the 12" single"`: inches in a quotation, which another mark behind a word closes.
    private func isInches(_ mine: Int) -> Bool {
        var start = mine
        while start > range.lowerBound, mine - start < 4, isDigit(bytes[start - 1]) { start -= 1 }
        guard mine - start < 4, isMarkOrBlank(endingAt: start) else { return false }
        var at = mine + 1
        let end = min(range.upperBound, mine + Self.longestSingle)
        while at < end {
            if bytes[at] == UInt8(ascii: "\""), !isDigit(byte(at - 1)) { return isClosing(at) }
            at += 1
        }
        return false
    }

    /// `38º48'N`, typed with the sign of a degree or of an ordinal: minutes, whatever stands behind them.
    private func followsDegrees(_ mine: Int) -> Bool {
        var start = mine
        while start > range.lowerBound, mine - start < 3, isDigit(byte(start - 1)) { start -= 1 }
        return start < mine && byte(start - 2) == 0xC2
            && (byte(start - 1) == 0xB0 || byte(start - 1) == 0xBA)
    }

    /// Whether a straight mark at a place closes rather than opens, by what stands about it.
    func isClosing(_ index: Int) -> Bool {
        index < range.upperBound && index > range.lowerBound
            && (bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "\""))
            && !isBlankByte(byte(index - 1)) && !beginsLetterOrDigit(index + 1)
    }

    func isLetter(_ byte: UInt8?) -> Bool { isLetterOrDigit(byte) && !isDigit(byte) }

    /// Turns a straight mark into an opening or a closing one.
    private mutating func turn(_ mark: UInt8, at mine: Int) {
        let isClosing =
            openQuotes.last == mark && !followsElidedWord(mine)
            && (!opens(at: mine) || closes(at: mine) || endsPhrase(mine + 1))
        if isClosing {
            close(mark, at: mine)
        } else if opens(at: mine) {
            let marks = self.marks(mark)
            let after = blanks(startingAt: mine + 1)
            guard after.upperBound < range.upperBound else { return }
            openQuotes.append(mark)
            let end = marks.ownsBlanks ? after.upperBound : mine + 1
            replace(mine..<end, with: marks.open + marks.inner)
            place = max(place, end)
        }
    }

    mutating func close(_ mark: UInt8, at mine: Int) {
        openQuotes.removeLast()
        let marks = self.marks(mark)
        let before = blanks(endingAt: mine)
        let start = marks.ownsBlanks && before.lowerBound >= settled ? before.lowerBound : mine
        replace(start..<mine + 1, with: marks.inner + marks.close)
    }

    /// The inner pair for single marks and within an outer pair; within an inner pair the outer again.
    private func marks(_ mark: UInt8) -> Punctuation.Marks {
        let isWithinInner = openQuotes.last == UInt8(ascii: "'")
        let isOuter =
            isWithinInner || openQuotes.isEmpty && mark == UInt8(ascii: "\"")
        return isOuter ? language.outer : language.inner
    }

    func opens(at index: Int) -> Bool {
        guard index > range.lowerBound, let previous = byte(index - 1) else { return true }
        switch previous {
        case 0x20, 0x0A, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "/"):
            return true
        case UInt8(ascii: "'")
        where isLetterOrDigit(byte(index - 2)) && index - 2 >= range.lowerBound:
            return followsElidedWord(index)
        case UInt8(ascii: "\""), UInt8(ascii: "'"): return openQuotes.last == previous
        case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "{"):
            return bytes[index] == UInt8(ascii: "\"") && beginsQuotation(index)
        case UInt8(ascii: "."): return isMarkOrBlank(endingAt: index) && beginsQuotation(index)
        case 0xA6 where byte(index - 2) == 0x80: return beginsQuotation(index)
        default: return followsOpeningMark(index) || followsParticle(index)
        }
    }

    /// `l'"État"`: whether a word in quotation marks has one before it that is elided.
    private func followsElidedWord(_ index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "\""), beginsLetterOrDigit(index + 1) else {
            return false
        }
        let curled: [UInt8] = [0xE2, 0x80, 0x99]
        return stands([UInt8(ascii: "'")], at: index - 1) && endsLetterOrDigit(index - 1)
            || stands(curled, at: index - 3) && endsLetterOrDigit(index - 3)
    }

    /// Whether a mark can only open: none of its kind is open, and a word follows.
    private func beginsQuotation(_ index: Int) -> Bool {
        !openQuotes.contains(bytes[index]) && beginsLetterOrDigit(index + 1)
    }

    /// After a no-break space, a guillemet, a dash, an apostrophe or a curled mark.
    private func followsOpeningMark(_ index: Int) -> Bool {
        guard let last = byte(index - 1) else { return false }
        if byte(index - 2) == 0xC2 {
            // Germany’s guillemets point inwards.
            return last == 0xA0 || last == 0xAB || last == 0xBB && !language.outer.isGuillemet
        }
        if ",.;:)]".utf8.contains(byte(index + 1) ?? 0) { return false }
        let marks: [UInt8] = [0x93, 0x94, 0x98, 0x99, 0x9A, 0x9C, 0x9E, 0xAF, 0xB9]
        return byte(index - 3) == 0xE2 && byte(index - 2) == 0x80 && marks.contains(last)
    }

    /// `و"نعم"`: Arabic writes its particles and the word they belong to as one.
    ///
    /// A single mark may be an apostrophe, but not after such a particle.
    private func followsParticle(_ index: Int) -> Bool {
        language.isRightToLeft && (!openQuotes.contains(bytes[index]) || endsParticle(index))
            && isLetterOrDigit(byte(index - 1)) && !isDigit(byte(index - 1))
            && beginsLetterOrDigit(index + 1)
            && (bytes[index] == UInt8(ascii: "\"") || endsParticle(index) && hasPartner(index))
    }

    /// `و`, `ف`, `ب`, `ل` and `ك`, with the article or without.
    private func endsParticle(_ end: Int) -> Bool {
        let particles = ["و", "ف", "ب", "ل", "ك"]
        return (["ال"] + particles + particles.map { $0 + "ال" }).contains {
            let particle = Array($0.utf8)
            return stands(particle, at: end - particle.count)
                && isMarkOrBlank(endingAt: end - particle.count)
        }
    }

    /// Whether a mark that may open stands at what it would close: behind a dash or a bracket it opens
    /// if a word follows, `"I said—"no"—and left"`.
    private func closes(at index: Int) -> Bool {
        guard index > range.lowerBound, let previous = byte(index - 1), !isBlankByte(previous)
        else { return false }
        return "\"'".utf8.contains(previous) || !beginsLetterOrDigit(index + 1)
    }

    private func isBlankByte(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x0A }

    /// No quotation in single marks is longer, in bytes.
    static let longestSingle = 2000

    /// Whether a single mark that opens is closed again within the passage, and one that it stands in too.
    private func hasPartner(_ index: Int) -> Bool {
        var at = index + 1
        var missing = openQuotes.last == UInt8(ascii: "'") ? 2 : 1
        let end = min(range.upperBound, index + Self.longestSingle)
        while at < end {
            if bytes[at] == UInt8(ascii: "'"), isClosing(at) {
                missing -= 1
                if missing == 0 { return true }
            }
            at += 1
        }
        return false
    }
}
