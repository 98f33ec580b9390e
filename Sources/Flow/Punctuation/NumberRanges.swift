/// Hyphens between two numbers that stand for “to”.
///
/// Sources: *New Hart’s Rules*, 4.11.1; Imprimerie nationale, *Lexique*; Duden, “Bis-Strich”.
extension Proofreader {
    /// Two numbers, or what is said with them, on either side of a hyphen.
    struct Ends {
        var left: Range<Int>
        var right: Range<Int>
    }

    /// The hyphen of `12-15`, `2012-2022`, `9:00-10:30`, `9h-10h30`, `24.-26.`, `1,5-2 %`,
    /// `28 février-1er mars`: between two numbers that rise, and nothing else in the word.
    ///
    /// Numbers of telephones, laws and standards look alike, so three figures before more, and what
    /// follows `n°` or `No.`, stay as they are.
    mutating func numberRange(at hyphen: Int) -> Range<Int>? {
        let whole = word(around: hyphen)
        // Two numbers with all the marks that may stand about them are no longer; each hyphen of a word
        // asks, so that what is longer is not read.
        guard whole.count < 64 else { return nil }
        let word = withoutSign(bare(whole), upTo: hyphen)
        guard word.lowerBound < hyphen, hyphen + 1 < word.upperBound else { return nil }
        let ends = Ends(left: word.lowerBound..<hyphen, right: hyphen + 1..<word.upperBound)
        let isRange =
            areCenturies(ends.left, ends.right) || areNumerals(ends.left, ends.right)
            || areApart(ends) || areNamed(ends) || isRange(ends)
        return isRange ? hyphen..<hyphen + 1 : nil
    }

    /// `10 - 15 people`, `9:00 - 10:30`, `2010 - 2015`: a hyphen that stands off its numbers.
    ///
    /// A number after a word with a capital may be its name, and what follows another matter: `Day 1 - 9
    /// May`. Two times, or two years, are a range there too.
    ///
    /// - Parameter end: Where the first number ends.
    mutating func joinSpacedRange(_ end: Int, _ before: Range<Int>, _ after: Range<Int>) {
        let left = bare(word(around: end - 1)).lowerBound..<end
        let right = bare(word(around: after.upperBound))
        let ends = Ends(left: left, right: after.upperBound..<right.upperBound)
        guard left.count < 16, right.count < 16, right.lowerBound == after.upperBound,
            before.lowerBound >= settled, !isInSum(ends)
        else { return }
        let (first, last) = (Array(bytes[ends.left]), Array(bytes[ends.right]))
        let areSure =
            areTimes(first, last) || areWholeYears(first, last)
            || !isLabel(wordBefore(left.lowerBound))
        guard areSure, isRange(ends) else { return }
        replace(before.lowerBound..<after.upperBound, with: language.rangeDash)
        place = max(place, after.upperBound)
    }

    /// Whether one of several dashes, a sign of equality or more figures stand on either side: a date, a
    /// sum, a telephone.
    private func isInSum(_ ends: Ends) -> Bool {
        let before = textEnd(before: blanks(endingAt: ends.left.lowerBound))
        let after = blanks(startingAt: ends.right.upperBound).upperBound
        let signs = ["-", "=", "+", "/", "–", "—", "−"].map { Array($0.utf8) }
        return isDigit(byte(after))
            || signs.contains { stands($0, at: after) || stands($0, at: before - $0.count) }
    }

    /// Whether a word is a name that a number may belong to: it has a capital, and no stop behind it.
    private func isLabel(_ word: Range<Int>) -> Bool {
        guard let first = byte(word.lowerBound), endsLetterOrDigit(word.upperBound),
            !word.isEmpty
        else { return false }
        return (0x41...0x5A).contains(first)
            || first == 0xC3 && (byte(word.lowerBound + 1) ?? 0) < 0x9F
    }

    /// A word without brackets, quotation marks and stops about it.
    private func bare(_ word: Range<Int>) -> Range<Int> {
        var word = word
        while let length = mark(at: word.lowerBound, of: "([$\"'"), length < word.count {
            word = word.lowerBound + length..<word.upperBound
        }
        while let length = mark(endingAt: word.upperBound, of: ")],;:%!?\"'"), length < word.count {
            word = word.lowerBound..<word.upperBound - length
        }
        // Points of ellipsis, which are a mark when they are set.
        let points = [UInt8](repeating: UInt8(ascii: "."), count: 3)
        if word.count > 3, stands(points, at: word.lowerBound) {
            word = word.lowerBound + 3..<word.upperBound
        }
        return word.count > 3 && stands(points, at: word.upperBound - 3)
            ? word.lowerBound..<word.upperBound - 3 : word
    }

    /// The numbers of `p.12-15`, without the sign that is typed right at them.
    private func withoutSign(_ word: Range<Int>, upTo hyphen: Int) -> Range<Int> {
        guard let first = word.first(where: { isDigit(bytes[$0]) }), first < hyphen,
            signBefore(first)?.lowerBound == word.lowerBound
        else { return word }
        return first..<word.upperBound
    }

    private mutating func isRange(_ ends: Ends) -> Bool {
        let areDays = byte(ends.left.upperBound - 1) == UInt8(ascii: ".")
        var ends = ends
        if !areDays, byte(ends.right.upperBound - 1) == UInt8(ascii: ".") {
            ends.right = ends.right.dropLast()
        }
        let (left, right) = withoutMeasures(ends)
        guard left.count + right.count < 18 else { return false }
        let isRange =
            areDays
            ? self.areDays(left, right)
            : areTimes(europeanFigures(ends.left), europeanFigures(ends.right))
                || areSpacedTimes(ends)
                || !followsFigures(ends.left.lowerBound)
                    && (rise(left, figures(of: right)) || areYears(left, right)
                        || areQuantities(left, right, endingAt: ends.right.upperBound)
                        || arePages(left, right, from: ends.left.lowerBound))
        let whole = ends.left.lowerBound..<ends.right.upperBound
        return isRange && !isNumbered(whole.lowerBound) && !names(aThingBy: whole)
    }

    /// `10%-20%`, `$10-$20`, `10kg-20kg`, `1990s-2000s`: the figures of both ends, without a measure that
    /// both have; figures of Arabic as those of Europe.
    private func withoutMeasures(_ ends: Ends) -> ([UInt8], [UInt8]) {
        var left = europeanFigures(ends.left)
        var right = europeanFigures(ends.right)
        if left.last == UInt8(ascii: "%"), byte(ends.right.upperBound) == UInt8(ascii: "%") {
            left.removeLast()
        }
        for sign in ["$", "€", "£"].map({ Array($0.utf8) }) where right.starts(with: sign) {
            if left.starts(with: sign) {
                left.removeFirst(sign.count)
            } else if !stands(sign, at: ends.left.lowerBound - sign.count) {
                return (left, right)
            }
            right.removeFirst(sign.count)
        }
        let bare = figures(of: left)
        if bare.count < left.count,
            left[bare.count...].elementsEqual(right.suffix(left.count - bare.count))
        {
            right.removeLast(left.count - bare.count)
            left = bare
        }
        return (left, right)
    }

    /// Bytes in which the figures of Arabic and of Persian are those of Europe.
    private func europeanFigures(_ range: Range<Int>) -> [UInt8] {
        var text: [UInt8] = []
        var at = range.lowerBound
        while at < range.upperBound {
            switch (bytes[at], byte(at + 1) ?? 0) {
            case (0xD9, let second) where (0xA0...0xA9).contains(second):
                text.append(second - 0xA0 + 0x30)
                at += 2
            case (0xDB, let second) where (0xB0...0xB9).contains(second):
                text.append(second - 0xB0 + 0x30)
                at += 2
            default:
                text.append(bytes[at])
                at += 1
            }
        }
        return text
    }

    /// Figures without the measure that stands close behind them: `20°C`, `20km`.
    private func figures(of text: [UInt8]) -> [UInt8] {
        let figures = text.prefix { isDigit($0) || $0 == 0x2C || $0 == 0x2E }
        let measure = Array(text[figures.count...])
        let isMeasured = measure.starts(with: "°".utf8) || language.units.contains(measure)
        return isMeasured ? Array(figures) : text
    }

    // MARK: Numbers

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

    /// `1914-18`, `2019-20`: a year and one of the same century; `2011-12` might be a month, and what is
    /// further apart the number of a paper.
    ///
    /// `'68-'72` is two of one century as well.
    private func areYears(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        if left.count == 2, right.count == 3, right[0] == UInt8(ascii: "'") {
            return rise(left, Array(right.dropFirst()))
        }
        guard left.count == 4, right.count == 2, (left + right).allSatisfy({ isDigit($0) }) else {
            return false
        }
        let (first, next) = (number(left), number(right))
        return isYear(first) && next > 12 && (1...30).contains(next - first % 100)
    }

    private func areWholeYears(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == 4 && right.count == 4 && rise(left, right) && isYear(number(left))
    }

    /// `1,5-2 %`, `10.000-12.000`, `9.00-10.30`: where one alone has a mark, a measure follows both.
    private func areQuantities(_ left: [UInt8], _ right: [UInt8], endingAt end: Int) -> Bool {
        let figures = figures(of: right)
        guard let first = quantity(left), let last = quantity(figures),
            first.isMarked || last.isMarked, first.value < last.value
        else { return false }
        if first.isMarked && last.isMarked || figures.count < right.count { return true }
        let next = blanks(startingAt: end).upperBound
        return byte(next) == UInt8(ascii: "%") || stands(Array("°".utf8), at: next)
            || next > end && unit(at: next) != nil
    }

    /// What figures with a decimal mark, or with marks between groups of three, come to.
    private func quantity(_ text: [UInt8]) -> (value: Double, isMarked: Bool)? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == 0x2C || $0 == 0x2E }
        guard let first = parts.first, (1...4).contains(first.count),
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { isDigit($0) } })
        else { return nil }
        let rest = parts.dropFirst()
        if rest.isEmpty { return (Double(number(text)), false) }
        let digits = number(Array(parts.joined()))
        if first.count <= 3, rest.allSatisfy({ $0.count == 3 }) { return (Double(digits), true) }
        guard rest.count == 1, let decimals = rest.first, decimals.count <= 2 else { return nil }
        return (Double(digits) / (decimals.count == 1 ? 10 : 100), true)
    }

    /// `pp. 123-45`, `pp. 2345-2351`: after `pp.` and its like whatever rises is a range.
    private mutating func arePages(_ left: [UInt8], _ right: [UInt8], from start: Int) -> Bool {
        guard (left + right).allSatisfy({ isDigit($0) }), (1...4).contains(right.count),
            (right.count...4).contains(left.count), left.first != UInt8(ascii: "0"),
            number(Array(left.suffix(right.count))) < number(right)
        else { return false }
        return ["p.", "pp.", "P.", "S.", "pág.", "págs.", "ص."].contains(
            String(decoding: bytes[wordBefore(start)], as: UTF8.self)
        )
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
        let end = textEnd(before: blanks(endingAt: start))
        guard end < start, end > range.lowerBound else { return signBefore(start) ?? start..<start }
        return word(around: end - 1).lowerBound..<end
    }

    private func areDays(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard right.last == UInt8(ascii: ".") else { return false }
        return rise(left.dropLast(), right.dropLast())
    }

    private func rise(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        left.count <= 2 && right.count <= 2 && rise(Array(left), Array(right))
    }

    /// The middle of `24 February-1 March`, of `1er-15 avril`, of `9 a.m.-5 p.m.` and of `9 h-17 h`: what
    /// belongs to the numbers stands off them.
    private func areApart(_ ends: Ends) -> Bool {
        let left = Array(bytes[ends.left])
        let right = bytes[ends.right].prefix { isDigit($0) }
        guard (1...2).contains(right.count) else { return false }
        let isWhole = right.count == ends.right.count
        if left.elementsEqual("h".utf8) { return isWhole && isHour(after: ends.right) }
        if Self.halves.contains(where: { left.elementsEqual($0.utf8) }) {
            let gap = blanks(startingAt: ends.right.upperBound)
            return (isWhole || minutes(Array(bytes[ends.right])) != nil)
                && Self.halves.contains { stands(Array($0.utf8), at: gap.upperBound) }
        }
        guard isWhole || isDayEnding(bytes[ends.right].dropFirst(right.count)),
            isMonth(after: ends.right.upperBound)
        else { return false }
        if language.months.contains(left) { return true }
        let day = left.prefix { isDigit($0) }
        return isDayEnding(left[day.count...]) && rise(Array(day), Array(right))
    }

    /// `Monday-Friday`, `March-May`: two days of the week, or two months, where these have a capital.
    ///
    /// In French and Portuguese, which write them small, a hyphen joins them. Source: *New Hart’s Rules*,
    /// 4.11.1.
    private func areNamed(_ ends: Ends) -> Bool {
        guard (0x41...0x5A).contains(bytes[ends.left.lowerBound]) else { return false }
        let names = [ends.left, ends.right].map { Array(bytes[$0]) }
        return names.allSatisfy(language.weekdays.contains)
            || names.allSatisfy(language.months.contains)
    }

    /// `1er`, `1.`: what stands close behind the number of a day.
    private func isDayEnding(_ text: some Collection<UInt8>) -> Bool {
        text.elementsEqual(".".utf8)
            || language.ordinals.contains { $0.typed.elementsEqual(text) }
    }

    /// Whether a month is named after a place, with `de` before it or without.
    private func isMonth(after end: Int) -> Bool {
        var start = blanks(startingAt: end).upperBound
        guard start > end else { return false }
        if stands(Array("de ".utf8), at: start) { start += 3 }
        return unit(at: start).map { language.months.contains(Array(bytes[$0])) } ?? false
    }

    /// `XVIIIe-XIXe`: Roman figures with the ending of an ordinal, or the second alone with it.
    private func areCenturies(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
        guard let last = romanNumber(right), last.isOrdinal, let first = romanNumber(left) else {
            return false
        }
        return first.value < last.value
    }

    func number(_ digits: [UInt8]) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    /// Whether `n°`, `No.` or their like stand before a place.
    private func isNumbered(_ start: Int) -> Bool {
        let end = textEnd(before: blanks(endingAt: start))
        return [
            "n°", "N°", "nᵒ", "nº", "Nº", "No.", "no.", "Nr.", "n.º", "N.º", "№",
        ].contains {
            stands(Array($0.utf8), at: end - $0.utf8.count)
        }
    }
}
