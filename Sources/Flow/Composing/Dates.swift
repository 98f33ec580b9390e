import Content
import Layouts

/// Dates and times in a language's forms.
///
/// A form is text in which `{day}`, `{month}`, `{year}`, `{weekday}`, `{hour}`, `{minute}` and
/// their like stand for the parts.
extension Composer {
    func text(of date: CalendarDate, form: String) -> String {
        switch form {
        case "iso": date.iso
        case "year": pack.figures("\(date.year)")
        default:
            filled(pack.dates[form] ?? pack.dates["long"] ?? "{day} {month} {year}", with: date)
        }
    }

    private func filled(_ form: String, with date: CalendarDate, prefix: String = "") -> String {
        guard date.exists else { return date.iso }
        func name(_ names: [String], _ index: Int) -> String {
            names.indices.contains(index) ? names[index] : pack.figures("\(index + 1)")
        }
        let first = date.day == 1 ? pack.firstDay : nil
        return FormText(form).filled([
            prefix + "day": pack.figures(first ?? "\(date.day)"),
            prefix + "day2": twoFigures(date.day),
            prefix + "month": name(pack.months, date.month - 1),
            prefix + "short-month": name(pack.shortMonths, date.month - 1),
            prefix + "month2": twoFigures(date.month),
            prefix + "year": pack.figures("\(date.year)"),
            prefix + "weekday": name(pack.weekdays, date.weekday),
        ])
    }

    /// Days folded into one: `14–15 May 2024`; nil where the values are not two dates or more.
    ///
    /// A form that stands for less than a whole date, or writes it in figures, is printed of both ends.
    func dateRange(_ values: [Value], form: Filter?) -> String? {
        let dates = dates(in: values)
        guard dates.count == values.count, let first = dates.min(), let last = dates.max(),
            first != last
        else { return nil }
        if let form = form?.word, !Self.foldedForms.contains(form) {
            let ends = [text(of: first, form: form), text(of: last, form: form)]
            if ends[0] == ends[1] { return ends[0] }
            return ends.joined(
                separator: ends[0].contains(" ") ? " \(pack.rangeDash) " : pack.rangeDash
            )
        }
        let key =
            first.year != last.year
            ? "other" : first.month != last.month ? "same-year" : "same-month"
        guard let range = pack.dates[key] else {
            return text(of: first, form: "long") + pack.rangeDash + text(of: last, form: "long")
        }
        return filled(filled(range, with: first, prefix: "first-"), with: last)
    }

    /// Forms in which several days say the first and the last in one; the day of the week goes.
    ///
    /// So do the forms of ranges themselves, one of which is chosen by what the days have in common.
    private static let foldedForms = [
        "long", "full", "written", "same-month", "same-year", "other",
    ]

    /// No gathering lasts longer than so many days.
    private static let mostDays = 366

    /// The days from the first of some dates to the last, one by one.
    func eachDay(of value: Value) -> Value {
        let dates = dates(in: value.items)
        guard let first = dates.min(), let last = dates.max(), first.exists, last.exists else {
            return value
        }
        let days = sequence(first: first) { $0 < last ? $0.next : nil }.prefix(Self.mostDays)
        return Value(.list(days.map { Value(.date($0), at: value.span) }), at: value.span)
    }

    private func dates(in values: [Value]) -> [CalendarDate] {
        values.compactMap { value in
            if case .date(let date) = value.content { return date }
            return nil
        }
    }

    /// A time as it is read in a range or a column of times.
    func text(of time: ClockTime) -> String {
        let key = time.minute == 0 && pack.times["full-hour"] != nil ? "full-hour" : "time"
        return text(of: time, form: pack.times[key] ?? "{hour}:{minute}")
    }

    /// A time with all that says it is one: “14:30 Uhr”.
    func text(ofLone time: ClockTime) -> String {
        FormText(pack.times["alone"] ?? "{time}").filled(["time": text(of: time)])
    }

    private func text(of time: ClockTime, form: String) -> String {
        FormText(form).filled([
            "hour": pack.figures("\(time.hour)"),
            "hour2": twoFigures(time.hour),
            "hour12": pack.figures("\((time.hour + 11) % 12 + 1)"),
            "half": pack.times[time.isMorning ? "am" : "pm"] ?? "",
            "minute": twoFigures(time.minute),
        ])
    }

    private func twoFigures(_ number: Int) -> String {
        pack.figures(number < 10 ? "0\(number)" : "\(number)")
    }

    func text(of range: TimeRange) -> String {
        guard let end = range.end else { return text(ofLone: range.start) }
        // Where the day has halves, both of one are said once: “9:00–10:30 AM”.
        if let short = pack.times["without-half"], range.start.isMorning == end.isMorning {
            return FormText(pack.times["same-half"] ?? "{start}–{end}").filled([
                "start": text(of: range.start, form: short), "end": text(of: end),
            ])
        }
        return FormText(pack.times["range"] ?? "{start}–{end}").filled([
            "start": text(of: range.start), "end": text(of: end),
        ])
    }
}

extension ClockTime {
    /// Whether it is before noon, as the end of a day is: that is 12 o’clock at night.
    fileprivate var isMorning: Bool { hour % 24 < 12 }
}

/// A form of a date: names in braces stand for its parts, the rest is printed.
struct FormText {
    private let form: String

    init(_ form: String) { self.form = form }

    func filled(_ parts: [String: String]) -> String {
        var result = ""
        var rest = form[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            result += parts[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
