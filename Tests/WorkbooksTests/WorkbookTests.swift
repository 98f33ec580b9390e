import Foundation
import TestSupport
import Testing

@testable import Workbooks

/// Workbooks as a program that is not ours writes them.
@Suite struct WorkbookTests {
    /// The bytes of a workbook that some lines of Python fill; `book` and `sheet` are at hand.
    static func made(_ lines: String) throws -> [UInt8] {
        let script = """
            import sys, openpyxl, datetime
            from openpyxl.styles.numbers import *
            book = openpyxl.Workbook()
            sheet = book.active
            sheet.title = 'Guests'
            \(lines)
            book.save(sys.argv[1])
            """
        return try Scratch.file("book.xlsx", madeBy: script)
    }

    private func cells(_ sheet: WorkbookSheet) -> [String] {
        sheet.rows.map { row in
            "\(row.number): " + row.cells.map { "\($0.column)=\($0.text)" }.joined(separator: " ")
        }
    }

    @Test func readsWhatSomebodySees() throws {
        let bytes = try Self.made(
            """
            sheet.append(['Prénom', 'Nom', 'Âge', 'Né le', 'Heure', 'Vu', 'Part'])
            sheet.append(['Fatou', 'DIALLO', 42, datetime.date(1981, 5, 14), datetime.time(9, 30), True, 0.1 + 0.2])
            sheet.append([])
            sheet.append(['ߝߊ߲߬ߕߊ߬', ' two\\nlines ', 221338592002, datetime.datetime(2024, 5, 14, 9, 30), None, False, -1.5])
            sheet['A6'] = datetime.date(1900, 1, 1)
            sheet['B6'] = 15416
            sheet['B6'].number_format = '# ##0 "jours"'
            sheet['C6'] = 45426
            sheet['C6'].number_format = '[$-40C]d mmmm yyyy'
            """
        )
        let sheet = try readWorkbook(bytes)
        #expect(sheet.name == "Guests")
        #expect(
            cells(sheet) == [
                "1: 0=Prénom 1=Nom 2=Âge 3=Né le 4=Heure 5=Vu 6=Part",
                "2: 0=Fatou 1=DIALLO 2=42 3=1981-05-14 4=09:30 5=yes 6=0.3",
                "4: 0=ߝߊ߲߬ߕߊ߬ 1= two\nlines  2=221338592002 3=2024-05-14 09:30 5=no 6=-1.5",
                "6: 0=1900-01-01 1=15416 2=2024-05-14",
            ]
        )
    }

    @Test func choosesASheetByName() throws {
        let bytes = try Self.made(
            """
            sheet.sheet_state = 'hidden'
            book.create_sheet('First').append(['a'])
            book.create_sheet('Été 2024').append(['b'])
            """
        )
        #expect(try readWorkbook(bytes).name == "First")
        #expect(cells(try readWorkbook(bytes, sheet: "Été 2024")) == ["1: 0=b"])
        #expect(throws: WorkbookError.noSheet("x", among: ["First", "Été 2024"])) {
            try readWorkbook(bytes, sheet: "x")
        }
    }

    @Test func readsTextWhereverItIsKept() throws {
        // As other programs write it: text in the cell, a rich text in runs, no references.
        let inside = """
            import sys, zipfile
            part = {
              'xl/workbook.xml': '<x:workbook xmlns:x="m" xmlns:r="n"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="S" sheetId="1" r:id="a"/></x:sheets></x:workbook>',
              'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="/xl/s.xml"/></Relationships>',
              'xl/sharedStrings.xml': '<sst><si><r><t>Ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></si></sst>',
              'xl/styles.xml': '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>',
              'xl/s.xml': '<worksheet><sheetData><row><c t="inlineStr"><is><t>in</t></is></c><c t="s"><v>0</v></c><c t="str"><f>A1</f><v>out</v></c><c t="e"><v>#REF!</v></c><c s="1"><v>0</v></c><c t="s"/></row></sheetData></worksheet>',
            }
            with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
                for name, text in part.items(): z.writestr(name, text)
            """
        let sheet = try readWorkbook(try Scratch.file("book.xlsx", madeBy: inside))
        #expect(cells(sheet) == ["1: 0=in 1=Rich 2=out 3=#REF! 4=1904-01-01"])
        #expect(sheet.rows[0].cells[3].isError)
    }

    @Test(arguments: [
        ("yyyy-mm-dd", true), ("[h]:mm", true), ("0.00\" days\"", false), ("General", false),
        ("[Red]0", false), ("\\d0", false), ("d/m", true), ("#,##0_ ;[Red]-#,##0", false),
    ])
    func tellsDatesByTheirFormat(code: String, isDate: Bool) {
        #expect(NumberFormats.showsDate(code) == isDate)
    }
}

/// What strangers put into a file that is called a workbook.
@Suite struct HostileWorkbookTests {
    @Test func countsOnFromRowsWhoseNumbersAreNone() throws {
        let rows = ["9223372036854775807", "-5", "x", "7", "1048577"].map {
            "<row r=\"\($0)\"><c t=\"str\"><v>a</v></c></row>"
        }
        let sheet = try readWorkbook(
            try archive("sheet = '<worksheet>\(rows.joined())</worksheet>'")
        )
        #expect(sheet.rows.map(\.number) == [1, 2, 3, 7, 8])
    }

    @Test func refusesACellWhoseTextIsNotInTheWorkbook() throws {
        let bytes = try archive(
            """
            strings = '<sst><si><t>Awa</t></si></sst>'
            sheet = '<worksheet><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row></worksheet>'
            """
        )
        #expect(throws: WorkbookError.damaged(part: "xl/sharedStrings.xml")) {
            try readWorkbook(bytes)
        }
    }

    @Test func refusesWhatIsNone() throws {
        for bytes: [UInt8] in [[], [0x50, 0x4B], Array("PK\u{3}\u{4}and no more".utf8)] {
            #expect(throws: WorkbookError.notAWorkbook) { try readWorkbook(bytes) }
        }
    }

    private func archive(_ lines: String) throws -> [UInt8] {
        let script = """
            import sys, zipfile
            book = '<workbook><sheets><sheet name="S" id="a"/></sheets></workbook>'
            rels = '<Relationships><Relationship Id="a" Target="s.xml"/></Relationships>'
            sheet, strings = '<worksheet/>', '<sst/>'
            \(lines)
            with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
                z.writestr('xl/workbook.xml', book)
                z.writestr('xl/_rels/workbook.xml.rels', rels)
                z.writestr('xl/sharedStrings.xml', strings)
                z.writestr('xl/s.xml', sheet)
            """
        return try Scratch.file("book.xlsx", madeBy: script)
    }

    @Test func stopsAtItsLimits() throws {
        var limits = WorkbookLimits()
        limits.unpacked = 1_000_000
        limits.cells = 10
        limits.text = 1_000
        let bomb = try archive("sheet = '<worksheet>' + ' ' * 2000000 + '</worksheet>'")
        #expect(throws: WorkbookError.tooLarge(.unpacked, limit: 1_000_000)) {
            try readWorkbook(bomb, limits: limits)
        }
        let many = try archive(
            "sheet = '<worksheet><row>' + '<c><v>1</v></c>' * 11 + '</row></worksheet>'"
        )
        #expect(throws: WorkbookError.tooLarge(.cells, limit: 10)) {
            try readWorkbook(many, limits: limits)
        }
        let long = try archive("strings = '<sst><si><t>' + 'x' * 1001 + '</t></si></sst>'")
        #expect(throws: WorkbookError.tooLarge(.text, limit: 1_000)) {
            try readWorkbook(long, limits: limits)
        }
    }

    @Test func refusesEntitiesThatMakeMuchOfLittle() throws {
        let laughs = try archive(
            """
            sheet = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><row><c><v>&b;</v></c></row></worksheet>'
            """
        )
        #expect(throws: WorkbookError.damaged(part: "xl/s.xml")) { try readWorkbook(laughs) }
    }

    /// A workbook with bytes changed, cut and doubled ends in cells or in a reason.
    @Test func endsWithAnyDamage() throws {
        let whole = try WorkbookTests.made(
            "for i in range(30): sheet.append(['Fatou', i, datetime.date(2024, 5, 14)])"
        )
        var dice = Dice(seed: 7)
        func random(_ bound: Int) -> Int { dice.roll(bound) }
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0...random(6) { bytes[random(bytes.count)] = UInt8(random(256)) }
            if random(4) == 0 { bytes.removeLast(random(bytes.count)) }
            _ = try? readWorkbook(bytes)
        }
        // The parts themselves, where no checksum stands before the reader.
        for _ in 0..<400 {
            var part = Array(
                #"<worksheet><sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="ZZZZZ9" t="d"><v>x</v></c></row></sheetData></worksheet>"#
                    .utf8
            )
            for _ in 0...random(5) { part[random(part.count)] = UInt8(random(256)) }
            let text = part.map { "\\x" + String($0, radix: 16).padded }.joined()
            if random(20) == 0 {
                _ = try? readWorkbook(try archive("sheet = b'\(text)'"))
            }
        }
    }
}

extension String {
    fileprivate var padded: String { count == 1 ? "0" + self : self }
}
