package import Diagnostics

extension Spreadsheet {
    /// Puts rows of cells under the one that says what the columns are.
    ///
    /// Columns that say nothing at all are passed over. Where the sheet as a whole is not what it should
    /// be, its rows would only be blamed for that: it then has none.
    package init(_ rows: [Row], reporting report: inout Report) {
        let place = Self.headRow(among: rows)
        guard rows.indices.contains(place) else {
            self.init(head: [], rows: [])
            return
        }
        let heads = Heads(rows[place])
        let body = rows.dropFirst(place + 1)
        self.init(head: heads.texts, rows: [])
        if let problem = heads.absence(over: body) {
            report.add(problem)
            return
        }
        if place > 0 { report.add(.remark(.headsBelowTitle, at: rows[place].span)) }
        self.rows = body.map { heads.fitted($0, reporting: &report) }
    }

    /// The place of the row that says what the columns are: the first, or the one below a title, which is
    /// a cell alone in its row: `List of participants`.
    static func headRow(among rows: [Row]) -> Int {
        let titles = rows.prefix(mostTitles).prefix { $0.cells.count == 1 }.count
        guard titles > 0, titles + 1 < rows.count, rows[titles].cells.count >= 3,
            rows[titles + 1].cells.count >= 2
        else { return 0 }
        return titles
    }

    /// A title, what it is of, and a day.
    private static let mostTitles = 5
}

/// The first row of a sheet, which says what its columns are.
private struct Heads {
    let texts: [Located<String>]
    /// The columns that they name, in order.
    private let columns: [Int]
    /// For each column up to the last that is named, its place among those.
    private let places: [Int?]

    init(_ row: Spreadsheet.Row) {
        texts = row.cells.map { Located(trimmed($0.text.value), at: $0.text.span) }
        columns = row.cells.map(\.column)
        var places = [Int?](repeating: nil, count: (columns.last ?? -1) + 1)
        for (place, column) in columns.enumerated() { places[column] = place }
        self.places = places
    }

    private func place(of column: Int) -> Int? { column < places.count ? places[column] : nil }

    /// The row with its cells counted by the headings.
    func fitted(_ row: Spreadsheet.Row, reporting report: inout Report) -> Spreadsheet.Row {
        var fitted = row
        fitted.cells = row.cells.compactMap { cell in
            place(of: cell.column).map { .init(column: $0, text: cell.text) }
        }
        if let width = row.width { fitted.lacking = columns.count - count(before: width) }
        if fitted.cells.count < row.cells.count { refuseStray(of: row, reporting: &report) }
        return fitted
    }

    /// How many columns are named before one; they are in order, so half of them at a time is passed over.
    private func count(before column: Int) -> Int {
        var (low, high) = (0, columns.count)
        while low < high {
            let middle = (low + high) / 2
            if columns[middle] < column { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func refuseStray(of row: Spreadsheet.Row, reporting report: inout Report) {
        guard let stray = row.cells.first(where: { place(of: $0.column) == nil }) else { return }
        report.add(
            .error(.cellWithoutHead, at: stray.text.span)
                .hinting("give its column a heading, or empty the cell")
                .hinting("a cell that holds a comma or a semicolon needs quotes around it")
        )
    }

    /// A column in which most rows say something, and the head nothing: the first of them.
    func absence(over body: ArraySlice<Spreadsheet.Row>) -> Diagnostic? {
        var found: [Int: (count: Int, first: Located<String>)] = [:]
        for cell in body.lazy.flatMap(\.cells) where place(of: cell.column) == nil {
            found[cell.column, default: (0, cell.text)].count += 1
        }
        let column = found.filter { $0.value.count >= 2 && $0.value.count * 2 >= body.count }
            .min { $0.key < $1.key }
        guard let column else { return nil }
        let full = body.lazy.map(\.cells.count).max() ?? 0
        return .error(
            .columnWithoutHead(column.value.count, texts.count, full),
            at: column.value.first.span
        )
        .noting("the headings stand in this row", at: texts[0].span)
        .hinting(
            "name that column there; where a heading is left out, all after it stand over the wrong cells"
        )
    }
}

extension CellGrid {
    /// Calls the columns what a row says.
    mutating func name(_ row: Spreadsheet.Row) {
        heads = [String](repeating: "", count: (row.cells.last?.column ?? -1) + 1)
        for cell in row.cells { heads[cell.column] = trimmed(cell.text.value) }
    }
}

func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    let end = start.reversed().drop { $0.isWhitespace }
    return String(end.reversed())
}

extension String {
    /// Whether there is more in it than white space.
    package var isSaying: Bool {
        // Most cells begin with a letter, and need not be read to be seen to hold something.
        if let first = utf8.first, 0x21...0x7E ~= first { return true }
        return contains { !$0.isWhitespace }
    }
}

extension Diagnostic.Message {
    fileprivate static let cellWithoutHead: Self = "this cell stands under no heading"

    fileprivate static let headsBelowTitle: Self =
        "the headings of the columns are taken from this row, and what stands above it is not read"

    fileprivate static func columnWithoutHead(_ rows: Int, _ heads: Int, _ cells: Int) -> Self {
        let filled: Self =
            rows == 1 ? "1 row has something in it" : "\(rows) rows have something in it"
        let headings: Self = heads == 1 ? "there is 1 heading" : "there are \(heads) headings"
        let wide: Self = cells == 1 ? "1 cell" : "\(cells) cells"
        return
            "this column has no heading, and \(filled): \(headings), and up to \(wide) in a row"
    }
}
