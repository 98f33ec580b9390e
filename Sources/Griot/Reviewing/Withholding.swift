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
        let what = what(of: items)
        return switch items[0].reason {
        case .refused(let matter, let person): "\(what): \(refusal(by: person, of: matter))"
        case .closed, .personal: what
        case .chathamHouse: "\(what): the rule of the event is Chatham House"
        case .offRecord: "\(what): the event was off the record"
        }
    }

    /// What happens to the fields, without the reason.
    private static func what(of items: [Disclosure.Withheld]) -> Self {
        let (paths, isOne) = (paths(of: items), items.count == 1)
        let counted = items.reduce(0) { $0 + $1.counted }
        switch items[0].reason {
        case .closed:
            return isOne
                ? "\(paths) is left out, as it says itself"
                : "\(paths) are left out, as they say themselves"
        case .personal:
            return isOne
                ? "\(paths) is left out: it is never printed on a public paper"
                : "\(paths) are left out: they are never printed on a public paper"
        case .chathamHouse where counted == 1, .offRecord where counted == 1:
            return isOne
                ? "\(paths) gives counts for a name" : "\(paths) give counts for a name"
        case .chathamHouse where counted > 1, .offRecord where counted > 1:
            return isOne
                ? "\(paths) gives counts for \(counted) names"
                : "\(paths) give counts for \(counted) names"
        case .chathamHouse:
            return isOne ? "\(paths) loses its name" : "\(paths) lose their names"
        case .refused, .offRecord:
            return isOne ? "\(paths) is left out" : "\(paths) are left out"
        }
    }

    /// The fields by name, or the first few of them and how many more.
    private static func paths(of items: [Disclosure.Withheld]) -> Self {
        let named = quoted(
            items.prefix(items.count == mostNamed + 1 ? mostNamed + 1 : mostNamed).map(\.path)
        )
        let rest = items.count - named.count
        if rest > 0 { return "\(named) and \(rest) more" }
        return named.count == 1
            ? named[0] : "\(Array(named.dropLast())) and \(named[named.count - 1])"
    }

    private static let mostNamed = 3

    /// What helps where names are wanted by those who were there.
    fileprivate static let nameThemInTheRoom: Self =
        "for a copy that only those in the room get, give the file a line ‘audience: desk’"

    private static func refusal(by person: String, of matter: Disclosure.Matter) -> Self {
        let somebody: Self = person.isEmpty ? "somebody" : "\(person)"
        return switch matter {
        case .listing: "\(somebody) has not agreed to be listed"
        case .photograph: "\(somebody) has not agreed to be shown in pictures"
        case .quotation: "\(somebody) has not agreed to be quoted"
        case .contact: "\(somebody) has not agreed to have contact details printed"
        case .other(let name): "\(somebody) has not agreed to ‘\(name)’"
        }
    }

    fileprivate static func nameInProse(_ name: String) -> Self {
        "this text names \(name), who is left out of the paper everywhere else"
    }

    fileprivate static func contactInProse(_ contact: String) -> Self {
        "this text gives ‘\(contact)’, which is left out of the paper everywhere else"
    }

    fileprivate static func familyNameInProse(_ name: String) -> Self {
        "this text says ‘\(name)’, which may be somebody who is left out of the paper or may not be told"
    }
}
