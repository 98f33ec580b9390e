import Diagnostics
import TestSupport
import Testing

@testable import Exchange

@Suite struct CSVTests {
    private func read(_ text: String) -> (Spreadsheet, Report) {
        var sources = Sources()
        let source = sources.add(
            SourceFile(name: "people.csv", bytes: SpreadsheetText(Array(text.utf8)).bytes)
        )
        var report = Report()
        return (readCSV(source, in: sources, reporting: &report), report)
    }

    private func texts(_ row: Spreadsheet.Row) -> [String] { row.cells.map(\.text.value) }

    @Test(arguments: [",", ";", "\t"])
    func tellsWhatPartsTheCells(separator: String) {
        let (sheet, report) = read(
            ["family\(separator)given", "Kone\(separator)Fanta"].joined(separator: "\n")
        )
        #expect(sheet.head.map(\.value) == ["family", "given"])
        #expect(sheet.rows.map(texts) == [["Kone", "Fanta"]])
        #expect(report.isEmpty)
    }

    @Test func keepsLineBreaksQuotesAndSeparatorsInsideQuotes() {
        let (sheet, _) = read("a;b\r\n\"one\ntwo\";\"say \"\"three\"\"; four\"\r\n")
        #expect(sheet.rows.map(texts) == [["one\ntwo", "say \"three\"; four"]])
    }

    /// As some programs write it for others; it is no row, and is not counted among them.
    @Test func heedsALineThatSaysWhatPartsTheCells() {
        let (sheet, report) = read("sep=;\na,b;c\n1;2\n")
        #expect(sheet.head.map(\.value) == ["a,b", "c"])
        #expect(sheet.rows.map(texts) == [["1", "2"]])
        #expect(report.isEmpty)
    }

    @Test func endsLinesAtCarriageReturns() {
        #expect(SpreadsheetText(Array("a\rb\r\nc\r".utf8)).bytes == Array("a\nb\r\nc\n".utf8))
    }

    @Test func countsWhatRowsLackAndReportsCellsBeyondTheHead() {
        let (sheet, report) = read("a,b\n1\n1,2,3\n\n")
        #expect(sheet.rows.map(texts) == [["1"], ["1", "2"]])
        #expect(sheet.rows.map(\.lacking) == [1, 0])
        #expect(
            report.diagnostics.map(\.message.description) == [
                "this cell stands under no heading"
            ]
        )
    }

    /// A row need not reach over columns that have no heading.
    @Test func countsOnlyHeadingsAmongWhatRowsLack() {
        let (sheet, _) = read("a,,b,,\n1\n1,,2\n1,,2,,\n,,2\n")
        #expect(sheet.rows.map(\.lacking) == [1, 0, 0, 0])
        #expect(sheet.rows.map { $0.cells.map(\.column) } == [[0], [0, 1], [0, 1], [1]])
    }

    /// Else ten thousand headings above ten thousand short rows were a hundred million cells.
    @Test func keepsNothingOfCellsThatAreNotThere() {
        let head = (0..<10_000).map { "c\($0)" }.joined(separator: ",")
        let (sheet, report) = read(head + "\n" + String(repeating: "1\n", count: 10_000))
        #expect(sheet.rows.allSatisfy { $0.cells.count == 1 && $0.lacking == 9_999 })
        #expect(sheet.rows.count == 10_000)
        #expect(report.isEmpty)
    }

    /// Each row has a cell of its own beyond the headings.
    @Test func refusesOneCellOfEachRowThatStrays() {
        let rows = (1...2_000).map { "1" + String(repeating: ",", count: $0) + "2" }
        let (_, report) = read("a,\n" + rows.joined(separator: "\n"))
        #expect(report.diagnostics.count == 2_000)
    }

    @Test func reportsACellThatNeverEnds() {
        let (_, report) = read("a,b\n1,\"two\n")
        #expect(report.hasErrors)
    }

    @Test func tellsLatinFromUnicode() {
        let latin: [UInt8] = Array("nom\nK".utf8) + [0xE9, 0x6E, 0x80]
        #expect(SpreadsheetText(latin).encoding == .windows1252)
        #expect(String(decoding: SpreadsheetText(latin).bytes, as: UTF8.self) == "nom\nKén€")
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("nom".utf8)
        #expect(SpreadsheetText(marked).bytes == Array("nom".utf8))
        let wide: [UInt8] = [0xFF, 0xFE, 0xE9, 0x00, 0x0A, 0x00]
        #expect(String(decoding: SpreadsheetText(wide).bytes, as: UTF8.self) == "é\n")
    }

    /// With a mark or two, and without.
    @Test func tellsWideLettersByTheirNoughts() {
        let text = "given,é\nA,B\n"
        func bytes(_ width: Int, isLittle: Bool) -> [UInt8] {
            text.unicodeScalars.flatMap { scalar in
                let low = [UInt8(scalar.value)] + [UInt8](repeating: 0, count: width - 1)
                return isLittle ? low : low.reversed()
            }
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let files: [(bytes: [UInt8], encoding: SpreadsheetText.Encoding)] = [
            (bytes(2, isLittle: true), .utf16), (bytes(2, isLittle: false), .utf16),
            ([0xFF, 0xFE, 0, 0] + bytes(4, isLittle: true), .utf32),
            ([0, 0, 0xFE, 0xFF] + bytes(4, isLittle: false), .utf32),
            (mark + mark + Array(text.utf8), .utf8),
            ([0xFF, 0xFE, 0xFF, 0xFE] + bytes(2, isLittle: true), .utf16),
        ]
        for file in files {
            let read = SpreadsheetText(file.bytes)
            #expect(String(decoding: read.bytes, as: UTF8.self) == text)
            #expect(read.encoding == file.encoding)
        }
    }

    @Test func survivesAnyBytes() {
        var stock = Dice(seed: 7)
        for _ in 0..<300 {
            let alphabet: [UInt8] = [34, 44, 59, 10, 13, 65, 0xC3, 0xA9, 0xFF, 0]
            let bytes = (0..<40).map { _ in alphabet.randomElement(using: &stock)! }
            var sources = Sources()
            let source = sources.add(SourceFile(name: "x", bytes: SpreadsheetText(bytes).bytes))
            var report = Report()
            let sheet = readCSV(source, in: sources, reporting: &report)
            let columns = sheet.rows.flatMap { $0.cells.map(\.column) }
            #expect(columns.allSatisfy { $0 < sheet.head.count })
        }
    }
}
