import Foundation
import Griot
import Testing

/// Long names, roles and titles take their room, and what stands below gives way.
@Suite struct CrowdedPageTests {
    private static let people = """
        people:
          - id: marie
            name: Dre Marie-Antoinette Bernadette Ndèye Fatou NDIAYE-DIOUF-LOPES
            role: Chercheuse principale en gouvernance des ressources halieutiques transfrontalières
            email: marie.ndiaye-diouf@univ.example.org
          - {id: ahmed, name: Ahmed OULD MOHAMED SALEM, role: Directeur de l’institut des recherches océaniques}
          - {id: awa, name: Awa NDIAYE, role: Directrice}
          - {id: ba, name: Aminata BA, role: Maire}
          - {id: fall, name: Modou FALL, role: Mareyeur}
          - {id: khadija, name: الأستاذة خديجة بنت المختار, role: Présidente}

        """

    @Test func aPosterWhoseTitleTakesTwoLinesHasItsDaysBelowItsSubtitle() throws {
        let words = try words(
            of: """
                kind: programme
                lang: fr
                event: {title: "Pêche artisanale et paix à l’embouchure du fleuve : qui partage la mer ?", subtitle: Atelier, date: 2026-12-08, timezone: Africa/Dakar}
                days: [{date: 2026-12-08, title: Constater, items: [{time: 9:00–9:30, title: Accueil}]}]

                """,
            layout: "programme-poster"
        )
        let subtitle = try #require(words["Atelier"])
        let day = try #require(words["Constater"])
        #expect(subtitle.bottom <= day.top)
    }

    /// A number in two lines is two numbers; the type of the table gives way before it does.
    @Test func numbersOfATableStayWholeHoweverManyThereAre() throws {
        let numbers = (0..<12).map { "\(1_234_567 + $0)" }
        let row = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |" }
        let table = [
            row(["Pays"] + (2011...2022).map(String.init)),
            row(Array(repeating: "---", count: 13)), row(["Mauritanie"] + numbers),
        ]
        let text =
            "kind: report\nlang: fr\ntitle: T\nsections:\n  - title: S\n    body: |\n"
            + table.map { "      \($0)\n" }.joined()
        let desk = try Desk()
        let file = try desk.write(text, to: "report.yaml")
        let outcome = desk.press.render(Job(file: file), to: .file(desk.path("report.pdf")))
        let printed = try ask("pdftotext", "-raw", desk.path("report.pdf"), "-").text
        #expect(numbers.allSatisfy { printed.contains($0) }, "\(printed)")
        // The table is told of once, and its one word that is divided.
        #expect(desk.said(outcome).components(separatedBy: "warning").count <= 3)
    }

    /// The code of a card is 21 mm tall, and its foot 4.5 mm from the trimmed edge.
    @Test(arguments: ["card", "card-front"])
    func aRoleOfTwoLinesEndsAboveTheCodeOfACard(layout: String) throws {
        let words = try words(of: Self.cards, layout: layout)
        #expect(try #require(words["transfrontalières"]).bottom < 83)
    }

    @Test(arguments: ["card", "card-front", "card-id1", "cards-a4"])
    func anOrdinaryAddressFitsOnACard(layout: String) throws {
        #expect(!(try words(of: Self.cards, layout: layout)).isEmpty)
    }

    @Test func aNameStandsInTheColumnOfItsRole() throws {
        let words = try words(
            of: """
                kind: contact-block
                lang: fr
                organisation: Centre
                groups: [{title: Équipe, people: [marie, ahmed, awa, ba, fall, khadija]}]

                """,
            layout: "contact-block"
        )
        for (name, role) in [("Awa", "Directrice"), ("BA", "Maire"), ("Modou", "Mareyeur")] {
            let (name, role) = (try #require(words[name]), try #require(words[role]))
            #expect(name.bottom <= role.top + 4 && role.top - name.bottom < 8)
        }
    }

    @Test func anArabicAuthorOfAFrenchCitationIsKeptInItsOrder() throws {
        let desk = try Desk()
        try desk.write(Self.people, to: "people.yaml")
        let study = try desk.write(
            """
            kind: study-abstract
            lang: fr
            title: La mer
            authors: [{person: khadija}]
            year: 2026
            abstract: L’étude.

            """,
            to: "study.yaml"
        )
        let flow = desk.press.dump(Job(file: study), after: .flow).text
        #expect(flow.contains("\u{2069} (2026)"), "\(flow)")
    }

    /// What has no room on the one page of a study goes on to a second with the foot of the paper, and a
    /// warning says so: there was no second page, and no paper.
    @Test func aStudyThatIsTooLongHasASecondPage() throws {
        let desk = try Desk()
        let words = String(repeating: "The well is old and the rope is new. ", count: 90)
        let text = """
            kind: study-abstract
            lang: en
            title: Wells
            authors: [{person: Awa NDIAYE}]
            year: 2026
            abstract: \(words)
            imprint: {publisher: Observatory of Wells}

            """
        for layout in ["abstract", "abstract-bilingual"] {
            let job = Job(file: try desk.write(text, to: "study.yaml"), layout: layout)
            let outcome = desk.press.render(job, to: .file(desk.path("study.pdf")))
            let said = desk.said(outcome)
            #expect(said.contains("warning: ") && !said.contains("error: "), "\(said)")
            let printed = try ask("pdftotext", desk.path("study.pdf"), "-").text
            #expect(printed.contains("Observatory of Wells") && printed.contains("Wells\n"))
        }
    }

    /// A third of the leaf would part the street into several lines.
    @Test func aStreetHasALineOfTheSmallestLeaf() throws {
        let printed = try printed(
            """
            kind: workshop-summary
            layout: brief-leaf-a6
            lang: en
            title: Wells
            lead: Water.
            contact: {organisation: Centre for Wells, lines: ["12, street of the mango trees"], city: Dakar, country: SN}

            """
        )
        #expect(printed.contains("12, street of the mango trees\n"), "\(printed)")
    }

    @Test func thoseWhoSpokeStandUnderTheirHeadingOverleafAsWell() throws {
        let words = String(repeating: "The well is old and the rope is new. ", count: 160)
        let people = (1...24).map { number in
            "  - {person: {given: Awa, family: BA, role: Keeper of well \(number), organisation: Observatory of Wells}, role: \(number == 1 ? "moderator" : "speaker")}\n"
        }
        let printed = try printed(
            """
            kind: workshop-summary
            layout: brief
            lang: en
            title: Wells
            sections: [{title: First, body: "\(words)"}]
            roles:
            \(people.joined())
            """
        )
        #expect(printed.contains("WHO SPOKE, CONTINUED"), "\(printed)")
    }

    /// A section says itself that it may go, and goes as a whole.
    @Test func leavesOutASectionOfLowPriority() throws {
        let desk = try Desk()
        let words = String(repeating: "The well is old and the rope is new. ", count: 110)
        let sections = (1...3).map { number in
            "  - {title: Part \(number), body: \"\(words)\"\(number == 2 ? ", priority: 1" : "")}\n"
        }
        let head = "kind: workshop-summary\nlang: en\ntitle: Wells\nfit: {pages: 2}\n"
        let text = head + "sections:\n" + sections.joined()
        let job = Job(file: try desk.write(text, to: "paper.yaml"))
        let said = desk.said(desk.press.check(job))
        #expect(
            said.contains("fitted to 2 pages: ") && said.contains("left out: ‘Part 2’\n"),
            "\(said)"
        )
    }

    private static let cards = """
        kind: contact-block
        lang: fr
        back_language: fr
        code: vcard
        organisation: Université Gaston Berger de Saint-Louis
        offices: [{lines: [12 rue des Manguiers, 2e étage], city: Dakar, country: SN, phone: [+221 33 800 00 00, +221 33 800 00 09]}]
        people: [marie]

        """

    private func printed(_ paper: String) throws -> String {
        let desk = try Desk()
        let file = try desk.write(paper, to: "paper.yaml")
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let path = try #require(outcome.written.first, "\(desk.said(outcome))")
        return try ask("pdftotext", path, "-").text
    }

    /// Where the last of each word stands on its page, in points from its top.
    private func words(
        of paper: String,
        layout: String
    ) throws -> [String: (top: Double, bottom: Double)] {
        let desk = try Desk()
        try desk.write(Self.people, to: "people.yaml")
        let job = Job(file: try desk.write(paper, to: "paper.yaml"), layout: layout)
        let outcome = desk.press.render(job, to: .beside)
        #expect(outcome.succeeded, "\(desk.said(outcome))")
        let path = try #require(outcome.written.first { $0.hasSuffix(".pdf") })
        let text = try ask("pdftotext", "-bbox", path, "-").text
        let word = /yMin="(?<top>[\d.]+)" xMax="[\d.]+" yMax="(?<bottom>[\d.]+)">(?<word>[^<]+)</
        return text.matches(of: word).reduce(into: [:]) { words, match in
            guard let top = Double(match.top), let bottom = Double(match.bottom) else { return }
            words[String(match.word)] = (top, bottom)
        }
    }
}
