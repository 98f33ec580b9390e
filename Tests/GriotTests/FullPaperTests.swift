import Foundation
import Griot
import TestSupport
import Testing

/// Names, titles and addresses as long as they come, on papers that have one place for them.
@Suite struct FullPaperTests {
    private static let ministry =
        "Ministère de l’Intérieur, de la Décentralisation, de la Réforme administrative et de "
        + "l’Aménagement durable du territoire national"

    private func made(_ text: String) throws -> (said: String, pages: Int) {
        let desk = try Desk()
        let outcome = desk.press.render(
            Job(file: try desk.write(text, to: "paper.yaml")),
            to: .beside
        )
        guard let pdf = outcome.written.first(where: { $0.hasSuffix(".pdf") }) else {
            return (desk.said(outcome), 0)
        }
        let info = try ask("pdfinfo", pdf).text
        let pages = info.split(separator: "\n").first { $0.hasPrefix("Pages:") } ?? "0"
        return (desk.said(outcome), Int(pages.filter(\.isNumber)) ?? 0)
    }

    private func cards(_ layout: String, lines: String = "12, rue des Manguiers, 4e étage")
        -> String
    {
        """
        kind: contact-block
        lang: fr
        layout: \(layout)
        back_language: en
        organisation: Observatoire régional de la vallée du fleuve Sénégal et de ses affluents
        offices:
          - lines: ["\(lines)", "Lot 42, zone de captage"]
            city: Dakar
            district: Plateau
            country: SN
            phone: +221 33 800 00 00
        people:
          - name: Mme Ndèye Aïssatou Fatoumata DIALLO-KANE
            role:
              fr: Coordinatrice principale du programme régional de gouvernance locale, de décentralisation et de finances publiques
              en: Principal Coordinator of the Regional Programme for Local Governance, Decentralisation and Public Finance
            phone: +221 33 800 00 02
            cell: +221 77 123 45 67
            email: ndeye.aissatou.diallo-kane@observatoire-vallee.example.org
            website: https://observatoire-vallee.example.org/equipe/ndeye-aissatou
          - {name: M. Amadou BA, role: {fr: Comptable, en: Accountant}, phone: +221 33 800 00 03}
        """
    }

    @Test(arguments: [("card", 4), ("card-front", 4), ("card-id1", 4), ("cards-a4", 2)])
    func setsAFullCardSmaller(layout: String, pages: Int) throws {
        let made = try made(cards(layout))
        #expect(!made.said.contains("error") && !made.said.contains("warning"), "\(made.said)")
        #expect(made.pages == pages)
    }

    @Test func namesWhoseCardIsTooFullAndWhatToShorten() throws {
        let street = String(repeating: "Immeuble de la Coopération régionale, aile B, ", count: 8)
        let said = try made(cards("card", lines: street)).said
        #expect(
            said.contains("there is no room for all that stands here, even at 80 % of its size")
        )
        #expect(said.contains("in the paper for ‘Ndèye Aïssatou Fatoumata DIALLO-KANE’"), "\(said)")
        #expect(said.contains("hint: shorten ‘Immeuble de la Coopération régionale"), "\(said)")
    }

    /// Not at a line of the layout, and not at the first part of a name.
    @Test func namesTheFieldThatIsTooLongTheRowOfItsSheetAndHowManyLettersHaveRoom() throws {
        let desk = try Desk()
        let role = String(repeating: "Directeur général adjoint chargé de tout, ", count: 14)
        let family = String(repeating: "Sowdiallokeita", count: 12)
        let sheet = """
            Prénom;Nom;Fonction;Organisation
            Awa;KEITA;Coordinatrice;RVO
            Moussa;Sow;\(role);RVO
            Ali;\(family);Maire;RVO

            """
        try desk.write(sheet, to: "people.csv")
        let paper = "kind: contact-block\nlayout: card\nlang: fr\npeople: all\n"
        let file = try desk.write(paper, to: "cards.yaml")
        let said = desk.said(desk.press.render(Job(file: file), to: .beside))
        #expect(said.contains("people.csv: row 3, ‘Fonction’: error: ‘Directeur général adjoint"))
        #expect(said.contains("shorten it: about 220 of its 587 letters have room"), "\(said)")
        #expect(said.contains("people.csv: row 4, ‘Nom’: error: ‘Ali SOWDIALLOKEITA"), "\(said)")
        #expect(said.contains("in the paper for ‘Moussa SOW’"))
        #expect(!said.contains("card.yaml:") && !said.contains("over the foot"), "\(said)")
        #expect(said.components(separatedBy: "does not fit into").count == 3, "\(said)")
        // So many letters do have room.
        let mended = sheet.replacing(role, with: role.prefix(215)).replacing(family, with: "Ba")
        try desk.write(mended, to: "people.csv")
        let outcome = try Press(Installation(folder: Desk.root.path)).render(
            Job(file: file),
            to: .beside
        )
        #expect(outcome.succeeded, "\(desk.said(outcome))")
    }

    private func letter(_ address: [String]) -> String {
        """
        kind: invitation-letter
        lang: fr
        event: {title: Wells, date: 2024-05-14}
        to:
          - person:
              name: M. Boubacar SOW
              role: Directeur général de la planification, du suivi et de l’évaluation des politiques publiques
              organisation: "\(Self.ministry)"
            address: \(address)
        signatory: Awa KEITA
        date: 2024-04-02
        subject: Invitation
        body: Nous écrivons.
        """
    }

    @Test func setsALongAddressSmaller() throws {
        let address = [
            "Direction de la coopération", "Immeuble administratif, aile B",
            "Avenue Léopold Sédar Senghor", "BP 4002", "10200 Dakar-Plateau", "Sénégal",
        ]
        let made = try made(letter(address))
        #expect(made.said == "")
        #expect(made.pages == 1)
        let longer = try self.made(letter(address + address)).said
        #expect(longer.contains("even at 74 % of its size"), "\(longer)")
        #expect(longer.contains("in the paper for ‘Boubacar SOW’"), "\(longer)")
    }
}
