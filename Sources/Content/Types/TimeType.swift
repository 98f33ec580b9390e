import Diagnostics
import Unicode
import YAML

extension ClockTime {
    /// Reads `9h30`, `9 h`, `09:30`, `09.30`, `9.30 a.m.`, `14 Uhr`, `14h30m`, `24:00`, in the digits of any
    /// script.
    init?(typed text: String) {
        guard text.utf8.count <= 20 else { return nil }
        var rest = String(text.inEuropeanDigits.lowercased().filter { !$0.isWhitespace })
        let saysHours = rest.hasSuffix("uhr")
        if saysHours { rest.removeLast(3) }
        for word in ["heures", "heure", "horas", "hora"] {
            guard let place = rest.firstRange(of: word) else { continue }
            rest.replaceSubrange(place, with: "h")
            break
        }
        var isAfternoon: Bool?
        for (ending, answer) in [("a.m.", false), ("am", false), ("p.m.", true), ("pm", true)] {
            guard rest.hasSuffix(ending) else { continue }
            rest.removeLast(ending.count)
            isAfternoon = answer
        }
        for ending in rest.contains("h") ? ["min", "mn", "m"] : ["min", "mn"]
        where rest.hasSuffix(ending) { rest.removeLast(ending.count) }
        if let named = Self.named[rest] {
            self = named
            return
        }
        var parts = rest.split(omittingEmptySubsequences: false) { ":.h".contains($0) }
        // Spreadsheets have seconds, which no programme keeps.
        if parts.count == 3, rest.hasSuffix(":00"), !rest.contains("h") { parts.removeLast() }
        guard (1...2).contains(parts.count) else { return nil }
        // A number alone is no time, unless something says so: `9 h`, `9 am`, `9 Uhr`.
        guard parts.count == 2 || isAfternoon != nil || saysHours else { return nil }
        guard (1...2).contains(parts[0].utf8.count), var hour = Int(parts[0]) else { return nil }
        var minute = 0
        if parts.count == 2, !(parts[1].isEmpty && rest.hasSuffix("h")) {
            guard parts[1].utf8.count == 2, let figures = Int(parts[1]) else { return nil }
            minute = figures
        }
        if let isAfternoon {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        guard hour >= 0, (0..<60).contains(minute), hour < 24 || (hour == 24 && minute == 0) else {
            return nil
        }
        self.init(hour: hour, minute: minute)
    }

    private static let named = [
        "midi": ClockTime(hour: 12, minute: 0), "noon": ClockTime(hour: 12, minute: 0),
        "minuit": ClockTime(hour: 24, minute: 0), "midnight": ClockTime(hour: 24, minute: 0),
    ]
}

extension TimeRange {
    /// Reads `9:00–10:30`, `9h-10h30`, `from 9:00 to 10:30`, or a start alone.
    init?(typed text: String) {
        guard text.utf8.count <= 60 else { return nil }
        if let start = ClockTime(typed: text) {
            self.init(start: start, end: nil)
            return
        }
        var words = text.lowercased().split(separator: " ").map(String.init)
        for opening in Self.openings where words.starts(with: opening) {
            guard let start = ClockTime(typed: words.dropFirst(opening.count).joined()) else {
                continue
            }
            self.init(start: start, end: nil)
            return
        }
        if let first = words.first, ["from", "de", "von", "das"].contains(first) {
            words.removeFirst()
        }
        let joined = words.map { ["to", "à", "bis", "until", "às"].contains($0) ? "-" : $0 }
            .joined()
        let ends = joined.split(omittingEmptySubsequences: false) { "-–—→/".contains($0) }
        guard ends.count == 2, let end = ClockTime(typed: String(ends[1])),
            let start = Self.start(String(ends[0]), before: end, typed: ends[1])
        else { return nil }
        self.init(start: start, end: end)
    }

    /// `2` of `2-3 pm`, which is in the half of the day that its end names, unless that is too late.
    private static func start(_ text: String, before end: ClockTime, typed: Substring)
        -> ClockTime?
    {
        let plain = ClockTime(typed: text)
        let halves = ["am", "pm", "a.m.", "p.m."]
        guard let half = halves.first(where: typed.hasSuffix),
            !halves.contains(where: text.hasSuffix)
        else { return plain }
        if let start = ClockTime(typed: text + half), start <= end { return start }
        return plain ?? ClockTime(typed: text + "am")
    }

    /// What goes before a start that has no end.
    private static let openings = [
        ["à", "partir", "de"], ["a", "partir", "de"], ["dès"], ["des"], ["ab"], ["from"],
    ]
}

extension Reader {
    func readTime(_ text: String) -> Value.Content? {
        ClockTime(typed: text).map { .time($0) }
    }

    /// Reads a span of time, as text or as a mapping of `start` and `end`.
    mutating func readTimeRange(_ node: Node, of field: FieldDescription) -> Value? {
        if let entries = node.entries {
            return readTimeRange(entries, of: field, at: node.span)
        }
        guard let text = node.text.map(trimmed) else {
            mismatch(node, .timeRange, of: field)
            return nil
        }
        guard let range = TimeRange(typed: text) else {
            notRead(text, as: .timeRange, at: node.span, of: field)
            return nil
        }
        return ordered(range, at: node.span)
    }

    mutating func readTimeRange(
        _ entries: [Node.Entry],
        of field: FieldDescription,
        at span: Span
    ) -> Value? {
        checkKeys(of: entries, among: ["start", "end"], in: "a time", reporting: &report)
        var times: [String: ClockTime] = [:]
        for entry in entries {
            guard let key = entry.key.text, ["start", "end"].contains(key),
                !entry.value.isEmpty
            else { continue }
            if let time = entry.value.text.flatMap({ ClockTime(typed: trimmed($0)) }) {
                times[key] = time
            } else {
                notRead(entry.value.text ?? "", as: .time, at: entry.value.span, of: field)
            }
        }
        guard let start = times["start"] else { return nil }
        return ordered(TimeRange(start: start, end: times["end"]), at: span)
    }

    private mutating func ordered(_ range: TimeRange, at span: Span) -> Value {
        if range.end == range.start {
            report.add(
                .warning("this ends when it starts, at \(range.start.iso)", at: span)
                    .hinting("leave the end out where it is not known")
            )
            return Value(.timeRange(TimeRange(start: range.start, end: nil)), at: span)
        }
        if let end = range.end, range.isReversed {
            report.add(
                .warning(
                    "this ends at \(end.iso), before it starts at \(range.start.iso)",
                    at: span
                )
                .hinting(
                    end.hour == 0
                        ? "the end of a day is 24:00"
                        : "write ‘\(end.iso)–\(range.start.iso)’ where they have changed places"
                )
            )
        }
        return Value(.timeRange(range), at: span)
    }

    /// Reads a date with or without a time: `2022-02-24 09:00`, `2022-02-24T09:00`.
    mutating func readDateTime(_ text: String, at span: Span) -> Value.Content? {
        if TypedDate(text) != nil, let date = typedDate(text, at: span) {
            return .dateTime(DateTime(date: date, time: nil))
        }
        let breaks = text.indices.filter { text[$0] == " " || text[$0] == "T" || text[$0] == "," }
        for place in breaks {
            let after = trimmed(String(text[text.index(after: place)...]))
            guard let time = ClockTime(typed: after) else { continue }
            let before = String(text[..<place])
            guard TypedDate(before) != nil, let date = typedDate(before, at: span) else { continue }
            return .dateTime(DateTime(date: date, time: time))
        }
        return nil
    }

    /// Reads `90 min`, `1 h 30`, `1h30`, `2 hours`, or a number of minutes.
    func readDuration(_ text: String) -> Value.Content? {
        var small = text.lowercased().filter { !$0.isWhitespace }
        guard small.utf8.count <= 20 else { return nil }
        for ending in ["minutes", "mins", "min", "mn"] where small.hasSuffix(ending) {
            small.removeLast(ending.count)
            break
        }
        for word in ["hours", "hour", "heures", "heure", "hrs"] {
            guard let found = small.firstRange(of: word) else { continue }
            small.replaceSubrange(found, with: "h")
        }
        let parts = small.split(separator: "h", omittingEmptySubsequences: false)
        let figures = parts.map { $0.isEmpty ? 0 : Int($0) ?? -1 }
        guard !small.isEmpty, figures.allSatisfy({ (0...10_000).contains($0) }) else { return nil }
        switch figures.count {
        case 1: return .duration(minutes: figures[0])
        case 2: return .duration(minutes: figures[0] * 60 + figures[1])
        default: return nil
        }
    }
}

extension TimeRange {
    /// Whether it ends before it starts, unless it goes on past midnight, as dinners and journeys home do.
    var isReversed: Bool {
        guard let end, end < start else { return false }
        return !(start.hour >= 17 && (1...5).contains(end.hour))
    }
}
