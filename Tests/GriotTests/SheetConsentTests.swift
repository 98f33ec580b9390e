import Foundation
import Griot
import Testing

/// What people tick in the columns that ask what they agree to.
@Suite struct SheetConsentTests {
    /// What a list of speakers says of the people of a sheet, and what is told.
    private func listed(_ rows: [String], heads: String = "Nom;Fonction;Accord liste") throws
        -> (said: String, read: String)
    {
        try Desk().heard("kind: speaker-list\nlang: fr\nspeakers: tous\n", beside: [heads] + rows)
    }

    @Test(arguments: ["x", "X", " x ", "×"])
    func takesACrossForYesAndNoneForNo(cross: String) throws {
        let made = try listed(["Awa KEITA;Maire;\(cross)", "Ibra SARR;Juge;", "Fanta SOW;Juge"])
        #expect(!made.said.contains("error"), "\(made.said)")
        #expect(
            made.said.contains(
                "people.csv: row 1, ‘Accord liste’: remark: in ‘Accord liste’ a cross is taken for yes "
                    + "(cells: 1), and an empty cell for no (cells: 2)"
            ),
            "\(made.said)"
        )
        #expect(made.read.contains("KEITA"))
        #expect(!made.read.contains("SARR") && !made.read.contains("SOW"), "\(made.read)")
    }

    @Test func saysNothingOfNoWhereAllHaveACross() throws {
        let made = try listed(["Awa KEITA;Maire;x", "Ibra SARR;Juge;X"])
        #expect(made.said.contains("a cross is taken for yes (cells: 2)"), "\(made.said)")
        #expect(made.read.contains("KEITA") && made.read.contains("SARR"))
    }

    @Test func asksWhatACrossMeansBesideAnotherAnswer() throws {
        let made = try listed(["Awa KEITA;Maire;x", "Ibra SARR;Juge;non"])
        #expect(made.said.contains("error: ‘x’ is not yes or no"), "\(made.said)")
        #expect(made.said.contains("a cross may mean either here"), "\(made.said)")
        #expect(made.said.contains("replace"), "\(made.said)")
    }

    @Test func leavesEmptyCellsAloneWhereNobodyHasACross() throws {
        let made = try listed(["Awa KEITA;Maire;oui", "Ibra SARR;Juge;"])
        #expect(made.said == "")
        #expect(made.read.contains("SARR"))
    }

    @Test(arguments: ["/", ";", "\n", " ou "])
    func takesTwoTelephonesOfACell(sign: String) throws {
        let cell = "\"77 123 45 67 \(sign) 33 859 20 02\""
        let made = try listed(["Awa KEITA;SN;\(cell)"], heads: "Nom;Pays;Tél")
        #expect(
            made.said.contains("remark: this cell holds two telephone numbers: both are taken"),
            "\(made.said)"
        )
        #expect(!made.said.contains("error"), "\(made.said)")
    }

    @Test func asksWhereAThirdTelephoneBelongs() throws {
        let rows = ["Awa KEITA;SN;77 123 45 67 / 33 859 20 02;76 123 45 67"]
        let made = try listed(rows, heads: "Nom;Pays;Tél;Portable")
        #expect(made.said.contains("a field takes one number: ‘77 123 45 67’ here"), "\(made.said)")
    }

    @Test(arguments: [
        ("33 859 20 02 / 33 859 20 03", "+221 33 859 20 02 · +221 33 859 20 03"),
        ("33 859 20 02 - 33 859 20 03", "+221 33 859 20 02 · +221 33 859 20 03"),
        ("33 859 20 02/03/4", "+221 33 859 20 02 · +221 33 859 20 03 · +221 33 859 20 04"),
        ("33-859-20-02", "+221 33 859 20 02"), ("33/859/20/02", "+221 33 859 20 02"),
    ])
    func readsSeveralTelephonesOfAnOffice(typed: String, printed: String) throws {
        let desk = try Desk()
        let paper = """
            kind: contact-block
            layout: directory
            lang: fr
            organisation: Centre
            offices: [{lines: [Rue 12], city: Dakar, country: SN, phone: "\(typed)"}]
            """
        let outcome = desk.press.check(
            Job(file: try desk.write(paper, to: "paper.yaml")),
            asARead: true
        )
        let read = outcome.reading.replacing("\u{A0}", with: " ")
        #expect(desk.said(outcome) == "")
        #expect(read.contains("\(printed)\n"), "\(read)")
    }
}
