/// Marks of other scripts, typed for want of a key.
extension Proofreader {
    /// Puts the language’s own mark in place of another’s beside its own letters.
    ///
    /// Marks inside numbers and addresses, and those of Latin words, stay as they are.
    mutating func takeOwnMark() -> Bool {
        for mark in language.ownMarks where stands(mark.typed, at: place) {
            let end = place + mark.typed.count
            if mark.typed[0] < 0x80 {
                guard endsClause(end), isOwnLetter(before: place) || isOwnLetter(after: end) else {
                    return false
                }
            }
            replace(place..<end, with: mark.own)
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

    /// Past blanks and closing marks.
    private func isOwnLetter(before index: Int) -> Bool {
        var at = blanks(endingAt: index).lowerBound
        while at > range.lowerBound {
            var lead = at - 1
            while lead > range.lowerBound, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
            let isClosing =
                [0x22, 0x29, 0x5D, 0x21].contains(bytes[lead]) || bytes[lead] == 0xC2
                || bytes[lead] == 0xE2
            if !isClosing { return isOwnLead(lead) }
            at = lead
        }
        return false
    }

    private func isOwnLetter(after index: Int) -> Bool {
        let next = blanks(startingAt: index)
        return !next.isEmpty && next.upperBound < range.upperBound && isOwnLead(next.upperBound)
    }

    /// Letters of Arabic, N’Ko and Adlam begin with these bytes.
    private func isOwnLead(_ index: Int) -> Bool {
        (0xD8...0xDF).contains(bytes[index]) || bytes[index] == 0xF0
    }
}
