import Foundation
import Griot
import Testing

/// People as papers take them: by id or by name, with what they are called in each language.
@Suite struct PeopleTests {
    private func check(_ text: String, with people: String = "") throws -> String {
        let desk = try Desk()
        if !people.isEmpty { try desk.write(people, to: "people.yaml") }
        let paper = try desk.write(text, to: "paper.yaml")
        return desk.said(desk.press.check(Job(file: paper)))
    }

    private func reading(_ text: String, in language: String = "fr") throws -> String {
        let desk = try Desk()
        let paper = try desk.write(text, to: "paper.yaml")
        let outcome = desk.press.check(Job(file: paper, languages: [language]), asARead: true)
        return outcome.reading.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }

    private static let event = "event: {title: La mer, date: 2026-12-12, country: SN}\n"

    private static let badge = """
        kind: badge
        lang: [fr, ar]
        back: none
        \(event)holders:
          - {person: {name: {fr: Dr Ahmed OULD SALEM, ar: الدكتور أحمد}}}
        """

    /// Roles are free text there, and the names of the words are English.
    @Test func printsARoleThatIsAWordOfTheInterfaceInTheLanguage() throws {
        let list = """
            kind: speaker-list
            \(Self.event)title: T
            speakers:
              - {person: Mme Awa NDIAYE, role: Moderator}
              - {person: M. Ibra SARR, role: Griot}
            """
        let french = try reading(list)
        #expect(french.contains("MODÉRATRICE") && french.contains("GRIOT"), "\(french)")
        #expect(try reading(list, in: "en").contains("MODERATOR"))
    }

    @Test(arguments: [
        ("[Mme Awa NDIAYE]", "L’autrice"), ("[M. Ibra SARR]", "L’auteur"),
        ("[Mme Awa NDIAYE, Mme Rokhaya KANE]", "Les autrices"),
        ("[Mme Awa NDIAYE, M. Ibra SARR]", "Les auteurs"), ("[A. NDIAYE, R. KANE]", "Les auteurs"),
    ])
    func namesAuthorsByWhatTheyAre(authors: String, heading: String) throws {
        let brief = """
            kind: policy-brief
            \(Self.event)title: T
            authors: \(authors)
            sections: [{title: S, body: B.}]
            """
        #expect(try reading(brief).contains("H2: \(heading.uppercased())\n"))
    }

    /// What its writer has capitalised keeps its small letters.
    @Test(arguments: [
        ("d'ALMEIDA", "d’ALMEIDA"), ("d’Almeida", "d’ALMEIDA"), ("McDONALD", "McDONALD"),
        ("N'Diaye", "N’DIAYE"), ("D'Almeida", "D’ALMEIDA"),
    ])
    func setsAFamilyNameInCapitals(typed: String, printed: String) throws {
        let list = """
            kind: speaker-list
            \(Self.event)title: T
            speakers: [{person: {name: {given: Jean, family: "\(typed)"}}}]
            """
        let read = try reading(list, in: "fr")
        #expect(read.replacing("'", with: "’").contains("Jean \(printed)"), "\(read)")
    }

    /// “M.” and “Mme” go where a line says who speaks; a style never does.
    @Test(arguments: [
        ("S.E. M. Ibra SARR", "S.E. M. Ibra SARR"),
        ("Son Excellence Mme Awa SY", "Son Excellence Mme Awa SY"),
        ("Mme Awa SY", "Awa SY"), ("El Hadj Malick SY", "Malick SY"),
        ("{honorific: {fr: S.E., en: H.E.}, given: Ibra, family: SARR}", "S.E. Ibra SARR"),
    ])
    func namesNobodyWithoutTheirStyle(typed: String, printed: String) throws {
        let papers = [
            "kind: speaker-list\n\(Self.event)title: T\nspeakers: [{person: {name: \(typed)}}]\n",
            "kind: badge\nlayout: table-sign\n\(Self.event)holders: [{person: {name: \(typed)}}]\n",
            """
            kind: programme
            \(Self.event)days:
              - date: 2026-12-12
                items: [{time: '9:00', title: S, speakers: [{person: {name: \(typed)}, role: speaker}]}]
            """,
        ]
        for paper in papers {
            let read = try reading(paper)
            #expect(read.contains(": \(printed)\n"), "\(read)")
        }
    }

    /// Among ministers a sign says “S.E.” and then “Dr”, and neither as large as the name.
    @Test func saysOnASignWhatIsSaidBeforeAName() throws {
        let name = "{honorific: S.E., academic_title: Dr, given: Ibra, family: SARR}"
        let sign = "kind: badge\nlayout: table-sign\n\(Self.event)"
        let read = try reading("\(sign)holders: [{person: {name: \(name)}}]\n")
        #expect(read.contains(": S.E. Dr Ibra SARR\n"), "\(read)")
    }

    @Test func listsInADirectoryOnceWhoIsInAGroup() throws {
        let directory = """
            kind: contact-block
            layout: directory
            title: T
            people: [{id: a, name: Mme Awa BA}, {id: b, name: M. Ibra SY}, {id: c, name: M. Pape FALL}]
            groups: [{title: Bureau, people: [a, b]}]
            """
        let read = try reading(directory)
        for name in ["Awa BA", "Ibra SY", "Pape FALL"] {
            #expect(read.ranges(of: name).count == 1, "\(read)")
        }
    }

    /// A card leads to where its person is, and to the host's office only its own people.
    @Test func saysOnACardWhereItsOwnOrganisationIs() throws {
        func card(_ person: String) throws -> String {
            try reading(
                """
                kind: contact-block
                layout: card
                organisation: Observatoire
                offices: [{organisation: Observatoire, lines: [12 rue des Manguiers], city: Dakar, phone: +221 33 859 20 02}]
                people: [\(person)]
                """
            )
        }
        let host = try card("{name: Awa NDIAYE, organisation: Observatoire}")
        #expect(host.contains("12 rue des Manguiers") && host.contains("859 20 02"))
        let mopti = "{name: Université, offices: [{lines: [3 rue du Port], city: Mopti}]}"
        let other = try card("{name: Ibra SARR, organisation: \(mopti)}")
        #expect(other.contains("3 rue du Port") && !other.contains("Dakar"), "\(other)")
        #expect(!other.contains("859 20 02"))
        let unknown = try card("{name: Ali BA, organisation: Réseau, email: a.ba@example.org}")
        #expect(unknown.contains("a.ba@example.org") && !unknown.contains("Dakar"), "\(unknown)")
        #expect(try card("{name: Rokhaya KANE}").contains("12 rue des Manguiers"))
    }

    @Test func partsANameOfEachLanguageAsAnyOther() throws {
        let french = try reading(Self.badge)
        #expect(french.contains("Ahmed\n") && !french.contains("Dr"), "\(french)")
        #expect(french.ranges(of: "OULD SALEM").count == 1)
        let arabic = try reading(Self.badge, in: "ar")
        #expect(arabic.ranges(of: "أحمد").count == 1, "\(arabic)")
    }

    @Test func greetsNobodyTwiceWhereANameIsWrittenForEachLanguage() throws {
        let list = """
            kind: contact-block
            layout: directory
            title: T
            people: [{name: {fr: Mme Awa NDIAYE, en: Ms Awa NDIAYE}}]
            """
        #expect(try reading(list).ranges(of: "Mme Awa NDIAYE").count == 1)
        #expect(try reading(list, in: "en").ranges(of: "Ms Awa NDIAYE").count == 1)
        #expect(try !reading(list).contains("Mme Mme"))
    }

    @Test(arguments: ["event: “peche”", "event: « peche »", "chair: “awa”", "chair: ‘awa’"])
    func refusesQuotationMarksRoundAnId(line: String) throws {
        let chair = line.hasPrefix("chair") ? "    \(line)\n" : ""
        let event = line.hasPrefix("event") ? "\(line)\n" : Self.event
        let text =
            "kind: programme\nlang: fr\n\(event)days:\n  - date: 2026-12-12\n\(chair)"
            + "    items: [{time: 9:00–9:30, kind: opening, title: T}]\n"
        let said = try check(text, with: "people: [{id: awa, name: Awa NDIAYE}]\n")
        #expect(said.contains("error: the quotation marks are taken for a part of the id"))
        #expect(said.contains(event == "\(line)\n" ? "write ‘peche’" : "write ‘awa’"), "\(said)")
    }

    @Test func callsWhoChairsByTheirGender() throws {
        let text =
            "kind: programme\nlang: fr\n\(Self.event)days:\n  - date: 2026-12-12\n"
            + "    chair: {name: Mme Awa NDIAYE, gender: f}\n"
            + "    items: [{time: 9:00–9:30, kind: opening, title: T}]\n"
        #expect(try reading(text).contains("Présidente de séance : Awa NDIAYE"))
    }

    @Test func setsNoMarkBeforeWhatStandsAlone() throws {
        let list =
            "kind: speaker-list\nlang: fr\n\(Self.event)speakers: [{person: M. Modou FALL, topic: Qui pêche}]\n"
        let speakers = try reading(list)
        #expect(speakers.contains("Qui pêche") && !speakers.contains(" : Qui pêche"), "\(speakers)")
        let directory =
            "kind: contact-block\nlang: fr\nlayout: directory\ntitle: T\n"
            + "people: [{name: M. Modou FALL, cell: +221 77 000 00 02}]\n"
        let entries = try reading(directory)
        #expect(entries.contains("+221 77 000 00 02") && !entries.contains("· +221"), "\(entries)")
        #expect(try !reading(Self.badge).contains("· 12"))
    }

    /// Who speaks is named as people name them; what they do is said where it is more.
    @Test func takesTheIdAloneOfWhoSpeaks() throws {
        let text =
            "kind: programme\nlang: fr\n\(Self.event)people: [{id: awa, name: Mme Awa NDIAYE, role: Directrice}]\n"
            + "days:\n  - date: 2026-12-12\n    items: [{id: opening, time: 9:00–9:30, kind: opening, title: T, "
            + "speakers: [awa, M. Modou Fall, {person: Ibra SARR, role: chair}]}]\n"
        #expect(try check(text).isEmpty)
        let said = try reading(text)
        let lines = said.split(separator: "\n").map { String($0.drop { $0 == " " }) }
        let people = ["P: Awa NDIAYE", "P: Directrice", "P: Modou FALL"]
        let first = try #require(lines.firstIndex(of: people[0]), "\(said)")
        #expect(Array(lines[first...].prefix(3)) == people)
    }

    @Test func describesALogoByWhoseItIs() throws {
        let desk = try Desk()
        try desk.write(
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z'/></svg>",
            to: "x.svg"
        )
        try desk.write(
            "organisations: [{id: cps, name: Centre du Fleuve, logo: x.svg}]\n",
            to: "organisations.yaml"
        )
        let text =
            "kind: speaker-list\nlang: fr\nspeakers: [{person: Modou FALL}]\n"
            + "event: {title: La mer, date: 2026-12-12, organisers: [cps]}\n"
        let job = Job(file: try desk.write(text, to: "paper.yaml"))
        let outcome = desk.press.check(job, asARead: true)
        #expect(outcome.succeeded, "\(desk.said(outcome))")
        #expect(outcome.reading.contains("Centre du Fleuve"))
        #expect(!desk.said(outcome).contains("describe"))
    }
}
