import Diagnostics

/// People who are described, by their names as people write them.
struct NameIndex {
    private var bearers: [String: [Record]] = [:]

    init(_ records: some Sequence<Record>) {
        for record in records where record.id != nil {
            for form in Set(record.personName?.writtenForms ?? []) {
                bearers[form, default: []].append(record)
            }
        }
    }

    /// The one of a kind who bears a name; nil where several do.
    func onlyBearer(of name: PersonName, as kind: String) -> Record? {
        guard let form = name.writtenForms.first else { return nil }
        let known = (bearers[form] ?? []).filter { $0.kind == kind }
        return known.count == 1 ? known[0] : nil
    }
}

extension Reader {
    /// Whoever is described and meant by a name that stands where an id might: with all that is said of them.
    mutating func described(by typed: Located<PersonName>, as kind: Kind) -> Value? {
        guard let countOfAll else { return nil }
        let index = namesOfAll ?? NameIndex(registry.all.prefix(countOfAll))
        namesOfAll = index
        guard let record = index.onlyBearer(of: typed.value, as: kind.name), let id = record.id
        else {
            return nil
        }
        guard let titled = record.bearing(titlesOf: typed.value) else {
            return Value(.reference(Reference(kind: kind.name, id: id)), at: typed.span)
        }
        return Value(.record(titled), at: typed.span)
    }
}

extension Record {
    /// The same person, by the same id, with titles that nobody has noted where they are described; nil where the
    /// name has none.
    fileprivate func bearing(titlesOf typed: PersonName) -> Record? {
        guard var name = personName else { return nil }
        let honorific = name.honorific == nil ? typed.honorific : nil
        let title = name.title == nil ? typed.title : nil
        let bringsDegrees = name.degrees.isEmpty && !typed.degrees.isEmpty
        guard honorific != nil || title != nil || bringsDegrees, name.forms.isEmpty else {
            return nil
        }
        name.honorific = honorific ?? name.honorific
        name.title = title ?? name.title
        if bringsDegrees {
            name.degrees = typed.degrees
            name.hasCommaBeforeDegrees = typed.hasCommaBeforeDegrees
        }
        var copy = self
        for index in copy.fields.indices where copy.fields[index].is(.name) {
            copy.fields[index].value.content = .personName(name)
        }
        return copy
    }
}
