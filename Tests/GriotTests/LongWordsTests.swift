import Foundation
import Griot
import Testing

/// Papers of people with long names, from houses with long ones, keep the pages they are drawn for.
@Suite struct LongWordsTests {
    private static let people = """
        event: {title: "Assises de la pêche artisanale en Afrique de l’Ouest : ressources, droits et métiers", date: 2026-03-18, end: 2026-03-19, city: Saint-Louis, country: SN}
        people:
          - {id: waly, honorific: M., given: Jean-Baptiste Waly, family: Dieng, gender: m, role: Biologiste des pêches, organisation: min}
          - {id: khady, name: Mme Khady THIAM, organisation: min}
        organisations:
          - {id: min, name: "Ministère des Pêches, des Infrastructures maritimes et portuaires"}

        """

    private func made(_ text: String, layout: String) throws -> (pages: [String], said: String) {
        let desk = try Desk()
        let file = try desk.write("lang: fr\n" + text + Self.people, to: "paper.yaml")
        let made = desk.press.dump(Job(file: file, layout: layout), after: .imposition)
        let pages = made.text.split(separator: "\npage ").map(String.init)
        return (pages, desk.said(made.outcome))
    }

    /// It is set smaller: overleaf it left the badge with a house and no name.
    @Test(arguments: ["none", "vcard"])
    func aLongGivenNameStaysOnItsBadge(code: String) throws {
        let badge = try made(
            "kind: badge\ncode: \(code)\nholders: [{person: waly, role: vip, line: Commission des pêches}]\n",
            layout: "badge"
        )
        #expect(badge.pages.count == 1, "a sheet to be folded: \(badge.said)")
    }

    @Test func aCertificateHasRoomForFourWhoSign() throws {
        let certificate = try made(
            """
            kind: certificate
            title: Attestation
            recipients: [waly]
            place: Saint-Louis
            date: 2026-03-19
            signatures:
              - {person: khady, position: Pour le ministère des Pêches et des Infrastructures maritimes}
              - {person: waly, position: Pour le Conseil national interprofessionnel}
              - {person: khady, position: Présidente du comité d’organisation}
              - {person: waly}

            """,
            layout: "certificate"
        )
        #expect(certificate.pages.count == 1, "\(certificate.said)")
    }

    @Test func aMinistrysAddressFitsTheWindowOfAnEnvelope() throws {
        let letter = try made(
            """
            kind: invitation-letter
            signatory: khady
            date: 2026-02-02
            subject: Invitation
            body: Nous vous invitons.
            to:
              - person: waly
                address: [Ministère des Pêches et de l’Économie maritime, Direction de la surveillance, BP 137, "Nouakchott, Mauritanie"]

            """,
            layout: "invitation-letter"
        )
        #expect(!letter.said.contains("error"), "\(letter.said)")
    }

    /// The text of the next page begins below the line under the title, whatever its length.
    @Test func theRunningTitleOfASmallLeafTakesOneLine() throws {
        let body = Array(repeating: "La mer se partage entre trois quais.", count: 60)
            .joined(separator: " ")
        let leaf = try made(
            "kind: workshop-summary\ntitle: Ce que les Assises de la pêche artisanale de Saint-Louis ont décidé en mars\nseries: Compte rendu\nsections: [{title: Quais, body: \(body)}]\n",
            layout: "brief-leaf-a6"
        )
        #expect(leaf.pages.count > 1)
        for page in leaf.pages.dropFirst().dropLast() {
            #expect(page.contains("‘Ce que les Assises"))
            #expect(!page.contains("décidé") && !page.contains("Compte rendu"))
        }
    }

    /// A group of a directory that goes on is named again, and its columns still end level.
    @Test func aGroupThatGoesOnInAnotherColumnIsNamedAgain() throws {
        let people = (0..<24).map { "{name: Mme Awa BA\($0), role: Maire}" }
        let directory = try made(
            "kind: contact-block\ngroups: [{title: Comité, people: [\(people.joined(separator: ", "))]}]\n",
            layout: "directory"
        )
        #expect(directory.pages.count == 1)
        #expect(directory.pages[0].contains(", SUITE"))
    }
}
