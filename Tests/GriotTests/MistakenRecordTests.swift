import Foundation
import TestSupport
import Testing

@testable import Griot

/// What is wrong with one of those whom papers share keeps those papers from being made that have to do
/// with them, and no others.
@Suite struct MistakenRecordTests {
    private static let sheet = """
        id;Nom complet;Fonction;Pays;Courriel;Accord liste
        awa;Awa BA;Maire;SN;a.ba@example.org;oui
        ibra;Ibra SY;Maire;Senegalia;pas une adresse;oui
        fanta;Fanta SOW;Juge;ML;f.sow@example.org;non

        """
    private static let installation = Installation(folder: Desk.root.path)

    private func certificate(for people: String, _ rest: String = "") -> String {
        "kind: certificate\nlang: fr\ntitle: Attestation\nrecipients: \(people)\n\(rest)"
    }

    private func desk(_ papers: [String: String], sheet: String = Self.sheet) throws -> Desk {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event/event.yaml")
        try desk.write(sheet, to: "event/people.csv")
        for (name, text) in papers { try desk.write(text, to: "event/\(name)") }
        return desk
    }

    private func made(_ desk: Desk) throws -> (endings: [Making.Result.Ending], said: [String]) {
        let results = try Making(folder: desk.path("event")).run(Self.installation) { _, _ in }
        return (results.map(\.ending), results.ofSharedRecords.map { $0.text(inColour: false) })
    }

    // MARK: A folder

    @Test func failsThosePapersAloneThatNameThem() throws {
        let desk = try desk([
            "a.yaml": certificate(for: "[awa]"), "b.yaml": certificate(for: "[ibra]"),
            "c.yaml": certificate(for: "all"),
        ])
        #expect(try made(desk).endings == [.made, .failed, .failed])
    }

    @Test func tellsOfThemUntilTheyAreMended() throws {
        let desk = try desk(["a.yaml": certificate(for: "[awa]")])
        for ending in [Making.Result.Ending.made, .unchanged, .unchanged] {
            let (endings, said) = try made(desk)
            #expect(endings == [ending])
            #expect(said.count == 1)
            #expect(said[0].contains("row 3, ‘Pays’: error: ‘Senegalia’"), "\(said)")
            #expect(said[0].contains("row 3, ‘Courriel’: error"), "\(said)")
        }
        let mended = Self.sheet.replacing("Senegalia;pas une adresse", with: "SN;")
        try desk.write(mended, to: "event/people.csv")
        let (endings, said) = try made(desk)
        #expect(endings == [.made])
        #expect(said.isEmpty, "\(said)")
    }

    @Test func saysNothingTwiceOfWhatKeepsAPaperFromBeingMade() throws {
        let desk = try desk([
            "a.yaml": certificate(for: "[awa]"), "b.yaml": certificate(for: "[ibra]"),
        ])
        let (endings, said) = try made(desk)
        #expect(endings == [.made, .failed])
        #expect(said.isEmpty, "\(said)")
    }

    @Test func makesOnePaperAndWarns() throws {
        let desk = try desk(["a.yaml": certificate(for: "[awa]")])
        let outcome = desk.press.render(Job(file: desk.path("event/a.yaml")), to: .beside)
        let said = desk.said(outcome)
        #expect(outcome.succeeded && outcome.written.count == 1)
        #expect(said.contains("row 3, ‘Pays’: warning: ‘Senegalia’ is not a country"), "\(said)")
        #expect(said.contains("nothing of this record is in the paper"), "\(said)")
    }

    // MARK: Whom a paper has to do with

    /// Whether a paper is made beside a person of whom something is wrong.
    @Test(arguments: [
        ("recipients: [awa]", true),
        ("recipients: [{where: {role: Juge}}]", true),
        ("recipients: [{where: {role: Maire}}]", false),
        // What can't be read may be what is asked for.
        ("recipients: [{where: {country: SN}}]", false),
        ("recipients: all", false),
        ("recipients: [awa]\nsignatures: [ibra]", false),
        ("recipients: [awa]\nsignatures: [{person: {name: Ibra SY}}]", false),
        ("recipients: [Awa BA]", true),
    ])
    func isOfNoMatterToPapersWithoutThem(lines: String, isMade: Bool) throws {
        let paper = "kind: certificate\nlang: fr\ntitle: A\n\(lines)\n"
        let desk = try desk(["a.yaml": paper])
        let outcome = desk.press.check(Job(file: desk.path("event/a.yaml")))
        #expect(outcome.succeeded == isMade, "\(desk.said(outcome))")
    }

    @Test func followsThoseWhomOthersName() throws {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        try desk.write(
            """
            people:
              - {id: awa, name: Awa BA, organisation: rvo}
              - {id: ali, name: Ali SY, organisation: enda}
            organisations:
              - {id: rvo, name: RVO, country: Nulle part}
              - {id: enda, name: Enda}

            """,
            to: "people.yaml"
        )
        for (id, isMade) in [("awa", false), ("ali", true)] {
            let file = try desk.write(certificate(for: "[\(id)]"), to: "\(id).yaml")
            let outcome = desk.press.check(Job(file: file))
            #expect(outcome.succeeded == isMade, "\(desk.said(outcome))")
        }
    }

    /// Who is meant can't be told, and so neither whom no paper may name.
    @Test func failsAllWhereSomebodyWithoutANameRefuses() throws {
        let people =
            "- {id: x, name: {given: {}}, consent: {list_name: no}}\n- {id: awa, name: Awa BA}\n"
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        try desk.write(people, to: "people.yaml")
        let file = try desk.write(certificate(for: "[awa]"), to: "a.yaml")
        #expect(!desk.press.check(Job(file: file)).succeeded)
    }

    /// What they agreed to can't be read: of them nothing goes out, by name or in the source.
    @Test func keepsThoseToThemselvesWhoseConsentIsUnclear() throws {
        let unclear = Self.sheet.replacing(
            "Senegalia;pas une adresse;oui",
            with: "SN;i@example.org;selon"
        )
        let desk = try desk(
            [
                "a.yaml": "kind: speaker-list\nlang: fr\ntitle: Qui\nspeakers: [awa]\n",
                "b.yaml": certificate(for: "[Ibra SY]"),
            ],
            sheet: unclear
        )
        let (endings, said) = try made(desk)
        #expect(endings == [.made, .failed], "\(said)")
        let source = try AttachedSource(opening: desk.path("event/out/a.pdf"))
        let files = try source.write(to: desk.path("again"))
        let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
        #expect(!texts.contains { $0.contains("Ibra") || $0.contains("i@example.org") }, "\(texts)")
    }

    // MARK: Merging

    @Test(arguments: ["{index}.pdf", "all.pdf"])
    func failsThoseRowsOfAMergeAloneThatNameThem(output: String) throws {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        try desk.write(
            "id;Organisation;Pays\nrvo;RVO;Nulle part\nenda;Enda;SN\n",
            to: "organisations.csv"
        )
        let data = try desk.write(
            "Nom complet;Organisation\nAwa BA;rvo\nIbra SY;enda\nAli SOW;\n",
            to: "guests.csv"
        )
        let merge = Merge(subject: "card", data: data, output: desk.path(output), language: "fr")
        let result = try merge.run(Self.installation)
        let said = desk.said(result.outcome)
        #expect(result.failedRows == [2], "\(said)")
        #expect(result.made == 2, "\(said)")
        #expect(said.contains("organisations.csv: row 2, ‘Pays’: error"), "\(said)")
    }

    @Test func failsAllRowsOfAMergeForWhatAllShare() throws {
        let desk = try desk([
            "c.yaml": "kind: certificate\nlang: fr\ntitle: A\nsignatures: [ibra]\n"
        ])
        let data = try desk.write("Nom complet\nMoussa FALL\n", to: "event/guests.csv")
        let merge = Merge(
            subject: desk.path("event/c.yaml"),
            data: data,
            output: desk.path("all.pdf")
        )
        let result = try merge.run(Self.installation)
        #expect(result.made == 0 && result.failedRows == [2], "\(desk.said(result.outcome))")
    }
}
