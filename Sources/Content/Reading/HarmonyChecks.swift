import Diagnostics

/// Holds the fields of a paper against one another, as its kind asks.
struct HarmonyChecks {
    let brief: Brief
    var report: Report
    /// Who is described, once a name has been looked for among them.
    private var names: NameIndex?

    /// Complaints about one paper; a list longer than this is not held against itself.
    private static let mostThings = 2_000

    init(of brief: Brief, reporting report: Report) {
        self.brief = brief
        self.report = report
    }

    static func check(_ brief: Brief, of kind: Kind, reporting report: inout Report) {
        var checks = HarmonyChecks(of: brief, reporting: report)
        checks.check(brief.record, fields: kind.fields)
        report = checks.report
    }

    private mutating func check(_ record: Record, fields: [FieldDescription]) {
        for field in fields {
            guard let value = record[field.name] else { continue }
            checkOnce(
                value.items,
                leader: field.type.fieldsInPlace.first?.name ?? KnownField.person.rawValue
            )
            if let apart = field.harmony.apart { checkApart(value.items, apart) }
            if let name = field.harmony.once { checkUnlike(value.items, by: name) }
            if let most = field.harmony.most { checkMost(value, most, of: field) }
            if let name = needed(by: value, of: field), record[name] == nil {
                checkNeed(value, name, of: fields)
            }
            if let path = field.harmony.among { checkAmong(value.items, path, of: field) }
            if !field.harmony.within.isEmpty, !isLetBe(record, field.harmony.unless) {
                checkWithin(value, field.harmony.within)
            }
            let inner = field.type.fieldsInPlace
            if inner.isEmpty { continue }
            for item in value.items {
                if let record = item.record { check(record, fields: inner) }
            }
        }
    }

    // MARK: Things that may not overlap

    private struct Hold {
        var hours: TimeRange
        var index: Int
        var value: Value
    }

    private mutating func checkApart(_ items: [Value], _ rule: Harmony.Apart) {
        guard items.count <= Self.mostThings else { return }
        for paths in rule.by {
            var holds: [String: [Hold]] = [:]
            for (index, item) in items.enumerated()
            where item.record.map({ isLetBe($0, rule.unless) }) != true {
                guard case .timeRange(let hours)? = part(rule.time, of: item)?.content,
                    !hours.isReversed
                else { continue }
                for value in paths.flatMap({ part($0, of: item)?.items ?? [] }) {
                    let hold = Hold(hours: hours, index: index, value: value)
                    holds[name(of: value), default: []].append(hold)
                }
            }
            for name in holds.keys.sorted() { reportClashes(holds[name] ?? []) }
        }
    }

    /// What is the same for somebody who is referred to by id here and written by name there.
    private func name(of value: Value) -> String {
        let person = brief.registry.record(of: value)?.personName
        return person?.writtenForms.first ?? identity(of: value)
    }

    private mutating func reportClashes(_ holds: [Hold]) {
        for (place, later) in holds.enumerated() {
            let clash = holds[..<place].first { earlier in
                earlier.index != later.index && earlier.hours.overlaps(later.hours)
            }
            guard let earlier = clash else { continue }
            report.add(
                .warning(
                    .twiceAtOnce(identity(of: later.value), earlier.hours, later.hours),
                    at: later.value.span
                )
                .noting("the other time", at: earlier.value.span)
            )
        }
    }

    private func isLetBe(_ record: Record, _ exceptions: Harmony.Exceptions) -> Bool {
        exceptions.wordsByField.contains { field, words in
            record[field].map { words.contains(identity(of: $0)) } ?? false
        }
    }

    // MARK: Ids and days

    /// No two things of a list are meant to say the same here.
    private mutating func checkUnlike(_ items: [Value], by name: String) {
        var seen: [Value.Content: Span] = [:]
        for value in items.prefix(Self.mostThings).compactMap({ part(name, of: $0) }) {
            guard let first = seen[value.content] else {
                seen[value.content] = value.span
                continue
            }
            report.add(
                .warning("this \(name) stands here for the second time", at: value.span)
                    .noting("the first time", at: first)
                    .hinting("put what belongs to both under one of them")
            )
        }
    }

    /// Nobody is meant to stand twice in one list as the same.
    private mutating func checkOnce(_ items: [Value], leader: String) {
        guard items.count > 1, items.count <= Self.mostThings else { return }
        var seen: [String: Span] = [:]
        for item in items {
            guard let one = identity(in: item, by: leader) else { continue }
            let role = Self.part(in: item).flatMap { $0["role"] }.map { identity(of: $0) } ?? ""
            guard let first = seen["\(one.key) \(role)"] else {
                seen["\(one.key) \(role)"] = item.span
                continue
            }
            report.add(
                .warning("‘\(one.name)’ stands twice in this list", at: item.span)
                    .noting("the first time", at: first)
                    .hinting("take one out, unless both are meant")
            )
        }
    }

    /// By what something is known that stands in a list, and what to call it.
    private typealias Identity = (key: String, name: String)

    /// The shared record that an item is or, of those who did something, names; or who bears its name.
    private mutating func identity(in item: Value, by leader: String) -> Identity? {
        guard let value = leading(item, by: leader) else { return nil }
        if case .reference(let reference) = value.content { return Self.identity(of: reference) }
        guard let record = value.record, let name = record.personName,
            let form = name.writtenForms.first
        else { return nil }
        if let id = record.id { return Self.identity(of: Reference(kind: record.kind, id: id)) }
        // Two people may bear one name: what else is said of them tells them apart.
        guard record.fields.count == 1 else { return nil }
        let index = names ?? NameIndex(brief.registry.all)
        names = index
        if let known = index.onlyBearer(of: name, as: record.kind), let id = known.id {
            return Self.identity(of: Reference(kind: known.kind, id: id))
        }
        return (form, name.plain)
    }

    private static func identity(of reference: Reference) -> Identity {
        ("\(reference.kind) \(reference.id)", reference.id)
    }

    private func leading(_ item: Value, by leader: String) -> Value? {
        guard let record = Self.part(in: item) else { return item }
        return record[leader]
    }

    /// What an item says of somebody’s part in something; nil where it is that somebody.
    private static func part(in item: Value) -> Record? {
        item.record.flatMap { $0.kind.isEmpty || $0.is(.role) ? $0 : nil }
    }

    private mutating func checkAmong(_ values: [Value], _ path: String, of field: FieldDescription)
    {
        let known = (brief[path + ".id"]?.items ?? []).map { identity(of: $0) }
        for value in values {
            let id = identity(of: value)
            guard !known.contains(id) else { continue }
            let hint =
                idNamed(id, among: brief[path]?.items ?? []).map { "did you mean ‘\($0)’?" }
                ?? Suggestion.oneOf(known, for: id)
                ?? "describe it under ‘\(path)’"
            report.add(.error(.noSuch(field.name, id), at: value.span).hinting(hint))
        }
    }

    /// The id of the thing that has this name in some language.
    private func idNamed(_ name: String, among things: [Value]) -> String? {
        let wanted = withoutAccents(name).lowercased()
        let thing = things.first { thing in
            guard case .text(let text)? = part(KnownField.name.rawValue, of: thing)?.content else {
                return false
            }
            return text.editions.contains { withoutAccents($0.content).lowercased() == wanted }
        }
        return thing.flatMap { part(KnownField.id.rawValue, of: $0) }.map { identity(of: $0) }
    }

    // MARK: Values

    private func part(_ path: String, of value: Value) -> Value? {
        brief.registry.value(at: path, from: value)
    }

    /// What a value is known by: its id, or the name it was given.
    private func identity(of value: Value) -> String {
        switch value.content {
        case .identifier(let text), .choice(let text): return text
        case .reference(let reference): return reference.id
        case .personName(let name):
            return [name.given, name.family].filter { !$0.isEmpty }.joined(separator: " ")
        case .text(let text): return text.editions.first?.content ?? ""
        case .record(let record):
            if let id = record.id { return id }
            return record[.name].map { identity(of: $0) } ?? ""
        default: return ""
        }
    }
}

extension TimeRange {
    fileprivate func overlaps(_ other: TimeRange) -> Bool {
        start.minutes < other.endInMinutes && other.start.minutes < endInMinutes
    }

    /// From midnight of its day.
    ///
    /// What ends before it begins ends on the next; without an end nothing is known but that it begins.
    var endInMinutes: Int {
        guard let end else { return start.minutes + 1 }
        return end.minutes > start.minutes ? end.minutes : end.minutes + Self.day
    }

    /// In minutes.
    static var day: Int { 24 * 60 }
}

extension FieldType {
    /// The fields of records that are described in place.
    fileprivate var fieldsInPlace: [FieldDescription] {
        switch self {
        case .record(let fields): fields
        case .list(let item): item.fieldsInPlace
        default: []
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func twiceAtOnce(_ name: String, _ a: TimeRange, _ b: TimeRange) -> Self {
        "‘\(name)’ is needed twice at once: \(a.spoken) and \(b.spoken)"
    }

    fileprivate static func noSuch(_ field: String, _ id: String) -> Self {
        "there is no \(field) ‘\(id)’"
    }
}

extension TimeRange {
    var spoken: String { end.map { "\(start.iso)–\($0.iso)" } ?? start.iso }
}
