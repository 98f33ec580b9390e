import Diagnostics
import YAML

/// What must be so of whoever a list takes: a field, and the values of which it must say one.
struct WhereClause {
    let key: Located<String>
    /// Where the value stands in a record, such as `organisation.country`.
    let path: String
    let wanted: [Value]
    /// Whether that is said by another record than the one that is chosen.
    let leadsOn: Bool
}

extension Reader {
    /// Those whom an item of a list describes: `{where: {role: Mayor}}`, in a list of records with what these
    /// say besides: `{where: {organisation: rvo}, role: staff}`; nil where it describes one.
    mutating func everyone(chosenBy node: Node, as type: FieldType) -> Everyone? {
        guard countOfAll != nil, let clauses = node["where"],
            !fields(of: type).contains(where: { $0.name == "where" }),
            var everyone = everyone(ofType: type, at: clauses.span)
        else { return nil }
        everyone.clauses = read(clauses, of: everyone.kind)
        let others = (node.entries ?? []).filter { $0.key.text != "where" }
        switch everyone.member {
        case .itself:
            checkKeys(of: others, among: ["where"], in: "‘where’", reporting: &report)
        case .part(let owner, let field):
            let fields = fields(of: type).filter { $0.name != field }
            let name = owner.isEmpty ? field : owner
            everyone.besides = readFields(
                FieldIndex(fields),
                others,
                of: "‘\(name)’",
                at: node.span
            )
        }
        return everyone
    }

    func fields(of type: FieldType) -> [FieldDescription] {
        switch type {
        case .kind(let name): kinds[name]?.fields ?? []
        case .record(let fields): fields
        default: []
        }
    }

    // MARK: Reading

    private mutating func read(_ clauses: Node, of kind: Kind) -> [WhereClause] {
        guard let entries = clauses.entries, !entries.isEmpty else {
            report.add(
                .error("‘where’ names fields and what they say", at: clauses.span)
                    .hinting(exampleOfClause(for: kind))
            )
            return []
        }
        return entries.compactMap { clause($0, of: kind) }
    }

    private func exampleOfClause(for kind: Kind) -> Diagnostic.Message {
        let field = kind.fields.first { if case .text = $0.type { true } else { false } }
        let name = field?.name ?? KnownField.name.rawValue
        let text = field?.shortExample(in: language) ?? "…"
        return "write it like this: {where: {\(name): \(text)}}"
    }

    mutating func clause(_ entry: Node.Entry, of kind: Kind) -> WhereClause? {
        guard let key = entry.key.text, let (field, path) = field(called: key, of: kind) else {
            refuse(entry.key, of: kind)
            return nil
        }
        let nodes = entry.value.items ?? [entry.value]
        let wanted = nodes.compactMap { self.wanted($0, of: field) }
        guard !wanted.isEmpty else { return nil }
        return WhereClause(
            key: Located(key, at: entry.key.span),
            path: path,
            wanted: wanted,
            leadsOn: leadsOn(path, of: kind)
        )
    }

    private func leadsOn(_ path: String, of kind: Kind) -> Bool {
        let first = path.prefix { $0 != "." }
        guard let field = kind.fields.first(where: { $0.name == first }) else { return false }
        if case .kind = field.type.item { return true }
        return false
    }

    private mutating func refuse(_ key: Node, of kind: Kind) {
        let index = FieldIndex(kind.fields)
        let word = shortened(key.text ?? "")
        let problem = Diagnostic.error(
            "there is no field ‘\(word)’ in ‘\(kind.name)’",
            at: key.span
        )
        report.add(
            problem.hinting(
                index.field(called: word).map(Suggestion.didYouMean)
                    ?? "there are: \(Diagnostic.Message.quoted(index.known, first: 12))"
            )
        )
    }

    /// What a field is to say, as it reads that itself; things that papers share go by their ids or names.
    private mutating func wanted(_ node: Node, of field: FieldDescription) -> Value? {
        guard let text = node.text.map(trimmed) else {
            mismatch(node, field.type.item, of: field)
            return nil
        }
        guard case .kind(let name) = field.type.item else {
            return read(node, as: field.type.item, of: field)
        }
        return declared.contains(text)
            ? Value(.reference(Reference(kind: name, id: text)), at: node.span)
            : Value(.text(LocalizedText(text, at: node.span)), at: node.span)
    }

    /// A field by its name or by a path, such as `organisation.country`; or the field of a name’s part, which
    /// stands beside the others.
    private func field(called name: String, of kind: Kind) -> (FieldDescription, path: String)? {
        let steps = name.split(separator: ".").map(String.init)
        guard let first = steps.first, steps.count <= 4 else { return nil }
        guard var field = kind.fields.first(where: { $0.name == first }) else {
            return part(named: name, of: kind)
        }
        for step in steps.dropFirst() {
            guard let next = fields(of: field.type.item).first(where: { $0.name == step }) else {
                return nil
            }
            field = next
        }
        return (field, name)
    }

    private func part(named name: String, of kind: Kind) -> (FieldDescription, path: String)? {
        guard let spread = FieldIndex(kind.fields).spread, case .personName = spread.type,
            PersonName.partKeys.contains(name)
        else { return nil }
        let part = name.hasSuffix("_title") ? "title" : name
        return (FieldDescription(textNamed: name, at: spread.span), "\(spread.name).\(part)")
    }

    // MARK: Choosing

    /// Those of whom all clauses hold; that one asks for what nobody is, is told.
    mutating func chosen(by everyone: Everyone, among described: [Record]) -> [Record] {
        let clauses = everyone.clauses
        guard !clauses.isEmpty else { return described }
        var lonely: [(clause: WhereClause, value: Value)] = []
        for clause in clauses {
            let said = described.compactMap { registry.value(at: clause.path, of: $0) }
            lonely += clause.wanted.filter { value in !said.contains { says($0, value) } }
                .map { (clause, $0) }
        }
        let found = described.filter { satisfies(clauses, $0) }
        for (clause, value) in lonely {
            report.add(nobody(says: value, clause, of: everyone, found.isEmpty, described))
        }
        if found.isEmpty, lonely.isEmpty {
            report.add(
                .error(.nobodyIsAll(everyone.kind.name), at: everyone.span)
                    .hinting(
                        "of each condition alone there is one: leave one out, or mend what is described"
                    )
            )
        }
        return found
    }

    func satisfies(_ clauses: [WhereClause], _ record: Record) -> Bool {
        clauses.allSatisfy { clause in
            guard let said = registry.value(at: clause.path, of: record) else { return false }
            return clause.wanted.contains { says(said, $0) }
        }
    }

    private func says(_ said: Value, _ wanted: Value) -> Bool {
        said.items.contains { item in
            !registry.wordsOfChoice(item).isDisjoint(with: registry.wordsOfChoice(wanted))
        }
    }

    private func nobody(
        says value: Value,
        _ clause: WhereClause,
        of everyone: Everyone,
        _ isAlone: Bool,
        _ described: [Record]
    ) -> Diagnostic {
        var known: Set<String> = []
        let there = described.flatMap { registry.value(at: clause.path, of: $0)?.items ?? [] }
            .map { registry.shown($0, in: language) }
            .filter { !$0.isEmpty && known.insert($0).inserted }
        let typed = registry.shown(value, in: language)
        let kind = everyone.kind.name
        let message: Diagnostic.Message = .nobodySays(typed, clause.key.value, kind)
        // Where others are found, the paper can be made without.
        let problem: Diagnostic =
            isAlone ? .error(message, at: value.span) : .warning(message, at: value.span)
        guard !there.isEmpty else {
            return problem.hinting("of none of them is ‘\(clause.key.value)’ said")
        }
        return problem.hinting(Suggestion.didYouMean(typed, among: there))
            .hinting(
                "there are: \(Diagnostic.Message.quoted(there.map { shortened($0) }, first: 8))"
            )
    }
}

extension Registry {
    /// What a value may be called where one is chosen by it, in any language: small letters, single blanks.
    fileprivate func wordsOfChoice(_ value: Value) -> Set<String> {
        if case .reference(let reference) = value.content, record(reference) == nil {
            return [reference.id.asAsked]
        }
        if let record = record(of: value) {
            let names = [KnownField.name, .short, .title].compactMap { record[$0] }
            let id = record.id.map { [$0.asAsked] } ?? []
            return names.reduce(into: Set(id)) { $0.formUnion(wordsOfChoice($1)) }
        }
        if case .personName(let name) = value.content { return Set(name.writtenForms) }
        return Set(value.plainWords.map(\.asAsked))
    }

    /// What a message calls a value by which somebody may be chosen.
    fileprivate func shown(_ value: Value, in language: String) -> String {
        if case .reference(let reference) = value.content { return reference.id }
        if let record = record(of: value) {
            return record[.name].map { shown($0, in: language) } ?? ""
        }
        switch value.content {
        case .personName(let name): return name.plain
        case .text(let text):
            return text.edition(in: language).content.split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        default: return value.plainWords.first ?? ""
        }
    }
}

extension Value {
    /// The words of a value that has no parts of its own, one for each language that it has.
    fileprivate var plainWords: [String] {
        switch content {
        case .text(let text): text.editions.map(\.content)
        case .richText(let text): text.editions.map(\.content.plainText)
        case .number(let number):
            [
                number.value == number.value.rounded() && abs(number.value) < 1e15
                    ? "\(Int64(number.value))" : "\(number.value)"
            ]
        case .truth(let truth): [truth ? "yes" : "no"]
        case .date(let date): [date.iso]
        case .phone(let phone): [phone.e164 ?? phone.typed]
        case .email(let text), .url(let text), .country(let text), .language(let text),
            .colour(let text), .choice(let text), .identifier(let text):
            [text]
        default: []
        }
    }
}

extension String {
    /// As it is held against another where things are chosen by what they say: in small letters, its blanks
    /// single.
    package var asAsked: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
}

extension Diagnostic.Message {
    fileprivate static func nobodySays(_ word: String, _ field: String, _ kind: String) -> Self {
        "no ‘\(kind)’ has ‘\(shortened(word))’ as ‘\(field)’"
    }

    fileprivate static func nobodyIsAll(_ kind: String) -> Self {
        "no ‘\(kind)’ is all of this at once"
    }
}
