import Foundation
import Griot
import Testing

/// What people put into sheets out of habit, and what forms on the web put there for them.
@Suite struct SheetHabitTests {
    private func listed(_ rows: [String], heads: String) throws -> (said: String, read: String) {
        try Desk().heard("kind: speaker-list\nlang: fr\nspeakers: tous\n", beside: [heads] + rows)
    }

    // MARK: The cell above, and none

    @Test(arguments: ["idem", "Idem", "IDEM", "\"\"\"\"", "〃", "''", "-\"-", "//"])
    func takesTheCellAboveWhereItSaysSo(ditto: String) throws {
        let made = try listed(
            ["Awa BA;Le Port;Sénégal", "Ibra SY;\(ditto);\(ditto)", "Ali SOW;\(ditto);Mali"],
            heads: "Nom complet;Organisation;Pays"
        )
        #expect(made.read.components(separatedBy: "Le Port").count == 4, "\(made.read)")
        #expect(!made.said.contains("error"), "\(made.said)")
        #expect(made.said.contains("row 3, ‘Organisation’: remark: ‘"), "\(made.said)")
        #expect(made.said.contains("stands above it in its column (cells: 3)"), "\(made.said)")
    }

    @Test(arguments: ["N/A", "n.d.", "néant", "-", "—", "?", "RAS", "à confirmer", "NC"])
    func takesWhatSaysNothingForNothing(nothing: String) throws {
        let made = try listed(
            ["Awa BA;\(nothing);\(nothing);\(nothing)"],
            heads: "Nom complet;Organisation;Courriel;Tél."
        )
        #expect(!made.read.contains(nothing), "\(made.read)")
        #expect(!made.said.contains("error"), "\(made.said)")
        #expect(made.said.contains("‘\(nothing)’ is taken for an empty cell (cells: 3)"))
    }

    /// What somebody agreed to is asked, and Namibia is a country.
    @Test func leavesAnswersNamesAndCodesOfCountries() throws {
        let made = try listed(
            ["Awa BA;-;NA", "Idem;oui;ML"],
            heads: "Nom complet;Accord liste;Pays"
        )
        #expect(made.said.contains("row 2, ‘Accord liste’: error: ‘-’ is not yes or no"))
        #expect(!made.said.contains("taken for"), "\(made.said)")
    }

    // MARK: Countries

    @Test(arguments: [
        "RDC", "Congo-Brazzaville", "RCA", "Guinée Conakry", "guinée-conakry", "Cote d'Ivoire",
        "Cap Vert", "USA", "Burkina", "Guinée Bissau", "Pays bas", "Moçambique", "SENEGAL",
    ])
    func knowsCountriesAsPeopleCallThem(country: String) throws {
        let made = try listed(["Awa BA;\(country)"], heads: "Nom complet;Pays")
        #expect(made.said.isEmpty, "\(made.said)")
    }

    // MARK: Forms on the web

    private static let questions =
        "Horodateur;Votre nom et prénom;Quelle est votre organisation ?;Votre fonction *;Acceptez-vous que votre nom figure sur la liste des participants ?;Acceptez-vous d’être photographié(e) ?"

    @Test func readsTheAnswersOfAForm() throws {
        let made = try listed(
            [
                "12/02/2026 10:03:22;KEITA Awa;Le Port;Juge;Oui, j’accepte;Oui",
                "12/02/2026 10:04:22;SARR Ibra;La Mer;Maire;Non, je n’accepte pas;Non merci",
                "12/02/2026 10:05:22;SOW Fanta;La Mer;Maire;D’accord;Je refuse",
            ],
            heads: Self.questions
        )
        #expect(!made.said.contains("error"), "\(made.said)")
        #expect(made.read.contains("KEITA") && made.read.contains("SOW"), "\(made.read)")
        #expect(made.read.contains("Le Port") && !made.read.contains("SARR"), "\(made.read)")
        #expect(made.said.contains("Ibra SARR has not agreed to be listed"), "\(made.said)")
    }

    @Test(arguments: ["Oui, mais pas sur le site", "Oui sauf la presse", "peut-être"])
    func asksWhoAgreesOnACondition(answer: String) throws {
        let made = try listed(["Awa BA;\(answer)"], heads: "Nom complet;Accord liste")
        #expect(made.said.contains("error: ‘\(answer)’ is not yes or no"), "\(made.said)")
    }

    @Test(arguments: [
        "Acceptez-vous d’être photographié et de figurer sur la liste ?",
        "Refusez-vous d’être photographié ?", "Acceptez-vous de ne pas figurer sur la liste ?",
        "Acceptez-vous les conditions ?",
    ])
    func asksWhatAQuestionIsAbout(question: String) throws {
        let made = try listed(["Awa BA;oui"], heads: "Nom complet;\(question)")
        #expect(made.said.contains("error: the column ‘"), "\(made.said)")
        #expect(made.said.contains("seems to say what people agreed to"), "\(made.said)")
    }

    /// To take an address for a yes would print it.
    @Test func offersNoColumnOfConsentForOneOfAddresses() throws {
        let made = try listed(["Awa BA;77 123 45 67"], heads: "Nom complet;CONTACTS")
        #expect(made.said.contains("‘CONTACTS’") && !made.said.contains("contact ok"))
    }

    // MARK: Two in one cell

    @Test(arguments: [
        "Awa BA et Ibra SY", "Awa BA / Ibra SY", "Awa BA & Ibra SY", "Awa BA and Ibra SY",
    ])
    func refusesTwoPeopleInOneCell(names: String) throws {
        let made = try listed(["\(names);Le Port"], heads: "Nom complet;Organisation")
        #expect(made.said.contains("error: ‘\(names)’ are several people"), "\(made.said)")
        #expect(made.said.contains("give each a row; elsewhere write a list: [Awa BA, Ibra SY]"))
    }

    @Test(arguments: ["Ana Costa e Silva", "Etienne SY", "Anderson BA"])
    func leavesNamesThatHaveTheWordInThem(name: String) throws {
        let made = try listed(["\(name);Le Port"], heads: "Nom complet;Organisation")
        #expect(made.said.isEmpty, "\(made.said)")
    }
}
