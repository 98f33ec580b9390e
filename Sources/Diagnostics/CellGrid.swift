/// The cells of a sheet that a source stands for, so that a message can name one: `Guests!C4`, or
/// `row 4, ‘E-mail’` where the file has no sheets.
package struct CellGrid: Sendable {
    /// Nil where a file is one sheet, which bears no name.
    package var sheet: String?
    private var cells: [(start: Int, row: Int, column: Int)] = []
    /// What the columns are called, from the first.
    package var heads: [String] = []

    package init(sheet: String?) { self.sheet = sheet }

    struct Cell {
        var row: Int
        /// In letters.
        var column: String
        /// What its column is called, where it is called something.
        var head: String?
    }

    /// Adds a cell; cells come in the order of the text.
    ///
    /// - Parameters:
    ///   - start: Where its text begins.
    ///   - row: From one, as programs show it.
    ///   - column: From zero for A.
    package mutating func add(at start: Int, row: Int, column: Int) {
        cells.append((start, row, column))
    }

    /// The cell that an offset lies in; nil where there are none.
    func cell(at offset: Int) -> Cell? {
        var (low, high) = (0, cells.count)
        while low < high {
            let middle = (low + high) / 2
            if cells[middle].start <= offset { low = middle + 1 } else { high = middle }
        }
        guard let cell = low > 0 ? cells[low - 1] : cells.first else { return nil }
        let head = heads.indices.contains(cell.column) ? heads[cell.column] : ""
        return Cell(
            row: cell.row,
            column: Self.letters(of: cell.column),
            head: head.isEmpty ? nil : shortened(head)
        )
    }

    /// The row that an offset lies in, from one.
    package func row(at offset: Int) -> Int? { cell(at: offset)?.row }

    /// What the column is called that an offset lies in.
    package func head(at offset: Int) -> String? { cell(at: offset)?.head }

    /// `A` for 0, `Z` for 25, `AA` for 26.
    package static func letters(of column: Int) -> String {
        var rest = column
        var letters = ""
        repeat {
            letters = String(Unicode.Scalar(UInt8(0x41 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}
