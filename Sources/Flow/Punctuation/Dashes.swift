/// Dashes that are typed as hyphens.
extension Proofreader {
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
            let textEnd = textEnd(before: before)
            if endsFigures(textEnd), beginsFigures(after.upperBound) {
                if end - mine == 1 { joinSpacedRange(textEnd, before, after) }
                return
            }
            if before.lowerBound >= settled {
                let long = Punctuation.noBreak + Array("— ".utf8)
                let dash = end - mine == 3 ? long : language.clauseDash
                replace(
                    before.lowerBound..<after.upperBound,
                    with: opensAside(mine..<end) ? Punctuation.opening(dash) : dash
                )
                place = max(place, after.upperBound)
            }
        } else if mine == 0, !after.isEmpty, end - mine == 2 || end - mine == 3 {
            // What is said in a dialogue begins with its dash.
            let dash = Array((end - mine == 3 ? "—" : "–").utf8)
            replace(mine..<after.upperBound, with: dash + Punctuation.noBreak)
            place = max(place, after.upperBound)
        } else if end - mine == 2 || end - mine == 3, before.isEmpty, after.isEmpty,
            mine > range.lowerBound, !beginsWord(mine), !isInAddress(mine), !isData(from: end)
        {
            let isLong = end - mine == 3 || breaksOff(mine..<end)
            replace(mine..<end, with: Array((isLong ? "—" : "–").utf8))
        } else if end - mine == 1, let span = numberRange(at: mine) {
            replace(span, with: language.rangeDash)
        } else if end - mine == 1, isMinus(mine) {
            replace(mine..<end, with: Array("\u{2212}".utf8))
            place = mine + 1
        }
    }

    /// The point of a day belongs to its figures: `3. - 5. Oktober`.
    private func endsFigures(_ end: Int) -> Bool {
        let isDay = language.ordinalPoint && byte(end - 1) == UInt8(ascii: ".")
        return isDigit(byte(isDay ? end - 2 : end - 1))
    }

    /// A telephone in a text that runs to the left stands behind U+2066.
    private func beginsFigures(_ index: Int) -> Bool {
        isDigit(byte(index)) || stands([0xE2, 0x81, 0xA6], at: index) && isDigit(byte(index + 3))
    }

    private func followsBracketOrQuote(_ index: Int) -> Bool {
        if let previous = byte(index - 1), "([".utf8.contains(previous) { return true }
        let straight = [UInt8(ascii: "\"")]
        return [straight, language.outer.open, language.inner.open].contains {
            stands($0, at: index - $0.count) && !endsLetterOrDigit(index - $0.count)
        }
    }

    /// `"--install"`, `(--purge)`, `»--help«`: whether nothing stands before hyphens but marks that open;
    /// they are what a program is told, or signs that are spoken of.
    private func beginsWord(_ hyphens: Int) -> Bool {
        guard let previous = byte(hyphens - 1) else { return true }
        switch previous {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "`"): return true
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return openQuotes.last == previous && isMarkOrBlank(endingAt: hyphens - 1)
        case 0xAB, 0xBB:
            return byte(hyphens - 2) == 0xC2 && isMarkOrBlank(endingAt: hyphens - 2)
        default:
            return byte(hyphens - 3) == 0xE2 && byte(hyphens - 2) == 0x80
                && [0x98, 0x9A, 0x9C, 0x9E, 0xB9].contains(previous)
                && isMarkOrBlank(endingAt: hyphens - 3)
        }
    }

    /// `there"--then`: two hyphens without spaces are the language’s dash between clauses, where that
    /// has none either; between figures they are a range.
    private func breaksOff(_ hyphens: Range<Int>) -> Bool {
        language.clauseDash.elementsEqual("—".utf8)
            && !(isDigit(byte(hyphens.lowerBound - 1)) && isDigit(byte(hyphens.upperBound)))
    }

    /// `-5 °C`, `(-3 %)`, `de -2 à 3`: what stands before a number below zero.
    ///
    /// Where a text begins it may be the dash of a list, and only a measure, or a second number below zero,
    /// makes it sure; after a number
    /// it may be a range whose first blank is not there.
    private func isMinus(_ hyphen: Int) -> Bool {
        var end = hyphen + 1
        while end < range.upperBound, isDigit(bytes[end]) || ".,".utf8.contains(bytes[end]) {
            end += 1
        }
        while end > hyphen, ".,".utf8.contains(bytes[end - 1]) { end -= 1 }
        guard end > hyphen + 1, isDigit(byte(hyphen + 1)) else { return false }
        let unit = blanks(startingAt: end).upperBound
        let isMeasure = byte(unit) == UInt8(ascii: "%") || stands(Array("°".utf8), at: unit)
        if hyphen == range.lowerBound { return isMeasure || isBeforeAnother(end) }
        let blanks = blanks(endingAt: hyphen)
        guard !blanks.isEmpty else {
            return byte(hyphen - 1) == 0x0A ? isMeasure : followsBracketOrQuote(hyphen)
        }
        return isMeasure
            || !isDigit(byte(textEnd(before: blanks) - 1)) && !beginsLetterOrDigit(end)
                && byte(end) != UInt8(ascii: "-") && byte(end) != UInt8(ascii: "/")
    }

    /// `-1 to -5`: whether a number is followed by a short word and another below zero.
    private func isBeforeAnother(_ end: Int) -> Bool {
        let gap = blanks(startingAt: end)
        guard !gap.isEmpty else { return false }
        var word = gap.upperBound
        while word < range.upperBound, beginsLetterOrDigit(word), word - gap.upperBound < 6 {
            word += 1
        }
        let next = blanks(startingAt: word)
        return word > gap.upperBound && !next.isEmpty
            && byte(next.upperBound) == UInt8(ascii: "-") && isDigit(byte(next.upperBound + 1))
    }
}
