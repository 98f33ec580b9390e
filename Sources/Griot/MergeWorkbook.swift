internal import Diagnostics
internal import Exchange
internal import Workbooks

extension MergeTable {
    /// Reads a sheet of a workbook; its first row that holds something is the head.
    static func workbook(
        _ bytes: [UInt8],
        _ merge: Merge,
        on shelves: Shelves,
        reporting report: inout Report
    ) -> MergeTable? {
        let sheet: WorkbookSheet
        do throws(WorkbookError) {
            sheet = try readWorkbook(bytes, sheet: merge.sheet)
        } catch {
            let mend = error.mend.map { Diagnostic.Message(stringLiteral: $0) }
            report.add(.error(.noWorkbook(merge.data, error), at: nil).hinting(mend))
            return nil
        }
        guard !sheet.rows.isEmpty else { return MergeTable(rows: []) }
        let text = SheetText(of: sheet)
        var file = SourceFile(name: merge.data, bytes: text.bytes)
        file.grid = text.grid
        let rows = text.located(in: shelves.source(file))
        for (row, cells) in zip(sheet.rows, rows) {
            for (cell, place) in zip(row.cells, cells) where cell.isError {
                report.add(
                    .error(.brokenCell(cell.text), at: place.1.span)
                        .hinting("mend the formula, or type what it should say")
                )
            }
        }
        let sheetRows = dense(rows)
        return table(of: Spreadsheet(sheetRows, reporting: &report))
    }

    /// The cells of rows in the columns that are used at all, empty where there are none.
    private static func dense(_ rows: [[(Int, Located<String>)]]) -> [[Located<String>]] {
        let columns = Set(rows.joined().map(\.0)).sorted()
        return rows.map { row in
            let cells = Dictionary(row.map { ($0.0, $0.1) }) { first, _ in first }
            let end = row[row.count - 1].1.span
            return columns.map { cells[$0] ?? Located("", at: end) }
        }
    }
}

/// The cells of a sheet as a text in which messages can show them: a line a row, blanks between.
private struct SheetText {
    private(set) var bytes: [UInt8] = []
    private(set) var grid: CellGrid
    private var rows: [[(column: Int, text: String, range: Range<Int>)]] = []

    init(of sheet: WorkbookSheet) {
        grid = CellGrid(sheet: sheet.name)
        for row in sheet.rows {
            var cells: [(Int, String, Range<Int>)] = []
            for cell in row.cells {
                let start = bytes.count
                grid.add(at: start, row: row.number, column: cell.column)
                bytes += cell.text.utf8.map { $0 < 0x20 ? 0x20 : $0 }
                cells.append((cell.column, cell.text, start..<bytes.count))
                bytes += " | ".utf8
            }
            bytes.removeLast(3)
            bytes.append(0x0A)
            rows.append(cells)
        }
    }

    func located(in source: SourceID) -> [[(Int, Located<String>)]] {
        rows.map { $0.map { ($0.column, Located($0.text, at: Span(source, $0.range))) } }
    }
}

extension Diagnostic.Message {
    static func noWorkbook(_ path: String, _ error: WorkbookError) -> Self {
        "‘\(path)’ can't be read: \(error.reason)"
    }

    static func brokenCell(_ text: String) -> Self { "this cell holds the error ‘\(text)’" }
}
