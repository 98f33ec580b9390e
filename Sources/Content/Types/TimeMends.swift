import Diagnostics

/// What to write instead of something that is nearly a time; nil where nothing is known.
func mendOfTime(_ text: String) -> Diagnostic.Message? {
    if let time = timeOfSpreadsheet(text) {
        return "a spreadsheet counts \(time.iso) as this part of a day: write ‘\(time.iso)’"
    }
    if let hours = hoursWithoutZone(text) {
        return
            "hours are those of the place: write ‘\(hours)’; the event names its zone, such as ‘timezone: Africa/Dakar’"
    }
    if unsure.contains(withoutAccents(text.lowercased()).filter { $0 != "." }) {
        return
            "write the hour that is likely, and say beside it that it is not sure: ‘status: tbc’"
    }
    return nil
}

/// What people write in the place of an hour that nobody knows yet.
private let unsure: Set = [
    "tba", "tbc", "tbd", "to be confirmed", "to be announced", "a confirmer", "a preciser",
    "a definir", "a determiner", "a confirmar", "a definir-se", "?", "??", "???", "-", "--", "xx",
    "xxhxx", "xx:xx",
]

/// `0,375`, which is three eighths of a day.
private func timeOfSpreadsheet(_ text: String) -> ClockTime? {
    guard text.utf8.count <= 20, let part = Double(text.replacing(",", with: ".")), part > 0,
        part < 1
    else { return nil }
    let minutes = part * 24 * 60
    guard abs(minutes - minutes.rounded()) < 0.01 else { return nil }
    let whole = Int(minutes.rounded())
    return ClockTime(hour: whole / 60, minute: whole % 60)
}

/// `9h-9h30 GMT` without what is said of the clock.
private func hoursWithoutZone(_ text: String) -> String? {
    let small = text.lowercased()
    let zones = [
        "gmt", "(gmt)", "utc", "(utc)", "tu", "(tu)", "t.u.", "heure locale", "local time",
    ]
    for zone in zones where small.hasSuffix(" " + zone) {
        let hours = trimmed(String(text.dropLast(zone.count)))
        if TimeRange(typed: hours) != nil { return hours }
    }
    return nil
}
