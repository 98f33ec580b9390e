import Foundation
import Griot
import Testing

/// A code holds as much of an address card as it has room for, and what it leaves out is told.
@Suite struct CrowdedCodeTests {
    private static let house = """
        - id: rvo
          name: Observatoire de la vallée du fleuve et de ses affluents
          website: https://observatoire.example.org/vallee-du-fleuve
          offices: [dakar]

        """
    private static let office = """
        - {id: dakar, organisation: rvo, lines: [12 rue des Manguiers, Résidence du Fleuve], city: Dakar, country: SN}

        """

    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.write(Self.house, to: "organisations.yaml")
        try desk.write(Self.office, to: "offices.yaml")
        return desk
    }

    private func said(_ desk: Desk, of people: String) throws -> String {
        let paper = "kind: contact-block\nlang: fr\nlayout: card\npeople: [\(people)]\n"
        return desk.said(desk.press.check(Job(file: try desk.write(paper, to: "cards.yaml"))))
    }

    private static func person(_ name: String) -> String {
        "{name: \(name), role: Chargée de programme, organisation: rvo, email: someone@example.org, phone: +221 33 800 00 00}"
    }

    @Test func saysWhatHasNoRoom() throws {
        let said = try said(try desk(), of: Self.person("Awa BA"))
        #expect(said.contains("remark: the code of ‘Awa BA’ has no room for the postal"), "\(said)")
        #expect(said.contains("as ‘short’ stands in codes"), "\(said)")
    }

    @Test func saysItOnceForAllCards() throws {
        let people = ["Awa BA", "Fanta SOW", "Mariame DIOP"].map(Self.person)
        let said = try said(try desk(), of: people.joined(separator: ", "))
        #expect(said.contains("the codes of ‘Awa BA’ and 2 others have no room for"), "\(said)")
        #expect(said.contains("the postal address (3)"), "\(said)")
        #expect(said.components(separatedBy: "no room for").count == 2, "\(said)")
    }

    @Test func saysItOnceForAllRowsOfAMerge() throws {
        let desk = try desk()
        let rows = ["Awa BA", "Fanta SOW"].map {
            "\($0);Chargée de programme;rvo;someone@example.org;+221 33 800 00 00\n"
        }
        let sheet = "Nom complet;Fonction;Organisation;Courriel;Tél.\n" + rows.joined()
        let data = try desk.write(sheet, to: "guests.csv")
        let merge = Merge(subject: "card", data: data, output: desk.path("{index}.pdf"))
        let result = try merge.run(Installation(folder: Desk.root.path))
        let said = desk.said(result.outcome)
        #expect(result.made == 2 && said.contains("and another have no room for"), "\(said)")
    }

    @Test func saysNothingWhereAllHasRoom() throws {
        let said = try said(try desk(), of: "{name: Awa BA, email: awa@example.org}")
        #expect(!said.contains("no room"), "\(said)")
    }
}
