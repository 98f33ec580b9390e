/// Spaces at which no line may end, and figures.
extension Proofreader {
    mutating func space() {
        let mine = place
        place += 1
        guard mine >= settled, mine > range.lowerBound else { return }
        while place < range.upperBound, bytes[place] == 0x20 { place += 1 }
        // Spaces are many: most are seen to be plain by the byte on either side of them.
        let last = bytes[mine - 1]
        let isAfterPoint = last == UInt8(ascii: ".")
        if isAfterPoint && (isAfterOrdinalDay(mine) || isAfterInitial(mine))
            || language.endsAbbreviation[Int(last)] && isAfterAbbreviation(mine)
        {
            replace(mine..<place, with: Punctuation.noBreak)
        } else if place > mine + 1 {
            leaveOutSurplus(mine..<place - 1)
        } else if byte(place) == 0xE2, isBeforeDash(mine) {
            bindDash(at: mine)
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
        return language.abbreviations.contains(word)
            || isDigit(byte(next)) && language.numberAbbreviations.contains(word)
    }

    /// `24. Februar`: a day with its point stays with its month.
    private func isAfterOrdinalDay(_ end: Int) -> Bool {
        guard byte(end - 1) == UInt8(ascii: "."), isDigit(byte(end - 2)),
            end - 2 >= range.lowerBound
        else { return false }
        let next = blanks(startingAt: end).upperBound
        return unit(at: next).map { language.months.contains(Array(bytes[$0])) } ?? false
    }

    /// `J. K. Rowling`, `J.-P. Diallo`, `É. Zola`: an initial stays with what follows.
    private func isAfterInitial(_ end: Int) -> Bool {
        guard byte(end - 1) == UInt8(ascii: "."), let start = capital(endingAt: end - 1),
            let next = capital(startingAt: blanks(startingAt: end).upperBound)
        else { return false }
        if start == range.lowerBound || isMarkOrBlank(endingAt: start) { return true }
        switch byte(start - 1) {
        case UInt8(ascii: "-"): return byte(start - 2) == UInt8(ascii: ".")
        // A sentence may end on one letter: two initials make it sure.
        default: return !isLetterOrDigit(byte(start - 1)) && byte(next) == UInt8(ascii: ".")
        }
    }

    /// Where the capital, of ASCII or Latin-1, that ends just before a place begins.
    private func capital(endingAt end: Int) -> Int? {
        [end - 1, end - 2].first { $0 >= range.lowerBound && capital(startingAt: $0) == end }
    }

    /// Where the capital that begins at a place ends.
    private func capital(startingAt start: Int) -> Int? {
        guard start < range.upperBound, let first = byte(start) else { return nil }
        if (0x41...0x5A).contains(first) { return start + 1 }
        guard first == 0xC3, let second = byte(start + 1), second != 0x97 else { return nil }
        return (0x80...0x9E).contains(second) ? start + 2 : nil
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
        if keepTelephone(from: start) { return }
        let isWhole = !endsLetterOrDigit(start)
        if isWhole, let ending = language.ordinals.first(where: { stands($0.typed, at: place) }) {
            raise(ending, after: start)
        }
        joinGroups(from: start)
        let gap = blanks(startingAt: place)
        guard !gap.isEmpty, gap.upperBound < range.upperBound else { return }
        if byte(gap.upperBound) == UInt8(ascii: "%") {
            replace(gap, with: language.percentSpace ?? Punctuation.noBreak)
        } else if let unit = unit(at: gap.upperBound) {
            replace(gap, with: Punctuation.noBreak)
            joinRest(of: unit)
        }
    }

    /// `9 h 30`, `500 F CFA`, `3 Mio. €`: what follows a unit stays as well.
    private mutating func joinRest(of first: Range<Int>) {
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
        if endsLetterOrDigit(start) { return false }
        if [0x2C, 0x2E, 0x2F, 0x2D, 0x2B].contains(previous) { return false }
        let before = blanks(endingAt: start)
        return before.isEmpty || !isDigit(byte(textEnd(before: before) - 1))
            || before.lowerBound == range.lowerBound
    }

    /// `z. B.`, typed with a space inside or without one.
    mutating func spacedAbbreviation(at point: Int) -> Bool {
        for form in language.spaced {
            guard let first = form.typed.firstIndex(of: UInt8(ascii: ".")) else { continue }
            let start = point - first
            guard stands(form.typed, at: start),
                !endsLetterOrDigit(start),
                !beginsLetterOrDigit(start + form.typed.count)
            else { continue }
            replace(start..<start + form.typed.count, with: form.printed)
            place = start + form.typed.count
            return true
        }
        return false
    }

    func unit(at start: Int) -> Range<Int>? {
        if stands([UInt8(ascii: "$")], at: start), language.units.contains([UInt8(ascii: "$")]) {
            return start..<start + 1
        }
        var end = start
        while end < range.upperBound, isLetterOrDigit(bytes[end]) || bytes[end] == 0x2E {
            if bytes[end] == 0xC2, byte(end + 1) == 0xA0 || byte(end + 1) == 0xBB { break }
            if bytes[end] == 0xE2, byte(end + 1) == 0x80 { break }
            end += 1
            if end - start > 24 { return nil }
        }
        while end > start {
            let word = Array(bytes[start..<end])
            if language.units.contains(word) || language.months.contains(word) {
                return start..<end
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
    private func isCompound(_ hyphen: Int) -> Bool {
        byte(hyphen) == UInt8(ascii: "-") && beginsLetterOrDigit(hyphen + 1)
            && !isDigit(byte(hyphen + 1))
    }
}
