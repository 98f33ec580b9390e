import Diagnostics

extension Reader {
    /// Tells of names that were typed and that several people bear who are described: nobody knows which of
    /// them is meant, so none is, and a further one of that name appears on the page.
    ///
    /// A name that one of them bears is taken for that one where it matters, in who is needed twice at once
    /// and in who agreed to what.
    mutating func checkTypedNames() {
        guard !typedNames.isEmpty else { return }
        var bearers: [String: [Record]] = [:]
        let kinds = Set(typedNames.map(\.kind))
        for record in registry.all where kinds.contains(record.kind) {
            for form in Set(record.personName?.writtenForms ?? []) {
                bearers[form, default: []].append(record)
            }
        }
        for typed in typedNames {
            guard let form = typed.name.value.writtenForms.first else { continue }
            let known = (bearers[form] ?? []).filter { $0.kind == typed.kind }
            tell(typed.name, of: known)
        }
        typedNames = []
    }

    private mutating func tell(_ name: Located<PersonName>, of known: [Record]) {
        let ids = known.compactMap(\.id)
        guard ids.count > 1 else { return }
        let words = name.value.typed ?? name.value.family
        var problem = Diagnostic.warning(
            "\(ids.count) people are called ‘\(shortened(words))’, and none of them is meant by the name alone",
            at: name.span
        )
        for record in known.prefix(4) {
            problem = problem.noting("‘\(record.id ?? "")’ is described here", at: record.span)
        }
        report.add(problem.hinting("write the id of whom you mean: \(.either(ids.prefix(4)))"))
    }
}
