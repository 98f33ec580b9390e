import Diagnostics

extension Brief {
    /// The paper as those may see it whom it is for, and what was left out.
    ///
    /// A paper for the organisers’ desk shows everything but ways to reach who said no to giving them:
    /// a badge is worn in public, and a list goes round a room. From a public one goes what a person’s
    /// `consent` says no to, as kinds say it of their fields; an item that cannot do without somebody
    /// who is left out goes with them. Under the Chatham House rule a quotation keeps its words and
    /// loses its name, and counts stand for the people who were present; off the record no quotation
    /// is left either. Consent that is not spoken of is taken as given: papers say so themselves
    /// where a law asks for more.
    ///
    /// - Parameter audience: Whom it is given to; nil is whom it says it is for, or else its kind.
    package func disclosed(by kinds: KindLibrary, to audience: Kind.Audience? = nil) -> Disclosure {
        guard let kind = kinds[record.kind] else { return Disclosure(brief: self) }
        let asked = audience ?? self.audience
        var work = Withholding(of: self, by: kinds, for: asked ?? kind.audience)
        return work.disclosure(of: self, by: kind, isAsked: asked != nil)
    }
}

/// Leaves out of a paper’s records what people did not agree to show.
struct Withholding {
    private let kinds: KindLibrary
    let agreements: Agreements
    let audience: Kind.Audience
    private var found: [Disclosure.Withheld] = []
    private var hidden: [PersonName] = []
    /// How to reach people, where the paper must not say it.
    private var secrets: [Value] = []
    /// Shared records that the paper leans on, each once, in the order in which they were met.
    private var leaned: [Reference] = []
    private var known: Set<Reference> = []
    private var holdsPrivateThings = false
    /// Where everything stands that is left out or private.
    var privatePlaces: Set<Span> = []
    /// Whether counts stand for people.
    var hasCounted = false
    /// Those people, where they are described for all papers.
    var counted: Set<Reference> = []
    /// The rule of the session at hand, where it has one of its own.
    private(set) var ruleHere: String?

    init(of brief: Brief, by kinds: KindLibrary, for audience: Kind.Audience) {
        self.kinds = kinds
        self.audience = audience
        agreements = Agreements(of: brief)
    }

    /// - Parameter isAsked: Whether it is for others than those whom its kind is for.
    mutating func disclosure(of brief: Brief, by kind: Kind, isAsked: Bool) -> Disclosure {
        var disclosure = Disclosure(brief: brief)
        let paper = shown(brief.record, kind.fields, at: "", isWhole: true) ?? brief.record
        let shared = sharedRecords()
        disclosure.holdsPrivateThings = holdsPrivateThings
        disclosure.withheld = found
        let isForAll = audience == .public
        if isForAll, !hasCounted { disclosure.privatePlaces = privatePlaces }
        if !found.isEmpty || isForAll && (holdsPrivateThings || isAsked) {
            disclosure.brief.record = paper
            disclosure.brief.registry = Registry(shared)
        }
        guard isForAll else { return disclosure }
        if agreements.day == nil {
            disclosure.undated = leaned.compactMap { agreements.registry.record($0)?.endOfConsent }
        }
        if !hidden.isEmpty || !secrets.isEmpty || agreements.isConfidential {
            searchProse(of: paper, for: &disclosure)
        }
        return disclosure
    }

    /// Notes where the words of the paper still give away who is left out of it, or how to reach them.
    private func searchProse(of paper: Record, for disclosure: inout Disclosure) {
        let prose = Prose(paper, leaned.compactMap { disclosure.brief.registry.record($0) })
        let known = Set(hidden)
        let others = agreements.registry.all.compactMap(\.personName).filter { !known.contains($0) }
        let kept = Secrets(
            people: hidden,
            contacts: secrets,
            guests: agreements.isConfidential ? others : [],
            prose: prose
        )
        disclosure.secrets = kept
        disclosure.mentions = kept.mentions
    }

    /// The shared records: those that the paper leans on first, and only of those it is told.
    private mutating func sharedRecords() -> [Record] {
        var shown: [Reference: Record] = [:]
        var next = 0
        while next < leaned.count {
            let reference = leaned[next]
            next += 1
            shown[reference] = agreements.registry.record(reference).flatMap {
                self.shown(shared: $0)
            }
        }
        let told = found
        defer { found = told }
        return agreements.registry.all.compactMap { record in
            guard let id = record.id else { return record }
            let reference = Reference(kind: record.kind, id: id)
            if known.contains(reference) { return shown[reference] }
            // Who was present is told by nothing that stands beside the paper either.
            if hidesWhoWasPresent, record.is(.person) { return nil }
            if counted.contains(reference) { return nil }
            return self.shown(shared: record)
        }
    }

    private mutating func shown(shared record: Record) -> Record? {
        guard let kind = kinds[record.kind] else { return record }
        let path = [kind.wordForMany, record.id ?? ""].joined(separator: ".")
        return shown(record, kind.fields, at: path + ".")
    }

    // MARK: Records

    /// A record without what it must not show; nil where nothing of it may be shown.
    ///
    /// Where it stands is worked out only to tell what is left out, which is little of most papers.
    ///
    /// - Parameter isWhole: Whether it is the paper itself, which stays whatever goes.
    mutating func shown(
        _ record: Record,
        _ fields: [FieldDescription],
        at path: @autoclosure () -> String,
        isWhole: Bool = false
    ) -> Record? {
        let outer = ruleHere
        defer { ruleHere = outer }
        if !isWhole, let rule = record[.rule]?.word { ruleHere = rule }
        var copy = record
        copy.fields = []
        copy.fields.reserveCapacity(record.fields.count)
        for given in record.fields {
            let field = fields.first { $0.name == given.name }
            switch fate(of: given, as: field, in: record, at: path()) {
            case .stays(let value):
                copy.fields.append(Record.Field(name: given.name, value: value))
            case .goes: break
            case .isMissed: if !isWhole { return nil }
            case .hidesItsRecord:
                hide(record)
                return nil
            }
        }
        return copy
    }

    /// What becomes of a field of a record.
    private enum Fate {
        case stays(Value)
        case goes
        /// It goes, and what cannot do without it with it.
        case isMissed
        /// Its record was not to be shown at all.
        case hidesItsRecord
    }

    private mutating func fate(
        of given: Record.Field,
        as field: FieldDescription?,
        in record: Record,
        at path: @autoclosure () -> String
    ) -> Fate {
        if given.is(.consent) {
            if given.value.holdsNo { keepPrivate(given.value) }
            // What somebody agreed to is between them and the organisers.
            if audience == .public { return .goes }
        }
        guard let field else { return .stays(given.value) }
        if let consent = field.consent?.need, lacks(consent, record) {
            keepPrivate(given.value)
            guard keepsBack(consent) else { return .stays(given.value) }
            secrets += given.value.items
            if field.isRequired { return .hidesItsRecord }
            note(path() + field.name, reason(consent, of: record), at: given.value.span)
            return .goes
        }
        if let value = shown(given.value, field.type, of: field, at: path() + field.name) {
            return .stays(value)
        }
        privatePlaces.insert(given.value.span)
        return field.isRequired ? .isMissed : .goes
    }

    private mutating func shown(
        _ value: Value,
        _ type: FieldType,
        of field: FieldDescription,
        at path: @autoclosure () -> String
    ) -> Value? {
        if let role = field.present, hidesWhoWasPresent {
            return counted(value, as: role, at: path())
        }
        switch (type, value.content) {
        case (.list(let item), .list(let items)):
            var kept: [Value] = []
            for (index, one) in items.enumerated() {
                if let shown = shown(one, item, of: field, at: "\(path()).\(index + 1)") {
                    kept.append(shown)
                } else {
                    privatePlaces.insert(one.span)
                }
            }
            // A list that had to be given and of which nothing is left stays, empty.
            return Value(.list(kept), at: value.span)
        case (.record(let fields), .record(let record)):
            return shown(record, fields, at: path() + ".").map {
                Value(.record($0), at: value.span)
            }
        case (.kind(let name), _): return shown(value, ofKind: name, at: path())
        default: return value
        }
    }

    private mutating func shown(
        _ value: Value,
        ofKind name: String,
        at path: @autoclosure () -> String
    ) -> Value? {
        guard let kind = kinds[name], let record = agreements.record(of: value) else {
            return value
        }
        switch KnownKind(rawValue: name) {
        case _ where audience == .desk: break
        case .person: if !mayBeNamed(record, at: path(), value) { return nil }
        case .image: if !mayBeSeen(record, at: path(), value) { return nil }
        case .quotation: return shownQuotation(record, kind, at: path(), value)
        default: break
        }
        if case .reference(let reference) = value.content {
            if known.insert(reference).inserted { leaned.append(reference) }
            return value
        }
        return shown(record, kind.fields, at: path() + ".").map {
            Value(.record($0), at: value.span)
        }
    }

    // MARK: What is remembered

    var hidesWhoWasPresent: Bool {
        guard audience == .public else { return false }
        return ruleHere.map { $0 != "open" } ?? agreements.isConfidential
    }

    /// Whether a no keeps a field out of the paper; from the desk nothing is but ways to reach people.
    private func keepsBack(_ consent: FieldConsent.Need) -> Bool {
        audience == .public || consent == .matter(.contact)
    }

    private func lacks(_ consent: FieldConsent.Need, _ record: Record) -> Bool {
        switch consent {
        case .matter(let matter): agreements.refuses(record, matter)
        case .never: true
        }
    }

    private func reason(_ consent: FieldConsent.Need, of record: Record)
        -> Disclosure.Withheld.Reason
    {
        switch consent {
        case .matter(let matter): .refused(matter, by: called(record))
        case .never: .personal
        }
    }

    func called(_ record: Record) -> String { record.personName?.plain ?? record.id ?? "" }

    mutating func hide(_ record: Record) {
        if let name = record.personName { hidden.append(name) }
        secrets += record.fields.flatMap(\.value.items)
    }

    private mutating func keepPrivate(_ value: Value) {
        holdsPrivateThings = true
        privatePlaces.insert(value.span)
    }

    mutating func note(
        _ path: String,
        _ reason: Disclosure.Withheld.Reason,
        at span: Span,
        counted: Int = 0
    ) {
        found.append(
            Disclosure.Withheld(path: path, reason: reason, span: span, counted: counted)
        )
    }
}

extension Record {
    /// Where it is written until when consent holds.
    fileprivate var endOfConsent: Span? { self[.consent]?.record?[.expires]?.span }
}

extension Value {
    /// Whether it is a record of which something is no.
    fileprivate var holdsNo: Bool {
        record?.fields.contains { $0.value.isNo } ?? false
    }
}
