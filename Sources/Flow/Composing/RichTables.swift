import Arrangement
import Content
import Diagnostics
import Layouts
import Structure
import Units

/// Tables as content holds them: a row of headings, then rows of as many cells.
extension Composer {
    mutating func table(
        of table: TableValue,
        recipe: TableRecipe,
        type: Type,
        look: Type,
        at span: Span
    ) -> [Block] {
        func blocks(_ cell: LocalizedRichText, _ composer: inout Composer) -> [RichBlock] {
            cell.edition(in: composer.language).content.blocks
        }
        let written = WrittenTable(
            head: table.head.map { blocks($0, &self) },
            rows: table.rows.map { row in row.map { blocks($0, &self) } }
        )
        let draft = TableDraft(recipe: recipe, type: type, look: look, span: span)
        return [self.table(of: written, in: draft)]
    }

    mutating func richTable(_ table: RichTable, type: Type, at span: Span) -> Block {
        func cells(_ row: [[Inline]]) -> [[RichBlock]] {
            row.map { [RichBlock(.paragraph($0), at: span)] }
        }
        let written = WrittenTable(
            head: cells(table.head),
            rows: table.rows.map { cells($0) },
            alignments: table.alignments
        )
        let look = self.type(named: .table, else: type)
        return self.table(
            of: written,
            in: TableDraft(recipe: layout.tableOfText, type: type, look: look, span: span)
        )
    }

    /// What stands in the cells of a table, and how its columns are asked to stand.
    private struct WrittenTable {
        let head: [[RichBlock]]
        let rows: [[[RichBlock]]]
        var alignments: [RichTable.Alignment] = []

        /// Markdown can write no table without a row of headings, so that some leave it empty.
        var isHeaded: Bool {
            head.contains { cell in cell.contains { !$0.plainText.allSatisfy(\.isWhitespace) } }
        }

        func alignment(ofColumn column: Int) -> RichTable.Alignment? {
            alignments.indices.contains(column) ? alignments[column] : nil
        }
    }

    private mutating func table(of written: WrittenTable, in draft: TableDraft) -> Block {
        var draft = draft
        open(&draft)
        let columns = columns(of: written.rows, below: written.head)
        let aligned = columns.enumerated().map { column, cells in
            alignment(of: cells, asked: written.alignment(ofColumn: column))
        }
        let head =
            written.isHeaded ? richRow(written.head, isHead: true, of: draft, aligned) : nil
        var rows = written.rows.enumerated().map { number, row in
            let cells = columns.prefix(row.count).map { $0[number] }
            return richRow(Array(cells), isHead: false, of: draft, aligned)
        }
        markOnes(of: columns, in: &rows)
        let widths = draft.recipe.columns.prefix(columns.count).map(\.width)
        var block = closed(
            draft,
            head: head,
            rows: rows,
            widths: widths + columns.dropFirst(widths.count).map { Self.width(of: $0) }
        )
        if case .table(var made) = block.content {
            made.mayShrink = true
            made.isEven = draft.recipe.columns.isEmpty
            block.content = .table(made)
        }
        return block
    }

    /// The cells of each column from top to bottom, their figures grouped alike.
    private func columns(of rows: [[[RichBlock]]], below head: [[RichBlock]]) -> [[[RichBlock]]] {
        let count = max(head.count, rows.map(\.count).max() ?? 0)
        let figures = FigureColumns(form: NumberForm(pack: pack))
        return (0..<count).map { column in
            figures.grouped(
                rows.map { $0.indices.contains(column) ? $0[column] : [] },
                below: head.indices.contains(column) ? head[column] : []
            )
        }
    }

    /// Marks where the ones of figures stand, by which they are set below each other.
    private func markOnes(of columns: [[[RichBlock]]], in rows: inout [Table.Row]) {
        guard !Self.scriptsOfOwnOrder.contains(pack.script) else { return }
        let ones = Ones(decimal: pack.decimalSeparator)
        for column in columns.indices where FigureCells.fill(columns[column]) {
            ones.mark(column, of: &rows)
        }
    }

    /// Where the cells of a column stand: as Markdown asks, but that figures end in line.
    private func alignment(of cells: [[RichBlock]], asked: RichTable.Alignment?)
        -> TextAlignment?
    {
        switch asked {
        case .centre?: .centre
        case _ where FigureCells.fill(cells): endOfFigures
        case .end?: .end
        case .start?, nil: nil
        }
    }

    /// A column of figures as wide as it needs, one of words by how much it holds.
    private static func width(of cells: [[RichBlock]]) -> Breadth {
        if FigureCells.fill(cells) { return .content }
        let longest = cells.map { $0.map { $0.plainText.count }.reduce(0, +) }.max() ?? 0
        return .share(Double(min(max(longest, fewestLetters), mostLetters)))
    }

    /// Letters of its longest cell by which a column is at least, and at most, as wide as others.
    private static let fewestLetters = 8
    private static let mostLetters = 60

    /// Where figures stand, so that units stand below units: where they run against the text, it begins
    /// there.
    private var endOfFigures: TextAlignment {
        let runsAgainst = pack.isRightToLeft && !Self.scriptsOfOwnOrder.contains(pack.script)
        return runsAgainst ? .start : .end
    }

    /// Those whose figures run as their letters do, from right to left.
    private static let scriptsOfOwnOrder: Set = ["Nkoo", "Adlm"]

    /// A row has a cell for each column: empty ones stand for those that were not written.
    private mutating func richRow(
        _ cells: [[RichBlock]],
        isHead: Bool,
        of draft: TableDraft,
        _ aligned: [TextAlignment?]
    ) -> Table.Row {
        let part = isHead ? draft.headElement : draft.bodyElement
        let row = part.flatMap { element(.tableRow, in: $0, origin: draft.span) }
        let made = aligned.enumerated().map { column, alignment -> Table.Cell in
            guard column < cells.count else {
                return cell(in: row, at: draft.span) { _ in [] }
            }
            var type = isHead ? draft.headType : draft.cellType
            if let alignment { type.style.alignment = alignment }
            var cell = cell(headOf: isHead ? .column : nil, in: row, at: draft.span) { composer in
                cells[column].flatMap { composer.richBlock($0, type: type) }
            }
            if endsBesideWords(column, of: aligned) {
                cell.padding.right = draft.cellType.size * Self.gapBesideWords
            }
            return cell
        }
        return Table.Row(cells: made)
    }

    /// Whether figures end where words begin: “5 none” would be read as one.
    ///
    /// What their column has to spare is on their other side. Numbers of the rows themselves belong to what
    /// follows.
    private func endsBesideWords(_ column: Int, of aligned: [TextAlignment?]) -> Bool {
        !pack.isRightToLeft && column > 0 && aligned[column] == .end
            && column + 1 < aligned.count && aligned[column + 1] == nil
    }

    /// Between them besides the white between all columns, in ems.
    private static let gapBesideWords = 1.0
}
