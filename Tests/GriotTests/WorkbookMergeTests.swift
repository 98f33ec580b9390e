import Foundation
import Griot
import TestSupport
import Testing

/// Workbooks as people keep them: merged cells, filters, a first sheet that explains the others.
@Suite struct WorkbookMergeTests {
    /// What is said of a workbook that some lines of Python fill, and what was made of it.
    private func merged(_ lines: String) throws -> (said: String, made: Int, cards: String) {
        let desk = try Desk()
        let script = """
            import sys, openpyxl
            book = openpyxl.Workbook()
            sheet = book.active
            \(lines)
            book.save(sys.argv[1])
            """
        let data = desk.path("people.xlsx")
        #expect(try ask("/usr/bin/python3", "-c", script, data).isContent)
        let merge = Merge(subject: "card", data: data, output: desk.path("all.pdf"))
        let result = try merge.run(Installation(folder: Desk.root.path))
        let cards = try? String(contentsOfFile: desk.path("all.vcf"), encoding: .utf8)
        return (desk.said(result.outcome), result.made, cards ?? "")
    }

    private static let rows = """
        for row in [['Prénom', 'Nom', 'Organisation'], ['Awa', 'SY', 'Enda'], ['Ibra', 'BA', None], ['Fanta', 'SOW', None]]: sheet.append(row)
        """

    @Test func letsEveryRowSayWhatAMergedCellSays() throws {
        let made = try merged("\(Self.rows)\nsheet.merge_cells('C2:C4')")
        #expect(made.made == 3 && made.said.isEmpty, "\(made.said)")
        #expect(made.cards.components(separatedBy: "ORG:Enda").count == 4, "\(made.cards)")
    }

    @Test func tellsOfRowsThatAreHidden() throws {
        let made = try merged(
            "\(Self.rows)\nfor n in (3, 4): sheet.row_dimensions[n].hidden = True"
        )
        #expect(made.made == 3)
        #expect(made.said.contains("2 rows are hidden in the sheet"), "\(made.said)")
    }

    @Test(arguments: [
        "sheet.append(['À lire'])", "sheet.append(['Objet', 'Date'])\nsheet.append(['Liste', '3'])",
        "pass",
    ])
    func namesTheOtherSheetsWhereTheFirstIsNone(lines: String) throws {
        let made = try merged("\(lines)\nbook.create_sheet('Liste').append(['Nom'])")
        #expect(made.made == 0)
        #expect(made.said.contains("‘Liste’; choose one with ‘--sheet’"), "\(made.said)")
    }

    // MARK: LibreOffice

    /// A sheet of LibreOffice of some rows, cells of which are parted by `|`.
    static func openDocument(_ rows: [String], manifest: String = "", at path: String) throws {
        let cells = rows.map { row in
            row.split(separator: "|", omittingEmptySubsequences: false).map {
                "<t:table-cell o:value-type='string'><x:p>\($0)</x:p></t:table-cell>"
            }.joined()
        }
        let table = cells.map { "<t:table-row>\($0)</t:table-row>" }.joined()
        let script = """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], 'w') as z:
                z.writestr('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')
                z.writestr('META-INF/manifest.xml', sys.argv[3])
                z.writestr('content.xml', sys.argv[2])
            """
        let content =
            "<o:document-content xmlns:o='o' xmlns:t='t' xmlns:x='x'><o:body><o:spreadsheet>"
            + "<t:table t:name='Invités'>\(table)"
            + "<t:table-row t:number-rows-repeated='1048570'><t:table-cell/></t:table-row></t:table>"
            + "</o:spreadsheet></o:body></o:document-content>"
        _ = try ask(
            "/usr/bin/python3",
            "-c",
            script,
            path,
            content,
            "<manifest>\(manifest)</manifest>"
        )
    }

    @Test func readsASheetOfLibreOfficeAndNamesItsCells() throws {
        let desk = try Desk()
        let data = desk.path("guests.ods")
        let rows = ["Prénom|Nom|Courriel", "Awa|SY|a.sy@example.org", "Ibra|BA|pas une adresse"]
        try Self.openDocument(rows, at: data)
        let merge = Merge(subject: "card", data: data, output: desk.path("{given}.pdf"))
        let result = try merge.run(Installation(folder: Desk.root.path))
        let said = desk.said(result.outcome)
        #expect(result.made == 1)
        #expect(said.contains("guests.ods:Invités!C3: error: ‘pas une adresse’ is not"), "\(said)")
    }

    @Test func saysThatASheetIsLocked() throws {
        let desk = try Desk()
        let data = desk.path("guests.ods")
        try Self.openDocument(["Nom"], manifest: "<encryption-data/>", at: data)
        let merge = Merge(subject: "card", data: data, output: desk.path("all.pdf"))
        let said = desk.said(try merge.run(Installation(folder: Desk.root.path)).outcome)
        #expect(said.contains("guests.ods’ can't be read: it is locked by a password"), "\(said)")
    }

    @Test func saysWhatAnOldWorkbookIs() throws {
        let desk = try Desk()
        let data = try desk.write(
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0],
            to: "list.xls"
        )
        let merge = Merge(subject: "card", data: data, output: desk.path("all.pdf"))
        let said = desk.said(try merge.run(Installation(folder: Desk.root.path)).outcome)
        #expect(said.contains("a workbook of the old kind (.xls)"), "\(said)")
        #expect(said.contains("save it as ‘.xlsx’"))
    }

    @Test(arguments: [
        (Array("Prénom;Nom\nAÃ¯ssatou;SY\n".utf8), "‘AÃ¯ssatou’ looks like accents"),
        (
            Array("Prenom;Nom\nS".utf8) + [0x8E] + Array("kou;SY\n".utf8),
            "letters of an old Macintosh"
        ),
    ])
    func tellsOfLettersThatWereReadWrong(bytes: [UInt8], message: String) throws {
        let desk = try Desk()
        let data = try desk.write(bytes, to: "list.csv")
        let merge = Merge(subject: "card", data: data, output: desk.path("all.pdf"))
        let said = desk.said(try merge.run(Installation(folder: Desk.root.path)).outcome)
        #expect(said.contains("warning: ") && said.contains(message), "\(said)")
    }
}
