/// Marks of other scripts, typed for want of a key.
extension Proofreader {
    /// Puts the language’s own mark in place of another’s beside its own letters.
    ///
    /// Marks inside numbers and addresses, and those of Latin words, stay as they are.
    mutating func takeOwnMark() -> Bool {
        for mark in language.ownMarks where stands(mark.typed, at: place) {
            let end = place + mark.typed.count
            if mark.typed[0] < 0x80 {
                if endsFigure(place), beginsFigure(end) { return false }
                guard endsClause(end),
                    isOwnLetter(before: place) || isOwnLetter(after: end)
                        || isBesideAddress(place..<end)
                else { return false }
            }
            let before = blanks(endingAt: place)
            let standsOff =
                mark.typed[0] < 0x80 && before.lowerBound >= settled
                && before.lowerBound > range.lowerBound
            replace((standsOff ? before.lowerBound : place)..<end, with: mark.own)
            place = end
            return true
        }
        return false
    }

    private func endsClause(_ end: Int) -> Bool {
        guard end < range.upperBound else { return true }
        return isBlank(at: end) || bytes[end] == 0x0A || bytes[end] >= 0x80
            || ")]\u{22}!?.".utf8.contains(bytes[end])
    }

    /// Addresses are of no script: what stands about them decides.
    private mutating func isBesideAddress(_ mark: Range<Int>) -> Bool {
        guard isInAddress(mark.lowerBound) else { return false }
        if isOwnLetter(before: word(around: mark.lowerBound).lowerBound) { return true }
        var end = mark.upperBound
        // More of them in a row are a list that no letter of the language speaks for.
        for _ in 0..<4 {
            let next = blanks(startingAt: end).upperBound
            guard next > end, next < range.upperBound, isInAddress(next) else { return false }
            end = word(around: next).upperBound
            if isOwnLetter(after: end) { return true }
        }
        return false
    }

    /// Past blanks, closing marks, figures and shares of a hundred.
    private func isOwnLetter(before index: Int) -> Bool {
        var at = textEnd(before: blanks(endingAt: index))
        while at > range.lowerBound {
            var lead = at - 1
            while lead > range.lowerBound, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
            if !Self.isPassed[Int(bytes[lead])] { return isOwnLead(lead) }
            at = lead
        }
        return false
    }

    /// By the first byte of a sign, whether it is of no script.
    private static let isPassed: [Bool] = (0..<256).map { value in
        value == 0xC2 || value == 0xE2 || " \")]!?.,;%_0123456789".utf8.contains(UInt8(value))
    }

    private func isOwnLetter(after index: Int) -> Bool {
        let next = blanks(startingAt: index)
        return !next.isEmpty && next.upperBound < range.upperBound && isOwnLead(next.upperBound)
    }

    /// Letters of Arabic, N’Ko, Adlam and Ethiopic begin with these bytes.
    private func isOwnLead(_ index: Int) -> Bool {
        switch bytes[index] {
        case 0xD8...0xDF, 0xF0: true
        case 0xE1: (0x88...0x8E).contains(byte(index + 1) ?? 0)
        default: false
        }
    }

    /// A mark between two figures is the number’s own.
    private func endsFigure(_ index: Int) -> Bool {
        [2, 4].contains { index - $0 >= range.lowerBound && beginsFigure(index - $0) }
    }

    /// Figures of Arabic, of Persian, of N’Ko and of Adlam.
    private func beginsFigure(_ index: Int) -> Bool {
        guard index + 2 <= range.upperBound else { return false }
        switch (bytes[index], bytes[index + 1]) {
        case (0xD9, 0xA0...0xA9), (0xDB, 0xB0...0xB9), (0xDF, 0x80...0x89): return true
        case (0xF0, 0x9E): return stands([0xA5], at: index + 2) && isAdlamFigure(index + 3)
        default: return false
        }
    }

    private func isAdlamFigure(_ last: Int) -> Bool {
        last < range.upperBound && (0x90...0x99).contains(bytes[last])
    }
}
