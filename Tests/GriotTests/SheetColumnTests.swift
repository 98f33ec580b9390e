import Foundation
import Griot
import Testing

/// Columns mean what those who fill them in call them, and what they mean beside one another.
@Suite struct SheetColumnTests {
    private struct Merged {
        var said: String
        var result: Merge.Result
        var cards: String
        /// The names of the files, in order.
        var names: [String]
    }

    private func merged(
        _ text: String,
        into layout: String = "card",
        only: String? = nil,
        to output: String = "out/{index}.pdf"
    ) throws -> Merged {
        let desk = try Desk()
        let data = try desk.write(text, to: "sheet.csv")
        let merge = Merge(
            subject: layout,
            data: data,
            only: only,
            output: desk.path(output)
        )
        let result = try merge.run(Installation(folder: Desk.root.path))
        let files = result.outcome.written.sorted()
        let cards = try files.filter { $0.hasSuffix(".vcf") }
            .map { try String(contentsOfFile: $0, encoding: .utf8) }
        return Merged(
            said: desk.said(result.outcome),
            result: result,
            cards: cards.joined(),
            names: files.filter { $0.hasSuffix(".pdf") }.map { URL(filePath: $0).lastPathComponent }
        )
    }

    // MARK: What somebody agreed to

    /// What is not understood may be a no: nothing is made until it is.
    @Test(arguments: ["Consentement", "Accord", "Refus photo", "Autorisation de diffusion"])
    func makesNothingWhereAColumnOfConsentIsNotUnderstood(head: String) throws {
        let made = try merged("Nom complet;Courriel;\(head)\nAwa SY;awa@example.org;non\n")
        #expect(made.result.made == 0 && made.names.isEmpty)
        #expect(made.said.contains("‘\(head)’ seems to say what people agreed to"), "\(made.said)")
    }

    @Test(arguments: ["Accord coordonnées", "share_contact", "consent contact"])
    func leavesOutHowToReachWhoRefusesIt(head: String) throws {
        let made = try merged("Nom complet;Courriel;\(head)\nAwa SY;awa@example.org;non\n")
        #expect(made.result.made == 1 && !made.cards.contains("awa@example.org"), "\(made.said)")
    }

    // MARK: What somebody is here as

    @Test(arguments: ["intervenante", "Intervenant·e", "organisateur", "Presse", "interprète"])
    func understandsWhatSomebodyIsHereAs(typed: String) throws {
        let made = try merged("Nom;Rôle\nAwa SY;\(typed)\n", into: "badge")
        #expect(made.result.made == 1 && made.said.isEmpty, "\(made.said)")
    }

    @Test func tellsOfAWordThatWasTakenForAFunction() throws {
        let made = try merged("Nom;Rôle\nAwa SY;speaker\nIbra BA;speakr\n", into: "badge")
        #expect(made.result.made == 2)
        #expect(made.said.contains("row 3, ‘Rôle’: warning: ‘speakr’ is nothing"), "\(made.said)")
        #expect(made.said.contains("did you mean ‘speaker’?"))
    }

    @Test func refusesARoleThatNobodyKnowsWhereAnotherColumnHoldsTheFunction() throws {
        let made = try merged(
            "Nom;Fonction;Rôle\nAwa SY;Directrice;intervenante\nIbra BA;Journaliste;zozo\n",
            into: "badge"
        )
        #expect(made.result.made == 1 && made.result.failed == 1)
        #expect(made.said.contains("‘zozo’ is no choice for ‘role’"), "\(made.said)")
        #expect(!made.said.contains("a second column"))
    }

    // MARK: Names

    @Test(arguments: ["Nom", "Nome", "Name"])
    func takesAColumnOfNamesAloneForWholeNames(head: String) throws {
        let made = try merged("\(head);Fonction\nMme Awa NDIAYE;Directrice\n")
        #expect(made.cards.contains("N:NDIAYE;Awa;;Mme;"), "\(made.cards)\(made.said)")
    }

    @Test(arguments: ["Prénom;Nom", "Nome;Apelido", "First name;Name"])
    func takesItForTheFamilysBesideOneOfGivenNames(heads: String) throws {
        let made = try merged("\(heads)\nAwa;NDIAYE\n")
        #expect(made.cards.contains("N:NDIAYE;Awa;;;"), "\(made.cards)\(made.said)")
    }

    @Test(arguments: ["Nom et prénom", "NOM & PRÉNOMS", "Nom Prénom"])
    func putsTheFamilyFirstWhereTheHeadDoes(head: String) throws {
        let made = try merged("Civilité;\(head)\nMme;Ndiaye Awa Marie\n")
        #expect(made.cards.contains("N:Ndiaye;Awa Marie;;Mme;"), "\(made.cards)\(made.said)")
    }

    // MARK: Columns of one meaning

    @Test func takesTheFirstOfTwoColumns() throws {
        let made = try merged("Prénom;Nom;Nom\nAwa;NDIAYE;SARR\nIbra;;BA\n")
        #expect(made.result.made == 2)
        #expect(made.said.contains("a second column stands for ‘family’"))
        #expect(made.cards.contains("N:NDIAYE;Awa") && made.cards.contains("N:BA;Ibra"))
    }

    @Test func namesFilesByTheHeadsOfColumns() throws {
        let made = try merged("Prénom;Nom;Pays\nAwa;NDIAYE;ML\n", to: "out/{nom}-{Prénom}.pdf")
        #expect(made.names == ["NDIAYE-Awa.pdf"])
    }

    @Test func choosesRowsByAColumnOfWholeNames() throws {
        let made = try merged("Nom\nAwa NDIAYE\nIbra BA\n", only: "NOM=Ibra BA")
        #expect(made.result.made == 1 && made.result.skipped == 1, "\(made.said)")
    }

    // MARK: Rows of one person

    @Test func tellsOfSomebodyWhoStandsInTheSheetTwice() throws {
        let made = try merged("Nom;Tél\nAwa NDIAYE;+221338592002\nIbra BA;\nawa Ndiaye;\n")
        #expect(made.result.made == 3)
        #expect(
            made.said.contains("row 4, ‘Nom’: warning: this row names somebody"),
            "\(made.said)"
        )
    }

    @Test func letsTwoPeopleBearOneName() throws {
        let made = try merged("Nom;Courriel\nAwa SY;a@example.org\nAwa SY;b@example.org\n")
        #expect(made.said.isEmpty, "\(made.said)")
    }

    // MARK: Telephone numbers

    @Test(arguments: [
        ("06 12 34 56 78", "no telephone number has a 0 behind +221"),
        ("+999 12345", "no country is called by +999"),
        ("+221 061 23 45 67", "no telephone number has a 0 behind +221"),
    ])
    func tellsOfANumberThatIsNone(number: String, message: String) throws {
        let made = try merged("Nom;Tél;Pays\nAwa SY;\(number);SN\n")
        #expect(made.said.contains("warning: \(message)"), "\(made.said)")
    }

    @Test(arguments: [
        "+7 495 123 45 67", "+880 2 9123456", "+33 6 12 34 56 78", "+225 07 00 00 00 01",
    ])
    func takesNumbersOfOtherCountries(number: String) throws {
        let made = try merged("Nom;Tél;Pays\nAwa SY;\(number);SN\n")
        #expect(made.said.isEmpty, "\(made.said)")
    }
}
