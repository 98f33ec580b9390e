/// Spaces at which no line may end, and figures.
extension Proofreader {
    mutating func space() {
        let mine = place
        place += 1
        guard mine >= settled, mine > range.lowerBound else { return }
        while place < range.upperBound, bytes[place] == 0x20 { place += 1 }
        if isBeforeStop(mine) || isBeforeArabicMark(mine) {
            replace(mine..<place, with: [])
        } else if endsArabicFigure(mine), stands(Self.arabicPercent, at: place) {
            replace(mine..<place, with: language.percentSpace ?? language.closedPercentSpace)
        } else if bindsBack(mine) {
            replace(mine..<place, with: Punctuation.noBreak)
        } else if place > mine + 1 {
            leaveOutSurplus(mine..<place - 1)
        } else if byte(place) == 0xE2, isBeforeDash(mine) {
            bindDash(at: mine)
        }
    }

    /// Whether nothing but a comma or a full stop follows a word's blanks: no language parts these.
    ///
    /// Points that stand apart, `. . .`, are left as they are.
    private func isBeforeStop(_ blank: Int) -> Bool {
        guard let mark = byte(place), mark == UInt8(ascii: ",") || mark == UInt8(ascii: "."),
            place < range.upperBound, endsPhraseOrWord(blank) || endsInPoints(blank)
        else { return false }
        let next = blanks(startingAt: place + 1)
        return place + 1 >= range.upperBound || !next.isEmpty && byte(next.upperBound) != mark
    }

    /// Three points are one mark, and no stop of their own.
    private func endsInPoints(_ end: Int) -> Bool {
        byte(end - 1) == UInt8(ascii: ".") && isMarkOrBlank(endingAt: end)
    }

    /// Whether `،`, `؛` or `؟` follows a word's blanks, and nothing that it could belong to.
    private func isBeforeArabicMark(_ blank: Int) -> Bool {
        guard byte(place) == 0xD8, [0x8C, 0x9B, 0x9F].contains(byte(place + 1)),
            place + 2 <= range.upperBound, endsPhraseOrWord(blank)
        else { return false }
        return endsPhrase(place + 2)
    }

    private static let arabicPercent = Array("٪".utf8)

    /// Whether a figure of Arabic or of Persian ends just before a place.
    private func endsArabicFigure(_ end: Int) -> Bool {
        guard end - 2 >= range.lowerBound else { return false }
        switch (bytes[end - 2], bytes[end - 1]) {
        case (0xD9, 0xA0...0xA9), (0xDB, 0xB0...0xB9): return true
        default: return false
        }
    }

    /// Of several blanks one is meant: typists put two after a stop, or align words by them.
    private mutating func leaveOutSurplus(_ blanks: Range<Int>) {
        place = blanks.upperBound
        replace(blanks, with: [])
        if settled == place { surplus = blanks } else { place += 1 }
    }

    /// U+2028 and U+2029, which come with text from programs of layout, part words as a blank does; they
    /// have no glyph, and words would stand as one.
    mutating func takeSeparator(_ mine: Int) -> Bool {
        guard byte(mine + 1) == 0x80, byte(mine + 2) == 0xA8 || byte(mine + 2) == 0xA9 else {
            return false
        }
        let isApart = !blanks(endingAt: mine).isEmpty || isBlank(at: mine + 3)
        replace(mine..<mine + 3, with: isApart ? [] : [0x20])
        place = mine + 3
        return true
    }

    /// Whether what stands before a blank stays with what follows it.
    ///
    /// Spaces are many: most are seen to be plain by the byte on either side of them.
    private func bindsBack(_ blank: Int) -> Bool {
        let last = bytes[blank - 1]
        let next = byte(place)
        if blank == abbreviationEnd { return false }
        if last == UInt8(ascii: "."),
            isAfterOrdinalDay(blank) || isAfterInitial(blank) || isWithinAbbreviation(blank)
        {
            return true
        }
        if isDigit(next) {
            return language.endsNumberAbbreviation[Int(last)] && isAfterAbbreviation(blank)
        }
        if language.endsAbbreviation[Int(last)], isAfterAbbreviation(blank) { return true }
        if last == UInt8(ascii: "-") || last == 0x93 { return followsRoundAmount(blank) }
        if last == 0xB0, isWithinDegrees(blank) { return true }
        if last >= 0x80, endsArabicFigure(blank), unit(at: place) != nil { return true }
        return next.map { Self.isRomanFigure($0) } ?? false && tellsOneFromOthers(blank)
    }

    /// `37° C`: a sign of degrees that stands off the letter of its scale.
    private func isWithinDegrees(_ blank: Int) -> Bool {
        byte(blank - 2) == 0xC2 && isDigit(byte(blank - 3)) && "CF".utf8.contains(byte(place) ?? 0)
            && !beginsLetterOrDigit(place + 1)
    }

    /// `Louis XIV`, `François Ier`, `chapter IV`: what is told from others of its name by a number.
    ///
    /// One figure may be a word, `I`. Source: Imprimerie nationale, *Lexique des règles typographiques*, on
    /// divisions to be avoided.
    private func tellsOneFromOthers(_ blank: Int) -> Bool {
        let first = blanks(startingAt: blank).upperBound
        var end = first
        while end < range.upperBound, Self.isRomanFigure(bytes[end]) { end += 1 }
        let isFirst = isFirstOfName(first..<end)
        guard isFirst || end - first > 1 && !beginsLetterOrDigit(end),
            (0x61...0x7A).contains(bytes[blank - 1])
        else { return false }
        var start = blank
        while start > range.lowerBound, !isMarkOrBlank(endingAt: start), blank - start < 24 {
            start -= 1
        }
        // `Le Ier siècle` begins with an article.
        if isFirst, blank - start < 4 { return false }
        return capital(startingAt: start) != nil
            || language.numberAbbreviations.contains(Array(bytes[start..<blank]))
    }

    /// `Ier`, `Ire`: the first of a name.
    private func isFirstOfName(_ figures: Range<Int>) -> Bool {
        guard bytes[figures].elementsEqual("I".utf8) else { return false }
        return language.romanOrdinals.contains {
            $0.figures.elementsEqual("I".utf8) && stands($0.typed, at: figures.upperBound)
                && !beginsLetterOrDigit(figures.upperBound + $0.typed.count)
        }
    }

    /// `May 5`: a month with the day after it.
    private func isDay(_ start: Int) -> Bool {
        isDigit(byte(start)) && !isDigit(byte(start + (isDigit(byte(start + 1)) ? 2 : 1)))
    }

    func isAfterAbbreviation(_ end: Int) -> Bool {
        let next = blanks(startingAt: end).upperBound
        guard beginsLetterOrDigit(next) else { return false }
        var start = end
        while start > range.lowerBound, !isMarkOrBlank(endingAt: start) {
            start -= 1
            if end - start > language.longestAbbreviation { return false }
        }
        guard start < end else { return false }
        let word = Array(bytes[start..<end])
        if language.abbreviations.contains(word) { return true }
        return isDigit(byte(next))
            && (language.numberAbbreviations.contains(word)
                || language.months.contains(word) && isDay(next))
    }

    /// `24. Februar`, `21. Jahrhundert`, `24. 2. 2022`: a number with its point stays with what it counts.
    private func isAfterOrdinalDay(_ end: Int) -> Bool {
        guard byte(end - 1) == UInt8(ascii: "."), isDigit(byte(end - 2)),
            end - 2 >= range.lowerBound
        else { return false }
        if let unit = unit(at: blanks(startingAt: end).upperBound),
            isCounted(Array(bytes[unit]), endingAt: end)
        {
            return true
        }
        return language.ordinalPoint && followsDay(end)
    }

    /// A year with a stop ends a sentence: what a number with its point counts has two figures at most.
    private func isCounted(_ unit: [UInt8], endingAt end: Int) -> Bool {
        language.months.contains(unit)
            || language.ordinalPoint && (1...2).contains(figures(endingAt: end - 1).count)
    }

    /// Whether a blank stands between the figures of a day and a month, or of a month and a year.
    private func followsDay(_ blank: Int) -> Bool {
        let next = figures(from: blanks(startingAt: blank).upperBound)
        if next.count == 4 { return isAfterDate(blank) }
        guard (1...2).contains(next.count), byte(next.upperBound) == UInt8(ascii: ".") else {
            return false
        }
        let year = figures(from: blanks(startingAt: next.upperBound + 1).upperBound)
        return year.count == 4
    }

    private func isAfterDate(_ blank: Int) -> Bool {
        let month = figures(endingAt: blank - 1)
        let gap = blanks(endingAt: month.lowerBound)
        guard (1...2).contains(month.count), !gap.isEmpty,
            byte(gap.lowerBound - 1) == UInt8(ascii: ".")
        else { return false }
        return (1...2).contains(figures(endingAt: gap.lowerBound - 1).count)
    }

    private func figures(from start: Int) -> Range<Int> {
        var end = start
        while end < range.upperBound, end - start < 5, isDigit(bytes[end]) { end += 1 }
        return start..<max(start, end)
    }

    private func figures(endingAt end: Int) -> Range<Int> {
        var start = end
        while start > range.lowerBound, end - start < 5, isDigit(bytes[start - 1]) { start -= 1 }
        return start..<end
    }

    /// A dash between clauses never begins a line.
    private func isBeforeDash(_ index: Int) -> Bool {
        byte(index + 1) == 0xE2 && byte(index + 2) == 0x80 && byte(index + 3) == 0x93
            && byte(index + 4) == 0x20
            || byte(index + 1) == 0xE2 && byte(index + 2) == 0x80 && byte(index + 3) == 0x94
                && byte(index + 4) == 0x20
    }

    /// A number, what belongs to it, and the endings of ordinals.
    mutating func figures() {
        let start = place
        while place < range.upperBound, isDigit(bytes[place]) { place += 1 }
        partSign(before: start)
        if keepTelephone(from: start) { return }
        let isWhole = !endsLetterOrDigit(start)
        if isWhole, let ending = language.ordinals.first(where: { stands($0.typed, at: place) }) {
            raise(ending, after: start)
        }
        let figures = start..<place
        joinGroups(from: start)
        let gap = blanks(startingAt: place)
        guard gap.upperBound < range.upperBound else { return }
        if bytes[gap.upperBound] == UInt8(ascii: "x") { return multiply(after: figures) }
        guard !gap.isEmpty else { return partUnit(after: figures.lowerBound..<place) }
        if byte(gap.upperBound) == UInt8(ascii: "%") {
            replace(gap, with: language.percentSpace ?? language.closedPercentSpace)
        } else if let unit = unit(at: gap.upperBound) {
            replace(gap, with: Punctuation.noBreak)
            joinRest(of: unit)
        } else if isMonthAhead(gap.upperBound) {
            replace(gap, with: Punctuation.noBreak)
        }
    }

    /// `24 de fevereiro`: whether the month follows that the language joins to its day with a word.
    private func isMonthAhead(_ start: Int) -> Bool {
        guard let joint = language.monthJoint, stands(joint, at: start) else { return false }
        let next = unit(at: blanks(startingAt: start + joint.count).upperBound)
        return next.map { language.months.contains(Array(bytes[$0])) } ?? false
    }

    /// `9 h 30`, `500 F CFA`, `3 Mio. €`: what follows a unit stays as well.
    mutating func joinRest(of first: Range<Int>) {
        var unit = first
        while true {
            place = max(place, unit.upperBound)
            let gap = blanks(startingAt: unit.upperBound)
            guard !gap.isEmpty, gap.upperBound < range.upperBound else { return }
            let isHour = bytes[unit].elementsEqual("h".utf8) && isDigit(byte(gap.upperBound))
            let currency = currency(at: gap.upperBound)
            guard isHour || currency != nil else { return }
            replace(gap, with: Punctuation.noBreak)
            place = max(place, gap.upperBound)
            guard let currency else { return }
            unit = currency
        }
    }

    /// A unit that begins with a capital or a sign.
    private func currency(at start: Int) -> Range<Int>? {
        guard !(0x61...0x7A).contains(bytes[start]), let unit = unit(at: start),
            language.units.contains(Array(bytes[unit]))
        else { return nil }
        return unit
    }

    /// `15 416`: one to three figures, then groups of three, and no figure before or after.
    private mutating func joinGroups(from start: Int) {
        guard (1...3).contains(place - start), isAlone(start),
            let number = grouped(from: start, to: place)
        else { return }
        if joinRange(from: number) { return }
        guard !number.gaps.isEmpty, byte(number.end) != UInt8(ascii: "-") else { return }
        join(number)
    }

    /// `10 000-12 000`, `5 000 - 10 000`, `5-10 000`: two numbers that rise, one with groups at the least.
    private mutating func joinRange(from first: Grouped) -> Bool {
        let before = blanks(startingAt: first.end)
        let hyphen = before.upperBound
        guard byte(hyphen) == UInt8(ascii: "-"), hyphen < range.upperBound else { return false }
        let after = blanks(startingAt: hyphen + 1)
        var end = after.upperBound
        while end < range.upperBound, isDigit(bytes[end]) { end += 1 }
        guard before.isEmpty == after.isEmpty, (1...3).contains(end - after.upperBound),
            let last = grouped(from: after.upperBound, to: end),
            !first.gaps.isEmpty || before.isEmpty && !last.gaps.isEmpty, first.value < last.value,
            !beginsLetterOrDigit(last.end), byte(last.end) != UInt8(ascii: "-")
        else { return false }
        join(first)
        replace(before.lowerBound..<after.upperBound, with: language.rangeDash)
        join(last)
        return true
    }

    /// A number with blanks between its groups.
    private struct Grouped {
        var gaps: [Range<Int>] = []
        var end: Int
        var value: Int
    }

    /// The number whose first group has been read; nil where groups of another length follow.
    private func grouped(from start: Int, to end: Int) -> Grouped? {
        var number = Grouped(end: end, value: figure(start..<end))
        while number.gaps.count < 5 {
            let gap = blanks(startingAt: number.end)
            guard !gap.isEmpty, isDigit(byte(gap.upperBound)), gap.upperBound < range.upperBound
            else { break }
            let group = gap.upperBound..<gap.upperBound + 3
            guard group.upperBound <= range.upperBound, group.allSatisfy({ isDigit(bytes[$0]) }),
                !isDigit(byte(group.upperBound))
            else { return nil }
            number.gaps.append(gap)
            number.value = number.value * 1000 + figure(group)
            number.end = group.upperBound
        }
        return number
    }

    private func figure(_ digits: Range<Int>) -> Int {
        digits.reduce(0) { $0 * 10 + Int(bytes[$1]) - 0x30 }
    }

    private mutating func join(_ number: Grouped) {
        for gap in number.gaps { replace(gap, with: language.groupSpace) }
        place = number.end
    }

    /// Whether no figure, nor a sign that belongs to one, stands before a number.
    func isAlone(_ start: Int) -> Bool {
        guard start > range.lowerBound else { return true }
        let previous = byte(start - 1)
        if endsLetterOrDigit(start) { return signBefore(start) != nil }
        if [0x2C, 0x2E, 0x2F, 0x2D, 0x2B].contains(previous), !isMarkOrBlank(endingAt: start) {
            return false
        }
        let before = blanks(endingAt: start)
        return before.isEmpty || !isDigit(byte(textEnd(before: before) - 1))
            || before.lowerBound == range.lowerBound
    }

    func unit(at start: Int) -> Range<Int>? {
        for sign in language.unitSigns where stands(sign, at: start) {
            return start..<start + sign.count
        }
        var end = start
        while end < range.upperBound,
            isLetterOrDigit(bytes[end]) || bytes[end] == 0x2E
                || bytes[end] == UInt8(ascii: "$") && end > start
        {
            // Marks of Arabic.
            if bytes[end] == 0xD8, [0x8C, 0x9B, 0x9F].contains(byte(end + 1)) { break }
            if bytes[end] == 0xC2, byte(end + 1) == 0xA0 || byte(end + 1) == 0xBB { break }
            if bytes[end] == 0xE2, byte(end + 1) == 0x80 { break }
            end += 1
            if end - start > 24 { return nil }
        }
        let last = end
        while end > start {
            let word = Array(bytes[start..<end])
            if language.units.contains(word) || language.months.contains(word) {
                // `m. E.` is no metre.
                let isAbbreviation =
                    end < last && stands(Punctuation.narrow, at: last)
                return isAbbreviation ? nil : start..<end
            }
            guard bytes[end - 1] == UInt8(ascii: ".") else { return nil }
            end -= 1
        }
        return nil
    }

    mutating func percent() {
        let mine = place
        place += 1
        guard let space = language.percentSpace, isDigit(byte(mine - 1)), mine > range.lowerBound,
            !isInAddress(mine), !beginsLetterOrDigit(mine + 1),
            !isCompound(mine + 1)
        else { return }
        replace(mine..<mine, with: space)
    }

    /// The hyphen of `5%-Hürde`.
    func isCompound(_ hyphen: Int) -> Bool {
        byte(hyphen) == UInt8(ascii: "-") && beginsLetterOrDigit(hyphen + 1)
            && !isDigit(byte(hyphen + 1))
    }
}
