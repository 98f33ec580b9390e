/// What somebody sees in a cell, as they would type it.
enum CellText {
    /// A number as plain figures, as many as a spreadsheet keeps: fifteen.
    static func number(_ stored: String) -> String {
        guard let value = Double(stored), value.isFinite else { return stored }
        if value == value.rounded(), abs(value) < 1e15 { return "\(Int64(value))" }
        guard abs(value) < 1e15, abs(value) >= 1e-9 else { return stored }
        var whole = abs(value)
        var figures = 0
        while whole >= 1 {
            whole /= 10
            figures += 1
        }
        var scale = 1.0
        for _ in 0..<(15 - figures) { scale *= 10 }
        return "\((value * scale).rounded() / scale)"
    }

    /// A day, an hour or both, as ISO 8601 writes them, of a count of days; nil where there is none.
    ///
    /// Source: ECMA-376, part 1, 18.17.4.1. The first of March 1900 is day 61, since the count knows a
    /// 29 February that never was.
    static func date(_ stored: String, countsFrom1904: Bool) -> String? {
        guard let serial = Double(stored), serial >= 0, serial < 2_958_466 else { return nil }
        var days = Int(serial)
        var minutes = Int(((serial - Double(days)) * 1_440).rounded())
        if minutes == 1_440 {
            minutes = 0
            days += 1
        }
        if days == 0, !countsFrom1904 { return hour(minutes) }
        if countsFrom1904 { days += 1_462 }
        let day = day(days < 60 ? days + 1 : days)
        return minutes == 0 ? day : "\(day) \(hour(minutes))"
    }

    /// A day, with its hour where that is none of midnight’s, of what ISO 8601 writes:
    /// `2024-05-14T09:30:00.000000000`; nil where it is none.
    static func day(written text: String) -> String? {
        let parts = text.split(separator: "T", maxSplits: 1)
        guard let day = parts.first, day.count == 10,
            day.allSatisfy({ $0 == "-" || $0.isASCII && $0.isNumber })
        else { return nil }
        guard parts.count == 2, let minutes = minutes(parts[1].split(separator: ":")), minutes > 0
        else { return "\(day)" }
        return "\(day) \(hour(minutes))"
    }

    /// The hour of day that is as long after midnight as ISO 8601 writes: `PT09H30M00S`; nil where it
    /// writes no such time.
    static func hour(lasting text: String) -> String? {
        guard text.hasPrefix("PT"), text.hasSuffix("S") else { return nil }
        return minutes(text.dropFirst(2).dropLast().split { "HM".contains($0) }).map(hour)
    }

    /// Hours, minutes and seconds to the nearest minute.
    private static func minutes(_ parts: [Substring]) -> Int? {
        let numbers = parts.compactMap { Double($0) }
        guard numbers.count == 3, numbers.allSatisfy({ (0..<10_000).contains($0) }) else {
            return nil
        }
        return Int((numbers[0] * 60 + numbers[1] + numbers[2] / 60).rounded())
    }

    private static func hour(_ minutes: Int) -> String {
        "\(two(minutes / 60)):\(two(minutes % 60))"
    }

    /// Source: Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, civil_from_days.
    private static func day(_ days: Int) -> String {
        let z = days - 25_569 + 719_468
        let era = z / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        let month = mp < 10 ? mp + 3 : mp - 9
        let year = yoe + era * 400 + (month <= 2 ? 1 : 0)
        return "\(year)-\(two(month))-\(two(doy - (153 * mp + 2) / 5 + 1))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
