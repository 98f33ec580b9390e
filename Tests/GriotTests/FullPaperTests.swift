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
            role: Coordinatrice principale du programme régional de gouvernance locale, de décentralisation et de finances publiques
            phone: +221 33 800 00 02
            cell: +221 77 123 45 67
            email: ndeye.aissatou.diallo-kane@observatoire-vallee.example.org
            website: https://observatoire-vallee.example.org/equipe/ndeye-aissatou
          - {name: M. Amadou BA, role: Comptable, phone: +221 33 800 00 03}
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
