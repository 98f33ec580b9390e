package import Diagnostics

extension Brief {
    /// What a public paper must not show, as the people in it and the rule of the event ask.
    package struct Withheld: Hashable, Sendable {
        package enum Reason: String, Hashable, Sendable {
            /// Somebody said no.
            case refused
            /// The rule of the event: what is said may be told, who said it may not.
            case chathamHouse
            /// Nothing said may be told.
            case offRecord
        }

        /// Names of fields, joined by points, with the number of an item, from one.
        package var path: String
        package var reason: Reason
        package var span: Span
    }

    /// The paper as the public may see it, and what was left out of it.
    ///
    /// Pictures of people who said no to being shown and quotations of people who said no to being
    /// quoted go. Under the Chatham House rule a quotation keeps its words and loses its name; off
    /// the record it goes. Consent that is not spoken of is taken as given here: papers say so
    /// themselves where a law asks for more.
    package func withheld() -> (brief: Brief, withheld: [Withheld]) {
        var copy = self
        var found: [Withheld] = []
        copy.record.fields = record.fields.compactMap { field in
            guard case .list(let items) = field.value.content else { return field }
            var kept: [Value] = []
            for (index, item) in items.enumerated() {
                let path = "\(field.name).\(index + 1)"
                if let shown = shown(item, at: path, noting: &found) { kept.append(shown) }
            }
            return Record.Field(name: field.name, value: Value(.list(kept), at: field.value.span))
        }
        return (copy, found)
    }

    private func shown(_ item: Value, at path: String, noting found: inout [Withheld]) -> Value? {
        guard let record = registry.record(of: item) else { return item }
        switch record.kind {
        case "image":
            let people = record["people"]?.items ?? []
            guard isRefused(record["consent"]) || people.contains(where: { refuses($0, "photo") })
            else { return item }
            found.append(Withheld(path: path, reason: .refused, span: item.span))
            return nil
        case "quotation": return shownQuotation(record, item, at: path, noting: &found)
        default: return item
        }
    }

    private func shownQuotation(
        _ record: Record,
        _ item: Value,
        at path: String,
        noting found: inout [Withheld]
    ) -> Value? {
        if rule == "off-record" {
            found.append(Withheld(path: path, reason: .offRecord, span: item.span))
            return nil
        }
        guard let person = record["person"] else { return item }
        if refuses(person, "quote") {
            found.append(Withheld(path: path, reason: .refused, span: item.span))
            return nil
        }
        guard rule == "chatham-house" || isRefused(record["attributable"]) else { return item }
        let reason: Withheld.Reason = rule == "chatham-house" ? .chathamHouse : .refused
        found.append(Withheld(path: path + ".person", reason: reason, span: person.span))
        var nameless = record
        nameless.fields.removeAll { $0.name == "person" }
        return Value(.record(nameless), at: item.span)
    }

    private var rule: String? {
        for path in ["rule", "event.rule"] {
            if case .choice(let rule)? = self[path]?.content { return rule }
        }
        return nil
    }

    private func refuses(_ person: Value, _ matter: String) -> Bool {
        isRefused(registry.value(at: "consent.\(matter)", from: person))
    }

    private func isRefused(_ value: Value?) -> Bool {
        if case .truth(false)? = value?.content { return true }
        return false
    }
}
