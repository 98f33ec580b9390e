/// Telephone numbers in a text: they stay in one line, and keep their groups in order where text runs
/// from right to left.
extension Proofreader {
    mutating func keepTelephone(from start: Int) -> Bool {
        let isInternational = isAfterPlus(start)
        guard let number = telephone(from: start, hyphens: isInternational) else { return false }
        guard isInternational ? number.digits >= 7 : isLocal(number, from: start) else {
            return false
        }
        if language.isRightToLeft {
            let first = isInternational ? start - 1 : start
            replace(first..<first, with: Array("\u{2066}".utf8))
        }
        for gap in number.gaps { replace(gap, with: Punctuation.noBreak) }
        if language.isRightToLeft {
            replace(number.end..<number.end, with: Array("\u{2069}".utf8))
        }
        place = number.end
        return true
    }

    private struct Telephone {
        var end: Int
        var gaps: [Range<Int>] = []
        var groups: [Int]

        var digits: Int { groups.reduce(0, +) }
        /// E.164: no number has more, and so no run of figures is read again from each of its groups.
        static let most = 15
    }

    /// Whether the number is called from abroad, `+221`, and is not kept in its order already: behind
    /// U+2066, whose last byte is A6, it is.
    private func isAfterPlus(_ start: Int) -> Bool {
        start > range.lowerBound && byte(start - 1) == UInt8(ascii: "+")
            && (byte(start - 2) != 0xA6 || start - 2 < range.lowerBound)
    }

    /// The groups of figures from the one on that has just been read.
    private func telephone(from start: Int, hyphens: Bool) -> Telephone? {
        var number = Telephone(end: place, groups: [place - start])
        while number.digits <= Telephone.most {
            let gap = blanks(startingAt: number.end)
            let isHyphen = hyphens && gap.isEmpty && byte(number.end) == UInt8(ascii: "-")
            let next = isHyphen ? number.end + 1 : gap.upperBound
            guard next > number.end, next < range.upperBound, isDigit(bytes[next]) else { break }
            if !gap.isEmpty { number.gaps.append(gap) }
            number.end = next
            while number.end < range.upperBound, isDigit(bytes[number.end]) { number.end += 1 }
            number.groups.append(number.end - next)
        }
        return number.gaps.isEmpty && !hyphens ? nil : number
    }

    /// `77 123 45 67`: three groups or more of two to four figures, as no quantity is written.
    private func isLocal(_ number: Telephone, from start: Int) -> Bool {
        guard number.groups.count >= 3, (7...11).contains(number.digits),
            number.groups.allSatisfy({ (2...4).contains($0) }),
            number.groups.dropFirst().contains(where: { $0 != 3 }), isAlone(start)
        else { return false }
        let isBeforeDecimals =
            (byte(number.end) == 0x2C || byte(number.end) == 0x2E) && isDigit(byte(number.end + 1))
        return !isBeforeDecimals && !beginsLetterOrDigit(number.end)
    }
}
