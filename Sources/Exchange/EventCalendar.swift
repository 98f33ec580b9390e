/// A programme as calendars keep it.
package struct EventCalendar: Hashable, Sendable {
    /// A moment in universal time.
    package struct Moment: Hashable, Sendable {
        package var year: Int
        package var month: Int
        package var day: Int
        package var hour: Int
        package var minute: Int

        package init(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
            self.year = year
            self.month = month
            self.day = day
            self.hour = hour
            self.minute = minute
        }

        /// As iCalendar writes it: `20220224T090000Z`.
        var text: String {
            func digits(_ value: Int, _ width: Int) -> String {
                let text = String(value)
                return String(repeating: "0", count: max(0, width - text.count)) + text
            }
            return digits(year, 4) + digits(month, 2) + digits(day, 2) + "T" + digits(hour, 2)
                + digits(minute, 2) + "00Z"
        }
    }

    package enum Status: String, Hashable, Sendable {
        case confirmed = "CONFIRMED"
        case tentative = "TENTATIVE"
        case cancelled = "CANCELLED"
    }

    package struct Entry: Hashable, Sendable {
        /// The same in every edition, so that a calendar moves an entry instead of doubling it.
        package var identifier: String
        package var title: String
        package var start: Moment
        /// Nil where nobody has said it: RFC 5545, section 3.6.1, lets such an entry have a start alone.
        package var end: Moment?
        package var place = ""
        package var description = ""
        package var status = Status.confirmed

        package init(identifier: String, title: String, start: Moment, end: Moment?) {
            self.identifier = identifier
            self.title = title
            self.start = start
            self.end = end
        }
    }

    package var title: String
    package var entries: [Entry]
    /// When the programme was last changed; handed in, since nothing here reads the clock.
    package var changed: Moment
    /// Greater with each change: of two files, a calendar takes the entry of the later one.
    package var sequence: Int

    package init(title: String, entries: [Entry], changed: Moment, sequence: Int = 0) {
        self.title = title
        self.entries = entries
        self.changed = changed
        self.sequence = sequence
    }

    /// The calendar as a file that others import.
    ///
    /// Source: RFC 5545. Times are universal, which every reader turns into its own.
    package func iCalendar() -> String {
        var lines = ContentLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//Griot//Programme//EN")
        lines.add("CALSCALE", "GREGORIAN")
        lines.add("X-WR-CALNAME", ContentLines.escaped(title))
        for entry in entries {
            lines.add("BEGIN", "VEVENT")
            lines.add("UID", "\(StableIdentifier(of: entry.identifier))")
            lines.add("DTSTAMP", changed.text)
            lines.add("SEQUENCE", "\(sequence)")
            lines.add("DTSTART", entry.start.text)
            if let end = entry.end { lines.add("DTEND", end.text) }
            lines.add("SUMMARY", ContentLines.escaped(entry.title))
            if !entry.place.isEmpty { lines.add("LOCATION", ContentLines.escaped(entry.place)) }
            if !entry.description.isEmpty {
                lines.add("DESCRIPTION", ContentLines.escaped(entry.description))
            }
            lines.add("STATUS", entry.status.rawValue)
            lines.add("END", "VEVENT")
        }
        lines.add("END", "VCALENDAR")
        return lines.text
    }
}
