internal import Content
internal import Diagnostics
internal import Exchange
internal import Layouts
internal import Unicode

/// The days of a programme as entries of a calendar.
struct ProgrammeCalendar {
    private let brief: Brief
    private let values: PlainValues
    private let pack: LanguagePack
    private let zone: String
    private let cldr = CLDR()
    private(set) var entries: [EventCalendar.Entry] = []
    /// Whether the event says in which zone its clocks go, or in which country, and that has one zone.
    private(set) var knowsItsZone = true
    /// Where those items stand that have no id: their titles are all that a calendar knows them by.
    private(set) var nameless: [Span] = []
    /// How many bear a name.
    private var names: [String: Int] = [:]

    /// - Parameters:
    ///   - brief: As it may be shown: whoever is left out of it is left out here.
    ///   - days: Records with a date and items, such as a programme’s.
    ///   - pack: Says what people are called who have a part in it.
    init(of brief: Brief, days: [Value], _ values: PlainValues, pack: LanguagePack) {
        self.brief = brief
        self.values = values
        self.pack = pack
        let known = Self.zone(of: brief, values, cldr)
        zone = known ?? "UTC"
        knowsItsZone = known != nil
        for day in days { add(day) }
    }

    /// The zone that the event names, or its country’s, where that has but one.
    private static func zone(of brief: Brief, _ values: PlainValues, _ cldr: CLDR) -> String? {
        var day = WallTime(year: 2000, month: 1, day: 1)
        if case .date(let date)? = brief[.event, .date]?.content {
            day = WallTime(year: date.year, month: date.month, day: date.day)
        }
        let named = values.text(brief[.event, .timezone])
        if cldr.instant(of: day, inZone: named) != nil { return named }
        let country = values.text(brief[.event, .country])
        return country.isEmpty ? nil : cldr.timeZone(of: country, at: day)
    }

    var text: String {
        EventCalendar(
            title: values.text(brief[.event, .title]),
            entries: entries,
            changed: changed,
            sequence: sequence
        ).iCalendar()
    }

    private mutating func add(_ day: Value) {
        guard let record = day.record, case .date(let date)? = record[.date]?.content else {
            return
        }
        let items = (record[.items]?.items ?? []).compactMap(\.record)
        for item in items {
            guard case .timeRange(let time)? = item[.time]?.content,
                let start = moment(date, time.start.minutes)
            else { continue }
            let name = self.name(of: item, on: date)
            names[name, default: 0] += 1
            let number = names[name].map { $0 > 1 ? "-\($0)" : "" } ?? ""
            var entry = EventCalendar.Entry(
                identifier: name + number,
                title: values.text(item[.title]),
                start: start,
                end: end(of: time).flatMap { moment(date, $0) }
            )
            entry.place = room(values.text(item[.room]))
            entry.description = description(of: item)
            entry.status = Self.statuses[values.text(item[.status])] ?? .confirmed
            entries.append(entry)
        }
    }

    /// What a calendar that has the entry already knows it by: its id; else what it is, of an opening or a
    /// lunch; else its number, of “Session 2 : Les conflits”; else its title.
    ///
    /// A calendar tells by this name alone that it has an entry (UID: RFC 5545, section 3.8.4.7), so it must
    /// outlast each change of a programme, and none but an id outlasts all. Hours, days, rooms and places
    /// among the others change with every draft, and a second entry at the old hour leads people astray;
    /// one beside it, under the old title, does not. What a day has by custom is the same whatever it is
    /// called, and a second session whatever it is about. Of several with one name it does not matter which
    /// is which, as all of them come anew. The title is the one that was written first, so that editions in
    /// several languages name one entry alike. Events come back each year, and their folders with them: so
    /// the year is in it.
    private mutating func name(of item: Record, on date: CalendarDate) -> String {
        let event = "\(eventName)/\(firstDay(or: date).year)"
        let id = item.id ?? values.text(item[.id])
        if !id.isEmpty { return "\(event)/id/\(id)" }
        let kind = values.text(item[.kind])
        if Self.customary.contains(kind) { return "\(event)/\(kind)" }
        nameless.append(item.span)
        return "\(event)/\(Self.words(of: item[.title]))"
    }

    /// What sessions are that a day has whatever it is about.
    private static let customary: Set = [
        "registration", "opening", "break", "lunch", "dinner", "photo", "press", "closing",
        "reception", "travel",
    ]

    /// The id of the event, or what stands for one that was given none: many have none.
    private var eventName: String {
        let id = values.text(brief[.event, .id])
        return Self.idsOfAny.contains(id) ? Self.words(of: brief[.event, .title]) : id
    }

    /// What an event is called that nobody gave an id: where its file begins as a new one does, all would
    /// bear the same.
    private static let idsOfAny: Set = ["", "event", "my-event"]

    private func firstDay(or date: CalendarDate) -> CalendarDate {
        if case .date(let first)? = brief[.event, .date]?.content { first } else { date }
    }

    private static func words(of title: Value?) -> String {
        let text =
            switch title?.content {
            case .text(let title)?: title.editions.first?.content
            case .richText(let title)?: title.editions.first?.content.plainText
            default: nil as String?
            }
        // An accent that was forgotten, or a mark, makes no other session.
        let title = text ?? ""
        return number(beginning: title) ?? title.plainWords.joined(separator: "-")
    }

    /// What a title says before a colon or a dash, where that counts: “Session 2”, “Atelier B”, “Panel III”;
    /// nil where it does not, as in “COP 2030: what next?”.
    private static func number(beginning title: String) -> String? {
        let ends = [":", " –", " —", " -", ". "].compactMap { title.firstRange(of: $0)?.lowerBound }
        guard let end = ends.min() else { return nil }
        let words = title[..<end].description.plainWords
        guard (2...4).contains(words.count), let last = words.last, counts(last) else { return nil }
        return words.joined(separator: "-")
    }

    /// Whether a word in small letters is a number of one or two figures, a Roman one, or a single letter.
    private static func counts(_ word: Substring) -> Bool {
        if word.allSatisfy(\.isNumber) { return word.count <= 2 }
        return word.count == 1 || word.count <= 4 && word.allSatisfy { "ivx".contains($0) }
    }

    private static let statuses: [String: EventCalendar.Status] = [
        "tbc": .tentative, "cancelled": .cancelled,
    ]

    /// In minutes of the day; nil where none is said: the pages say none either.
    private func end(of time: TimeRange) -> Int? {
        let start = time.start.minutes
        return time.end.map { $0.minutes > start ? $0.minutes : $0.minutes + 24 * 60 }
    }

    private func moment(_ date: CalendarDate, _ minutes: Int) -> EventCalendar.Moment? {
        let midnight = WallTime(year: date.year, month: date.month, day: date.day)
        let wall = WallTime(minutesSince1970: midnight.minutesSince1970 + minutes)
        return cldr.instant(of: wall, inZone: zone).map(\.utc).map { time in
            EventCalendar.Moment(
                year: time.year,
                month: time.month,
                day: time.day,
                hour: time.hour,
                minute: time.minute
            )
        }
    }

    /// The name on the door, and the house.
    private func room(_ id: String) -> String {
        let rooms = (brief[.event, .venue, .rooms]?.items ?? []).compactMap(\.record)
        let room = rooms.first { ($0.id ?? values.text($0["id"])) == id }
        let name = room.map { values.text($0["name"]) } ?? id
        return [name, values.text(brief[.event, .venue, .name])].filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    /// When the programme says it was last changed; failing that, the first day.
    private var changed: EventCalendar.Moment {
        if case .dateTime(let moment)? = brief[.version, .asOf]?.content,
            let changed = self.moment(moment.date, moment.time?.minutes ?? 0)
        {
            return changed
        }
        return entries.first?.start
            ?? EventCalendar.Moment(year: 1970, month: 1, day: 1, hour: 0, minute: 0)
    }

    /// How often the programme has changed, as far as calendars need to know: more with each version.
    ///
    /// The minutes from 1970 to `version.as_of`, and the whole number that `version.number` begins with;
    /// 0 of a programme that says neither. A clock would make two runs of one programme differ.
    private var sequence: Int {
        let number = values.text(brief[.version, .number]).prefix { $0.isASCII && $0.isNumber }
        var minutes = 0
        if case .dateTime(let moment)? = brief[.version, .asOf]?.content {
            let (date, time) = (moment.date, moment.time?.minutes ?? 0)
            minutes =
                WallTime(year: date.year, month: date.month, day: date.day).minutesSince1970 + time
        }
        return min(max(0, minutes) + (Int(number) ?? 0), Self.greatestSequence)
    }

    /// The greatest INTEGER.
    ///
    /// Source: RFC 5545, section 3.3.8.
    private static let greatestSequence = 2_147_483_647
}

extension ProgrammeCalendar {
    /// Who has a part in an item, one a line, then what it is about.
    ///
    /// ATTENDEE is for those whom a calendar invites, and forbidden in one that is published: RFC 5545,
    /// section 3.8.4.1.
    fileprivate func description(of item: Record) -> String {
        let moderators = (item[.moderators]?.items ?? []).map { line(for: $0, as: "moderator") }
        let speakers = (item[.speakers]?.items ?? []).map { value -> String in
            guard let role = brief.registry.record(of: value), let person = role[.person] else {
                return ""
            }
            let topic = values.text(role[.topic])
            let line = line(for: person, as: values.text(role[.role]))
            return line.isEmpty || topic.isEmpty ? line : "\(line) · \(topic)"
        }
        let people = (moderators + speakers).filter { !$0.isEmpty }.joined(separator: "\n")
        return [people, values.text(item[.abstract])].filter { !$0.isEmpty }
            .joined(separator: "\n\n")
    }

    /// A name with the word for what somebody does; nothing of those who are only counted.
    private func line(for value: Value, as role: String) -> String {
        guard let person = brief.registry.record(of: value),
            case .personName(let name)? = person[.name]?.content
        else { return "" }
        let word =
            pack.word(role, form: brief.registry.gender(of: value, in: values.language) ?? "*")
            ?? ""
        return [values.name(name), word].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
