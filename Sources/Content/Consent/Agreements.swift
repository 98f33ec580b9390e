import Diagnostics

/// What people have agreed to, and what the gathering has: the rule by which it was held.
struct Agreements {
    /// As it was written.
    let registry: Registry
    /// The day on which consent must hold.
    let day: CalendarDate?
    private let rule: String?
    /// Of the people of the registers, by their names as people write them.
    private let byName: [String: Record.Field]

    init(of brief: Brief) {
        registry = brief.registry
        byName = Self.agreements(in: brief.registry)
        rule = (brief[.rule] ?? brief[.event, .rule])?.word
        let own = brief[.date]?.day ?? brief[.imprint, .date]?.day
        let event = brief[.event, .end]?.day ?? brief[.event, .date]?.day
        day = own ?? event ?? brief[.year]?.firstDay ?? Self.dayOfOnlyEvent(in: brief.registry)
    }

    /// The last day of the event, where only one is described beside the paper.
    private static func dayOfOnlyEvent(in registry: Registry) -> CalendarDate? {
        let events = registry.all.filter { $0.is(.event) }
        guard events.count == 1 else { return nil }
        return (events[0][.end] ?? events[0][.date])?.day
    }

    private static func agreements(in registry: Registry) -> [String: Record.Field] {
        var found: [String: Record.Field] = [:]
        for person in registry.all {
            guard let name = person.personName,
                let consent = person.fields.first(where: { $0.is(.consent) })
            else { continue }
            for form in name.writtenForms { found[form] = consent }
        }
        return found
    }

    /// Whether it is told of nobody that they were there.
    var isConfidential: Bool { rule == "chatham-house" || isOffRecord }

    /// Whether nothing that was said is told either.
    var isOffRecord: Bool { rule == "off-record" }

    /// A record that a value is or refers to.
    ///
    /// Somebody who is written by name, and not by id, has agreed to what the person of that name has.
    func record(of value: Value) -> Record? {
        guard !byName.isEmpty, var record = registry.record(of: value), record.id == nil,
            let name = record.personName, record[.consent] == nil
        else { return registry.record(of: value) }
        if let consent = name.writtenForms.lazy.compactMap({ byName[$0] }).first {
            record.fields.append(consent)
        }
        return record
    }

    /// Whether somebody said no to a matter, or what they agreed to has run out.
    func refuses(_ record: Record, _ matter: Disclosure.Matter) -> Bool {
        guard let consent = record[.consent]?.record else { return false }
        if let day, let last = consent[.expires]?.day, last < day { return true }
        return consent[matter.name]?.isNo ?? false
    }
}

extension Value {
    /// Of a year, where nothing nearer is known.
    fileprivate var firstDay: CalendarDate? {
        guard case .number(let number) = content, number.value >= 1, number.value < 10_000 else {
            return nil
        }
        return CalendarDate(year: Int(number.value), month: 1, day: 1)
    }

    var isNo: Bool { if case .truth(false) = content { true } else { false } }

    var word: String? { if case .choice(let word) = content { word } else { nil } }

    fileprivate var day: CalendarDate? {
        if case .date(let day) = content { day } else { nil }
    }
}
