internal import Content
internal import Exchange
internal import Flow

/// The people and offices of a record as cards for address books.
struct ContactCards {
    private(set) var cards: [ContactCard] = []

    init(of registry: Registry, _ values: PlainValues) {
        for record in registry.all {
            let value = Value(.record(record), at: record.span)
            switch KnownKind(rawValue: record.kind) {
            case .person:
                if let name = record.personName {
                    cards.append(values.card(of: value, named: name.edition(in: values.language)))
                }
            case .office: cards.append(values.card(ofOffice: value))
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
}

extension PlainValues: CardWriter {
    var lineJoint: String { ", " }

    func words(of value: Value) -> String { text(value) }
    func listed(_ name: PersonName) -> String { self.name(name) }
}

extension ContactCard {
    /// Whether it tells a way to reach somebody.
    fileprivate var leadsSomewhere: Bool { !phones.isEmpty || !emails.isEmpty || !url.isEmpty }
}
