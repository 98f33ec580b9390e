import Arrangement
import Content
import Diagnostics
import Layouts
import Structure
import Units

extension Composer {
    mutating func table(_ recipe: TableRecipe, type: Type, look: Type, at span: Span) -> [Block] {
        guard let each = recipe.each else { return [] }
        checkPath(of: each)
        if let value = value(of: each), case .table(let table) = value.content {
            return self.table(of: table, recipe: recipe, type: type, look: look, at: value.span)
        }
        var recipe = recipe
        recipe.columns = standingColumns(of: recipe)
        recipe.rowHeight = recipe.rowHeightFrom.flatMap { height(in: $0) } ?? recipe.rowHeight
        let values = values(of: each)
        let blanks = recipe.blankRows.map { blankRows($0) } ?? 0
        if values.isEmpty && blanks == 0 || recipe.columns.isEmpty { return [] }
        var draft = TableDraft(recipe: recipe, type: type, look: look, span: span)
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
                            ?? "it has \(Diagnostic.Message.quoted(known))"
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

    // MARK: Rows

    private mutating func headRow(of draft: TableDraft) -> Table.Row? {
        let columns = draft.recipe.columns
        guard columns.contains(where: { $0.head != nil }) else { return nil }
        let row = draft.headElement.flatMap { element(.tableRow, in: $0, origin: draft.span) }
        let cells = columns.map { column -> Table.Cell in
            var type = draft.headType
            if let id = column.style {
                type.style.alignment = layout[id].alignment ?? type.style.alignment
            }
            return cell(headOf: .column, in: row, at: draft.span) { composer in
                guard let head = column.head else { return [] }
                return composer.cellText([RunRecipe(template: head)], type: type, at: draft.span)
            }
        }
        return Table.Row(cells: cells)
    }

    private mutating func row(of draft: TableDraft, at span: Span) -> Table.Row {
        let row = draft.bodyElement.flatMap { element(.tableRow, in: $0, origin: span) }
        let cells = draft.recipe.columns.map { column -> Table.Cell in
            let type =
                column.style.map { self.type(layout[$0], in: draft.cellType) } ?? draft.cellType
            return cell(headOf: column.namesRow ? .row : nil, in: row, at: span) { composer in
                if let blocks = column.blocks { return composer.blocks(blocks) }
                return composer.cellText(column.cell ?? [], type: type, at: span)
            }
        }
        return Table.Row(cells: cells)
    }

    private mutating func cellText(_ runs: [RunRecipe], type: Type, at span: Span) -> [Block] {
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

    /// A cell of a row, under an element of its own where it is read.
    ///
    /// - Parameter scope: What it is the head of; nil where it is none.
    mutating func cell(
        headOf scope: Element.Cell.Scope? = nil,
        in row: ElementID?,
        at span: Span,
        alignment: VerticalAlignment = .baseline,
        _ work: (inout Composer) -> [Block]
    ) -> Table.Cell {
        let role: Role = scope == nil ? .tableData : .tableHeader
        guard let row, let cell = element(role, in: row, origin: span) else {
            return Table.Cell(blocks: work(&self), alignment: alignment)
        }
        flow.structure[cell].cell.scope = scope
        return Table.Cell(blocks: under(cell, work), alignment: alignment)
    }
}
