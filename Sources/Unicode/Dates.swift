internal import CICU
import Glibc

/// A day and a time as a calendar and a clock on the wall show them.
package struct WallTime: Hashable, Sendable {
    package var year: Int
    /// From 1.
    package var month: Int
    package var day: Int
    package var hour: Int
    package var minute: Int

    package init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
    }

    /// Minutes since 1970 began, were the wall in Greenwich.
    package var minutesSince1970: Int {
        days * 1440 + hour * 60 + minute
    }

    /// The wall time in Greenwich so many minutes after 1970 began.
    package init(minutesSince1970 minutes: Int) {
        let days = Int((Double(minutes) / 1440).rounded(.down))
        let rest = minutes - days * 1440
        (year, month, day) = Self.date(ofDay: days)
        hour = rest / 60
        minute = rest % 60
    }

    /// Days since 1970 began, by years that begin in March so that leap days come last.
    private var days: Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func date(ofDay days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let day = shifted - era * 146_097
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        let number = month < 10 ? month + 3 : month - 9
        return (
            year + era * 400 + (number <= 2 ? 1 : 0), number, dayOfYear - (153 * month + 2) / 5 + 1
        )
    }
}

extension CLDR {
    /// A date as a language writes it, by the field letters of CLDR: `EEEE d MMMM y`.
    ///
    /// Source: UTS #35, part 4, *Date Field Symbol Table*.
    ///
    /// - Returns: Nil where the pattern is not one.
    package func date(_ time: WallTime, pattern: String, language: String) -> String? {
        guard let format = dateFormat(pattern, language) else { return nil }
        let milliseconds = Double(time.minutesSince1970) * 60_000
        return String.filledByICU { icu_date_format(format, milliseconds, $0, $1) }
    }

    /// A date with some fields, in the order and with the words that the language puts between them.
    ///
    /// - Parameter skeleton: The fields wanted, in any order, such as `yMMMMEEEEd` or `Hm`.
    package func date(_ time: WallTime, skeleton: String, language: String) -> String? {
        pattern(forSkeleton: skeleton, language: language)
            .flatMap { date(time, pattern: $0, language: language) }
    }

    /// The pattern that a language has for some fields.
    package func pattern(forSkeleton skeleton: String, language: String) -> String? {
        let locale = locale(language)
        if datePatterns[locale] == nil { datePatterns[locale] = icu_date_patterns_open(locale) }
        guard let patterns = datePatterns[locale] else { return nil }
        let fields = skeleton.utf16Units
        return String.filledByICU {
            icu_date_pattern(patterns, fields, Int32(fields.count), $0, $1)
        }
    }

    private func dateFormat(_ pattern: String, _ language: String) -> UnsafeMutableRawPointer? {
        let key = DateKey(language: language, pattern: pattern)
        if let known = dateFormats[key] { return known }
        let units = pattern.utf16Units
        let opened = icu_date_format_open(locale(language), units, Int32(units.count))
        dateFormats[key] = opened
        return opened
    }
}
