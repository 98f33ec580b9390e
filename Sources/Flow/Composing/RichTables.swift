import Content
import Diagnostics
import Layouts
import Structure

/// Tables as content holds them: a row of headings, then rows of as many cells.
extension Composer {
    mutating func table(of table: TableValue, recipe: TableRecipe, type: Type, at span: Span)
        -> [Block]
    {
        func blocks(_ cell: LocalizedRichText, _ composer: inout Composer) -> [RichBlock] {
            cell.edition(in: composer.language).content.blocks
        }
        let head = table.head.map { blocks($0, &self) }
        let rows = table.rows.map { row in row.map { blocks($0, &self) } }
        return [self.table(head: head, rows: rows, recipe: recipe, type: type, at: span)]
    }

    mutating func richTable(_ table: RichTable, type: Type, at span: Span) -> Block {
        func cells(_ row: [[Inline]]) -> [[RichBlock]] {
            row.map { [RichBlock(.paragraph($0), at: span)] }
        }
        return self.table(
            head: cells(table.head),
            rows: table.rows.map { cells($0) },
            recipe: layout.tableOfText,
            alignments: table.alignments.map(\.rawValue),
            type: type,
            at: span
        )
    }

    private mutating func table(
        head: [[RichBlock]],
        rows: [[[RichBlock]]],
        recipe: TableRecipe,
        alignments: [String] = [],
        type: Type,
        at span: Span
    ) -> Block {
        var draft = TableDraft(recipe: recipe, type: type, span: span)
        open(&draft)
        let count = max(head.count, rows.map(\.count).max() ?? 0)
        let figures = FigureColumns(form: NumberForm(pack: pack))
        let columns = (0..<count).map { column in
            figures.grouped(
                rows.map { $0.indices.contains(column) ? $0[column] : [] },
                below: head.indices.contains(column) ? head[column] : []
            )
        }
        let aligned = columns.enumerated().map { column, cells in
            alignment(
                of: cells,
                asked: alignments.indices.contains(column) ? alignments[column] : nil
            )
        }
        // Markdown can write no table without a row of headings, so that some leave it empty.
        let isHeaded = head.contains { cell in
            cell.contains { !$0.plainText.allSatisfy(\.isWhitespace) }
        }
        let headRow = isHeaded ? richRow(head, .tableHeader, of: draft, aligned) : nil
        var bodyRows = rows.indices.map { row in
            let cells = columns.prefix(rows[row].count).map { $0[row] }
            return richRow(Array(cells), .tableData, of: draft, aligned)
        }
        if !Self.scriptsOfOwnOrder.contains(pack.script) {
            let ones = Ones(decimal: pack.decimalSeparator)
            for column in columns.indices where FigureCells.fill(columns[column]) {
                ones.mark(column, of: &bodyRows)
            }
        }
        let widths = recipe.columns.prefix(count).map(\.width)
        var block = closed(
            draft,
            head: headRow,
            rows: bodyRows,
            widths: widths + columns.dropFirst(widths.count).map { Self.width(of: $0) }
        )
        if case .table(var made) = block.content {
            made.mayShrink = true
            block.content = .table(made)
        }
        return block
    }

    /// Where the cells of a column stand: as Markdown asks, but that figures end in line.
    private func alignment(of cells: [[RichBlock]], asked: String?) -> Style.Alignment? {
        if asked == "centre" { return .centre }
        if FigureCells.fill(cells) { return endOfFigures }
        return asked == "start" ? nil : asked.flatMap { Style.Alignment(rawValue: $0) }
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
    private var endOfFigures: Style.Alignment {
        let runsAgainst = pack.isRightToLeft && !Self.scriptsOfOwnOrder.contains(pack.script)
        return runsAgainst ? .start : .end
    }

    /// Those whose figures run as their letters do, from right to left.
    private static let scriptsOfOwnOrder: Set = ["Nkoo", "Adlm"]

    /// A row has a cell for each column: empty ones stand for those that were not written.
    private mutating func richRow(
        _ cells: [[RichBlock]],
        _ role: Role,
        of draft: TableDraft,
        _ aligned: [Style.Alignment?]
    ) -> Table.Row {
        let isHead = role == .tableHeader
        let part = isHead ? draft.headElement : draft.bodyElement
        let row = part.flatMap { element(.tableRow, in: $0, origin: draft.span) }
        let made = aligned.enumerated().map { column, alignment -> Table.Cell in
            guard column < cells.count else {
                return cell(.tableData, in: row, at: draft.span) { _ in [] }
            }
            var type = isHead ? draft.headType : draft.cellType
            if let alignment { type.style.alignment = alignment }
            return cell(role, in: row, at: draft.span) { composer in
                cells[column].flatMap { composer.richBlock($0, type: type) }
            }
        }
        return Table.Row(cells: made)
    }
}
