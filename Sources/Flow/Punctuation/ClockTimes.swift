/// Times of day, as they are typed at both ends of a range.
extension Proofreader {
    func areTimes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard let start = minutes(left), let end = minutes(right) else { return false }
        return start < end
    }

    /// The middle of `8 h 30-9 h 45`.
    func areSpacedTimes(_ ends: Ends) -> Bool {
        guard ends.left.count == 2, (1...2).contains(ends.right.count),
            (Array(ends.left) + Array(ends.right)).allSatisfy({ isDigit(bytes[$0]) })
        else { return false }
        let before = blanks(endingAt: ends.left.lowerBound)
        return !before.isEmpty && byte(textEnd(before: before) - 1) == UInt8(ascii: "h")
            && isHour(after: ends.right)
    }

    /// Whether `h` stands behind a number, off it.
    func isHour(after number: Range<Int>) -> Bool {
        let gap = blanks(startingAt: number.upperBound)
        return !gap.isEmpty && byte(gap.upperBound) == UInt8(ascii: "h")
            && !beginsLetterOrDigit(gap.upperBound + 1)
    }

    static let halves = ["a.m.", "p.m.", "am", "pm"]

    /// Since midnight, of `9:05`, `9h`, `9h05`, `9H05`, `10am`, `10.30am`.
    func minutes(_ text: [UInt8]) -> Int? {
        if let minutes = minutesOfTwelve(text) { return minutes }
        guard let sign = text.firstIndex(where: { $0 == 0x3A || $0 | 0x20 == 0x68 }) else {
            return nil
        }
        let (hour, minute) = (text[..<sign], text[(sign + 1)...])
        guard (1...2).contains(hour.count), hour.allSatisfy({ isDigit($0) }),
            minute.allSatisfy({ isDigit($0) }),
            minute.count == 2 || minute.isEmpty && text[sign] != 0x3A
        else { return nil }
        let total = number(Array(hour)) * 60 + number(Array(minute))
        return total <= 1440 ? total : nil
    }

    /// Of `10am`, `5pm`, `10.30am`.
    private func minutesOfTwelve(_ text: [UInt8]) -> Int? {
        let isLate = text.suffix(2).elementsEqual("pm".utf8)
        guard isLate || text.suffix(2).elementsEqual("am".utf8) else { return nil }
        let parts = text.dropLast(2).split(omittingEmptySubsequences: false) {
            $0 == 0x2E || $0 == 0x3A
        }
        guard let first = parts.first, (1...2).contains(first.count), parts.count < 3,
            parts.joined().allSatisfy({ isDigit($0) }),
            parts.dropFirst().allSatisfy({ $0.count == 2 })
        else { return nil }
        let hour = number(Array(first))
        let minute = parts.count == 2 ? number(Array(parts[1])) : 0
        guard (1...12).contains(hour), minute < 60 else { return nil }
        return (hour % 12 + (isLate ? 12 : 0)) * 60 + minute
    }
}
