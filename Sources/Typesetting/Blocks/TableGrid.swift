import Flow
import Units

/// Which columns and rows each cell of a table takes.
struct TableGrid {
    struct Place {
        var cell: Table.Cell
        var row: Int
        var column: Int
        var rowSpan: Int
        var columnSpan: Int

        var columns: Range<Int> { column..<column + columnSpan }
    }

    let columns: Int
    let head: [Place]
    let body: [Place]
    /// Whether a row had cells for which there was no column.
    let isOverfull: Bool

    init(_ table: Table) {
        let widest = (table.head + table.rows).map { $0.cells.count }.max() ?? 0
        columns = table.columns.isEmpty ? min(widest, Self.mostColumns) : table.columns.count
        let (head, headOverfull) = Self.places(of: table.head, columns: columns)
        let (body, bodyOverfull) = Self.places(of: table.rows, columns: columns)
        self.head = head
        self.body = body
        isOverfull = headOverfull || bodyOverfull
    }

    private static let mostColumns = 200

    /// Deals cells to free places from the start; a place stays taken as far down as a cell spans.
    private static func places(of rows: [Table.Row], columns: Int) -> ([Place], Bool) {
        var places: [Place] = []
        var isOverfull = false
        var takenUntil = [Int](repeating: 0, count: columns)
        for (index, row) in rows.enumerated() {
            var column = 0
            for cell in row.cells {
                while column < columns, takenUntil[column] > index { column += 1 }
                guard column < columns else {
                    isOverfull = true
                    break
                }
                let free = takenUntil[column...].prefix { $0 <= index }.count
                let place = Place(
                    cell: cell,
                    row: index,
                    column: column,
                    rowSpan: min(max(cell.rowSpan, 1), rows.count - index),
                    columnSpan: min(max(cell.columnSpan, 1), free)
                )
                for taken in column..<column + place.columnSpan {
                    takenUntil[taken] = index + place.rowSpan
                }
                column += place.columnSpan
                places.append(place)
            }
        }
        return (places, isOverfull)
    }
}

/// How tall rows must be so that cells over several of them fit.
struct RowHeights {
    private(set) var heights: [Length]
    /// Rows as tall as their own cells.
    let natural: [CellRow]
    /// Rows that a cell goes on into from above.
    private(set) var isSpanned: [Bool]

    init(_ rows: [[SetCell]], atLeast least: [Length]) {
        natural = zip(rows, least).map { CellRow($0, atLeast: $1) }
        heights = natural.map(\.height)
        isSpanned = rows.map { _ in false }
        for (index, row) in rows.enumerated() {
            for (cell, set) in row.enumerated() where set.rowSpan > 1 {
                let last = index + set.rowSpan - 1
                for spanned in index + 1...last { isSpanned[spanned] = true }
                let missing =
                    natural[index].height(of: cell) - height(from: index, rows: set.rowSpan)
                if missing > .zero { heights[last] += missing }
            }
        }
    }

    mutating func grow(_ row: Int, by amount: Length) { heights[row] += amount }

    func height(from row: Int, rows: Int) -> Length {
        heights[row..<row + rows].reduce(.zero, +)
    }
}
