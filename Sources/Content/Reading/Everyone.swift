import Diagnostics
import YAML

/// All that is described of a shared kind, which a paper names by one word: `people: all`; or those of
/// whom something is so: `people: {where: {role: Mayor}}`.
struct Everyone {
    let kind: Kind
    /// What each of them is in the list.
    let member: Member
    let span: Span
    /// What must be so of each.
    var clauses: [WhereClause] = []
    /// What the record about each says besides, where it is in a list of such: `role: staff`.
    var besides: [Record.Field] = []

    enum Member {
        case itself
        /// A record that is about it, such as a badge: the name of its kind, if it has one, and of the field.
        case part(kind: String, field: String)
    }
}

extension Reader {
    /// Whether an item of a list stands for all that it could name; nil where it names one.
    func everyone(meantBy node: Node, as type: FieldType) -> Everyone? {
        guard countOfAll != nil, let text = node.text, text.utf8.count <= 24 else { return nil }
        let word = text.asAsked
        guard Self.wordsForAll.contains(word), !declared.contains(word) else { return nil }
        return everyone(ofType: type, at: node.span)
    }

    /// Whom a list of such things may take together; nil where papers share none of them.
    func everyone(ofType type: FieldType, at span: Span) -> Everyone? {
        switch type {
        case .kind(let name):
            guard let kind = kinds[name] else { return nil }
            if kind.isShared { return Everyone(kind: kind, member: .itself, span: span) }
            return everyone(in: kind.fields, short: kind.shorthand, of: name, at: span)
        case .record(let fields): return everyone(in: fields, of: "", at: span)
        default: return nil
        }
    }

    /// A record is about the thing without which alone it says nothing.
    private func everyone(
        in fields: [FieldDescription],
        short: String? = nil,
        of owner: String,
        at span: Span
    ) -> Everyone? {
        let needed = fields.filter { $0.isRequired || $0.name == short }
        guard needed.count == 1, case .kind(let name) = needed[0].type, let kind = kinds[name],
            kind.isShared
        else { return nil }
        return Everyone(kind: kind, member: .part(kind: owner, field: needed[0].name), span: span)
    }

    private static let wordsForAll: Set = [
        "all", "everybody", "everyone", "tous", "toutes", "tout le monde", "todos", "todas",
        "toda a gente", "all people", "all participants", "all guests", "toutes les personnes",
        "tous les participants", "tous les invités", "todos os participantes",
    ]

    /// Those whom a list does not name anyhow, in the order in which they are described.
    ///
    /// Each stands where it is described: what is said of one is no matter of the others.
    mutating func all(of everyone: Everyone, besides named: [Value]) -> [Value] {
        choosings.append(everyone.choosing)
        let known = Set(named.flatMap(references))
        let kind = everyone.kind
        let described = registry.all.prefix(countOfAll ?? 0).filter { $0.kind == kind.name }
        if described.isEmpty { refuse(everyone) }
        let meant = described.isEmpty ? [] : chosen(by: everyone, among: Array(described))
        return meant.compactMap { record in
            guard let id = record.id else { return nil }
            let reference = Reference(kind: kind.name, id: id)
            if known.contains(reference) { return nil }
            let value = Value(.reference(reference), at: record.span)
            guard case .part(let owner, let field) = everyone.member else { return value }
            let fields = [Record.Field(name: field, value: value)] + everyone.besides
            return Value(
                .record(Record(kind: owner, fields: fields, span: record.span)),
                at: record.span
            )
        }
    }

    private func references(in value: Value) -> [Reference] {
        switch value.content {
        case .reference(let reference): [reference]
        case .record(let record): record.fields.flatMap { references(in: $0.value) }
        default: []
        }
    }

    private mutating func refuse(_ everyone: Everyone) {
        let kind = everyone.kind
        let word = kind.wordForMany
        let message: Diagnostic.Message = "every ‘\(kind.name)’ is meant, and none is described"
        report.add(
            .error(message.about(.undescribed(kind: kind.name)), at: everyone.span)
                .hinting(
                    "describe them in ‘\(word).yaml’, or put a sheet of them beside the paper: ‘\(word).xlsx’"
                )
        )
    }
}
