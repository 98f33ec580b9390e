import Diagnostics
import YAML

extension PersonName {
    package static let partKeys =
        ["honorific", "academic_title", "military_title", "full"] + Part.allCases.map(\.rawValue)
}

extension Reader {
    /// Reads a name in one piece or in its parts, or one form of it for each language.
    mutating func readPersonName(_ node: Node, of field: FieldDescription) -> Value? {
        if let text = node.text.map(trimmed) {
            lintAside(of: node)
            if PersonName.isOnlyAddress(text) {
                refuseAddress(text, at: node.span)
                return nil
            }
            let name = PersonName(splitting: text, at: node.span)
            if !refusesJoint(in: text, at: node.span), name.holdsMore {
                refuseComma(in: text, at: node.span)
            }
            return Value(.personName(name), at: node.span)
        }
        guard let entries = node.entries else {
            mismatch(node, .personName, of: field)
            return nil
        }
        if isLanguageMap(entries), let forms = readLocalized(node, of: field) {
            for form in forms.editions { _ = refusesJoint(in: form.content, at: form.span) }
            return Value(.personName(PersonName(forms: forms)), at: node.span)
        }
        checkKeys(of: entries, among: PersonName.partKeys, in: "a name", reporting: &report)
        let name = readNameParts(entries, of: field)
        if name.isNobody {
            refuseAddress(of: entries)
            return nil
        }
        return Value(.personName(name), at: node.span)
    }

    /// Reads the parts of a name, wherever they stand; other keys are passed over.
    mutating func readNameParts(_ entries: [Node.Entry], of field: FieldDescription) -> PersonName {
        var name = PersonName()
        var spellings: [PersonName.Spelling] = []
        for entry in entries where !entry.value.isEmpty {
            switch entry.key.text {
            case "honorific": name.honorific = readLocalized(entry.value, of: field)
            case "academic_title", "military_title":
                name.title = readLocalized(entry.value, of: field)
            case "full": name.full = readLocalized(entry.value, of: field)
            case let key?:
                guard let part = PersonName.Part(rawValue: key) else { continue }
                if let inner = entry.value.entries, isLanguageMap(inner) {
                    if let text = readLocalized(entry.value, of: field) {
                        spellings.append(PersonName.Spelling(part: part, text: text))
                    }
                } else {
                    name[part] = self.part(entry.value, of: field)
                }
            case nil: break
            }
        }
        return name.spelled(spellings, reporting: &report)
    }

    /// That the parts of a name are none but what goes before it.
    mutating func refuseAddress(of parts: [Node.Entry]) {
        let said = parts.filter { !$0.value.isEmpty }
        guard let first = said.first?.value.span, let last = said.last?.value.span else { return }
        let words = said.compactMap { $0.value.text.map(trimmed) }
        refuseAddress(words.joined(separator: " "), at: first.joined(to: last))
    }

    /// That nobody is called by what goes before names alone.
    private mutating func refuseAddress(_ text: String, at span: Span) {
        report.add(
            .error(.onlyAddress(text), at: span)
                .hinting("write whom it goes before, such as ‘\(text) Fatou DIALLO’")
        )
    }

    /// That what stands behind a comma is no part of a name: a function, or somebody else.
    private mutating func refuseComma(in text: String, at span: Span) {
        // Of commas at which YAML cut a text it has been told.
        if isToldOfError(at: span) { return }
        var parts = text.split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
        let several = parts.joined(separator: ", ")
        if parts.count > 2, !PersonName(splitting: "\(parts[0]), \(parts[1])", at: span).holdsMore {
            parts[0...1] = ["\(parts[1]) \(parts[0])"]
        }
        guard parts.count > 1 else { return }
        let example = example(
            of: parts[0],
            .role,
            parts.dropFirst().joined(separator: ", "),
            at: span
        )
        report.add(
            .error("a name has no comma: ‘\(shortened(text))’", at: span)
                .hinting(mayBeSomebody(parts[1]) ? .listOf(several) : nil)
                .hinting("of one and what they do, write: \(example)")
        )
    }

    func isToldOfError(at span: Span) -> Bool {
        report.diagnostics.contains {
            $0.severity == .error
                && ($0.span.map { $0.encloses(span) || span.encloses($0) } ?? false)
        }
    }

    func mayBeSomebody(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return words.count > 1 && words.allSatisfy { $0.first?.isUppercase == true }
    }

    /// Somebody and what is said of them, as YAML writes it in the place of a name.
    func example(of name: String, _ key: KnownField, _ word: String, at span: Span) -> String {
        let entries = [(KnownField.name, name), (key, word)].map { key, word in
            Node.Entry(key: .text(key.rawValue, at: span), value: .text(word, at: span))
        }
        let whole = fieldsLeftOut.reversed().reduce(Node.mapping(entries, at: span)) {
            inner,
            field in
            .mapping([Node.Entry(key: .text(field, at: span), value: inner)], at: span)
        }
        return ExampleText(language: language).flow(whole) ?? "{name: …, \(key): …}"
    }

    private mutating func part(_ node: Node, of field: FieldDescription) -> String {
        if refusesLength(of: node) { return "" }
        if let text = node.text {
            lintAside(of: node)
            return trimmed(text)
        }
        mismatch(node, .text, of: field)
        return ""
    }
}

extension Diagnostic.Message {
    static func listOf(_ several: String) -> Self {
        "of several people, write a list: [\(shortened(several))]"
    }

    fileprivate static func onlyAddress(_ text: String) -> Self {
        "‘\(shortened(text))’ goes before a name, and no name follows"
    }
}
