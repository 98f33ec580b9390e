import Foundation
import TestSupport
import Testing

@testable import Workbooks

/// Sheets as LibreOffice writes them.
@Suite struct OpenDocumentTests {
    /// The bytes of a file of which some lines of Python say the `styles` and the `tables`.
    static func made(_ lines: String) throws -> [UInt8] {
        let script = """
            import sys, zipfile
            names = ('office', 'style', 'text', 'table', 'draw', 'number', 'dc', 'svg', 'calcext')
            spaces = ' '.join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in names)
            kind = 'application/vnd.oasis.opendocument.spreadsheet'
            styles, tables, manifest = '', '', ''
            def p(text): return f'<text:p>{text}</text:p>'
            def cell(text, more=''): return f'<table:table-cell office:value-type="string" {more}>{p(text)}</table:table-cell>'
            def valued(type, more, shown=''): return f'<table:table-cell office:value-type="{type}" {more} calcext:value-type="{type}">{p(shown) if shown else ""}</table:table-cell>'
            def row(cells, more=''): return f'<table:table-row {more}>{cells}</table:table-row>'
            def table(rows, name='Invités', more=''): return f'<table:table table:name="{name}" {more}><table:table-column table:number-columns-repeated="16384"/>{rows}</table:table>'
            \(lines)
            content = f'<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>'
            with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
                z.writestr('mimetype', kind, zipfile.ZIP_STORED)
                z.writestr('META-INF/manifest.xml', f'<manifest:manifest xmlns:manifest="m">{manifest}</manifest:manifest>')
                z.writestr('content.xml', content)
            """
        return try Scratch.file("book.ods", madeBy: script)
    }

    private func cells(_ lines: String) throws -> [String] {
        try readWorkbook(Self.made(lines)).rows.map { row in
            "\(row.number): " + row.cells.map { "\($0.column)=\($0.text)" }.joined(separator: " ")
        }
    }

    @Test func readsWhatSomebodySees() throws {
        #expect(
            try cells(
                #"""
                tables = table(row(
                    valued('date', 'office:date-value="1981-05-14"', '14/05/81')
                    + valued('date', 'office:date-value="2024-05-14T09:29:59.999999998"', '14/05/24 09:30')
                    + valued('time', 'office:time-value="PT09H30M00S"', '9h30')
                    + valued('boolean', 'office:boolean-value="true"', 'VRAI')
                    + valued('float', 'office:value="0.30000000000000004"', '0,3')
                    + valued('percentage', 'office:value="0.035"', '3,5 %')
                    + valued('percentage', 'office:value="0.035"')
                    + valued('currency', 'office:value="50000" office:currency="XOF"', '50 000 F CFA')
                    + valued('string', 'office:string-value="out"')))
                """#
            ) == [
                "1: 0=1981-05-14 1=2024-05-14 09:30 2=09:30 3=yes 4=0.3 5=3,5 % 6=3.5 % "
                    + "7=50 000 F CFA 8=out"
            ]
        )
    }

    /// A number to dial is often stored as a number, and the nought before it is its format’s.
    @Test func keepsTheFiguresOfNumbersToDial() throws {
        #expect(
            try cells(
                #"""
                tables = table(row(
                    valued('float', 'office:value="561552020"', '05 61 55 20 20')
                    + valued('float', 'office:value="221338592002"', '+221 33 859 20 02')
                    + valued('float', 'office:value="15416"', '15 416 jours')
                    + valued('float', 'office:value="221338592002"', '2,21E+11')
                    + valued('float', 'office:value="1234"', '01234')
                    + valued('float', 'office:value="-5"', '(5)') + valued('float', 'office:value="0"')))
                """#
            ) == [
                "1: 0=05 61 55 20 20 1=+221 33 859 20 02 2=15416 3=221338592002 4=01234 5=-5 6=0"
            ]
        )
    }

    @Test func joinsTheParagraphsOfACellAndKeepsItsBlanks() throws {
        #expect(
            try cells(
                #"""
                tables = table(row(
                    cell('  Awa\n   <text:span>BA </text:span> <text:s text:c="2"/>et<text:tab/>al.</text:p><text:p>suite<text:line-break/>fin')
                    + cell('<text:a>awa@example.org</text:a>')
                    + cell('<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>ji</text:ruby-text></text:ruby>')))
                """#
            ) == ["1: 0=Awa BA   et\tal.\nsuite\nfin 1=awa@example.org 2=字"]
        )
    }

    @Test func readsNoNoteAndNoDrawingAsText() throws {
        #expect(
            try cells(
                #"""
                note = '<office:annotation><dc:creator>Ibra</dc:creator><text:p>à vérifier</text:p></office:annotation>'
                tables = '<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell>' + p('ancien') + '</table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>'
                tables += '<table:content-validations><table:content-validation><table:error-message>' + p('non') + '</table:error-message></table:content-validation></table:content-validations>'
                tables += table('<table:shapes><draw:frame><draw:text-box>' + p('affiche') + '</draw:text-box></draw:frame></table:shapes>'
                    + row(f'<table:table-cell office:value-type="string">{note}{p("Awa")}<draw:frame><svg:title>logo</svg:title></draw:frame></table:table-cell>'
                    + f'<table:table-cell>{note}</table:table-cell>' + cell('BA')))
                """#
            ) == ["1: 0=Awa 2=BA"]
        )
    }

    @Test func countsWhatIsWrittenOnceForMany() throws {
        #expect(
            try cells(
                #"""
                tables = table('<table:table-header-rows>' + row(cell('Nom') + cell('Photo', 'table:number-columns-repeated="2"')) + '</table:table-header-rows>'
                    + row(cell('Awa BA'), 'table:number-rows-repeated="2"')
                    + row('<table:table-cell table:number-columns-repeated="3"/>' + cell('x'))
                    + row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048000"')
                    + '<table:table-row-group>' + row(cell('fin')) + '</table:table-row-group>')
                """#
            ) == [
                "1: 0=Nom 1=Photo 2=Photo", "2: 0=Awa BA", "3: 0=Awa BA", "4: 3=x",
                "1048005: 0=fin",
            ]
        )
    }

    @Test func letsRowsSayWhatACellSaysThatReachesOverThem() throws {
        #expect(
            try cells(
                #"""
                tables = table(row(cell('Nom') + cell('Organisation'))
                    + row(cell('Awa BA') + cell('Office', 'table:number-columns-spanned="1" table:number-rows-spanned="2"'))
                    + row(cell('Ali SY') + f'<table:covered-table-cell>{p("caché")}</table:covered-table-cell>' + cell('fin')))
                """#
            ) == [
                "1: 0=Nom 1=Organisation", "2: 0=Awa BA 1=Office", "3: 0=Ali SY 1=Office 2=fin",
            ]
        )
    }

    @Test func choosesASheetThatCanBeSeen() throws {
        let bytes = try Self.made(
            #"""
            styles = '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
            tables = table(row(cell('a')), 'Listes', 'table:style-name="ta2"') + table(row(cell('b')), 'Invités', 'table:style-name="ta1"') + table(row(cell('c')), 'Été 2024')
            tables += '<table:dde-links><table:dde-link>' + table(row(cell('d')), 'ailleurs') + '</table:dde-link></table:dde-links>'
            """#
        )
        let first = try readWorkbook(bytes)
        #expect(first.name == "Invités" && first.others == ["Été 2024"])
        #expect(first.rows.map { $0.cells[0].text } == ["b"])
        #expect(try readWorkbook(bytes, sheet: "Été 2024").rows[0].cells[0].text == "c")
        #expect(throws: WorkbookError.noSheet("Listes", among: ["Invités", "Été 2024"])) {
            try readWorkbook(bytes, sheet: "Listes")
        }
    }

    @Test func tellsHiddenRowsAndErrors() throws {
        let bytes = try Self.made(
            #"""
            broken = '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error">' + p('#DIV/0!') + '</table:table-cell>'
            tables = table(row(cell('a'), 'table:visibility="filter"') + row(cell('b') + broken))
            """#
        )
        let rows = try readWorkbook(bytes).rows
        #expect(rows.map(\.isHidden) == [true, false])
        #expect(rows[1].cells.map(\.isError) == [false, true])
        #expect(rows[1].cells[1].text == "#DIV/0!")
    }

    // MARK: What is none, or too much

    @Test(arguments: [
        ("manifest = '<manifest:encryption-data/>'", WorkbookError.locked),
        ("tables = ''", .noSheets),
        (
            "spaces += '><office:settings/><office:x '\ntables = table(row(cell('a')))",
            .damaged(part: "content.xml")
        ),
    ])
    func saysWhyItReadsNone(lines: String, error: WorkbookError) throws {
        let bytes = try Self.made(lines)
        #expect(throws: error) { try readWorkbook(bytes) }
    }

    @Test func takesALetterForNoSheet() throws {
        let letter = """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], 'w') as z:
                z.writestr('content.xml', '<document-content><body><text><p>Madame</p></text></body></document-content>')
            """
        let bytes = try Scratch.file("letter.odt", madeBy: letter)
        #expect(throws: WorkbookError.notAWorkbook) { try readWorkbook(bytes) }
    }

    @Test(arguments: [
        (
            #"tables = table(row(cell('a', 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="99"'))"#,
            WorkbookError.tooLarge(.cells, limit: 1_000)
        ),
        (
            #"tables = table(row(cell('a')) + row(cell('b'), 'table:number-rows-repeated="1048575"'))"#,
            .tooLarge(.rows, limit: 100)
        ),
        (
            #"tables = table(row(cell('a' * 900)) + row(cell('a' * 900), 'table:number-rows-repeated="3"'))"#,
            .tooLarge(.text, limit: 2_000)
        ),
        (
            #"tables = table(row(cell('<text:s text:c="99999999999"/>' * 3)))"#,
            .tooLarge(.text, limit: 2_000)
        ),
        (
            #"tables = table(row(cell('a' * 2001)))"#, .tooLarge(.text, limit: 2_000)
        ),
        (
            #"tables = table('', 'S') * 1001"#, .tooLarge(.sheets, limit: 1_000)
        ),
    ])
    func stopsAtItsLimits(lines: String, error: WorkbookError) throws {
        var limits = WorkbookLimits()
        limits.cells = 1_000
        limits.rows = 100
        limits.text = 2_000
        let bytes = try Self.made(lines)
        #expect(throws: error) { try readWorkbook(bytes, limits: limits) }
    }

    /// Attributes that no program writes end in cells or in a reason.
    @Test(arguments: ["-1", "0", "", "x", "99999999999999999999", "1e9", "\u{661}"])
    func endsWithAnyNumberOfThings(count: String) throws {
        let bytes = try Self.made(
            """
            n = '\(count)'
            tables = table(row(cell('a', f'table:number-columns-repeated="{n}" table:number-rows-spanned="{n}"') + valued('date', f'office:date-value="{n}"', 'd') + valued('time', f'office:time-value="PT{n}H{n}M{n}S"', 't') + valued('float', f'office:value="{n}"')))
            tables += table(row(cell('b'), f'table:number-rows-repeated="{n}"'), 'T')
            """
        )
        #expect(try readWorkbook(bytes).rows.first?.cells.first?.text == "a")
        #expect(try readWorkbook(bytes, sheet: "T").rows.first?.cells.first?.text == "b")
    }

    /// A file with bytes changed and cut ends in cells or in a reason.
    @Test func endsWithAnyDamage() throws {
        let whole = try Self.made(
            #"""
            zipfile.ZIP_DEFLATED = zipfile.ZIP_STORED
            tables = table(row(cell('Awa', 'table:number-columns-repeated="2"') + valued('date', 'office:date-value="2024-05-14"'), 'table:number-rows-repeated="3"'))
            """#
        )
        var dice = Dice(seed: 11)
        var refused = 0
        for _ in 0..<1_000 {
            var bytes = whole
            for _ in 0...dice.roll(6) { bytes[dice.roll(bytes.count)] = UInt8(dice.roll(256)) }
            if dice.roll(4) == 0 { bytes.removeLast(dice.roll(bytes.count)) }
            if (try? readWorkbook(bytes)) == nil { refused += 1 }
        }
        // The archive’s own sums tell of nearly all.
        #expect(refused > 900)
    }
}
