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

    // MARK: Several in one

    private func said(organisers: String) throws -> String {
        let desk = try Desk()
        try desk.write(
            "- {id: enda, name: Enda Tiers Monde}\n- {id: mea, name: Ministère de l’Eau et ONAS}\n",
            to: "organisations.yaml"
        )
        let event = "id: e\ntitle: La pêche\ndate: 2026-03-10\norganisers: \(organisers)\n"
        try desk.write(event, to: "event.yaml")
        let paper = "kind: workshop-summary\nlang: fr\ntitle: La pêche\nlead: Le texte.\n"
        return desk.said(desk.press.check(Job(file: try desk.write(paper, to: "paper.yaml"))))
    }

    @Test(arguments: [
        ("FES et RVO", "[FES, RVO]"), ("[FES, ENDA & CNAT]", "[ENDA, CNAT]"),
        ("FES, RVO and CNAT", "[FES, RVO, CNAT]"),
        ("le Ministère de l’Eau et Enda Tiers Monde", "[Ministère de l’Eau, Enda Tiers Monde]"),
    ])
    func areAskedWhetherTheyAreSeveral(organisers: String, list: String) throws {
        let said = try said(organisers: organisers)
        #expect(said.contains("is taken for one body"), "\(said)")
        #expect(said.contains("make a list of them: \(list)"), "\(said)")
    }

    @Test(arguments: [
        "Ministère de l’Eau et de l’Assainissement", "Ministry of Water and Sanitation",
        "Eau et Climat", "[FES, RVO]", "Ministère de l’Eau et ONAS",
    ])
    func areOneWhereTheyMayBe(organisers: String) throws {
        let said = try said(organisers: organisers)
        #expect(!said.contains("one body"), "\(said)")
    }

    @Test(arguments: ["Ville Virtanen", "Awa DIRECTION", "Mme Fatou DIALLO"])
    func leavePeopleAlone(owner: String) throws {
        #expect(try !said(owner: owner).contains("was taken for"))
    }
}
