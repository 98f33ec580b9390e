package import Diagnostics

extension Spreadsheet {
    /// Puts rows of cells under the first of them, which says what the columns are.
    ///
    /// Short rows are filled up, and columns that say nothing at all are passed over. Where the sheet as a
    /// whole is not what it should be, its rows would only be blamed for that: it then has none.
    ///
    /// - Parameter rows: Column by column, those of a row's end left out where nothing stands in them.
    package init(_ rows: [[Located<String>]], reporting report: inout Report) {
        guard let head = rows.first else {
            self.init(head: [], rows: [])
            return
        }
        let heads = head.map { Located(trimmed($0.value), at: $0.span) }
        let body = rows.dropFirst()
        if let problem = Self.titleAboveHead(heads, body) ?? Self.columnWithoutHead(heads, body) {
            report.add(problem)
            self.init(head: heads.filter(\.value.isSaying), rows: [])
            return
        }
        let isNamed = heads.map(\.value.isSaying)
        let columns = heads.indices.filter { isNamed[$0] }
        self.init(
            head: columns.map { heads[$0] },
            rows: body.map { row in
                Self.refuseStrays(of: row, where: isNamed, reporting: &report)
                let end = row.last?.span ?? head[0].span
                return columns.map { $0 < row.count ? row[$0] : Located("", at: end) }
            }
        )
        lacking = body.map { max(0, head.count - $0.count) }
    }

    /// `List of participants` above the row that says what the columns are.
    private static func titleAboveHead(
        _ heads: [Located<String>],
        _ body: ArraySlice<[Located<String>]>
    ) -> Diagnostic? {
        let said = heads.filter(\.value.isSaying)
        let next = body.first?.count(where: \.value.isSaying) ?? 0
        guard said.count == 1, next >= 3 else { return nil }
        return .error(.titleAboveHead(said[0].value), at: said[0].span)
            .hinting("take out the rows above the headings, which the first row is to hold")
    }

    /// A column in which most rows say something, and the head nothing.
    private static func columnWithoutHead(
        _ heads: [Located<String>],
        _ body: ArraySlice<[Located<String>]>
    ) -> Diagnostic? {
        let widest = body.map(\.count).max() ?? 0
        for column in 0..<widest where column >= heads.count || !heads[column].value.isSaying {
            let cells = body.compactMap { row in
                column < row.count && row[column].value.isSaying ? row[column] : nil
            }
            guard let first = cells.first, cells.count >= 2, cells.count * 2 >= body.count else {
                continue
            }
            let named = heads.count(where: \.value.isSaying)
            let full = body.map { $0.count(where: \.value.isSaying) }.max() ?? 0
            return .error(.columnWithoutHead(cells.count, named, full), at: first.span)
                .noting("the headings stand in this row", at: heads[0].span)
                .hinting(
                    "name that column there; where a heading is left out, all after it stand over the wrong cells"
                )
        }
        return nil
    }

    private static func refuseStrays(
        of row: [Located<String>],
        where isNamed: [Bool],
        reporting report: inout Report
    ) {
        let stray = row.indices.first { column in
            (column >= isNamed.count || !isNamed[column]) && row[column].value.isSaying
        }
        guard let stray else { return }
        report.add(
            .error(.cellWithoutHead, at: row[stray].span)
                .hinting("give its column a name in the first row, or empty the cell")
                .hinting("a cell that holds a comma or a semicolon needs quotes around it")
        )
    }
}

func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    let end = start.reversed().drop { $0.isWhitespace }
    return String(end.reversed())
}

extension String {
    /// Whether there is more in it than white space.
    var isSaying: Bool { contains { !$0.isWhitespace } }
}

extension Diagnostic.Message {
    static let cellWithoutHead: Self = "this cell stands under no heading"

    static func titleAboveHead(_ title: String) -> Self {
        "‘\(title)’ stands alone in the first row, where the headings of the columns are expected"
    }

    static func columnWithoutHead(_ rows: Int, _ heads: Int, _ cells: Int) -> Self {
        "this column has no heading, and \(rows) rows have something in it: there are \(heads) headings, and up to \(cells) cells in a row"
    }
}
