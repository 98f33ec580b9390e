import Foundation
import Griot
import Testing

/// What is wrong with a sheet as a whole is told of the sheet, and not of those who stand in it.
@Suite struct SheetTests {
    private static let head = [
        "Prénom", "Nom", "Civilité", "Fonction", "Organisation", "Pays", "Adresse", "Téléphone",
        "Portable", "Courriel", "Site", "Genre", "Photo consent",
    ]
    private static let people = ["Awa;KEITA;f", "Issa;TOURE;m", "Fanta;SISSOKO;f"].map { person in
        let parts = person.split(separator: ";").map(String.init)
        return [
            parts[0], parts[1], "Mme", "Chercheuse", "Institut", "ML", "Rue 12",
            "+223 20 22 00 00", "+223 70 00 00 01", "\(parts[0].lowercased())@example.org",
            "example.org", parts[2], "oui",
        ]
    }

    private func said(_ rows: [[String]]) throws -> String {
        let desk = try Desk()
        let text = rows.map { $0.joined(separator: ";") }.joined(separator: "\n")
        let data = try desk.write(text + "\n", to: "people.csv")
        let merge = Merge(subject: "card-front", data: data, output: desk.path("out/{given}.pdf"))
        return desk.said(try merge.run(Installation(folder: Desk.root.path)).outcome)
    }

    private func expectOne(_ message: String, of rows: [[String]]) throws {
        let text = try said(rows)
        #expect(text.hasPrefix(message), "\(text)")
        #expect(text.components(separatedBy: "error: ").count == 2, "\(text)")
    }

    @Test func takesASheetThatIsAsItShouldBe() throws {
        let text = try said([Self.head] + Self.people.map { $0 + ["", ""] })
        #expect(!text.contains("error"), "\(text)")
    }

    @Test func namesTheFirstOfThousandsOfColumnsThatNothingUses() throws {
        let more = (1...3_000).map { "c\($0)" }
        let text = try said([Self.head + more] + Self.people.map { $0 + more })
        #expect(text.contains("warning: not used: ‘Adresse’, ‘c1’, "), "\(text.prefix(400))")
        #expect(text.contains(" and 2961 others"))
        #expect(!text.contains("error"))
    }

    @Test func refusesACellLongerThanAnyText() throws {
        var people = Self.people
        people[1][1] = String(repeating: "x", count: 3_000_000)
        let text = try said([Self.head] + people)
        #expect(
            text.contains(
                "people.csv: row 3, ‘Nom’: error: this text is longer than one text may be"
            ),
            "\(text.prefix(400))"
        )
        #expect(text.utf8.count < 2_000)
    }

    @Test func saysShortlyWhatALongHeadingIs() throws {
        var head = Self.head
        head[1] = String(repeating: "Nom ", count: 500_000)
        let text = try said([head] + Self.people)
        #expect(text.contains("Nom Nom"))
        #expect(text.utf8.count < 4_000, "\(text.prefix(400))")
    }

    @Test func missesTheRowOfHeadings() throws {
        try expectOne(
            "people.csv: row 1, ‘+223 20 22 00 00’: error: the first row is to hold headings",
            of: Self.people
        )
        try expectOne(
            "people.csv: row 1, ‘Awa’: error: none of these headings is known: ‘Awa’, ‘KEITA’",
            of: Self.people.map { Array($0.prefix(3)) }
        )
    }

    @Test func findsTheHeadingsBelowATitle() throws {
        let title = ["Participants"] + Self.head.dropFirst().map { _ in "" }
        for above in [[title], [["Participants"], ["Thiès, mars 2026"]]] {
            let text = try said(above + [Self.head] + Self.people)
            let place = "people.csv: row \(above.count + 1), ‘Prénom’: remark: "
            #expect(text.hasPrefix(place + "the headings of the columns are taken from"), "\(text)")
            #expect(!text.contains("error: "), "\(text)")
        }
    }

    @Test func makesNobodyOfARowThatSumsUpTheOthers() throws {
        for total in [
            ["TOTAL", "3"], ["", "Total général :", "", "3"], ["Sous-total : 3 invités"],
            ["TOTAL", "3 participants", "", "2 femmes"],
        ] {
            let text = try said(
                [Self.head] + Self.people + [total + Array(repeating: "", count: 9)]
            )
            #expect(text.contains("row 5, ‘Prénom’: remark: a row that sums up"), "\(text)")
            #expect(!text.contains("error: "), "\(text)")
        }
        var named = Self.people[0]
        named[1] = "TOTAL"
        #expect(try !said([Self.head, named]).contains("sums up"))
    }

    @Test func tellsOfLettersThatWereLost() throws {
        var rows = Self.people
        rows[0][1] = "????? ???"
        rows[1][1] = "N?DIAYE"
        let text = try said([Self.head] + rows)
        #expect(text.contains("row 2, ‘Nom’: error: ‘????? ???’: the letters of this cell were"))
        #expect(text.contains("row 3, ‘Nom’: warning: ‘N?DIAYE’: a letter was lost here"))
        rows[0][1] = "Qui sait ?"
        rows[1][10] = "example.org/a?b=c"
        #expect(try !said([Self.head, rows[0], rows[2]]).contains("lost"))
    }

    @Test func wantsAColumnThatNamesPeople() throws {
        var head = Self.head
        (head[0], head[1]) = ("Prenomm", "Nomm")
        try expectOne(
            "people.csv: row 1, ‘Prenomm’: error: no column says what people are called",
            of: [head] + Self.people
        )
        #expect(try said([head] + Self.people).contains("‘Prenomm’ → ‘prenom’, ‘Nomm’ → ‘nom’"))
    }

    @Test func tellsOfNothingWantingInNoFile() throws {
        let desk = try Desk()
        let data = try desk.write("Nom;Prénom\nSY;Awa\n", to: "people.csv")
        let merge = Merge(subject: "certificate", data: data, output: desk.path("out.pdf"))
        let text = desk.said(try merge.run(Installation(folder: Desk.root.path)).outcome)
        #expect(text.contains("error: ‘certificate’ needs ‘title’\n"), "\(text)")
        #expect(!text.contains("for all rows"), "\(text)")
    }

    @Test func speaksOfCellsWhereANameIsWanting() throws {
        var rows = Self.people
        for column in 0...2 { rows[1][column] = "" }
        let text = try said([Self.head] + rows)
        #expect(text.contains("hint: fill in the cell that says so, or delete the row"), "\(text)")
    }

    @Test func countsHeadingsAndCells() throws {
        try expectOne(
            "people.csv: row 2, column M: error: this column has no heading, and 3 rows have something "
                + "in it: there are 12 headings, and up to 13 cells in a row",
            of: [Array(Self.head.dropFirst())] + Self.people
        )
        var blank = Self.head
        blank[3] = ""
        try expectOne(
            "people.csv: row 2, column D: error: this column has no heading",
            of: [blank] + Self.people
        )
    }

    @Test func seesHeadingsThatAreShifted() throws {
        try expectOne(
            "people.csv: row 1, ‘Site’: error: the e-mail addresses stand under ‘Site’ and not under "
                + "‘Courriel’",
            of: [Self.head.dropFirst() + ["Remarque"]] + Self.people
        )
    }

    /// Rows are looked for by halves, so the first, one between and the last must all be found.
    @Test func tellsOfEachOfManyRowsThatLackACell() throws {
        let short = Array(Self.people[0].dropFirst())
        let rows = (0..<40).map { [0, 17, 39].contains($0) ? short : Self.people[$0 % 3] }
        let text = try said([Self.head] + rows)
        let told = text.components(separatedBy: "\n").filter {
            $0.contains("this row has 12 cells")
        }
        #expect(told.count == 3, "\(text)")
        for row in [2, 19, 41] { #expect(told.contains { $0.contains("row \(row),") }) }
    }

    @Test func tellsOfARowThatLacksACell() throws {
        var people = Self.people
        people[1].removeFirst()
        try expectOne(
            "people.csv: row 3, ‘Prénom’: error: this row has 12 cells, and the first 13 headings",
            of: [Self.head] + people
        )
    }
}
