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
            let isBetweenFigures =
                isDigit(byte(before.lowerBound - 1)) && isDigit(byte(after.upperBound))
            if isBetweenFigures { return }
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
            mine > range.lowerBound, !isInAddress(mine)
        {
            let isLong = end - mine == 3 || breaksOff(mine..<end)
            replace(mine..<end, with: Array((isLong ? "—" : "–").utf8))
        } else if end - mine == 1, let span = numberRange(at: mine) {
            replace(span, with: language.rangeDash)
        } else if end - mine == 1, isMinus(mine) {
            replace(mine..<end, with: Array("\u{2212}".utf8))
        }
    }

    /// `there"--then`: two hyphens without spaces are the language’s dash between clauses, where that
    /// has none either; between figures they are a range.
    private func breaksOff(_ hyphens: Range<Int>) -> Bool {
        language.clauseDash.elementsEqual("—".utf8)
            && !(isDigit(byte(hyphens.lowerBound - 1)) && isDigit(byte(hyphens.upperBound)))
    }

    /// `-5 °C`, `-3 %`: what stands before a measure that may be below zero, and after nothing.
    private func isMinus(_ hyphen: Int) -> Bool {
        guard hyphen == range.lowerBound || !blanks(endingAt: hyphen).isEmpty else { return false }
        var end = hyphen + 1
        while end < range.upperBound, isDigit(bytes[end]) || ".,".utf8.contains(bytes[end]) {
            end += 1
        }
        guard end > hyphen + 1, isDigit(bytes[end - 1]) else { return false }
        let unit = blanks(startingAt: end).upperBound
        return byte(unit) == UInt8(ascii: "%") || stands(Array("°".utf8), at: unit)
    }

    /// The hyphen of `12-15`, `2012-2022`, `9:00-10:30`, `9h-10h30`, `24.-26.`: between two numbers
    /// that rise, and nothing else in the word.
    ///
    /// Numbers of telephones, laws and standards look alike, so three figures before more, and what
    /// follows `n°` or `No.`, stay as they are.
    private mutating func numberRange(at hyphen: Int) -> Range<Int>? {
        var word = word(around: hyphen)
        // Two numbers with all the marks that may stand about them are no longer.
        guard word.count < 64 else { return nil }
        while let length = mark(at: word.lowerBound, of: "([$\"'"), length < word.count {
            word = word.lowerBound + length..<word.upperBound
        }
        while let length = mark(endingAt: word.upperBound, of: ")],;:%!?\"'"), length < word.count {
            word = word.lowerBound..<word.upperBound - length
        }
        guard word.lowerBound < hyphen, hyphen + 1 < word.upperBound else { return nil }
        if areCenturies(word.lowerBound..<hyphen, hyphen + 1..<word.upperBound) {
            return hyphen..<hyphen + 1
        }
        guard word.count <= 13 else { return nil }
        var right = Array(bytes[hyphen + 1..<word.upperBound])
        let left = Array(bytes[word.lowerBound..<hyphen])
        let areDays = left.last == UInt8(ascii: ".")
        if !areDays, right.last == UInt8(ascii: ".") { right.removeLast() }
        let isRange =
            areDays
            ? self.areDays(left, right)
            : areTimes(left, right) || areSpacedTimes(word, around: hyphen)
                || !followsFigures(word.lowerBound)
                    && (rise(left, right) || areYears(left, right)
                        || arePages(left, right, from: word.lowerBound))
        return isRange && !isNumbered(word.lowerBound) && !names(aThingBy: word)
            ? hyphen..<hyphen + 1 : nil
    }

    /// The length of a mark about a range: one of these, or a curled one.
    private func mark(at index: Int, of marks: String) -> Int? {
        guard let first = byte(index) else { return nil }
        if marks.utf8.contains(first) { return 1 }
        return first == 0xE2 && byte(index + 1) == 0x80 ? 3 : nil
    }

    private func mark(endingAt end: Int, of marks: String) -> Int? {
        if let last = byte(end - 1), marks.utf8.contains(last) { return 1 }
        return byte(end - 3) == 0xE2 && byte(end - 2) == 0x80 ? 3 : nil
    }

    private func rise(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.allSatisfy({ isDigit($0) }), right.allSatisfy({ isDigit($0) }),
            left.count <= 4, right.count <= 4, left.first != UInt8(ascii: "0"),
            left.count == right.count || left.count < 3
        else { return false }
        // Of four figures each, years are a range; others are more often a telephone.
        if left.count == 4, !isYear(number(right)) { return false }
        return number(left) < number(right)
    }

    private func isYear(_ number: Int) -> Bool { (1000..<2200).contains(number) }

    /// `2019-20`: a year and the next; `2011-12` might be a month.
    private func areYears(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == 4, right.count == 2, (left + right).allSatisfy({ isDigit($0) }) else {
            return false
        }
        let (first, next) = (number(left), number(right))
        return isYear(first) && next == first % 100 + 1 && next > 12
    }

    /// `pp. 123-45`, `pp. 2345-2351`: after `pp.` and its like whatever rises is a range.
    private mutating func arePages(_ left: [UInt8], _ right: [UInt8], from start: Int) -> Bool {
        guard (left + right).allSatisfy({ isDigit($0) }), (1...4).contains(right.count),
            (right.count...4).contains(left.count), left.first != UInt8(ascii: "0"),
            number(Array(left.suffix(right.count))) < number(right)
        else { return false }
        return language.abbreviations.contains(Array(bytes[wordBefore(start)]))
    }

    /// `22 33-44`, `(11) 33-44`: after figures that are no year it is a telephone.
    private mutating func followsFigures(_ start: Int) -> Bool {
        let before = bytes[wordBefore(start)].filter { !"+()".utf8.contains($0) }
        guard !before.isEmpty, before.count < 12, before.allSatisfy({ isDigit($0) }) else {
            return false
        }
        return !isYear(number(before))
    }

    /// What stands before a place, from blank to blank.
    mutating func wordBefore(_ start: Int) -> Range<Int> {
        let end = blanks(endingAt: start).lowerBound
        guard end < start, end > range.lowerBound else { return start..<start }
        return word(around: end - 1).lowerBound..<end
    }

    private func areDays(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard right.last == UInt8(ascii: ".") else { return false }
        return rise(left.dropLast(), right.dropLast())
    }

    private func rise(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        left.count <= 2 && right.count <= 2 && rise(Array(left), Array(right))
    }

    private func areTimes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard let start = minutes(left), let end = minutes(right) else { return false }
        return start < end
    }

    /// The middle of `8 h 30-9 h 45`.
    private func areSpacedTimes(_ word: Range<Int>, around hyphen: Int) -> Bool {
        let (left, right) = (word.lowerBound..<hyphen, hyphen + 1..<word.upperBound)
        guard left.count == 2, (1...2).contains(right.count),
            (Array(left) + Array(right)).allSatisfy({ isDigit(bytes[$0]) })
        else { return false }
        let before = blanks(endingAt: left.lowerBound)
        let after = blanks(startingAt: right.upperBound)
        return !before.isEmpty && !after.isEmpty
            && byte(before.lowerBound - 1) == UInt8(ascii: "h")
            && byte(after.upperBound) == UInt8(ascii: "h")
            && !beginsLetterOrDigit(after.upperBound + 1)
    }

    /// `XVIIIe-XIXe`: Roman figures with the ending of an ordinal, or the second alone with it.
    private func areCenturies(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard let last = romanNumber(right), last.isOrdinal, let first = romanNumber(left) else {
            return false
        }
        return first.value < last.value
    }

    /// Since midnight, of `9:05`, `9h`, `9h05`, `10am`.
    private func minutes(_ text: [UInt8]) -> Int? {
        if let hour = hourOfTwelve(text) { return hour * 60 }
        guard let sign = text.firstIndex(where: { $0 == 0x3A || $0 == 0x68 }) else { return nil }
        let (hour, minute) = (text[..<sign], text[(sign + 1)...])
        guard (1...2).contains(hour.count), hour.allSatisfy({ isDigit($0) }),
            minute.allSatisfy({ isDigit($0) }),
            minute.count == 2 || minute.isEmpty && text[sign] == 0x68
        else { return nil }
        let total = number(Array(hour)) * 60 + number(Array(minute))
        return total <= 1440 ? total : nil
    }

    /// The hour of `10am` and `5pm`.
    private func hourOfTwelve(_ text: [UInt8]) -> Int? {
        let isLate = text.suffix(2).elementsEqual("pm".utf8)
        guard isLate || text.suffix(2).elementsEqual("am".utf8) else { return nil }
        let digits = text.dropLast(2)
        guard (1...2).contains(digits.count), digits.allSatisfy({ isDigit($0) }) else { return nil }
        let hour = number(Array(digits))
        return (1...12).contains(hour) ? hour % 12 + (isLate ? 12 : 0) : nil
    }

    private func number(_ digits: [UInt8]) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    /// Whether `n°`, `No.` or their like stand before a place.
    private func isNumbered(_ start: Int) -> Bool {
        let end = blanks(endingAt: start).lowerBound
        return [
            "n°", "N°", "nᵒ", "nº", "Nº", "No.", "no.", "Nr.", "n.º", "N.º", "№",
        ].contains {
            stands(Array($0.utf8), at: end - $0.utf8.count)
        }
    }
}
