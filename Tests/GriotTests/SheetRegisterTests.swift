import Foundation
import TestSupport
import Testing

@testable import Griot

/// A sheet that lies beside papers holds the people of the event, as `people.yaml` does.
@Suite struct SheetRegisterTests {
    static let event = "id: e\ntitle: La pêche\ndate: 2026-03-10\ncountry: SN\n"
    private static let sheetToSign =
        "kind: attendance-sheet\nlang: fr\nblank_rows: 0\npeople: tous\n"
    private static let guests = """
        Prénom;Nom;Fonction;Courriel
        Fatou;DIALLO;Directrice;f.diallo@example.org
        Ibra;N'DIAYE;;i.ndiaye@example.org
        Ɓiilo;ŊAARI;Présidente;
        """

    /// What is said of a paper and what it reads, in a folder of some files.
    private func reading(_ paper: String, beside files: [String: String]) throws
        -> (said: String, read: String)
    {
        let desk = try Desk()
        try desk.write(Self.event, to: "event.yaml")
        for (name, text) in files { try desk.write(text, to: name) }
        let job = Job(file: try desk.write(paper, to: "paper.yaml"))
        let outcome = desk.press.check(job, asARead: true)
        let read = outcome.reading.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        return (desk.said(outcome), read)
    }

    private func said(_ paper: String, beside files: [String: String]) throws -> String {
        try reading(paper, beside: files).said
    }

    private func places(of names: [String], in text: String) -> [String.Index?] {
        names.map { text.range(of: $0)?.lowerBound }
    }

    // MARK: Who stands in it

    @Test func listsTheGuestsOfASheetInItsOrder() throws {
        let made = try reading(Self.sheetToSign, beside: ["people.csv": Self.guests])
        #expect(made.said == "", "\(made.said)")
        let found = places(of: ["DIALLO", "N’DIAYE", "ŊAARI"], in: made.read).compactMap { $0 }
        #expect(found.count == 3 && found == found.sorted(), "\(made.read)")
    }

    @Test(arguments: [
        ("Prénom;Nom\nFatou;DIALLO\n", "fatou-diallo"),
        ("Nom complet\nMme Fatou DIALLO\n", "fatou-diallo"),
        ("Nom et prénom\nDiallo Fatou\n", "fatou-diallo"),
        ("Prénom;Nom\nIbra;N’Diaye\n", "ibra-ndiaye"),
        ("Prénom;Nom\nÉlisée Cœur;d’Ŋaari\n", "elisee-coeur-dnaari"),
        ("Nom;id\nFatou DIALLO;fd\n", "fd"), ("Nom;Identifiant\nFatou DIALLO;\n", "fatou-diallo"),
        ("Nom complet\nفاطمة ديالو\n", "person-2"),
    ])
    func makesIdsAsPeopleWouldGuessThem(sheet: String, id: String) throws {
        let paper = "kind: certificate\nlang: fr\ntitle: Attestation\nrecipients: [\(id)]\n"
        let told = try said(paper, beside: ["people.csv": sheet])
        #expect(told == "", "\(told)")
    }

    @Test func tellsApartTwoOfOneName() throws {
        let sheet = "Prénom;Nom\nFatou;DIALLO\nIbra;SY\nFatou;Diallo\n"
        let paper = "kind: certificate\nlang: fr\ntitle: A\nrecipients: [fatou-diallo-2]\n"
        let told = try said(paper, beside: ["people.csv": sheet])
        #expect(
            told.contains("row 4, ‘Prénom’: warning: an earlier row bears the same name: papers")
        )
        #expect(told.contains("name this one by ‘fatou-diallo-2’") && !told.contains("error"))
    }

    @Test func takesOrganisationsOfASheetBesidePeopleOfAnother() throws {
        let made = try reading(
            Self.sheetToSign,
            beside: [
                "people.csv": "Nom complet,Organisation\nAwa BA,cnat\nIbra SY,enda\n",
                "organisations.csv": "id,Organisation,Sigle\ncnat,Comité national,CNAT\n",
            ]
        )
        #expect(made.said == "", "\(made.said)")
        #expect(made.read.contains("Comité national") && made.read.contains("enda"))
    }

    @Test func partsSeveralLanguagesInACell() throws {
        let sheet = "Nom complet;Languages;Phone\nAwa BA;fr, wo;+221 33 800 00 00\n"
        let told = try said(Self.sheetToSign, beside: ["people.csv": sheet])
        #expect(!told.contains("error"), "\(told)")
    }

    @Test func isCheckedByItself() throws {
        let desk = try Desk()
        let sheet = try desk.write(Self.guests + "\nAwa;BA;;pas une adresse\n", to: "people.csv")
        let told = desk.said(desk.press.check(Job(file: sheet)))
        #expect(told.contains("people.csv: row 5, ‘Courriel’: error: ‘pas une adresse’"), "\(told)")
        let missing = desk.said(desk.press.check(Job(file: desk.path("organisations.csv"))))
        #expect(missing.contains("there is no such file"), "\(missing)")
    }

    // MARK: Mistakes

    @Test func tellsOfMistakesByRowAndColumn() throws {
        let sheet = """
            Participants;;
            Prénom;Nom;Courriel
            Awa;BA;pas une adresse
            ???;????;
            Ali;SY;non plus
            TOTAL;3;
            """
        let told = try said(Self.sheetToSign, beside: ["people.csv": sheet])
        for place in ["row 3, ‘Courriel’", "row 4, ‘Prénom’", "row 5, ‘Courriel’"] {
            #expect(told.contains("people.csv: \(place): error: "), "\(told)")
        }
        #expect(told.contains("row 6, ‘Prénom’: remark: a row that sums up the others"), "\(told)")
    }

    @Test func saysInTheWordsOfASheetWhatARowLacks() throws {
        let sheet = "Prénom;Nom;Fonction\nAwa;BA;\n;;Directrice\n"
        let told = try said(Self.sheetToSign, beside: ["people.csv": sheet])
        #expect(told.contains("people.csv: row 3, ‘Prénom’: error: "), "\(told)")
        #expect(told.contains("fill in the cell that says so, or delete the row"), "\(told)")
        #expect(told.components(separatedBy: "error: ").count == 2, "\(told)")
    }

    @Test func tellsOnceOfColumnsThatNothingKnows() throws {
        let sheet = "Nom complet;Taille;Fonctoin\nAwa BA;M;Maire\nAli SY;L;Juge\n"
        let told = try said(Self.sheetToSign, beside: ["people.csv": sheet])
        #expect(told.contains("warning: not used: ‘Taille’, ‘Fonctoin’"), "\(told)")
        #expect(told.contains("‘Fonctoin’: did you mean ‘role’?"), "\(told)")
        #expect(told.components(separatedBy: "warning: ").count == 2, "\(told)")
    }

    @Test func refusesASheetWithoutHeadings() throws {
        let told = try said(Self.sheetToSign, beside: ["people.csv": "Awa;KEITA\nAli;SY\n"])
        #expect(told.contains("none of these headings is known: ‘Awa’, ‘KEITA’"), "\(told)")
        #expect(told.components(separatedBy: "error: ").count == 2, "\(told)")
    }

    @Test func saysSoftlyThatPapersHaveNoUseForAColumn() throws {
        let sheet = "Nom complet;Allergies\nAwa BA;Noix\n"
        let told = try said(Self.sheetToSign, beside: ["people.csv": sheet])
        #expect(told.contains("row 1, ‘Allergies’: remark: not used: ‘Allergies’"), "\(told)")
    }

    // MARK: Beside other files

    @Test func addsUpWithWhatATextDescribes() throws {
        let made = try reading(
            Self.sheetToSign,
            beside: [
                "people.csv": Self.guests, "people.yaml": "people: [{id: awa, name: Awa KEITA}]\n",
            ]
        )
        #expect(made.said == "", "\(made.said)")
        #expect(!places(of: ["DIALLO", "KEITA"], in: made.read).contains(nil), "\(made.read)")
    }

    @Test func tellsOnceOfThoseWhoStandInBoth() throws {
        let text = """
            people:
              - {id: fatou-diallo, name: Fatou DIALLO}
              - {id: ibra-ndiaye, name: Ibra N'DIAYE}
            """
        let told = try said(
            Self.sheetToSign,
            beside: ["people.csv": Self.guests, "people.yaml": text]
        )
        #expect(told.contains("people.yaml:2:5: error: ‘fatou-diallo’ and one more are described"))
        #expect(told.contains("people.csv: row 2, ‘Prénom’: note: the other is here"), "\(told)")
        #expect(told.components(separatedBy: "error: ").count == 2, "\(told)")
    }

    @Test func readsNoneOfTwoSheets() throws {
        let told = try said(
            Self.sheetToSign,
            beside: ["people.csv": Self.guests, "people.tsv": Self.guests]
        )
        #expect(told.contains("error: several sheets hold the ‘people’ of the folder"), "\(told)")
        #expect(told.contains("such as ‘old-people.csv’"), "\(told)")
        #expect(told.components(separatedBy: "error: ").count == 2, "\(told)")
    }

    @Test func readsTheSheetOfAMergeOnce() throws {
        let desk = try Desk()
        try desk.write(Self.event, to: "event.yaml")
        let data = try desk.write("Nom;Taille\nAwa BA;M\n", to: "people.csv")
        try desk.write("Nom complet\nAli SY\n", to: "people.tsv")
        let paper = try desk.write("kind: certificate\nlang: fr\ntitle: A\n", to: "c.yaml")
        for subject in [paper, "card"] {
            let merge = Merge(subject: subject, data: data, output: desk.path("all.pdf"))
            let result = try merge.run(Installation(folder: Desk.root.path))
            #expect(result.made == 1 && !desk.said(result.outcome).contains("error"))
        }
    }

    @Test func isReadBesideAMergeOfAnotherOfItsName() throws {
        let desk = try Desk()
        try desk.write(Self.event, to: "event/event.yaml")
        try desk.write(Self.guests, to: "event/people.csv")
        let paper = try desk.write(
            "kind: certificate\nlang: fr\ntitle: A\nsignatures: [{person: fatou-diallo}]\n",
            to: "event/c.yaml"
        )
        let data = try desk.write("Nom complet\nAwa BA\n", to: "people.csv")
        let merge = Merge(subject: paper, data: data, output: desk.path("all.pdf"))
        let result = try merge.run(Installation(folder: Desk.root.path))
        #expect(result.made == 1, "\(desk.said(result.outcome))")
    }

    @Test func namesTheLayoutsInANewPaper() throws {
        let desk = try Desk()
        let text = try #require(desk.press.skeleton(ofKind: "programme", language: "fr"))
        #expect(
            text.contains("# layout: programme\n") && text.contains("programme-grid"),
            "\(text)"
        )
        let one = try #require(desk.press.skeleton(ofKind: "certificate", language: "fr"))
        #expect(!one.contains("layout:"), "\(one)")
    }

    @Test func canBeBegunAsAText() throws {
        let desk = try Desk()
        for language in ["fr", "en"] {
            let text = try #require(desk.press.skeleton(ofKind: "people", language: language))
            #expect(text.contains("people.xlsx"), "\(text)")
            let made = try reading(Self.sheetToSign, beside: ["people.yaml": text])
            #expect(made.said == "" && made.read.contains("DIALLO"), "\(made.said)")
        }
    }

    @Test(arguments: [
        ("People.xlsx", "call it ‘people.xlsx’"), ("PEOPLE.CSV", "call it ‘people.csv’"),
        ("person.csv", "call it ‘people.csv’"),
    ])
    func isNotReadUnderANameThatIsNearlyRight(name: String, hint: String) throws {
        let desk = try Desk()
        try desk.write("kind: attendance-sheet\nlang: fr\nevent: {title: A}\n", to: "event/a.yaml")
        try desk.write(Self.guests, to: "event/\(name)")
        let told = desk.press.review(desk.path("event")).text(inColour: false)
        #expect(told.contains(hint), "\(told)")
    }

    @Test func isAReasonToMakeAPaperAgain() throws {
        let desk = try Desk()
        try desk.write(Self.event, to: "event/event.yaml")
        try desk.write(Self.sheetToSign, to: "event/paper.yaml")
        try desk.write("people: [{id: awa, name: Awa BA}]\n", to: "event/people.yaml")
        func endings() throws -> [Making.Result.Ending] {
            try Making(folder: desk.path("event"))
                .run(Installation(folder: Desk.root.path)) { _, _ in }.map(\.ending)
        }
        #expect(try endings() == [.made])
        #expect(try endings() == [.unchanged])
        try desk.write("Nom complet\nAli SY\n", to: "event/people.csv")
        #expect(try endings() == [.made])
        #expect(try endings() == [.unchanged])
        try desk.write("Nom complet\nAli SALL\n", to: "event/people.csv")
        #expect(try endings() == [.made])
    }

    @Test func isReadAsLibreOfficeWritesIt() throws {
        let desk = try Desk()
        try desk.write(Self.event, to: "event.yaml")
        let paper = try desk.write(Self.sheetToSign, to: "paper.yaml")
        let rows = Self.guests.split(separator: "\n").map { String($0).replacing(";", with: "|") }
        try WorkbookMergeTests.openDocument(rows, at: desk.path("people.ods"))
        let outcome = desk.press.check(Job(file: paper), asARead: true)
        #expect(desk.said(outcome) == "")
        #expect(outcome.reading.contains("ŊAARI"), "\(outcome.reading)")
    }

    // MARK: Strange sheets

    @Test func readsNoSheetThatALinkLeadsTo() throws {
        let desk = try Desk()
        try desk.write(Self.event, to: "event/event.yaml")
        let other = try desk.write(Self.guests, to: "secret.csv")
        let paper = try desk.write(Self.sheetToSign, to: "event/paper.yaml")
        try FileManager.default.createSymbolicLink(
            atPath: desk.path("event/people.csv"),
            withDestinationPath: other
        )
        let told = desk.said(desk.press.check(Job(file: paper)))
        #expect(told.contains("it lies outside the event folder"), "\(told)")
        #expect(!told.contains("DIALLO"))
    }

    @Test(arguments: [
        ("people.xlsx", "PK\u{3}\u{4}" + String(repeating: "x", count: 300), "can't be read"),
        ("people.csv", "Nom complet;id\nAwa BA;a\u{7}b\n", "row 2, ‘id’: error: ‘a\u{FFFD}b’"),
        ("people.csv", "", "the spreadsheet is empty"),
        ("people.csv", "Nom;Prénom\n", "‘people.csv’ has no rows"),
        ("people.csv", "Nom\n\"Awa BA\n", "this cell begins with a quotation mark"),
        (
            "people.ods", "PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
            "‘people.ods’ can't be read: it is not a workbook"
        ),
    ])
    func tellsWhatIsWrongWithAFileThatIsNoSheet(name: String, text: String, message: String) throws
    {
        let told = try said(Self.sheetToSign, beside: [name: text])
        #expect(told.contains(message), "\(told)")
        #expect(told.contains("error: "))
    }

    @Test func refusesMoreRowsThanAnyEventHasGuests() throws {
        let rows = String(repeating: "A BA\n", count: 100_001)
        let told = try said(Self.sheetToSign, beside: ["people.csv": "Nom complet\n" + rows])
        #expect(told.contains("there are 100001 rows, and papers share at most 100000"), "\(told)")
    }
}
