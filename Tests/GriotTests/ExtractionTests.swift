import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Griot

/// Other programs get their data out of a PDF.
@Suite struct ExtractionTests {
    private static let programme = """
        kind: programme
        lang: fr
        events:
          - id: puits
            title: Partager le puits
            date: 2024-05-14
            timezone: Europe/Paris
            venue: {name: Centre Kôrè, rooms: [{id: main, name: Grande salle}]}
        people:
          - {id: awa, name: {given: Awa, family: Ndiaye}, phone: +221 33 800 00 00, consent: {list_name: yes, share_contact: no}}
          - {id: ali, name: {given: Ali, family: Ba}, email: ali@example.org, private_email: ba@example.org}
          - {id: oumou, name: {given: Oumou, family: Sy}, consent: {list_name: no}}
        event: puits
        days:
          - date: 2024-05-14
            items:
              - {time: 9:00–9:30, title: Accueil, room: main}
              - {time: 9:30, title: "Débat ; =1+1"}
              - {time: 11:00, title: Pause, status: tbc}
        """

    /// What the forms hold, by the names of the files, and what was said besides.
    private func extract(_ forms: Extraction.Form..., from text: String = programme) throws
        -> (files: [String: String], notes: [String])
    {
        let scratch = try Scratch()
        let paper = try scratch.write(text, to: "paper.yaml")
        let press = try Press(Installation(folder: SourceTests.root.path))
        let pdf = scratch.path("paper.pdf")
        let outcome = press.render(
            Job(file: paper, source: .always),
            to: .file(pdf)
        )
        let succeeded = outcome.succeeded
        try #require(succeeded, "\(outcome.messages.text(inColour: false))")
        // Whoever has the file need not have made it: this press has read no kind yet.
        let stranger = try Press(Installation(folder: SourceTests.root.path))
        let extraction = stranger.extract(Set(forms), from: try AttachedSource(opening: pdf))
        #expect(extraction.outcome.succeeded)
        let files = extraction.files.map { ($0.name, $0.text) }
        return (Dictionary(uniqueKeysWithValues: files), extraction.notes.map(\.description))
    }

    @Test func givesAProgrammeToCalendarsInTheTimeOfTheWorld() throws {
        let (files, notes) = try extract(.ics)
        let lines = try #require(files["paper.ics"]).split(separator: "\r\n")
        #expect(notes == ["people left out, who may not be named: 1"])
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == 3)
        #expect(lines.contains("DTSTART:20240514T070000Z"))
        #expect(lines.contains("DTEND:20240514T073000Z"))
        #expect(lines.contains("LOCATION:Grande salle\\, Centre Kôrè"))
        // Of what has no end nobody knows how long it lasts.
        #expect(lines.count { $0.hasPrefix("DTEND:") } == 1)
        #expect(lines.contains("STATUS:TENTATIVE"))
    }

    @Test func callsInACalendarWhoHasAPartByWhatTheyAre() throws {
        let item =
            "      - {time: 9:00–9:30, title: Accueil, moderators: [Mme Awa KANE, M. Ali SY]}\n"
        let text = Self.programme.components(separatedBy: "      - {time: 9:00")[0] + item
        let calendar = try #require(try extract(.ics, from: text).files["paper.ics"])
        let words = calendar.replacing("\r\n ", with: "")
        #expect(
            words.contains("KANE\\, Modératrice") && words.contains("SY\\, Modérateur"),
            "\(words)"
        )
    }

    /// A calendar that has imported them must know them again.
    @Test func keepsTheNamesOfEntriesWhereOthersComeBetween() throws {
        func names(_ text: String) throws -> Set<Substring> {
            let lines = try #require(try extract(.ics, from: text).files["paper.ics"])
                .split(separator: "\r\n")
            return Set(lines.filter { $0.hasPrefix("UID:") })
        }
        let first = "      - {time: 9:00–9:30, title: Accueil, room: main}\n"
        let more =
            "      - {time: 8:00–8:30, title: Café}\n" + first
            + "      - {time: 9:10, title: Accueil}\n"
        let before = try names(Self.programme)
        let after = try names(Self.programme.replacing(first, with: more))
        #expect(before.count == 3)
        #expect(after.count == 5)
        #expect(after.isSuperset(of: before))
    }

    /// What was put off, moved to another hour, day or room is still the same.
    @Test func keepsTheNamesOfEntriesThatMove() throws {
        func names(_ text: String) throws -> [Substring] {
            try #require(try extract(.ics, from: text).files["paper.ics"])
                .split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        }
        let moved = Self.programme.replacing("2024-05-14", with: "2024-06-03")
            .replacing("9:00–9:30, title: Accueil, room: main", with: "8:00–8:30, title: Accueil")
        #expect(try names(moved) == names(Self.programme))
        let nextYear = Self.programme.replacing("2024-05-14", with: "2025-05-14")
        #expect(Set(try names(nextYear)).isDisjoint(with: try names(Self.programme)))
    }

    /// It is the opening whatever it is called, and whoever gives an id to a session may rename that.
    @Test func keepsTheNamesOfEntriesThatAreRenamed() throws {
        func names(_ opening: String, _ debate: String) throws -> [Substring] {
            let text = """
                kind: programme
                lang: fr
                event: {title: Puits, date: 2024-05-14, timezone: Europe/Paris}
                days:
                  - date: 2024-05-14
                    items:
                      - {time: 9:00–9:30, kind: opening, title: \(opening)}
                      - {time: 9:30–10:30, kind: panel, id: debat, title: \(debate)}
                      - {time: 10:30–11:00, kind: panel, title: \(debate)}

                """
            return try #require(try extract(.ics, from: text).files["paper.ics"])
                .split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        }
        let before = try names("Ouverture", "Débat")
        let after = try names("Mots de bienvenue", "Table ronde")
        #expect(Set(before).count == 3)
        #expect(before.prefix(2) == after.prefix(2) && before[2] != after[2])
        #expect(try names("Ouverture", "Debat !") == before)
    }

    /// Two events that were given no id may both have a welcome.
    @Test func tellsApartEntriesOfEventsWithoutAnID() throws {
        let names = try ["title: Partager le puits", "title: Garder", "id: my-event, title: Lire"]
            .map { event in
                let text = """
                    kind: programme
                    lang: fr
                    event: {\(event), date: 2024-05-14, timezone: Europe/Paris}
                    days: [{date: 2024-05-14, items: [{time: 9:00–9:30, id: a, title: Accueil}]}]

                    """
                return try #require(try extract(.ics, from: text).files["paper.ics"])
                    .split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
            }
        #expect(names.allSatisfy { $0.count == 1 } && Set(names).count == 3)
    }

    @Test func tellsOnceOfItemsThatACalendarCannotKnowAgain() throws {
        let desk = try Desk()
        let file = try desk.write(
            Self.programme.replacing("lang: fr", with: "lang: [fr, en]"),
            to: "paper.yaml"
        )
        let said = desk.said(desk.press.check(Job(file: file)))
        #expect(said.contains("remark: 3 items have no id: where a title changes"), "\(said)")
        #expect(said.components(separatedBy: "no id").count == 2, "\(said)")
    }

    @Test func makesNoColumnsOfWhatHasNoWordThere() throws {
        let text = """
            kind: programme
            lang: fr
            event: {id: e, title: Puits, date: 2024-05-14, timezone: Europe/Paris, interpretation: [{from: fr, to: en}, {from: en, to: fr}]}
            organisations: [{id: rvo, name: Observatoire, offices: [dakar]}]
            offices: [{id: dakar, organisation: rvo, lines: [Rue 10], city: Dakar, country: SN}]
            days: [{date: 2024-05-14, items: [{time: 9:00–9:30, title: Accueil}]}]

            """
        let (files, _) = try extract(.csv, from: text)
        let events = try #require(files["paper-events.csv"])
        #expect(!events.contains("interpretation"), "\(events)")
        let bodies = try #require(files["paper-organisations.csv"])
        #expect(bodies.contains("rvo,Observatoire,dakar"), "\(bodies)")
    }

    @Test func makesCardsOfThoseWhoAgree() throws {
        let (files, notes) = try extract(.vcf)
        let cards = try #require(files["contacts.vcf"])
        #expect(cards.contains("FN:Ali Ba\r\n"))
        #expect(cards.contains("EMAIL;TYPE=work:ali@example.org\r\n"))
        #expect(!cards.contains("ba@example.org"))
        #expect(!cards.contains("Awa"))
        #expect(
            notes == [
                "people without a card, whose addresses may not go around: 1",
                "people left out, who may not be named: 1",
            ]
        )
    }

    @Test func knowsAPersonByTheSameNameInACardAndBesideThePaper() throws {
        let desk = try Desk()
        try desk.write(
            """
            kind: contact-block
            layout: card
            lang: en
            people:
              - {id: joao, name: {given: João, particles: da, family: Silva}, email: j@example.org, organisation: House}
            """,
            to: "cards.yaml"
        )
        let job = Job(file: desk.path("cards.yaml"), source: .always)
        let written = desk.press.render(job, to: .folder(desk.folder.path)).written
        let book = try #require(written.first { $0.hasSuffix(".vcf") })
        let pdf = try #require(written.first { $0.hasSuffix(".pdf") })
        let source = try AttachedSource(opening: pdf)
        let cards = desk.press.extract([.vcf], from: source).files.first?.text ?? ""
        let beside = try String(contentsOfFile: book, encoding: .utf8)
        for line in ["N:da Silva;João;;;", "FN:João da Silva"] {
            #expect(cards.contains(line) && beside.contains(line))
        }
        func names(_ text: String) -> [Substring] {
            text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        }
        #expect(names(cards) == names(beside))
    }

    @Test func makesSheetsOfLists() throws {
        let (files, _) = try extract(.csv)
        let people = try #require(files["paper-people.csv"])
        #expect(people.contains("Awa Ndiaye"))
        #expect(!people.contains("33 800"))
        #expect(!people.contains("221"))
        #expect(!people.contains("Oumou"))
        #expect(!people.contains("ba@"))
        let items = try #require(files["days-items.csv"])
        #expect(items.hasPrefix("\u{FEFF}date,time,title,room,status\r\n"))
        #expect(items.contains("2024-05-14,09:30,\"Débat ; =1+1\",,\r\n"))
    }

    @Test func givesTheWholeRecord() throws {
        let (files, _) = try extract(.json)
        let text = try #require(files["paper.json"])
        let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        #expect(json?["kind"] as? String == "programme")
        #expect((json?["shared"] as? [Any])?.count == 3)
    }

    @Test func givesSpreadsheetsNothingToRun() throws {
        let (files, _) = try extract(
            .csv,
            from: """
                kind: programme
                event: {id: e, title: E, date: 2024-05-14}
                people:
                  - {id: a, name: "=1+1", role: "+1+cmd|' /C calc'!A0", phone: +221 33 800 00 00}
                  - {id: b, name: "@SUM1", role: "-2+3+cmd"}
                  - {id: c, name: "C", role: "-12,5 %"}
                days: []
                """
        )
        let cells = try #require(files["paper-people.csv"]).split { ",\r\n".contains($0) }
        for text in ["'=1+1", "'@SUM1", "'+1+cmd|' /C calc'!A0", "'-2+3+cmd", "+221338000000"] {
            #expect(cells.contains { $0 == text }, "\(text) in \(cells)")
        }
        #expect(files["paper-people.csv"]?.contains("\"-12,5 %\"") == true)
    }

    /// A badge is for the desk and shows everybody; what is taken out of its file is for anybody.
    @Test func givesNobodyAwayWhoseConsentHasRunOutOrWasNeverGiven() throws {
        let (files, notes) = try extract(
            from: """
                kind: badge
                events: [{id: puits, title: Partager le puits, date: 2024-05-14}]
                event: puits
                people:
                  - {id: awa, name: {given: Awa, family: Ndiaye}, email: awa@example.org, consent: {list_name: yes, expires: 2024-05-13}}
                  - {id: oumou, name: {given: Oumou, family: Sy}, linkedin: https://example.org/sy, consent: {share_contact: no}}
                  - {id: ali, name: {given: Ali, family: Ba}, private_email: ba@example.org, consent: {expires: 2024-05-14}}
                holders: [{person: awa}, {person: oumou}, {person: ali}]
                """
        )
        let everything = files.values.joined()
        for secret in ["Awa", "awa", "Ndiaye", "example.org/sy", "ba@", "consent", "expires"] {
            #expect(!everything.contains(secret), "\(secret)")
        }
        #expect(files.keys.contains("contacts.vcf") && files.keys.contains("holders.csv"))
        #expect(files.keys.contains("paper.json") && files.keys.contains("paper-people.csv"))
        #expect(everything.contains("Oumou") && everything.contains("Ali"))
        #expect(notes.last == "people left out, who may not be named: 1")
    }

    @Test func keepsWhoWasPresentToItselfUnderTheChathamHouseRule() throws {
        let (files, _) = try extract(
            from: """
                kind: workshop-summary
                title: Partager le puits
                events: [{id: puits, title: Partager le puits, date: 2024-05-14, rule: chatham-house}]
                event: puits
                people: [{id: awa, name: {given: Awa, family: Ndiaye}}, {id: ali, name: {given: Ali, family: Ba}}]
                roles: [{person: awa, role: speaker}]
                contact_person: ali
                """
        )
        let everything = files.values.joined()
        #expect(!everything.contains("Awa") && !everything.contains("awa"))
        #expect(everything.contains("Ali Ba"))
    }

    @Test func saysKindlyWhatIsNotThere() throws {
        let (files, notes) = try extract(
            .ics,
            .vcf,
            from: "kind: report\ntitle: Rien\nsections: [{title: A, body: B}]\n"
        )
        #expect(files.isEmpty)
        #expect(notes.count == 2)
    }
}
