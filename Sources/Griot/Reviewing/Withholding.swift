internal import Content
internal import Diagnostics

extension Report {
    /// Tells what a public paper does not show, and where its prose still does.
    mutating func add(_ disclosure: Disclosure) {
        for items in disclosure.withheldTogether {
            let remark = Diagnostic.remark(.withheld(items), at: items[0].span)
            add(
                items[0].counted > 0
                    ? remark.hinting(.nameThemInTheRoom) : remark.hinting(wayToQuote(items))
            )
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

/// How words may stay of whoever is not to be quoted by name.
private func wayToQuote(_ items: [Disclosure.Withheld]) -> Diagnostic.Message? {
    guard case .refused(.quotation, _) = items[0].reason,
        items.contains(where: { !$0.path.hasSuffix(".person") })
    else { return nil }
    return "where they agree to be quoted without the name, say who speaks: ‘source: A herder’"
}

extension Report {
    /// Tells where a drawing gives away what a paper keeps back.
    mutating func add(_ mentions: [Disclosure.Mention], inDrawing name: String) {
        for mention in mentions {
            guard !mention.isUnsure else {
                add(.warning(.familyNameInDrawing(name, mention.name), at: mention.span))
                continue
            }
            add(
                .error(
                    mention.isWayToReach
                        ? .contactInDrawing(name, mention.name)
                        : .nameInDrawing(name, mention.name),
                    at: mention.span
                )
                .hinting("take it out of the drawing, or ask them and note it under ‘consent’")
            )
        }
    }
}

extension Disclosure {
    /// What is left out, all that is so for one reason together, in the order in which it was met.
    ///
    /// Of two hundred guests a tenth may say no to one matter: they are told of in one breath.
    fileprivate var withheldTogether: [[Withheld]] {
        struct Ground: Hashable {
            var reason: Withheld.Reason
            var isCounted: Bool
        }
        var places: [Ground: Int] = [:]
        var groups: [[Withheld]] = []
        for item in withheld {
            let ground = Ground(reason: item.reason.ofAnybody, isCounted: item.counted > 0)
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

extension Disclosure.Withheld.Reason {
    /// The reason without who it is that said no.
    fileprivate var ofAnybody: Self {
        if case .refused(let matter, _) = self { .refused(matter, by: "") } else { self }
    }
}

extension Diagnostic.Message {
    /// - Parameter items: What is left out for one reason; at least one.
    static func withheld(_ items: [Disclosure.Withheld]) -> Self {
        let what = what(of: items)
        return switch items[0].reason {
        case .refused(let matter, _): "\(what): \(refusal(by: people(in: items), of: matter))"
        case .closed, .personal: what
        case .chathamHouse: "\(what): the Chatham House rule holds"
        case .offRecord: "\(what): it was off the record"
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

    private static func paths(of items: [Disclosure.Withheld]) -> Self {
        some(of: quoted(items.map(\.path)))
    }

    /// The first few of them and how many more; all where there is but one more.
    private static func some(of names: [Self]) -> Self {
        let most = names.count == mostNamed + 1 ? names.count : mostNamed
        let named = Array(names.prefix(most))
        let rest = names.count - named.count
        if rest > 0 { return "\(named) and \(rest) more" }
        return named.count == 1
            ? named[0] : "\(Array(named.dropLast())) and \(named[named.count - 1])"
    }

    private static let mostNamed = 3

    /// What helps where names are wanted by those who were there.
    fileprivate static let nameThemInTheRoom: Self =
        "for a copy that only those in the room get, give the file a line ‘audience: desk’"

    /// Who said no, each once.
    private static func people(in items: [Disclosure.Withheld]) -> [String] {
        var known: Set<String> = []
        return items.compactMap { item in
            guard case .refused(_, let person) = item.reason else { return nil }
            // Of those who have no name nobody knows whether they are one.
            return person.isEmpty || known.insert(person).inserted ? person : nil
        }
    }

    private static func refusal(by people: [String], of matter: Disclosure.Matter) -> Self {
        let who = some(of: people.map { $0.isEmpty ? "somebody" : "\($0)" })
        if people.count > 1 { return refusal(byMany: who, of: matter) }
        return switch matter {
        case .listing: "\(who) has not agreed to be listed"
        case .photograph: "\(who) has not agreed to be shown in pictures"
        case .quotation: "\(who) has not agreed to be quoted"
        case .contact: "\(who) has not agreed to have contact details printed"
        case .other(let name): "\(who) has not agreed to ‘\(name)’"
        }
    }

    private static func refusal(byMany people: Self, of matter: Disclosure.Matter) -> Self {
        switch matter {
        case .listing: "\(people) have not agreed to be listed"
        case .photograph: "\(people) have not agreed to be shown in pictures"
        case .quotation: "\(people) have not agreed to be quoted"
        case .contact: "\(people) have not agreed to have contact details printed"
        case .other(let name): "\(people) have not agreed to ‘\(name)’"
        }
    }

    fileprivate static func nameInProse(_ name: String) -> Self {
        "this text names \(name), who is left out of the paper everywhere else"
    }

    fileprivate static func nameInDrawing(_ file: String, _ name: String) -> Self {
        "the drawing ‘\(file)’ names \(name), who is left out of the paper everywhere else"
    }

    fileprivate static func contactInDrawing(_ file: String, _ contact: String) -> Self {
        "the drawing ‘\(file)’ gives ‘\(contact)’, which is left out of the paper everywhere else"
    }

    fileprivate static func familyNameInDrawing(_ file: String, _ name: String) -> Self {
        "the drawing ‘\(file)’ says ‘\(name)’, which may be somebody who is left out of the paper or may not be told"
    }

    fileprivate static func contactInProse(_ contact: String) -> Self {
        "this text gives ‘\(contact)’, which is left out of the paper everywhere else"
    }

    fileprivate static func familyNameInProse(_ name: String) -> Self {
        "this text says ‘\(name)’, which may be somebody who is left out of the paper or may not be told"
    }
}
