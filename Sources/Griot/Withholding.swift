internal import Content
internal import Diagnostics

extension Report {
    /// Tells what a public paper does not show, and where its prose still does.
    mutating func add(_ disclosure: Disclosure) {
        for items in disclosure.withheldTogether {
            let remark = Diagnostic.remark(.withheld(items), at: items[0].span)
            add(items[0].counted > 0 ? remark.hinting(.nameThemInTheRoom) : remark)
        }
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

extension Disclosure {
    /// What is left out, all that is so for one reason together, in the order in which it was met.
    fileprivate var withheldTogether: [[Withheld]] {
        struct Ground: Hashable {
            var reason: Withheld.Reason
            var isCounted: Bool
        }
        var places: [Ground: Int] = [:]
        var groups: [[Withheld]] = []
        for item in withheld {
            let ground = Ground(reason: item.reason, isCounted: item.counted > 0)
            if let place = places[ground] {
                groups[place].append(item)
            } else {
                places[ground] = groups.count
                groups.append([item])
            }
        }
        return groups
    }
}

extension Diagnostic.Message {
    /// - Parameter items: What is left out for one reason; at least one.
    static func withheld(_ items: [Disclosure.Withheld]) -> Self {
        let (paths, areSeveral) = (paths(of: items), items.count > 1)
        let isLeftOut = areSeveral ? "are left out" : "is left out"
        let counted = items.reduce(0) { $0 + $1.counted }
        let givesCounts = "\(areSeveral ? "give" : "gives") counts for \(people(counted))"
        return switch items[0].reason {
        case .refused(let matter, let person):
            "\(paths) \(isLeftOut): \(person.isEmpty ? "somebody" : person) has not agreed to \(act(matter))"
        case .closed:
            "\(paths) \(isLeftOut), as \(areSeveral ? "they say themselves" : "it says itself")"
        case .personal:
            "\(paths) \(isLeftOut): \(areSeveral ? "they are" : "it is") never printed on a public paper"
        case .chathamHouse where counted > 0:
            "\(paths) \(givesCounts): the rule of the event is Chatham House"
        case .chathamHouse:
            "\(paths) \(areSeveral ? "lose their names" : "loses its name"): the rule of the event is Chatham House"
        case .offRecord where counted > 0: "\(paths) \(givesCounts): the event was off the record"
        case .offRecord: "\(paths) \(isLeftOut): the event was off the record"
        }
    }

    /// The fields by name, or the first few of them and how many more.
    private static func paths(of items: [Disclosure.Withheld]) -> String {
        let named = items.prefix(items.count == mostNamed + 1 ? mostNamed + 1 : mostNamed)
        let rest = items.count - named.count
        let names = named.map { "‘\($0.path)’" } + (rest > 0 ? ["\(rest) more"] : [])
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    private static let mostNamed = 3

    /// What helps where names are wanted by those who were there.
    fileprivate static let nameThemInTheRoom: Self =
        "for a copy that only those in the room get, give the file a line ‘audience: desk’"

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
