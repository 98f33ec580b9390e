import Content
import Diagnostics
import Layouts
import Structure
import Units

extension Composer {
    mutating func table(_ recipe: TableRecipe, type: Type, at span: Span) -> [Block] {
        guard let each = recipe.each else { return [] }
        checkPath(of: each)
        if let value = value(of: each), case .table(let table) = value.content {
            return self.table(of: table, recipe: recipe, type: type, at: value.span)
        }
        var recipe = recipe
        recipe.columns = standingColumns(of: recipe)
        recipe.rowHeight = recipe.rowHeightFrom.flatMap { height(in: $0) } ?? recipe.rowHeight
        let values = values(of: each)
        let blanks = recipe.blankRows.map { blankRows($0) } ?? 0
        if values.isEmpty && blanks == 0 || recipe.columns.isEmpty { return [] }
        var draft = TableDraft(recipe: recipe, type: type, span: span)
        open(&draft)
        let head = headRow(of: draft)
        var rows = values.enumerated().map { index, value in
            binding(recipe.name, to: value, number: index + 1) { $0.row(of: draft, at: value.span) }
        }
        // An empty row keeps its number, and prints nothing else that a field would say.
        let nothing = Value(.list([]), at: span)
        for number in 0..<blanks {
            let place = values.count + number + 1
            rows.append(
                binding(recipe.name, to: nothing, number: place) { $0.row(of: draft, at: span) }
            )
        }
        return [closed(draft, head: head, rows: rows, widths: recipe.columns.map(\.width))]
    }

    /// The columns that a field names, in its order, or those whose conditions hold.
    private mutating func standingColumns(of recipe: TableRecipe) -> [ColumnRecipe] {
        if let field = recipe.columnsFrom { checkPath(of: field) }
        let wanted = recipe.columnsFrom.map { values(of: $0) } ?? []
        if wanted.isEmpty {
            return recipe.columns.filter { $0.condition.map { holds($0) } ?? true }
        }
        return wanted.compactMap { value in
            let name = identity(of: value)
            if let column = recipe.columns.first(where: { $0.name == name }) { return column }
            let known = recipe.columns.compactMap(\.name)
            report.add(
                .error("the layout has no column ‘\(name)’", at: value.span)
                    .hinting(
                        Suggestion.didYouMean(name, among: known)
                            ?? "it has \(known.map { "‘\($0)’" }.joined(separator: ", "))"
                    )
            )
            return nil
        }
    }

    private mutating func height(in field: Expression) -> Measure? {
        checkPath(of: field)
        guard case .length(let number, let unit)? = value(of: field)?.content, number >= 0 else {
            return nil
        }
        return Measure(number, unit)
    }

    /// No hand fills in more rows than these.
    private static let mostBlankRows = 2_000

    /// As many as a field says, or the layout itself in quotes.
    private mutating func blankRows(_ field: Expression) -> Int {
        checkPath(of: field)
        let wanted: Double =
            switch value(of: field)?.content {
            case .number(let number)?: number.value
            case .text(let figures)?: Double(figures.edition(in: language).content) ?? 0
            default: 0
            }
        return wanted >= 1 ? Int(min(wanted, Double(Self.mostBlankRows))) : 0
    }

    /// A table as content holds it: a row of headings, then rows of as many cells.
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
            recipe: TableRecipe(),
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
        let width = max(head.count, rows.map(\.count).max() ?? 0)
        // Markdown can write no table without a row of headings, so that some leave it empty.
        let isHeaded = head.contains { cell in
            cell.contains { !$0.plainText.allSatisfy(\.isWhitespace) }
        }
        let aligned = (0..<width).map { column -> Style.Alignment? in
            let asked = alignments.indices.contains(column) ? alignments[column] : "start"
            if asked == "centre" { return .centre }
            let cells = rows.map { $0.indices.contains(column) ? $0[column] : [] }
            if Self.isFigures(cells) { return endOfFigures }
            return asked == "start" ? nil : Style.Alignment(rawValue: asked)
        }
        let headRow =
            isHeaded
            ? richRow(
                head,
                role: .tableHeader,
                base: draft.headType,
                aligned,
                in: draft.headElement,
                at: span
            ) : nil
        let bodyRows = rows.map {
            richRow(
                $0,
                role: .tableData,
                base: draft.cellType,
                aligned,
                in: draft.bodyElement,
                at: span
            )
        }
        let widths =
            recipe.columns.isEmpty
            ? Self.widths(of: rows, count: width) : recipe.columns.map(\.width)
        return closed(draft, head: headRow, rows: bodyRows, widths: widths)
    }

    /// Columns of figures as wide as they need, columns of words by how much they hold.
    private static func widths(of rows: [[[RichBlock]]], count: Int) -> [Breadth] {
        (0..<count).map { column in
            let cells = rows.map { $0.indices.contains(column) ? $0[column] : [] }
            if isFigures(cells) { return .content }
            let longest = cells.map { $0.map { $0.plainText.count }.reduce(0, +) }.max() ?? 0
            return .share(Double(min(max(longest, 8), 60)))
        }
    }

    /// Where figures stand, so that units stand below units: where they run against the text, it begins
    /// there.
    private var endOfFigures: Style.Alignment {
        let runsAgainst = pack.isRightToLeft && !["Nkoo", "Adlm"].contains(pack.script)
        return runsAgainst ? .start : .end
    }

    private static func isFigures(_ cells: [[RichBlock]]) -> Bool {
        var hasFigure = false
        for cell in cells {
            for scalar in cell.map(\.plainText).joined().unicodeScalars {
                switch scalar {
                case "0"..."9", "٠"..."٩", "۰"..."۹": hasFigure = true
                case " ", ".", ",", "٫", "٬", "%", "٪", "-", "–", "−", "+", "\u{A0}", "\u{202F}":
                    break
                default: return false
                }
            }
        }
        return hasFigure
    }

    private mutating func richRow(
        _ cells: [[RichBlock]],
        role: Role,
        base: Type,
        _ aligned: [Style.Alignment?],
        in part: ElementID?,
        at span: Span
    ) -> Table.Row {
        let row = part.flatMap { element(.tableRow, in: $0, origin: span) }
        let made = cells.enumerated().map { column, blocks -> Table.Cell in
            var type = base
            if let alignment = aligned.indices.contains(column) ? aligned[column] : nil {
                type.style.alignment = alignment
            }
            return cell(role, in: row, at: span) { composer in
                blocks.flatMap { composer.richBlock($0, type: type) }
            }
        }
        return Table.Row(cells: made)
    }

    // MARK: Rows of recipes

    private mutating func headRow(of draft: TableDraft) -> Table.Row? {
        let columns = draft.recipe.columns
        guard columns.contains(where: { $0.head != nil }) else { return nil }
        let row = draft.headElement.flatMap { element(.tableRow, in: $0, origin: draft.span) }
        let cells = columns.map { column -> Table.Cell in
            var type = draft.headType
            if let id = column.style {
                type.style.alignment = layout[id].alignment ?? type.style.alignment
            }
            return cell(.tableHeader, in: row, at: draft.span) { composer in
                guard let head = column.head else { return [] }
                return composer.cellText([Run(template: head)], type: type, at: draft.span)
            }
        }
        return Table.Row(cells: cells)
    }

    private mutating func row(of draft: TableDraft, at span: Span) -> Table.Row {
        let row = draft.bodyElement.flatMap { element(.tableRow, in: $0, origin: span) }
        let cells = draft.recipe.columns.map { column -> Table.Cell in
            let type =
                column.style.map { self.type(layout[$0], in: draft.cellType) } ?? draft.cellType
            let role: Role = column.namesRow ? .tableHeader : .tableData
            return cell(role, in: row, at: span, namesRow: column.namesRow) { composer in
                if let blocks = column.blocks { return composer.blocks(blocks) }
                return composer.cellText(column.cell ?? [], type: type, at: span)
            }
        }
        return Table.Row(cells: cells)
    }

    private mutating func cellText(_ runs: [Run], type: Type, at span: Span) -> [Block] {
        guard let said = said(by: runs) else { return [] }
        let line = line(of: said, type: type, in: surroundings.parent)
        return [
            Block(
                .paragraph(paragraph(line, type: type)),
                style: blockStyle(type),
                element: surroundings.areRead ? surroundings.parent : nil,
                origin: span
            )
        ]
    }

    private mutating func cell(
        _ role: Role,
        in row: ElementID?,
        at span: Span,
        namesRow: Bool = false,
        _ work: (inout Composer) -> [Block]
    ) -> Table.Cell {
        guard let row, let cell = element(role, in: row, origin: span) else {
            return Table.Cell(blocks: work(&self))
        }
        if role == .tableHeader { flow.structure[cell].cell.scope = namesRow ? .row : .column }
        return Table.Cell(blocks: under(cell, work))
    }

    // MARK: The whole

    private mutating func open(_ draft: inout TableDraft) {
        let recipe = draft.recipe
        draft.headType =
            recipe.headStyle.map { type($0) } ?? type(named: .tableHead, else: draft.type)
        draft.cellType =
            recipe.cellStyle.map { type($0) } ?? type(named: .tableCell, else: draft.type)
        guard let table = element(.table, origin: draft.span) else { return }
        draft.element = table
        if let caption = recipe.caption { flow.structure[table].summary = plainText(caption) }
        draft.headElement = element(.tableHead, in: table)
        draft.bodyElement = element(.tableBody, in: table)
    }

    private mutating func closed(
        _ draft: TableDraft,
        head: Table.Row?,
        rows: [Table.Row],
        widths: [Breadth]
    ) -> Block {
        let recipe = draft.recipe
        let tableType =
            recipe.cellStyle == nil ? type(named: .table, else: draft.type) : draft.type
        let colour = colour(draft.type.style.colour) ?? house.brand.textColour
        let strong = BlockStyle.Line(width: TableRecipe.UsualRule.strong, colour: colour)
        let thin = BlockStyle.Line(
            width: TableRecipe.UsualRule.thin,
            colour: colour.tint(TableRecipe.UsualRule.thinTint)
        )
        func line(_ border: Style.Border?, else other: BlockStyle.Line?) -> BlockStyle.Line? {
            border == nil ? other : self.line(border)
        }
        let between = line(recipe.ruleBetween, else: thin)
        let below = line(recipe.ruleBelow, else: strong)
        let padding =
            recipe.cellPadding.map { insets($0, size: draft.cellType.size) }
            ?? Insets(top: TableRecipe.usualPadding, bottom: TableRecipe.usualPadding)
        func finished(_ row: Table.Row, _ rule: BlockStyle.Line?) -> Table.Row {
            var row = row
            row.ruleBelow = rule
            for index in row.cells.indices { row.cells[index].padding = padding }
            return row
        }
        let table = Table(
            columns: widths.map { Table.Column(width: extent($0, size: draft.cellType.size)) },
            gutter: resolve(recipe.gutter, size: draft.cellType.size),
            head: head.map { [finished($0, line(recipe.ruleBelowHead, else: strong))] } ?? [],
            rows: rows.enumerated().map { index, row in
                var row = finished(row, index == rows.count - 1 ? below : between)
                row.leastHeight =
                    recipe.rowHeight.map { resolve($0, size: draft.cellType.size) } ?? .zero
                return row
            },
            ruleAbove: line(recipe.ruleAbove, else: head == nil ? strong : nil)
        )
        return Block(
            .table(table),
            style: blockStyle(tableType),
            element: draft.element,
            origin: draft.span
        )
    }
}

/// A table while its rows are composed.
struct TableDraft {
    var recipe: TableRecipe
    var type: Type
    var headType: Type
    var cellType: Type
    var span: Span
    var element: ElementID?
    var headElement: ElementID?
    var bodyElement: ElementID?

    init(recipe: TableRecipe, type: Type, span: Span) {
        self.recipe = recipe
        self.type = type
        headType = type
        cellType = type
        self.span = span
    }
}
