internal import Diagnostics
internal import Exchange
internal import Workbooks

extension SheetTable {
    /// Reads a sheet of a workbook; its first row that holds something is the head.
    static func workbook(
        _ file: File,
        on shelves: Shelves,
        reporting report: inout Report
    ) -> SheetTable? {
        let sheet: WorkbookSheet
        do throws(WorkbookError) {
            sheet = try readWorkbook(file.bytes, sheet: file.sheet)
        } catch {
            report.add(.error(.noWorkbook(file.path, error), at: nil).hinting(error.mend))
            return nil
        }
        let others = file.sheet == nil ? sheet.others : []
        guard !sheet.rows.isEmpty else {
            let table = SheetTable(rows: [], otherSheets: others, purpose: file.purpose)
            if !others.isEmpty {
                report.add(table.offeringOtherSheets(.error(.emptySheet(sheet.name), at: nil)))
            }
            return table
        }
        let text = SheetText(of: sheet)
        var source = SourceFile(name: file.path, bytes: text.bytes)
        source.grid = text.grid
        let rows = text.located(in: shelves.files.source(source))
        var broken: Set<Span> = []
        for (row, cells) in zip(sheet.rows, rows) {
            for (cell, place) in zip(row.cells, cells) where cell.isError {
                report.add(.brokenCell(Located(cell.text, at: place.text.span)))
                broken.insert(place.text.span)
            }
        }
        if let warning = hiddenRows(of: sheet, rows, for: file.purpose) { report.add(warning) }
        var heard = Report()
        let written = Spreadsheet(rows.compactMap(written), reporting: &heard)
        var table = SheetTable(of: written, for: file.purpose, reporting: &heard)
        table.otherSheets = others
        table.brokenCells = broken
        for diagnostic in heard.diagnostics {
            report.add(table.rows.isEmpty ? table.offeringOtherSheets(diagnostic) : diagnostic)
        }
        return table
    }

    /// That rows are read which nobody sees in the program.
    private static func hiddenRows(
        of sheet: WorkbookSheet,
        _ rows: [[Spreadsheet.Cell]],
        for purpose: Purpose
    ) -> Diagnostic? {
        let hidden = zip(sheet.rows, rows).filter { $0.0.isHidden }
        guard let place = hidden.first?.1.first?.text.span else { return nil }
        return .warning(.hiddenRows(hidden.count), at: place)
            .hinting(
                purpose.isMerge
                    ? "show all rows and delete those that are not meant, or choose rows with ‘--only’"
                    : "show all rows and delete those that are not meant"
            )
    }

    /// A row of cells, which may come in any order and, from a careless program, twice.
    private static func written(_ cells: [Spreadsheet.Cell]) -> Spreadsheet.Row? {
        guard let first = cells.first, let last = cells.last else { return nil }
        var row = Spreadsheet.Row(at: first.text.span.joined(to: last.text.span))
        var known: Set<Int> = []
        row.cells = cells.filter { known.insert($0.column).inserted && $0.text.value.isSaying }
            .sorted { $0.column < $1.column }
        return row.cells.isEmpty ? nil : row
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

    func located(in source: SourceID) -> [[Spreadsheet.Cell]] {
        rows.map { row in
            row.map { cell in
                let text = Located(cell.text, at: Span(source, cell.range))
                return Spreadsheet.Cell(column: cell.column, text: text)
            }
        }
    }
}

extension SheetTable {
    /// A mistake that may be none of the sheet that was meant.
    func offeringOtherSheets(_ diagnostic: Diagnostic) -> Diagnostic {
        guard diagnostic.severity == .error, !otherSheets.isEmpty else { return diagnostic }
        return diagnostic.hinting(.chooseSheet(otherSheets, for: purpose))
    }
}

extension Diagnostic {
    /// That a program has put into a cell that its formula failed, or the formula itself.
    static func brokenCell(_ cell: Located<String>) -> Diagnostic {
        .error(.brokenCell(cell.value).about(.brokenCell), at: cell.span)
            .hinting("mend the formula, or type what it should say")
    }
}

extension Diagnostic.Message {
    static func hiddenRows(_ count: Int) -> Self {
        count == 1
            ? "this row is hidden in the sheet, and is read like the others"
            : "\(count) rows are hidden in the sheet, this the first, and are read like the others"
    }

    static func emptySheet(_ name: String) -> Self {
        "nothing stands in the sheet ‘\(shortened(name))’"
    }

    static func chooseSheet(_ others: [String], for purpose: SheetTable.Purpose) -> Self {
        let names = quoted(others.map { shortened($0) }, first: 8)
        return purpose.isMerge
            ? "it is the first sheet of the workbook, which has others: \(names); choose one with ‘--sheet’"
            : "it is the first sheet of the workbook, which has others: \(names); move the one that is meant to the front"
    }

    static func noWorkbook(_ path: String, _ error: WorkbookError) -> Self {
        "‘\(path)’ can't be read: \(error.reason)"
    }

    fileprivate static func brokenCell(_ text: String) -> Self {
        "this cell holds the error ‘\(shortened(text))’"
    }
}
