import Content
import Diagnostics
import Exchange
import Layouts

extension Composer {
    /// The greatest vCard that a code on a card still shows in modules a telephone can tell apart.
    private static let mostBytes = 400

    /// A person or an office as a code carries it.
    mutating func compactCard(of value: Value, _ filter: Filter) -> String {
        guard var card = addressCard(of: value) else { return "" }
        // Initials spare a code more than anything that could be left out.
        if let short = shortOrganisation(of: value) { card.organisation = short }
        let limit = filter.number ?? Self.mostBytes
        if let text = card.compactVCard(bytes: limit) { return text }
        report.add(
            .error(
                "the address card of ‘\(card.formattedName)’ does not fit into \(limit) bytes",
                at: value.span
            )
            .hinting("shorten the name, the organisation or the address")
        )
        return ""
    }

    /// Somebody as address books keep them; nil where the value is neither person nor office.
    func addressCard(of value: Value) -> ContactCard? {
        guard let record = brief.registry.record(of: value) else { return nil }
        if let name = personName(of: value) { return card(of: record, named: name, at: value) }
        return record["lines"] == nil && record["city"] == nil ? nil : officeCard(of: value)
    }

    private func card(of record: Record, named name: PersonName, at value: Value) -> ContactCard {
        var card = ContactCard(formattedName: text(of: name, form: "given-family"))
        card.given = name.given
        card.family = [name.particles, name.family].filter { !$0.isEmpty }.joined(separator: " ")
        if card.family.isEmpty, card.given.isEmpty { card.family = card.formattedName }
        card.prefixes = [name.honorific, name.title]
            .compactMap { $0?.edition(in: language).content }.joined(separator: " ")
        card.title = words("role", of: value)
        let organisation = part("organisation", of: value) ?? brief["organisation"]
        card.organisation = organisation.map { text(of: $0, by: nil) } ?? ""
        card.unit = organisation.map { words("unit", of: $0) } ?? ""
        let office = office(of: organisation)
        card.phones = phones("phone", .work, of: value) + phones("cell", .cell, of: value)
        if card.phones.isEmpty, let office { card.phones = phones("phone", .work, of: office) }
        card.emails = [words("email", of: value)].filter { !$0.isEmpty }
        if card.emails.isEmpty, let office {
            card.emails = [words("email", of: office)].filter { !$0.isEmpty }
        }
        card.url =
            [value, organisation, office].lazy.compactMap { $0 }
            .flatMap { [self.words("website", of: $0), self.words("url", of: $0)] }
            .first { !$0.isEmpty } ?? ""
        card.address = office.map { address(of: $0) }
        card.languages = part("languages", of: value)?.items.map { identity(of: $0) } ?? []
        card.identifier = record.id ?? card.formattedName + card.organisation
        return card
    }

    private func shortOrganisation(of value: Value) -> String? {
        let organisation = part("organisation", of: value) ?? brief["organisation"]
        return organisation.map { words("short", of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    private func officeCard(of value: Value) -> ContactCard {
        let organisation = part("organisation", of: value).map { text(of: $0, by: nil) } ?? ""
        let label = words("label", of: value)
        var card = ContactCard(formattedName: label.isEmpty ? organisation : label)
        if card.formattedName.isEmpty { card.formattedName = words("city", of: value) }
        card.organisation = organisation
        card.isOrganisation = true
        card.phones = phones("phone", .work, of: value) + phones("fax", .fax, of: value)
        card.emails = [words("email", of: value)].filter { !$0.isEmpty }
        card.url = words("url", of: value)
        card.address = address(of: value)
        card.identifier = brief.registry.record(of: value)?.id ?? card.formattedName
        return card
    }

    /// Where somebody of an organisation is found: at the paper's office, or at the organisation's own.
    private func office(of organisation: Value?) -> Value? {
        brief["office"] ?? brief["offices"]?.items.first
            ?? organisation.flatMap { part("offices", of: $0)?.items.first }
    }

    private func address(of office: Value) -> ContactCard.Address {
        var address = ContactCard.Address()
        if case .address(let lines)? = part("lines", of: office)?.content {
            address.street = lines.map { $0.edition(in: language).content }
                .joined(separator: pack.listComma)
        }
        address.postBox = words("po_box", of: office)
        address.code = words("postal_code", of: office)
        address.city = words("city", of: office)
        address.country = words("country", of: office)
        return address
    }

    private func phones(_ name: String, _ use: ContactCard.Phone.Use, of value: Value)
        -> [ContactCard.Phone]
    {
        (part(name, of: value)?.items ?? []).compactMap { item in
            guard case .phone(let phone) = item.content, let number = phone.e164 else { return nil }
            return ContactCard.Phone(use: use, number: number)
        }
    }

    private func words(_ name: String, of value: Value) -> String {
        part(name, of: value).map { text(of: $0, by: nil) } ?? ""
    }

    private func part(_ name: String, of value: Value) -> Value? {
        brief.registry.value(at: name, from: value)
    }
}

extension Composition {
    /// The people and offices of the paper as a file that address books import, vCard 4.0; each once,
    /// however many cards are printed for them.
    package func addressBook() -> String? {
        guard let field = composer.layout.addressBook else { return nil }
        var known: Set<String> = []
        let cards = composer.values(of: field).compactMap { composer.addressCard(of: $0)?.vCard() }
            .filter { known.insert($0).inserted }
        return cards.isEmpty ? nil : cards.joined()
    }
}
