import Foundation
import Griot
import Testing

/// Cells are understood as those who fill in sheets mean them.
@Suite struct SheetCellTests {
    private func merged(
        _ text: String,
        into layout: String = "badge",
        beside register: String = "",
        only: String? = nil
    ) throws -> (said: String, result: Merge.Result) {
        let desk = try Desk()
        let data = try desk.write(text, to: "sheet.csv")
        if !register.isEmpty { try desk.write(register, to: "organisations.yaml") }
        let merge = Merge(
            subject: layout,
            data: data,
            only: only,
            output: desk.path("out/{index}.pdf")
        )
        let result = try merge.run(Installation(folder: Desk.root.path))
        return (desk.said(result.outcome), result)
    }

    @Test(arguments: [
        "Femme", "Homme", "H", "F", "M.", "m", "Féminin", "MASCULIN", "Mme", "mulher", "ذكر",
        "Autre",
    ])
    func understandsWhatPeopleCallTheirSex(typed: String) throws {
        let (said, result) = try merged("prénom,nom,sexe\nAwa,SY,\(typed)\n")
        #expect(result.made == 1 && said.isEmpty, "\(said)")
    }

    @Test func refusesAWordForSexThatNobodyKnows() throws {
        let said = try merged("prénom,nom,sexe\nAwa,SY,Tante\n").said
        #expect(said.contains("‘Tante’ is no choice for ‘gender’"))
    }

    @Test func tellsOfMarksPiledOnALetterAtTheirCell() throws {
        let pile = String(repeating: "\u{301}", count: 40)
        let (said, result) = try merged("prénom,nom\nAwa\(pile),SY\nIbra\u{301},BA\n")
        #expect(said.contains("row 2, ‘prénom’: warning: a letter bears 40 marks"), "\(said)")
        #expect(!said.contains("row 3") && result.made == 2, "\(said)")
    }

    @Test func tellsOnceOfNumbersWithoutACountry() throws {
        let rows = "nom,tél\nAwa SY,771234567\nIbra BA,77 123 45 68\nAli SOW,771234569\n"
        let said = try merged(rows).said
        #expect(said.contains("this telephone number and 2 others name no country"), "\(said)")
        #expect(said.contains("a column ‘country’"))
        // Of rows that nobody asked for nothing is said.
        let one = try merged(rows, only: "row=3").said
        #expect(one.contains("row 3") && one.contains("this telephone number names"), "\(one)")
        #expect(said.components(separatedBy: "warning: ").count == 2)
    }

    @Test func takesNamesOfLanguages() throws {
        let (said, result) = try merged(
            "nom,languages\nAwa SY,\"Français, wolof\"\nIbra BA,Arabe\n"
        )
        #expect(result.made == 2 && !said.contains("error"), "\(said)")
    }

    @Test func takesAWordThatIsNoIdForAName() throws {
        let (said, result) = try merged("nom,structure\nAwa SY,y\nIbra BA,enda\n", into: "card")
        #expect(result.made == 2 && said.isEmpty, "\(said)")
    }

    @Test func asksWhichIdWasMeantByAWordThatIsNearlyOne() throws {
        let (said, result) = try merged(
            "nom,structure\nAwa SY,centre-eau\nIbra BA,centre-eaux\nAli BA,radio\n",
            into: "card",
            beside: "organisations: [{id: centre-eaux, name: Centre des eaux}]\n"
        )
        #expect(result.made == 2)
        #expect(said.contains("there is no organisation ‘centre-eau’"))
        #expect(said.contains("did you mean ‘centre-eaux’?"))
    }

    @Test func takesAColumnThatNamesPeopleForTheirIds() throws {
        let said = try merged("person,role\nawa,speaker\n").said
        #expect(said.contains("there is no person ‘awa’"), "\(said)")
    }

    @Test func tellsOfTwoColumnsForOneField() throws {
        let (said, result) = try merged("name,email,name\nA B,,C D\n")
        #expect(result.made == 1)
        #expect(
            said.contains("sheet.csv: row 1, ‘name’: warning: a second column stands for ‘name’")
        )
    }

    private static let table = """
        given,family,email
        Awa,SOW,nothing
        Ali,BA,nothing
        Issa,SY,
        """

    @Test func judgesTheRowsAloneThatWereAskedFor() throws {
        let (said, result) = try merged(Self.table, only: "family=SY")
        #expect(result.made == 1 && result.failed == 0 && result.skipped == 2)
        #expect(said.isEmpty, "\(said)")
    }

    @Test func doesNotDenyARowThatHasAMistake() throws {
        let (said, result) = try merged(Self.table, only: "family=SOW")
        #expect(result.made == 0 && result.failed == 1 && result.skipped == 2)
        #expect(said.components(separatedBy: "error: ").count == 2)
        #expect(said.contains("row 2, ‘email’: error: ‘nothing’ is not an e-mail address"))
    }
}
