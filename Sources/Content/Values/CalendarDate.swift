/// A day in the Gregorian calendar.
package struct CalendarDate: Hashable, Sendable, Comparable {
    package var year: Int
    package var month: Int
    package var day: Int

    package init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    /// Whether the calendar has such a day.
    package var exists: Bool {
        (1...9999).contains(year) && (1...12).contains(month)
            && day >= 1 && day <= Self.days(inMonth: month, of: year)
    }

    /// From 0 for Monday to 6 for Sunday.
    ///
    /// Source: Sakamoto's method for the Gregorian calendar.
    package var weekday: Int {
        let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
        let year = month < 3 ? year - 1 : year
        let fromSunday =
            (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
        return (fromSunday + 6) % 7
    }

    /// As ISO 8601 writes it: `2022-02-24`.
    package var iso: String {
        let year = String(year)
        return String(repeating: "0", count: max(0, 4 - year.count)) + year + "-"
            + twoDigits(month) + "-" + twoDigits(day)
    }

    /// The day after, of a day that exists.
    package var next: CalendarDate {
        if day < Self.days(inMonth: month, of: year) {
            return CalendarDate(year: year, month: month, day: day + 1)
        }
        return month < 12
            ? CalendarDate(year: year, month: month + 1, day: 1)
            : CalendarDate(year: year + 1, month: 1, day: 1)
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
