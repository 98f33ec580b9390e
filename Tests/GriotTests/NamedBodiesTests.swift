import Foundation
import Griot
import Testing

/// Of `owner: Ministère des Finances` a page would make “Ministère des FINANCES”.
@Suite struct NamedBodiesTests {
    private func said(owner: String) throws -> String {
        let desk = try Desk()
        try desk.write(
            "organisations: [{id: ville, name: {fr: Ville de Ségou, en: City of Ségou}, short: VS}]\n",
            to: "organisations.yaml"
        )
        let paper = """
            kind: workshop-summary
            lang: fr
            title: Les puits
            event: {title: Le fleuve, date: 2026-05-14}
            lead: Le texte.
            next_steps: [{action: Creuser, owner: \(owner), due: 2027-01-31}]
            """
        return desk.said(desk.press.check(Job(file: try desk.write(paper, to: "paper.yaml"))))
    }

    @Test(arguments: ["Ville de Ségou", "city of Ségou", "VS"])
    func areToldApartFromPeople(owner: String) throws {
        let said = try said(owner: owner)
        #expect(
            said.contains(
                "warning: ‘\(owner)’ was taken for the name of somebody, and is that of a ‘organisation’"
            ),
            "\(said)"
        )
        #expect(said.contains("‘ville’ is described here"), "\(said)")
    }

    @Test(arguments: ["Ministère des Finances", "Ville de Thiès", "University of Ghana"])
    func areKnownByTheirFirstWord(owner: String) throws {
        let said = try said(owner: owner)
        #expect(
            said.contains("warning: ‘\(owner)’ was taken for the name of somebody"),
            "\(said)"
        )
        #expect(said.contains("name it under ‘organisation:’"), "\(said)")
    }

    @Test(arguments: ["Ville Virtanen", "Awa DIRECTION", "Mme Fatou DIALLO"])
    func leavePeopleAlone(owner: String) throws {
        #expect(try !said(owner: owner).contains("was taken for"))
    }
}
