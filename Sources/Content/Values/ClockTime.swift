/// A time of day, from 0:00 to 24:00.
package struct ClockTime: Hashable, Sendable, Comparable {
    /// Since midnight, from 0 to 1440: the end of a day is not the start of the next.
    package var minutes: Int

    package init(minutes: Int) { self.minutes = minutes }

    package init(hour: Int, minute: Int) { minutes = hour * 60 + minute }

    package var hour: Int { minutes / 60 }
    package var minute: Int { minutes % 60 }

    package static func < (a: ClockTime, b: ClockTime) -> Bool { a.minutes < b.minutes }

    /// As ISO 8601 writes it: `09:30`.
    package var iso: String { "\(twoDigits(hour)):\(twoDigits(minute))" }
}

/// From one time of a day to another.
package struct TimeRange: Hashable, Sendable {
    package var start: ClockTime
    /// Nil where only the start is known.
    package var end: ClockTime?

    package init(start: ClockTime, end: ClockTime?) {
        self.start = start
        self.end = end
    }

    package var iso: String { end.map { "\(start.iso)/\($0.iso)" } ?? start.iso }
}

/// A day and a time of it, by the clock of the place.
package struct DateTime: Hashable, Sendable {
    package var date: CalendarDate
    package var time: ClockTime?

    package init(date: CalendarDate, time: ClockTime?) {
        self.date = date
        self.time = time
    }

    package var iso: String { time.map { "\(date.iso)T\($0.iso)" } ?? date.iso }
}
