import Foundation
import Griot
import Testing

/// Where people are found who do not work where their house has its seat.
@Suite struct OfficeTests {
    private static let bodies = """
        organisations: [{id: ov, name: Observatoire, offices: [dakar, thies]}]
        offices:
          - {id: dakar, organisation: ov, lines: [12 rue des Manguiers], city: Dakar, country: SN, phone: +221 33 800 00 00}
          - id: thies
            label: {fr: Antenne de Thiès, en: Branch of Thiès}
            lines: [5 avenue Lamine Gueye]
            city: Thiès
            country: SN
            phone: +221 33 951 00 00

        """

    private func people(at office: String) -> String {
        """
        people:
          - {id: awa, name: Awa BA, organisation: ov, office: \(office)}
          - {id: bo, name: Bo KA, organisation: ov}

        """
    }

    private func cards(_ layout: String, offices: String = "[dakar]") -> String {
        """
        kind: contact-block
        lang: fr
        layout: \(layout)
        organisation: ov
        offices: \(offices)
        people: [awa, bo]
        """
    }

    private func desk(people: String, bodies: String = Self.bodies) throws -> Desk {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        try desk.write(bodies, to: "organisations.yaml")
        try desk.write(people, to: "people.yaml")
        return desk
    }

    @Test(arguments: ["thies", "Thiès", "Thies", "Antenne de Thiès", "Branch of Thiès"])
    func standOnTheCardsOfThoseWhoWorkThere(office: String) throws {
        let desk = try desk(people: people(at: office))
        let job = Job(file: try desk.write(cards("card"), to: "cards.yaml"))
        let outcome = desk.press.check(job, asARead: true)
        #expect(desk.said(outcome) == "")
        let read = outcome.reading.replacing("\u{A0}", with: " ")
        let places = try [
            "Awa BA", "5 avenue Lamine Gueye", "+221 33 951 00 00", "Bo KA",
            "12 rue des Manguiers", "+221 33 800 00 00",
        ].map { try #require(read.firstRange(of: $0), "\(read)").lowerBound }
        #expect(places == places.sorted(), "\(read)")
    }

    @Test func goWithThemIntoAddressBooks() throws {
        let desk = try desk(people: people(at: "thies"))
        let job = Job(file: try desk.write(cards("card"), to: "cards.yaml"))
        let outcome = desk.press.render(job, to: .folder(desk.folder.path))
        let file = try #require(outcome.written.first { $0.hasSuffix(".vcf") })
        let book = try String(contentsOfFile: file, encoding: .utf8).split(separator: "END:VCARD")
        #expect(book[0].contains("tel:+221339510000"), "\(book[0])")
        #expect(book[0].contains("ADR;TYPE=work:;;5 avenue Lamine Gueye;Thiès;"), "\(book[0])")
        #expect(book[1].contains("ADR;TYPE=work:;;12 rue des Manguiers;Dakar;"), "\(book[1])")
    }

    @Test func areSaidOfThemInADirectory() throws {
        let desk = try desk(people: people(at: "thies"))
        let job = Job(file: try desk.write(cards("directory"), to: "directory.yaml"))
        let outcome = desk.press.check(job, asARead: true)
        #expect(outcome.reading.contains("Antenne de Thiès"), "\(outcome.reading)")
        #expect(!outcome.reading.contains("5 avenue"), "\(outcome.reading)")
    }

    /// The second office is on a card where somebody works there, and else on none.
    @Test(arguments: [("thies", false), ("dakar", true)])
    func areMissedWhereNobodyWorks(office: String, isTold: Bool) throws {
        let desk = try desk(people: people(at: office))
        let paper = cards("card", offices: "[dakar, thies]")
        let said = desk.said(
            desk.press.check(Job(file: try desk.write(paper, to: "cards.yaml")))
        )
        #expect(said.contains("cards.yaml:5:18: warning: ‘offices’") == isTold, "\(said)")
        #expect(said.contains("say ‘office:’ of those who work there") == isTold, "\(said)")
    }

    @Test(arguments: [
        ("Tiès", "there is no office ‘Tiès’", "did you mean ‘thies’?"),
        ("Antene de Thiès", "there is no office ‘Antene de Thiès’", "did you mean ‘thies’?"),
        ("Kayes", "there is no office ‘Kayes’", "the ids of that kind are: dakar, thies"),
        ("\"5, avenue Lamine Gueye\"", "must be a record of kind ‘office’", "like this: dakar"),
    ])
    func areToldThatNobodyDescribes(office: String, message: String, hint: String) throws {
        let desk = try desk(people: people(at: office))
        let said = desk.said(
            desk.press.check(Job(file: try desk.write(cards("card"), to: "cards.yaml")))
        )
        #expect(said.contains("people.yaml:2:55: error:"), "\(said)")
        #expect(said.contains(message) && said.contains(hint), "\(said)")
    }

    @Test func areToldApartInATownThatHasTwo() throws {
        let bodies = Self.bodies.replacing("city: Dakar", with: "city: Thiès")
        let desk = try desk(people: people(at: "Thiès"), bodies: bodies)
        let said = desk.said(
            desk.press.check(Job(file: try desk.write(cards("card"), to: "cards.yaml")))
        )
        #expect(said.contains("write the id of the one that is meant, ‘dakar’, ‘thies’"), "\(said)")
    }

    /// “Bureau” of a sheet may be that of a service or the number of a room, as long as no cell is an office.
    @Test(arguments: [
        (
            "Thiès", "Tamba",
            "people.csv: row 3, ‘Bureau’: error: there is no office ‘Tamba’"
        ),
        (
            "204", "Comptabilité",
            "people.csv: row 1, ‘Bureau’: remark: not used: ‘Bureau’"
        ),
    ])
    func areSoughtInSheets(one: String, other: String, message: String) throws {
        let desk = try desk(people: "[]")
        try FileManager.default.removeItem(atPath: desk.path("people.yaml"))
        let sheet = "id;Nom;Structure;Bureau\nawa;Awa BA;ov;\(one)\nbo;Bo KA;ov;\(other)\n"
        try desk.write(sheet, to: "people.csv")
        let said = desk.said(
            desk.press.check(Job(file: try desk.write(cards("card"), to: "cards.yaml")))
        )
        #expect(said.contains(message), "\(said)")
        #expect(said.components(separatedBy: "people.csv:").count == 2, "\(said)")
    }
}
