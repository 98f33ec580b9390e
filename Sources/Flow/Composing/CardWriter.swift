package import Content
package import Exchange

/// Whoever can say in one language what fields hold, and so write cards for address books.
///
/// A card says what stands in the fields of a person or an office, and no more: what a paper fills in
/// where those are silent, such as the telephone of its own office, is the paper's to add.
package protocol CardWriter {
    var registry: Registry { get }
    /// What stands between two lines of an address that is written in one.
    var lineJoint: String { get }

    func words(of value: Value) -> String
    /// A name as a book lists it.
    func listed(_ name: PersonName) -> String
}

extension CardWriter {
    package func card(of person: Value, named name: PersonName) -> ContactCard {
        var card = ContactCard(formattedName: listed(name))
        card.given = name.given
        card.family = [name.particles, name.family].filter { !$0.isEmpty }.joined(separator: " ")
        // A name that was not told apart into parts is all family name.
        if card.family.isEmpty, card.given.isEmpty { card.family = card.formattedName }
        card.prefixes = [name.honorific, name.title]
            .compactMap { $0.map { words(of: Value(.text($0), at: person.span)) } }
            .filter { !$0.isEmpty }.joined(separator: " ")
        card.suffixes = name.degrees
        card.title = words(.role, of: person)
        card.organisation = words(.organisation, of: person)
        card.phones = phones(.phone, .work, of: person) + phones(.cell, .cell, of: person)
        card.emails = emails(of: person)
        card.url = words(.website, of: person)
        card.address = part(.office, of: person).flatMap { address(of: $0) }
        card.languages = (part(.languages, of: person)?.items ?? []).compactMap { value in
            if case .language(let tag) = value.content { tag } else { nil }
        }
        let id = registry.record(of: person)?.id
        card.identifier = "person/" + (id ?? card.formattedName + card.organisation)
        return card
    }

    package func card(ofOffice office: Value) -> ContactCard {
        let organisation = words(.organisation, of: office)
        let names = [words(.label, of: office), organisation, words(.city, of: office)]
        var card = ContactCard(formattedName: names.first { !$0.isEmpty } ?? "")
        card.isOrganisation = true
        card.organisation = organisation
        card.phones = phones(.phone, .work, of: office) + phones(.fax, .fax, of: office)
        card.emails = emails(of: office)
        card.url = words(.url, of: office)
        card.address = address(of: office)
        card.note = words(.hours, of: office)
        let id = registry.record(of: office)?.id
        card.identifier = "office/" + (id ?? card.formattedName)
        return card
    }

    func address(of office: Value) -> ContactCard.Address? {
        var address = ContactCard.Address()
        if case .address(let lines)? = part(.lines, of: office)?.content {
            address.street = lines.map { words(of: Value(.text($0), at: office.span)) }
                .joined(separator: lineJoint)
        }
        address.postBox = words(.postBox, of: office)
        address.code = words(.postalCode, of: office)
        address.city = words(.city, of: office)
        address.region = words(.district, of: office)
        address.country = words(.country, of: office)
        return address == ContactCard.Address() ? nil : address
    }

    func phones(_ field: KnownField, _ use: ContactCard.Phone.Use, of value: Value)
        -> [ContactCard.Phone]
    {
        (part(field, of: value)?.items ?? []).compactMap { item in
            guard case .phone(let phone) = item.content, let number = phone.e164 else { return nil }
            return ContactCard.Phone(use: use, number: number)
        }
    }

    func emails(of value: Value) -> [String] {
        [words(.email, of: value)].filter { !$0.isEmpty }
    }

    func words(_ field: KnownField, of value: Value) -> String {
        part(field, of: value).map { words(of: $0) } ?? ""
    }

    /// A field of a record, which needs no path to be taken apart: a card asks for a dozen.
    func part(_ field: KnownField, of value: Value) -> Value? {
        registry.record(of: value)?[field]
    }
}
