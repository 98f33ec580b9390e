import Foundation
import Testing

@testable import Griot

/// What the desk asks of a merge and does not get, and what it is told to type.
@Suite struct MergeMistakeTests {
    private static let guests = """
        Prénom;Nom;Ville
        Fatou;DIOP;Dakar
        Ibra;SARR;Podor
        Bo;KA;Thiès

        """

    private func said(
        _ layout: String = "badge",
        _ table: String = guests,
        named name: String = "guests.csv",
        only: String? = nil,
        sheet: String? = nil
    ) throws -> (said: String, made: Int) {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        let merge = Merge(
            subject: layout,
            data: try desk.write(table, to: name),
            sheet: sheet,
            only: only,
            output: desk.path("{row}.pdf")
        )
        let result = try merge.run(Installation(folder: Desk.root.path))
        return (desk.said(result.outcome), result.made)
    }

    @Test(arguments: [
        ("Nom=DIOPE", "no row has ‘Nom=DIOPE’", "did you mean ‘Nom=DIOP’?"),
        ("Nom=TOURÉ", "no row has ‘Nom=TOURÉ’", "there are: ‘DIOP’, ‘SARR’, ‘KA’"),
        ("Pays=SN", "there is no column ‘Pays’", "the rows have ‘Prénom’, ‘Nom’, ‘Ville’"),
        ("row=9", "no row has ‘row=9’", "the rows have the numbers 2 to 4"),
    ])
    func namesTheRowsThatThereAre(only: String, message: String, hint: String) throws {
        let merged = try said(only: only)
        #expect(merged.made == 0)
        #expect(merged.said.contains(message) && merged.said.contains(hint), "\(merged.said)")
    }

    @Test(arguments: [("row=2-3", 2), ("row=3–9", 2), ("row=2,4-4", 2), ("row=4-2", 0)])
    func takesRowsFromOneNumberToAnother(only: String, count: Int) throws {
        #expect(try said(only: only).made == count)
    }

    @Test(arguments: ["fr,en", "fr en", "fr+en"])
    func isInOneLanguage(languages: String) {
        #expect(Merge.objection(toLanguage: languages) != nil)
        #expect(Merge.objection(toLanguage: "pt-BR") == nil)
    }

    @Test(arguments: [
        ("attestation", "there is no paper ‘attestation’", "hint: there is ‘certificate’ alone\n"),
        ("bagde", "there is no paper ‘bagde’", "did you mean ‘badge’?"),
    ])
    func isOfferedTheLayoutThatIsMeant(layout: String, message: String, hint: String) throws {
        let merged = try said(layout).said
        #expect(merged.contains(message) && merged.contains(hint), "\(merged)")
    }

    /// What a program has put there was to be something else.
    @Test(arguments: ["#REF!", "#NOM?", "#VALEUR!", "=CONCAT(A1;B1)"])
    func printsNoErrorsOfFormulas(cell: String) throws {
        let merged = try said("badge", "Nom,Pays\n\"\(cell)\",SN\nFatou DIOP,SN\n")
        let said = "row 2, ‘Nom’: error: this cell holds the error ‘\(cell)’"
        #expect(merged.said.contains(said), "\(merged.said)")
        #expect(merged.said.components(separatedBy: "error: ").count == 2, "\(merged.said)")
        #expect(merged.made == 1)
    }

    @Test func asksForTheNameOfARowWithoutOne() throws {
        let merged = try said("badge", "Prénom;Nom;Pays\nFatou;DIOP;SN\n;;ML\n")
        #expect(
            merged.said.contains("row 3, ‘Prénom’: error: this row names nobody"),
            "\(merged.said)"
        )
        #expect(merged.said.contains("hint: fill in the name, or delete the row"))
        #expect(merged.made == 1)
    }

    /// What stands below an open quotation mark is not taken for the names of people.
    @Test func tellsOnceOfAQuotationMarkThatIsNeverClosed() throws {
        let merged = try said("badge", "Nom;Pays\n\"Fatou DIOP;SN\nIbra SARR;SN\n")
        #expect(merged.said.components(separatedBy: "error: ").count == 2, "\(merged.said)")
        #expect(merged.said.contains("row 2, ‘Nom’: error: this cell begins with a quotation mark"))
    }

    @Test(arguments: [
        (
            "guests.csv", guests, "Feuil2",
            "there is no sheet ‘Feuil2’: ‘guests.csv’ is no workbook", "leave out ‘--sheet’"
        ),
        (
            "guests.json", "{\"name\": \"Fatou DIOP\"}", nil, "a list is expected here",
            "put ‘[’ before the first item"
        ),
    ])
    func saysWhatAFileIs(
        name: String,
        table: String,
        sheet: String?,
        message: String,
        hint: String
    ) throws {
        let merged = try said("badge", table, named: name, sheet: sheet)
        #expect(merged.said.contains(message) && merged.said.contains(hint), "\(merged.said)")
    }

    @Test func saysWhichComesFirst() throws {
        let desk = try Desk()
        let sheet = try desk.write(Self.guests, to: "guests.csv")
        let merge = Merge(subject: sheet, data: "badge", output: desk.path("{row}.pdf"))
        let said = desk.said(try merge.run(Installation(folder: Desk.root.path)).outcome)
        #expect(said.contains("griot merge badge --data guests.csv"), "\(said)")
    }
}
