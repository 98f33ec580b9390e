internal import Content
internal import Diagnostics
internal import Exchange

/// Columns of consent that are ticked with a cross where others write yes: “X”, and else nothing.
///
/// Beside “non” a cross may be meant either way, and is left to be told of. Where nothing but crosses
/// stands in a column, whoever has none did not agree: that an empty cell counts as agreed elsewhere would
/// leave such a column without any meaning.
struct CrossedColumns {
    private let columns: [Int]

    /// - Parameter paths: What each column holds.
    init(of sheet: Spreadsheet, holding paths: [[String]], reporting report: inout Report) {
        var crosses: [Int: Int] = [:]
        var others: Set<Int> = []
        let consents = Set(paths.indices.filter { Self.holdsConsent(paths[$0]) })
        let rows = consents.isEmpty ? [] : sheet.rows.filter { !$0.isTotal }
        for cell in rows.joinedCells where consents.contains(cell.column) {
            if Self.isCross(cell.text.value) {
                crosses[cell.column, default: 0] += 1
            } else if !cell.text.value.allSatisfy(\.isWhitespace) {
                others.insert(cell.column)
            }
        }
        columns = crosses.keys.filter { !others.contains($0) }.sorted()
        for column in columns {
            let count = crosses[column] ?? 0
            report.add(
                .remark(
                    .crossIsYes(sheet.head[column].value, count, rows.count - count),
                    at: sheet.head[column].span
                )
                .hinting("where it is meant otherwise, write ‘yes’ and ‘no’ into the cells")
            )
        }
    }

    /// A row’s cells with yes and no where crosses stand, or none.
    func answered(_ row: Spreadsheet.Row) -> [Spreadsheet.Cell] {
        // Whoever is not there was not asked.
        guard !columns.isEmpty, !row.cells.isEmpty else { return row.cells }
        var cells = row.cells.filter { !columns.contains($0.column) }
        for column in columns {
            let cross = row.cells.first {
                $0.column == column && Self.isCross($0.text.value)
            }
            let answer = Located(cross == nil ? "no" : "yes", at: cross?.text.span ?? row.span)
            cells.append(Spreadsheet.Cell(column: column, text: answer))
        }
        return cells
    }

    private static func holdsConsent(_ path: [String]) -> Bool {
        path.count == 2 && path[0] == KnownField.consent.rawValue
            && !KnownField.names([.date, .expires]).contains(path[1])
    }

    static func isCross(_ text: String) -> Bool {
        let signs = text.filter { !$0.isWhitespace }
        return ["x", "X", "×"].contains(signs)
    }
}

extension [Spreadsheet.Row] {
    fileprivate var joinedCells: some Sequence<Spreadsheet.Cell> { lazy.flatMap(\.cells) }
}

extension Diagnostic.Message {
    fileprivate static func crossIsYes(_ head: String, _ crosses: Int, _ blanks: Int) -> Self {
        blanks == 0
            ? "in ‘\(shortened(head))’ a cross is taken for yes (cells: \(crosses))"
            : "in ‘\(shortened(head))’ a cross is taken for yes (cells: \(crosses)), and an empty cell for no (cells: \(blanks))"
    }
}
