internal import Content
internal import Exchange

/// The people and offices of a record as cards for address books.
struct ContactCards {
    let values: PlainValues
    private(set) var cards: [ContactCard] = []

    init(of registry: Registry, _ values: PlainValues) {
        self.values = values
        for record in registry.all {
            switch record.kind {
            case "person": cards.append(person(record))
            case "office": cards.append(office(record))
            default: break
            }
        }
    }

    /// Leaves out whoever was to be reached by the cards as they were written, and is not by these.
    ///
    /// - Returns: How many those are.
    mutating func leaveOutWhoCannotBeReached(of written: ContactCards) -> Int {
        let reachable = Set(written.cards.filter(\.leadsSomewhere).map(\.identifier))
        let all = cards.count
        cards.removeAll { !$0.leadsSomewhere && reachable.contains($0.identifier) }
        return all - cards.count
    }

    var text: String { cards.map { $0.vCard() }.joined() }

    private func person(_ record: Record) -> ContactCard {
        var card = ContactCard(formattedName: values.name(of: record))
        if let name = record.personName {
            card.family = name.family
            card.given = name.given
            card.prefixes = [values.words(name.honorific), values.words(name.title)]
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
        card.organisation = values.text(record["organisation"])
        card.title = values.text(record["role"])
        card.phones = phones(record["phone"], .work) + phones(record["cell"], .cell)
        card.emails = [values.text(record["email"])].filter { !$0.isEmpty }
        card.url = values.text(record["website"])
        card.languages = (record["languages"]?.items ?? []).map(values.text)
        card.identifier = "person/\(record.id ?? card.formattedName)"
        return card
    }

    private func office(_ record: Record) -> ContactCard {
        let organisation = values.text(record["organisation"])
        let name = values.name(of: record)
        var card = ContactCard(formattedName: name.isEmpty ? organisation : name)
        card.isOrganisation = true
        card.organisation = organisation
        card.phones = phones(record["phone"], .work) + phones(record["fax"], .fax)
        card.emails = [values.text(record["email"])].filter { !$0.isEmpty }
        card.url = values.text(record["url"])
        card.address = address(record)
        card.note = values.text(record["hours"])
        card.identifier = "office/\(record.id ?? card.formattedName)"
        return card
    }

    private func address(_ record: Record) -> ContactCard.Address {
        var address = ContactCard.Address()
        address.postBox = values.text(record["po_box"])
        address.street = values.text(record["lines"])
        address.city = values.text(record["city"])
        address.region = values.text(record["district"])
        address.code = values.text(record["postal_code"])
        address.country = values.text(record["country"])
        return address
    }

    private func phones(_ value: Value?, _ use: ContactCard.Phone.Use) -> [ContactCard.Phone] {
        (value?.items ?? []).compactMap { item in
            guard case .phone(let phone) = item.content, let number = phone.e164 else { return nil }
            return ContactCard.Phone(use: use, number: number)
        }
    }
}

extension ContactCard {
    /// Whether it tells a way to reach somebody.
    fileprivate var leadsSomewhere: Bool { !phones.isEmpty || !emails.isEmpty || !url.isEmpty }
}
