import Foundation
import TestSupport
import Testing

@testable import Griot

/// `people: all` names everybody who is described.
@Suite struct EveryoneTests {
    private static let people = """
        people:
          - {id: awa, name: Awa KEITA}
          - {id: ibra, name: Ibra SARR}
          - {id: fanta, name: Fanta SOW, consent: {list_name: no}}
          - {id: ali, name: Ali BA, consent: {list_name: yes}}
        """

    private func reading(_ paper: String, people: String = people) throws
        -> (said: String, read: String)
    {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        if !people.isEmpty { try desk.write(people, to: "people.yaml") }
        let job = Job(file: try desk.write(paper, to: "paper.yaml"))
        let outcome = desk.press.check(job, asARead: true)
        return (desk.said(outcome), outcome.reading.replacing("\u{A0}", with: " "))
    }

    private static let letter = """
        kind: invitation-letter
        lang: fr
        signatory: awa
        date: 2026-02-01
        subject: S
        body: B.
        to: all

        """

    @Test func areAskedForInASheetThatIsCalledOtherwise() throws {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        try desk.write("Nom\nAwa KEITA\n", to: "Liste des invités.CSV")
        try desk.write("Nom\nAwa KEITA\n", to: "~$other.csv")
        let paper = "kind: badge\nlang: fr\nholders: tous\n"
        let said = desk.said(desk.press.check(Job(file: try desk.write(paper, to: "paper.yaml"))))
        #expect(said.contains("every ‘person’ is meant, and none is described"), "\(said)")
        #expect(
            said.contains("if they stand in ‘Liste des invités.CSV’, call it ‘people.csv’"),
            "\(said)"
        )
    }

    @Test(arguments: [
        "kind: attendance-sheet\nlang: fr\npeople: all\n",
        "kind: attendance-sheet\nlang: fr\npeople: [Tous]\n",
        "kind: attendance-sheet\nlang: fr\npeople: Tout le monde\n",
        "kind: attendance-sheet\nlang: fr\npeople: Tous  les participants\n",
        "kind: certificate\nlang: fr\ntitle: T\nrecipients: toutes\n",
        "kind: badge\nlang: fr\nholders: all\n", letter,
        "kind: contact-block\nlayout: directory\naudience: desk\ntitle: T\ngroups: [{title: G, people: all}]\n",
        "kind: contact-block\nlayout: card\naudience: desk\npeople: all\n",
    ])
    func namesEverybody(paper: String) throws {
        let made = try reading(paper)
        #expect(!made.said.contains("error"), "\(made.said)")
        for name in ["KEITA", "SARR", "SOW", "BA"] {
            #expect(made.read.uppercased().contains(name), "\(name): \(made.read)")
        }
    }

    /// A list to sign is looked up by name.
    @Test(arguments: [
        ("", ["KEITA", "SARR", "SOW", "BA"]),
        ("order: alphabetical\n", ["BA", "KEITA", "SARR", "SOW"]),
    ])
    func signsInTheOrderThatIsAskedFor(order: String, names: [String]) throws {
        let made = try reading("kind: attendance-sheet\nlang: fr\npeople: all\n\(order)")
        let places = names.compactMap { made.read.firstRange(of: "\($0) ")?.lowerBound }
        #expect(places.count == names.count && places == places.sorted(), "\(made.read)")
    }

    @Test func namesNobodyTwice() throws {
        let made = try reading(
            "kind: attendance-sheet\nlang: fr\nblank_rows: 0\npeople: [ali, all, Rama DIOP, awa]\n"
        )
        let places = ["BA Ali", "SARR Ibra", "SOW Fanta", "DIOP Rama", "KEITA Awa"].map {
            made.read.ranges(of: $0).map(\.lowerBound)
        }
        #expect(places.allSatisfy { $0.count == 1 }, "\(made.read)")
        #expect(places.joined().sorted() == Array(places.joined()), "\(made.read)")
    }

    @Test func leavesOutOfPublicPapersWhoHasNotAgreed() throws {
        let made = try reading("kind: speaker-list\nlang: fr\ntitle: T\nspeakers: all\n")
        #expect(
            made.said.contains("people.yaml:4:5: remark: ‘speakers.3.person’ is left out: Fanta")
        )
        #expect(!made.read.contains("SOW") && made.read.contains("SARR"), "\(made.read)")
    }

    @Test func wantsSomebodyToBeDescribed() throws {
        let made = try reading("kind: attendance-sheet\nlang: fr\npeople: all\n", people: "")
        #expect(made.said.contains("paper.yaml:3:9: error: every ‘person’ is meant, and none is"))
        #expect(made.said.contains("beside the paper: ‘people.xlsx’"), "\(made.said)")
    }

    @Test func isNoWordForOne() throws {
        let paper = Self.letter.replacing("signatory: awa", with: "signatory: all")
        #expect(try reading(paper).said.contains("there is no person ‘all’"))
        let own = "people: [{id: all, name: Alioune ALL}, {id: b, name: Awa SALL}]\n"
        let made = try reading("kind: attendance-sheet\nlang: fr\npeople: all\n", people: own)
        #expect(made.read.contains("ALL Alioune") && !made.read.contains("SALL"), "\(made.read)")
    }

    // MARK: What travels

    private func opened(_ files: [String: String], _ paper: String) throws
        -> (first: Data, second: Data, texts: [String: String], said: String)
    {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event/event.yaml")
        for (name, text) in files { try desk.write(text, to: "event/\(name)") }
        try desk.write(paper, to: "event/paper.yaml")
        let outcome = desk.press.render(
            Job(file: desk.path("event/paper.yaml")),
            to: .file(desk.path("first.pdf"))
        )
        let source = try AttachedSource(opening: desk.path("first.pdf"))
        _ = try source.write(
            to: desk.path("again"),
            beside: Installation(folder: Desk.root.path)
        )
        _ = desk.press.render(
            Job(file: desk.path("again/paper.yaml")),
            to: .file(desk.path("second.pdf"))
        )
        var texts: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: desk.path("again")) {
            texts[name] = try String(contentsOfFile: desk.path("again/\(name)"), encoding: .utf8)
        }
        return (
            try Data(contentsOf: desk.folder.appending(path: "first.pdf")),
            try Data(contentsOf: desk.folder.appending(path: "second.pdf")), texts,
            desk.said(outcome)
        )
    }

    private static let sheet = """
        Prénom;Nom;Fonction;Courriel;Accord contact;Accord liste;Allergies
        Fatou;DIALLO;Directrice : pêche;f.diallo@example.org;non;oui;Noix
        Ibra;N'DIAYE;;i.ndiaye@example.org;oui;;
        Awa;"SOW ""la"" # grande";;;;non;Lait
        """

    private static let list = "kind: speaker-list\nlang: fr\ntitle: T\nspeakers: all\n"

    @Test func travelsAsATextWithoutWhatIsWithheld() throws {
        let made = try opened(["people.csv": Self.sheet], Self.list)
        #expect(made.first == made.second)
        let text = try #require(made.texts["people.yaml"])
        #expect(
            text.contains("id: fatou-diallo") && text.contains("N'DIAYE"),
            "\(text)"
        )
        let contacts = ["f.diallo@", "i.ndiaye@"]
        for secret in contacts + ["SOW", "awa", "Noix", "Lait", "Allergies", "allergies"] {
            #expect(!made.texts.values.contains { $0.contains(secret) }, "\(text)")
        }
        #expect(made.texts["people.csv"] == nil)
    }

    @Test func travelsBesideATextInTheSameOrder() throws {
        let people = "people: [{id: zoe, name: Zoé BA}, {id: ada, name: Ada SY}]\n"
        let made = try opened(["people.csv": Self.sheet, "people.yaml": people], Self.list)
        #expect(made.first == made.second)
        #expect(made.texts.keys.contains("person.yaml") && made.texts["people.yaml"] == people)
    }

    @Test func carriesOnlyThoseWhomThePaperNames() throws {
        let list = Self.list.replacing("all", with: "[{person: ibra-ndiaye}]")
        let made = try opened(["people.csv": Self.sheet], list)
        #expect(made.first == made.second)
        let text = try #require(made.texts["people.yaml"])
        #expect(text.contains("N'DIAYE") && !text.contains("DIALLO"), "\(text)")
    }
}
