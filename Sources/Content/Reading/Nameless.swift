import Diagnostics
import YAML

/// `{role: Mayor}` where somebody is asked for: it says what they are, and not who.
extension Reader {
    /// Refuses that in a list, which may take all of whom it is so.
    mutating func refusesNameless(inList node: Node, as type: FieldType) -> Bool {
        guard let everyone = everyone(ofType: type, at: node.span),
            let traits = traits(in: node, of: everyone, as: type)
        else { return false }
        let entries = node.entries ?? []
        let rest = entries.filter { entry in !traits.contains { $0.key.span == entry.key.span } }
        let clause = Node.mapping(
            [Node.Entry(key: .text("where", at: node.span), value: .mapping(traits, at: node.span))]
                + rest,
            at: node.span
        )
        let example = ExampleText(language: language).flow(clause) ?? "{where: …}"
        report.add(
            nameless(everyone.kind, at: node)
                .hinting("for all of whom it is so, write: \(shortened(example))")
                .hinting(mend(forOneOf: everyone, traits, among: fields(of: type)))
        )
        return true
    }

    /// Refuses it where one is asked for.
    mutating func refusesNameless(_ node: Node, as kind: Kind) -> Bool {
        let everyone = Everyone(kind: kind, member: .itself, span: node.span)
        guard let traits = traits(in: node, of: everyone, as: .kind(kind.name)) else {
            return false
        }
        let mend = mend(forOneOf: everyone, traits, among: kind.fields)
        report.add(nameless(kind, at: node).hinting(mend))
        return true
    }

    private func nameless(_ kind: Kind, at node: Node) -> Diagnostic {
        .error(.nameless(kind.name).about(.nameless), at: node.span)
    }

    private func mend(
        forOneOf everyone: Everyone,
        _ traits: [Node.Entry],
        among fields: [FieldDescription]
    ) -> Diagnostic.Message {
        let meant = those(who: traits, are: everyone.kind).compactMap(\.id)
        if case .part(_, let name) = everyone.member {
            let example = fields.first { $0.name == name }?.shortExample(in: language)
            return "for one of them, add ‘\(name): \(meant.first ?? example ?? "…")’"
        }
        guard meant.isEmpty else {
            let ids = Diagnostic.Message.quoted(meant, first: 6)
            return "for one of them, write its id in the place of this: \(ids)"
        }
        let short = everyone.kind.shorthandField
        return
            "for one of them, add ‘\(short?.name ?? KnownField.name.rawValue): \(short?.shortExample(in: language) ?? "…")’"
    }

    /// What entries say of somebody whom they do not name; nil where they name one, or speak of something
    /// else besides.
    ///
    /// Of a record about somebody, such as a badge, they are those that it does not take itself.
    private func traits(in node: Node, of everyone: Everyone, as type: FieldType) -> [Node.Entry]? {
        let kind = everyone.kind
        guard countOfAll != nil, let short = kind.shorthandField, case .personName = short.type,
            let entries = node.entries, !entries.isEmpty,
            entries.allSatisfy({ $0.value.text != nil })
        else { return nil }
        // It is asked of every row of a sheet, most of which name somebody by a key as it is spelt.
        var naming =
            [KnownField.id.rawValue, short.name] + (short.isSpread ? PersonName.partKeys : [])
        guard !entries.contains(where: { naming.contains($0.key.text ?? "") }) else { return nil }
        let index = FieldIndex(kind.fields, also: [KnownField.id.rawValue])
        var own = FieldIndex([])
        if case .part(_, let field) = everyone.member {
            naming.append(field)
            own = FieldIndex(fields(of: type))
        }
        var traits: [Node.Entry] = []
        for entry in entries {
            let word = entry.key.text ?? ""
            if let field = own.meant(by: word), field.takes(entry.value) {
                guard !naming.contains(field.name) else { return nil }
                continue
            }
            guard let key = index.key(meantBy: word), !naming.contains(key) else { return nil }
            traits.append(Node.Entry(key: .text(key, at: entry.key.span), value: entry.value))
        }
        return traits.isEmpty ? nil : traits
    }

    /// Those who are described and of whom all of it is so; nobody is told of what can't be read.
    private func those(who traits: [Node.Entry], are kind: Kind) -> [Record] {
        var reader = self
        let clauses = traits.compactMap { reader.clause($0, of: kind) }
        guard clauses.count == traits.count else { return [] }
        return registry.all.prefix(countOfAll ?? 0).filter {
            $0.kind == kind.name && satisfies(clauses, $0)
        }
    }
}

extension FieldIndex {
    /// The key that a word is, or is meant to be: `fonction` is `role`.
    fileprivate func key(meantBy word: String) -> String? {
        known.contains(word) ? word : field(called: word)
    }

    fileprivate func meant(by word: String) -> FieldDescription? {
        key(meantBy: word).flatMap { key in fields.first { $0.name == key } }
    }
}

extension FieldDescription {
    /// Whether a word may stand in it; of a choice, whether it is one.
    fileprivate func takes(_ value: Node) -> Bool {
        guard case .choice(let choices) = type, let text = value.text else { return true }
        return choices.contains(text) || ChoiceWords.meant(by: text, among: choices) != nil
    }
}

extension Diagnostic.Message {
    fileprivate static func nameless(_ kind: String) -> Self {
        "this says what a ‘\(kind)’ is, and not which"
    }
}
