/// Cells one below the other that were made one: `D2:D4`.
struct MergedCells {
    let column: Int
    /// As the program counts them, from one.
    let rows: ClosedRange<Int>

    /// Beyond, whoever wrote the sheet merged none of them by hand.
    static let most = 10_000

    init(column: Int, rows: ClosedRange<Int>) { (self.column, self.rows) = (column, rows) }

    /// Nil for cells beside one another alone, of which each column has but one.
    init?(_ place: String) {
        let corners = place.split(separator: ":")
        guard corners.count == 2, let column = SheetReading.column(of: corners[0]),
            let first = Self.row(of: corners[0]), let last = Self.row(of: corners[1]), first < last
        else { return nil }
        self.init(column: column, rows: first...last)
    }

    private static func row(of corner: Substring) -> Int? {
        Int(corner.drop { !$0.isNumber })
    }
}

extension WorkbookSheet {
    /// Lets rows say what a cell says that reaches over them.
    ///
    /// A heading that reaches down into its rows is no text of theirs.
    ///
    /// - Parameter room: How many cells there may still be.
    mutating func fill(_ merged: [MergedCells], atMost room: Int) {
        var room = room
        let head = rows.first?.number ?? 0
        for cells in merged where cells.rows.lowerBound > head {
            guard let first = index(ofRow: cells.rows.lowerBound),
                rows[first].number == cells.rows.lowerBound,
                let cell = rows[first].cells.first(where: { $0.column == cells.column })
            else { continue }
            var index = first + 1
            while index < rows.count, rows[index].number <= cells.rows.upperBound, room > 0 {
                if !rows[index].cells.contains(where: { $0.column == cell.column }) {
                    let place = rows[index].cells.firstIndex { $0.column > cell.column }
                    rows[index].cells.insert(cell, at: place ?? rows[index].cells.endIndex)
                }
                // Where cells reach over one another, as no program lets them, rows count each time.
                room -= 1
                index += 1
            }
        }
    }

    /// The first row that stands there or below; rows come in order, so half of them at a time is passed over.
    private func index(ofRow number: Int) -> Int? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < rows.count ? low : nil
    }
}
