package import Diagnostics

/// A spreadsheet as rows of cells, each knowing where it was written.
package struct Spreadsheet: Sendable {
    package var head: [Located<String>]
    package var rows: [Row]
    /// Where its cells stand as programs count them.
    package var grid = CellGrid(sheet: nil)

    /// The cells of a row that say something.
    ///
    /// A row of one cell takes no more room in a sheet of ten thousand columns than in one of two.
    package struct Row: Sendable {
        package var cells: [Cell] = []
        /// All of it, empty cells too.
        package var span: Span
        /// How many columns it was written over; nil where empty cells are not written at all.
        package var width: Int?
        /// How many of the headings it does not reach to.
        package var lacking = 0

        package init(at span: Span, width: Int? = nil) {
            self.span = span
            self.width = width
        }
    }

    package struct Cell: Sendable {
        /// From zero: of a sheet as it was written, or of the headings it has been put under.
        package var column: Int
        package var text: Located<String>

        package init(column: Int, text: Located<String>) {
            self.column = column
            self.text = text
        }
    }

    package init(head: [Located<String>], rows: [Row]) {
        self.head = head
        self.rows = rows
    }
}

/// Reads comma-separated values as spreadsheets write them.
///
/// Source: RFC 4180, and what is done instead of it: semicolons and tabs part cells as well as
/// commas (the one that parts the head into most cells is taken), lines end in any way, cells in
/// quotes may hold line breaks, blank rows are passed over; a line `sep=;` before all others says
/// what parts cells, and is no row. A row with more cells than the head is reported.
package func readCSV(
    _ source: SourceID,
    in sources: Sources,
    reporting report: inout Report
) -> Spreadsheet {
    var reader = CSVReader(source: source, bytes: sources[source].bytes)
    let rows = reader.rows(reporting: &report)
    guard !rows.isEmpty else {
        report.add(.error(.emptySpreadsheet, at: Span(source, 0..<0)))
        return Spreadsheet(head: [], rows: [])
    }
    var sheet = Spreadsheet(rows, reporting: &report)
    sheet.grid = reader.grid
    sheet.grid.name(rows[Spreadsheet.headRow(among: rows)])
    return sheet
}

private struct CSVReader {
    let source: SourceID
    let bytes: [UInt8]
    var place = 0
    /// Blank rows are counted too, as programs show them.
    var grid = CellGrid(sheet: nil)

    init(source: SourceID, bytes: [UInt8]) { (self.source, self.bytes) = (source, bytes) }

    mutating func rows(reporting report: inout Report) -> [Spreadsheet.Row] {
        let separator = namedSeparator() ?? likelySeparator()
        var rows: [Spreadsheet.Row] = []
        var number = 1
        while place < bytes.count {
            let row = row(number, partedBy: separator, reporting: &report)
            if !row.cells.isEmpty { rows.append(row) }
            skipLineEnd()
            number += 1
        }
        return rows
    }

    private mutating func row(
        _ number: Int,
        partedBy separator: UInt8,
        reporting report: inout Report
    ) -> Spreadsheet.Row {
        let start = place
        var row = Spreadsheet.Row(at: span(start..<start))
        var column = 0
        while true {
            grid.add(at: place, row: number, column: column)
            let cell = cell(before: separator, reporting: &report)
            if cell.value.isSaying { row.cells.append(.init(column: column, text: cell)) }
            column += 1
            guard place < bytes.count, bytes[place] == separator else { break }
            place += 1
        }
        row.width = column
        row.span = span(start..<place)
        return row
    }

    private mutating func cell(
        before separator: UInt8,
        reporting report: inout Report
    ) -> Located<String> {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
            let start = place
            while place < bytes.count, bytes[place] != separator, !isLineEnd(bytes[place]) {
                place += 1
            }
            return located(bytes[start..<place], start..<place)
        }
        return quotedCell(before: separator, reporting: &report)
    }

    private mutating func quotedCell(
        before separator: UInt8,
        reporting report: inout Report
    ) -> Located<String> {
        let start = place
        var text: [UInt8] = []
        place += 1
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "\"") else {
                text.append(bytes[place])
                place += 1
                continue
            }
            place += 1
            guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
                // What a careless program leaves after the closing quote still belongs to the cell.
                while place < bytes.count, bytes[place] != separator, !isLineEnd(bytes[place]) {
                    text.append(bytes[place])
                    place += 1
                }
                return located(text[...], start..<place)
            }
            text.append(UInt8(ascii: "\""))
            place += 1
        }
        report.add(
            .error(.unclosedCell, at: span(start..<start + 1))
                .hinting("close it with a second quotation mark")
        )
        // What follows was not meant for this cell, and what might be said of it leads astray.
        let end = text.firstIndex { $0 == separator || isLineEnd($0) } ?? text.endIndex
        return located(text[..<end], start..<place)
    }

    /// What a first line `sep=;` names, as some programs write it for others; the line is passed over.
    private mutating func namedSeparator() -> UInt8? {
        guard bytes.starts(with: "sep=".utf8), bytes.count > 4, !isLineEnd(bytes[4]),
            bytes.count == 5 || isLineEnd(bytes[5])
        else { return nil }
        place = 5
        skipLineEnd()
        return bytes[4]
    }

    /// Of comma, semicolon and tab, the one found most often in the first line, outside quotes; below a
    /// title, in the first line that has more than one.
    private func likelySeparator() -> UInt8 {
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        var least = 1
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if candidates.contains(byte) {
                counts[byte, default: 0] += 1
            } else if isLineEnd(byte) {
                if counts.values.contains(where: { $0 >= least }) { break }
                counts = [:]
                least = 2
            }
        }
        return candidates.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? candidates[2]
    }

    private mutating func skipLineEnd() {
        guard place < bytes.count else { return }
        if bytes[place] == 13, place + 1 < bytes.count, bytes[place + 1] == 10 { place += 1 }
        place += 1
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

    private func span(_ range: Range<Int>) -> Span { Span(source, range) }

    private func located(_ text: ArraySlice<UInt8>, _ range: Range<Int>) -> Located<String> {
        Located(String(decoding: text, as: UTF8.self), at: span(range))
    }
}

extension Diagnostic.Message {
    fileprivate static var emptySpreadsheet: Self { "the spreadsheet is empty" }
    fileprivate static var unclosedCell: Self {
        "this cell begins with a quotation mark and never ends"
    }
}
