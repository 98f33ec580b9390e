package import Content
import Diagnostics
import Exchange
import Layouts

extension Composer: CardWriter {
    var registry: Registry { brief.registry }
    var lineJoint: String { pack.listComma }

    func words(of value: Value) -> String { text(of: value, by: nil) }
    func listed(_ name: PersonName) -> String { text(of: name, form: .givenFamily) }

    /// The greatest vCard that a code on a card still shows in modules a telephone can tell apart.
    private static let mostBytes = 400

    /// A person or an office as a code carries it.
    mutating func compactCard(of value: Value, _ filter: Filter) -> String {
        guard var card = addressCard(of: value) else { return "" }
        // Initials spare a code more than anything that could be left out.
        let short = shortOrganisation(of: value)
        if let short { card.organisation = short }
        let limit = filter.number ?? Self.mostBytes
        if let compact = card.compactVCard(bytes: limit, atMost: Self.mostBytes) {
            tell(compact.lacks, of: card, isShort: short != nil, at: value.span)
            return compact.text
        }
        report.add(
            .error(
                "the code of ‘\(shortened(card.formattedName))’ has no room even for the name and what reaches them",
                at: value.span
            )
            .hinting("shorten what is longest of the name, the e-mail address and the telephone")
        )
        return ""
    }

    private mutating func tell(
        _ lacks: [ContactCard.Part],
        of card: ContactCard,
        isShort: Bool,
        at span: Span
    ) {
        guard !lacks.isEmpty else { return }
        let parts = lacks.map(Diagnostic.Message.part)
        let message: Diagnostic.Message =
            "the code of ‘\(shortened(card.formattedName))’ has no room for \(parts)"
        let wayOut: Diagnostic.Message =
            "what an organisation says as ‘short’ stands in codes, and makes room"
        report.add(
            .remark(message.about(.crowdedCode), at: span)
                .hinting(isShort || card.organisation.isEmpty ? nil : wayOut)
        )
    }

    /// Somebody as address books keep them; nil where the value is neither person nor office.
    fileprivate func addressCard(of value: Value) -> ContactCard? {
        guard let record = brief.registry.record(of: value) else { return nil }
        if let name = personName(of: value) { return card(ofPerson: value, named: name) }
        return record[.lines] == nil && record[.city] == nil ? nil : card(ofOffice: value)
    }

    /// What the person's own fields leave open is the paper's organisation's, and their office's or its.
    private func card(ofPerson value: Value, named name: PersonName) -> ContactCard {
        var card = card(of: value, named: name)
        let organisation = part(.organisation, of: value) ?? brief.record[.organisation]
        card.organisation = organisation.map { words(of: $0) } ?? ""
        card.unit = organisation.map { words(.unit, of: $0) } ?? ""
        let office = part(.office, of: value) ?? office(of: organisation)
        if card.phones.isEmpty, let office { card.phones = phones(.phone, .work, of: office) }
        if card.emails.isEmpty, let office { card.emails = emails(of: office) }
        for source in [value, organisation, office] where card.url.isEmpty {
            card.url = source.map { site(of: $0) } ?? ""
        }
        card.address = office.flatMap { address(of: $0) }
        return card
    }

    /// The page of the web that a person, an organisation or an office names.
    private func site(of value: Value) -> String {
        let site = words(.website, of: value)
        return site.isEmpty ? words(.url, of: value) : site
    }

    private func shortOrganisation(of value: Value) -> String? {
        let organisation = part(.organisation, of: value) ?? brief.record[.organisation]
        return organisation.map { words(.short, of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Where somebody of an organisation is found: at the paper's office, or, where that is another
    /// organisation's, at their own, if it is known.
    private func office(of organisation: Value?) -> Value? {
        let own = organisation.flatMap { part(.offices, of: $0)?.items.first }
        guard let office = brief.record[.office] ?? brief.record[.offices]?.items.first else {
            return own
        }
        let host = brief.record[.organisation] ?? part(.organisation, of: office)
        guard let organisation, let host, !areSame(organisation, host) else { return office }
        return own
    }
}

extension Diagnostic.Message {
    fileprivate static func part(_ part: ContactCard.Part) -> Self {
        switch part {
        case .note: "the note"
        case .address: "the postal address"
        case .site: "the web address"
        case .unit: "the unit"
        case .title: "the function"
        case .otherPhones: "a second telephone number"
        case .organisation: "the organisation"
        }
    }
}

extension Composition {
    /// The people and offices of the paper as a file that address books import, vCard 4.0; each once,
    /// however many cards are printed for them.
    package func addressBook() -> String? {
        addressBook(of: composer.layout.addressBook.flatMap { composer.values(of: $0) })
    }

    /// The same of some of those for each of whom the paper is made.
    package func addressBook(ofRecords records: [Value]) -> String? {
        let each = composer.layout.each?.source
        guard composer.layout.addressBook.contains(where: { $0.source == each }) else {
            return nil
        }
        return addressBook(of: records)
    }

    private func addressBook(of values: [Value]) -> String? {
        var known = Set<Spelling>(minimumCapacity: values.count)
        let cards = values.compactMap { composer.addressCard(of: $0)?.vCard() }
            .filter { known.insert(Spelling(text: $0)).inserted }
        return cards.isEmpty ? nil : cards.joined()
    }

    /// The days whose items go into a calendar beside the paper.
    package func calendarDays() -> [Value] {
        composer.layout.calendar.map { composer.values(of: $0) } ?? []
    }
}

/// Text that is the same where its bytes are: a name may be written in two ways, and telling that they are
/// one takes as long as making a card.
private struct Spelling: Hashable {
    let text: String

    static func == (one: Spelling, other: Spelling) -> Bool {
        one.text.utf8.count == other.text.utf8.count
            && one.text.utf8.elementsEqual(other.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
