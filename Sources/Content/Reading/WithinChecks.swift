import Diagnostics

extension HarmonyChecks {
    /// Holds a day against the first and the last that it may be, or hours against those they lie in.
    mutating func checkWithin(_ value: Value, _ paths: [String]) {
        guard let first = brief[paths[0]] else { return }
        switch (value.content, first.content) {
        case (.date(let date), .date(let start)):
            var end = start
            if paths.count > 1, case .date(let last)? = brief[paths[1]]?.content { end = last }
            check(date, at: value.span, from: start, to: end, saidAt: first.span)
        // Of hours that end before they start nothing more is known than that they are wrong.
        case (.timeRange(let time), .timeRange(let hours))
        where !time.isReversed && !hours.isReversed && !time.lies(within: hours):
            report.add(
                .warning(.outsideItsHours(time, hours), at: value.span)
                    .noting("the hours are said here", at: first.span)
                    .hinting("mend these hours, or let those of the event reach as far")
            )
        default: break
        }
    }

    private mutating func check(
        _ date: CalendarDate,
        at span: Span,
        from start: CalendarDate,
        to end: CalendarDate,
        saidAt days: Span
    ) {
        guard date < start || date > end else { return }
        report.add(
            .warning(.outsideItsDays(date, start, end), at: span)
                .noting("the days are said here", at: days)
                .hinting(Self.mend(of: date, from: start, to: end))
        )
    }

    /// The day of the event that is like it but for its year, or days of the event that reach to it.
    private static func mend(
        of date: CalendarDate,
        from start: CalendarDate,
        to end: CalendarDate
    ) -> Diagnostic.Message {
        let meant = [start.year, end.year]
            .map { CalendarDate(year: $0, month: date.month, day: date.day) }
            .first { $0.exists && $0 >= start && $0 <= end }
        if let meant { return "did you mean ‘\(meant.iso)’?" }
        return date > end
            ? "mend this day, or let the event last until it: ‘end: \(date.iso)’"
            : "mend this day, or let the event begin with it: ‘date: \(date.iso)’"
    }
}

extension TimeRange {
    /// Of hours that end before they start, the end is in the night that follows.
    fileprivate func lies(within hours: TimeRange) -> Bool {
        guard hours.end != nil else { return start >= hours.start }
        let close = hours.endInMinutes
        let last = end == nil ? start.minutes : endInMinutes
        let shifts = close > Self.day ? [0, Self.day] : [0]
        return shifts.contains { start.minutes + $0 >= hours.start.minutes && last + $0 <= close }
    }
}

extension Diagnostic.Message {
    fileprivate static func outsideItsDays(
        _ date: CalendarDate,
        _ start: CalendarDate,
        _ end: CalendarDate
    ) -> Self {
        start == end
            ? "\(date.iso) is not the day of the event, \(start.iso)"
            : "\(date.iso) is not among the days of the event, \(start.iso) to \(end.iso)"
    }

    fileprivate static func outsideItsHours(_ time: TimeRange, _ hours: TimeRange) -> Self {
        "\(time.spoken) lies outside the hours of the event, \(hours.spoken)"
    }
}
