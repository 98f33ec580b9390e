import Unicode

extension Record {
    /// What the person is called, where it is a person.
    package var personName: PersonName? {
        if case .personName(let name)? = self[.name]?.content { name } else { nil }
    }
}

extension PersonName {
    /// The parts in the order in which they are spoken, for a message.
    var plain: String {
        if let full { return full.editions[0].content }
        return [given, particles, family].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The name as it is written in each language, one after the other.
    var inEveryScript: [PersonName] { forms.isEmpty ? [self] : forms.map(\.name) }

    /// As people write it in full, folded: small letters without marks, the family name last or first.
    var writtenForms: [String] {
        if !self.forms.isEmpty { return self.forms.flatMap(\.name.writtenForms) }
        var forms = full?.editions.map(\.content) ?? []
        let family = [particles, family].filter { !$0.isEmpty }.joined(separator: " ")
        if !given.isEmpty, !family.isEmpty {
            forms += ["\(given) \(family)", "\(family) \(given)"]
        } else {
            forms.append(given + family)
        }
        return forms.map(\.folded).filter { !$0.isEmpty }
    }
}
