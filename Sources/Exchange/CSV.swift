package import Diagnostics

/// A spreadsheet as rows of cells, each knowing where it was written.
package struct Spreadsheet: Sendable {
    package var head: [Located<String>]
    package var rows: [[Located<String>]]
    /// How many cells each of them had less than the head before it was filled up.
    package var lacking: [Int] = []
    /// Where its cells stand as programs count them.
    package var grid = CellGrid(sheet: nil)

    package init(head: [Located<String>], rows: [[Located<String>]]) {
        self.head = head
        self.rows = rows
    }
}

/// Reads comma-separated values as spreadsheets write them.
///
/// Source: RFC 4180, and what is done instead of it: semicolons and tabs part cells as well as
/// commas (the one that parts the head into most cells is taken), lines end in any way, cells in
/// quotes may hold line breaks, blank rows are passed over; a line `sep=;` before all others says
/// what parts cells, and is no row. Short rows are filled up; a row with more cells than the head is
/// reported.
package func readCSV(
    _ source: SourceID,
    in sources: Sources,
    reporting report: inout Report
) -> Spreadsheet {
    var reader = CSVReader(source: source, bytes: sources[source].bytes)
    let rows = reader.rows(reporting: &report)
    guard let head = rows.first else {
        report.add(.error(.emptySpreadsheet, at: Span(source, 0..<0)))
        return Spreadsheet(head: [], rows: [])
    }
    var sheet = Spreadsheet(rows, reporting: &report)
    sheet.grid = reader.grid
    sheet.grid.heads = head.map { trimmed($0.value) }
    return sheet
}

private struct CSVReader {
    let source: SourceID
    let bytes: [UInt8]
    var place = 0
    /// Blank rows are counted too, as programs show them.
    var grid = CellGrid(sheet: nil)

    init(source: SourceID, bytes: [UInt8]) { (self.source, self.bytes) = (source, bytes) }

    mutating func rows(reporting report: inout Report) -> [[Located<String>]] {
        let separator = namedSeparator() ?? likelySeparator()
        var rows: [[Located<String>]] = []
        var row: [Located<String>] = []
        var number = 1
        while place < bytes.count {
            grid.add(at: place, row: number, column: row.count)
            row.append(cell(before: separator, reporting: &report))
            if place < bytes.count, bytes[place] == separator {
                place += 1
                if place == bytes.count { row.append(Located("", at: span(place..<place))) }
                continue
            }
            skipLineEnd()
            if row.contains(where: \.value.isSaying) { rows.append(row) }
            row = []
            number += 1
        }
        if row.contains(where: \.value.isSaying) { rows.append(row) }
        return rows
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
        return located(text[...], start..<place)
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

    /// Of comma, semicolon and tab, the one found most often in the first line, outside quotes.
    private func likelySeparator() -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if isLineEnd(byte) { break }
            counts[byte, default: 0] += 1
        }
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
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
    static var emptySpreadsheet: Self { "the spreadsheet is empty" }
    static var unclosedCell: Self { "this cell begins with a quotation mark and never ends" }
}
