import Diagnostics
import Unicode

/// What to write instead of something that is nearly a date; nil where nothing is known.
func mendOfDate(_ text: String) -> Diagnostic.Message? {
    if let readings = readingsOfShortYear(text) { return readings }
    if let date = dateOfSpreadsheet(text) {
        return "a spreadsheet counts \(date.iso) as this number: write ‘\(date.iso)’"
    }
    if let date = dateOfShortYear(text) { return "a year has four figures: write ‘\(date.iso)’" }
    if let days = daysOfSpan(text) { return days }
    if let day = dayOfPart(text) { return "a day is meant here: write ‘\(day.iso)’" }
    // Any year will do to see whether only that is wanting.
    if TypedDate(text + " 2000") != nil { return "its year is wanting: write it after ‘\(text)’" }
    if TypedDate("1 " + text) != nil { return "its day is wanting: write it before ‘\(text)’" }
    return nil
}

/// `du 11 au 13 mars 2026` where one day is meant: the first, and the last has a field of its own.
private func daysOfSpan(_ text: String) -> Diagnostic.Message? {
    guard text.utf8.count <= 60 else { return nil }
    var words = text.lowercased().split(separator: " ").map(String.init)
    if let first = words.first, ["du", "from", "de", "le", "vom"].contains(first) {
        words.removeFirst()
    }
    let plain = words.joined(separator: " ")
    for sign in [" au ", " to ", " a ", " à ", " bis ", " et ", " and ", " – ", " - ", "–", "-"] {
        let parts = plain.split(separator: sign).map { trimmed(String($0)) }
        guard parts.count == 2, let last = TypedDate(parts[1])?.date, last.exists else { continue }
        let rest = parts[1].split(separator: " ").dropFirst().joined(separator: " ")
        let endings = ["", " " + rest, " \(last.year)"]
        guard
            let first = endings.lazy.compactMap({ TypedDate(parts[0] + $0)?.date })
                .first(where: { $0.exists && $0 < last })
        else { continue }
        return
            "one day is meant: write ‘\(first.iso)’ here, and the last one in its own line, ‘end: \(last.iso)’"
    }
    return nil
}

/// `fin mars 2026`, `mi-mars 2026`: the last day of a month, one in its midst, or its first.
private func dayOfPart(_ text: String) -> CalendarDate? {
    let words = withoutAccents(text.lowercased()).split { $0 == " " || $0 == "-" }
    guard let part = words.first, words.count > 1,
        var date = TypedDate("1 " + words.dropFirst().joined(separator: " "))?.date, date.exists
    else { return nil }
    switch part {
    case "fin", "end", "late", "fim", "ende":
        date = CalendarDate(year: date.year, month: date.month, day: 31)
        while !date.exists {
            date = CalendarDate(year: date.year, month: date.month, day: date.day - 1)
        }
    case "mi", "mid", "meados", "mitte":
        date = CalendarDate(year: date.year, month: date.month, day: 15)
    case "debut", "early", "inicio", "anfang": break
    default: return nil
    }
    return date
}

/// `46091`, the days since the end of 1899 as spreadsheets count them, of our time.
private func dateOfSpreadsheet(_ text: String) -> CalendarDate? {
    guard text.utf8.count == 5, let days = Int(text), (36_526...73_050).contains(days) else {
        return nil
    }
    let firstOf1970 = 25_569
    let day = WallTime(minutesSince1970: (days - firstOf1970) * 24 * 60)
    return CalendarDate(year: day.year, month: day.month, day: day.day)
}

/// `10-mars-26`, as spreadsheets shorten a date.
private func dateOfShortYear(_ text: String) -> CalendarDate? {
    let parts = text.split { "-/. ".contains($0) }.map(String.init)
    guard parts.count == 3, parts[1].contains(where: \.isLetter), parts[2].utf8.count == 2,
        Int(parts[2]) != nil,
        let date = TypedDate("\(parts[0]) \(parts[1]) 20\(parts[2])")?.date, date.exists
    else { return nil }
    return date
}

/// `3/4/26` may be the third of April and the fourth of March.
private func readingsOfShortYear(_ text: String) -> Diagnostic.Message? {
    guard let sign = text.first(where: { !$0.isNumber }), ".-/".contains(sign) else { return nil }
    let parts = text.split(separator: sign, omittingEmptySubsequences: false)
    let figures = parts.compactMap { $0.utf8.count <= 2 ? Int($0) : nil }
    guard parts.count == 3, figures.count == 3 else { return nil }
    func iso(_ day: Int, _ month: Int) -> String? {
        let date = CalendarDate(year: 2000 + figures[2], month: month, day: day)
        return date.exists ? date.iso : nil
    }
    switch (iso(figures[0], figures[1]), iso(figures[1], figures[0])) {
    case (let dayFirst?, let monthFirst?) where dayFirst != monthFirst:
        return
            "a year has four figures: write ‘\(dayFirst)’ where the day stands first, or ‘\(monthFirst)’ where the month stands first"
    case (let dayFirst?, nil):
        return "a year has four figures: write ‘\(dayFirst)’ where the day stands first"
    case (nil, let monthFirst?):
        return "a year has four figures: write ‘\(monthFirst)’ where the month stands first"
    case (let date?, _): return "a year has four figures: write ‘\(date)’"
    default: return nil
    }
}
