import Testing

@testable import Content

/// A bare piece of text stands for a record where its field says for which part of it.
@Suite struct ShorthandTests {
    private func read(_ yaml: String, kind: String) -> (dump: String, said: String) {
        var desk = Desk()
        let kinds = desk.kinds(
            kind,
            "{kind: person, plural: people, shorthand: name, fields: {name: person name}}"
        )
        let people = "people: [{id: awa, name: Awa BA}]"
        let briefs = desk.read([("people.yaml", people), ("p.yaml", yaml)], kinds: kinds)
        return (briefs.first?.record.dump() ?? "", desk.printed)
    }

    private let sheet =
        "{kind: sheet, fields: {venue: {type: record, shorthand: name, fields: {name: text, url: url}}, to: {type: list of record, shorthand: person, fields: {person: {type: person, required: yes}, role: text}}, rest: {type: record, fields: {name: text}}}}"

    @Test(arguments: [
        ("venue: Hôtel Terrou-Bi", "venue: {name: Hôtel Terrou-Bi}"),
        ("venue: {fr: Hôtel, en: Hotel}", "venue: {name: {fr: Hôtel, en: Hotel}}"),
        ("to: [awa, Ali SY]", "to: [{person: awa}, {person: Ali SY}]"),
        ("to: awa", "to: [{person: awa}]"),
    ])
    func isTheFieldThatIsDeclared(bare: String, whole: String) {
        let short = read("kind: sheet\n\(bare)\n", kind: sheet)
        #expect(short.said == "")
        #expect(short.dump == read("kind: sheet\n\(whole)\n", kind: sheet).dump)
    }

    @Test(arguments: [
        ("rest: Hôtel", "‘rest’ must be a mapping, not text"),
        ("venue: {nam: Hôtel}", "did you mean ‘name’?"),
        ("venue: {url: Hôtel des Almadies}", "‘Hôtel des Almadies’ is not a web address"),
        ("venue: [Hôtel, Salle]", "‘venue’ must be a mapping, not a list"),
        ("venue: plan.xlsx", "‘plan.xlsx’ is a spreadsheet"),
        ("to: [awaa]", "there is no person ‘awaa’"),
    ])
    func isNothingThatIsNotDeclared(typed: String, message: String) {
        let made = read("kind: sheet\n\(typed)\n", kind: sheet)
        #expect(made.said.contains(message), "\(made.said)")
    }

    @Test(arguments: [
        (
            "{kind: sheet, fields: {venue: {type: record, shorthand: nme, fields: {name: text}}}}",
            "the shorthand ‘nme’ of ‘venue’ is no field of it"
        ),
        (
            "{kind: sheet, fields: {venue: {type: text, shorthand: name}}}",
            "only a record has a shorthand, and ‘venue’ is none"
        ),
    ])
    func isAFieldOfARecord(kind: String, message: String) {
        #expect(read("kind: sheet\n", kind: kind).said.contains(message))
    }

    /// The kinds that come with Griot, read as editors do and as papers do.
    @Test(arguments: [
        ("badge", "holders: [awa]"), ("invitation-letter", "to: [awa]"),
        ("certificate", "signatures: [awa]"), ("speaker-list", "speakers: [awa]"),
        ("study-abstract", "authors: [awa]"), ("workshop-summary", "sessions: [Ouverture]"),
        ("workshop-summary", "debate: Le débat fut franc."), ("programme", "version: 2"),
        ("report", "sections: [{title: T, box: Un mot.}]"),
    ])
    func isKnownToThePapers(kind: String, field: String) throws {
        var desk = Desk()
        let kinds = try desk.kinds()
        let text = """
            kind: \(kind)
            lang: fr
            event: {title: T, date: 2026-03-10, country: SN, venue: Hôtel Terrou-Bi, registration: https://example.org}
            people: [{id: awa, name: Awa BA}]
            \(field)
            """
        _ = desk.read([("p.yaml", text)], kinds: kinds)
        let said = desk.printed.split(separator: "\n").filter { $0.contains("must be") }
        #expect(said == [], "\(desk.printed)")
    }
}
