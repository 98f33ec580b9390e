internal import Content
internal import Diagnostics

extension Report {
    /// Tells what a public paper does not show, and where its prose still does.
    mutating func add(_ disclosure: Disclosure) {
        for item in disclosure.withheld { add(.remark(.withheld(item), at: item.span)) }
        for end in disclosure.undated {
            add(
                .warning(
                    "whether this consent still holds is not known: the paper has no date",
                    at: end
                )
                .hinting("give the paper a line ‘date:’, or an event with one")
            )
        }
        for mention in disclosure.mentions {
            guard !mention.isUnsure else {
                add(.warning(.familyNameInProse(mention.name), at: mention.span))
                continue
            }
            guard !mention.isWayToReach else {
                add(
                    .error(.contactInProse(mention.name), at: mention.span)
                        .hinting("take it out, or ask whose it is and note it under ‘consent’")
                )
                continue
            }
            add(
                .error(.nameInProse(mention.name), at: mention.span)
                    .hinting("write it without the name, or ask them and note it under ‘consent’")
            )
        }
    }
}

extension Diagnostic.Message {
    static func withheld(_ item: Disclosure.Withheld) -> Self {
        switch item.reason {
        case .refused(let matter, let person):
            "‘\(item.path)’ is left out: \(person.isEmpty ? "somebody" : person) has not agreed to \(act(matter))"
        case .closed: "‘\(item.path)’ is left out, as it says itself"
        case .personal: "‘\(item.path)’ is left out: it is never printed on a public paper"
        case .chathamHouse where item.counted > 0:
            "‘\(item.path)’ gives counts for \(people(item.counted)): the rule of the event is Chatham House"
        case .chathamHouse:
            "‘\(item.path)’ loses its name: the rule of the event is Chatham House"
        case .offRecord where item.counted > 0:
            "‘\(item.path)’ gives counts for \(people(item.counted)): the event was off the record"
        case .offRecord: "‘\(item.path)’ is left out: the event was off the record"
        }
    }

    private static func people(_ count: Int) -> String { count == 1 ? "a name" : "\(count) names" }

    private static func act(_ matter: Disclosure.Matter) -> String {
        switch matter {
        case .listing: "be listed"
        case .photograph: "be shown in pictures"
        case .quotation: "be quoted"
        case .contact: "have contact details printed"
        case .other(let name): "‘\(name)’"
        }
    }

    static func nameInProse(_ name: String) -> Self {
        "this text names \(name), who is left out of the paper everywhere else"
    }

    static func contactInProse(_ contact: String) -> Self {
        "this text gives ‘\(contact)’, which is left out of the paper everywhere else"
    }

    static func familyNameInProse(_ name: String) -> Self {
        "this text says ‘\(name)’, which may be somebody who is left out of the paper or may not be told"
    }
}
