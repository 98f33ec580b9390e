import Arrangement
import Diagnostics
import Layouts
import Structure
import Units

/// A table while its rows are composed.
struct TableDraft {
    var recipe: TableRecipe
    var type: Type
    /// How it stands on the page: as its own style says, or else as that of all tables does.
    var look: Type
    var headType: Type
    var cellType: Type
    var span: Span
    var element: ElementID?
    var headElement: ElementID?
    var bodyElement: ElementID?

    init(recipe: TableRecipe, type: Type, look: Type, span: Span) {
        self.recipe = recipe
        self.type = type
        self.look = look
        headType = type
        cellType = type
        self.span = span
    }
}

extension Composer {
    mutating func open(_ draft: inout TableDraft) {
        let recipe = draft.recipe
        draft.headType =
            recipe.headStyle.map { type($0) } ?? type(named: .tableHead, else: draft.type)
        draft.cellType =
            recipe.cellStyle.map { type($0) } ?? type(named: .tableCell, else: draft.type)
        guard let table = element(.table, origin: draft.span) else { return }
        draft.element = table
        if let caption = recipe.caption {
            flow.structure[table].summary = afterCount(plainText(caption))
        }
        draft.headElement = element(.tableHead, in: table)
        draft.bodyElement = element(.tableBody, in: table)
    }

    mutating func closed(
        _ draft: TableDraft,
        head: Table.Row?,
        rows: [Table.Row],
        widths: [Breadth]
    ) -> Block {
        let (recipe, size) = (draft.recipe, draft.cellType.size)
        let rules = rules(of: draft, isHeaded: head != nil)
        let padding =
            recipe.cellPadding.map { insets($0, size: size) }
            ?? Insets(top: TableRecipe.usualPadding, bottom: TableRecipe.usualPadding)
        let height = recipe.rowHeight.map { resolve($0, size: size) } ?? .zero
        let last = rows.count - 1
        let table = Table(
            columns: widths.map { Table.Column(width: extent($0, size: size)) },
            gutter: resolve(recipe.gutter, size: size),
            head: head.map { [$0.standingOnItsFoot.finished(padding, ruledBy: rules.belowHead)] }
                ?? [],
            rows: rows.enumerated().map { index, row in
                let rule = index == last ? rules.below : rules.between
                return row.finished(padding, ruledBy: rule, atLeast: height)
            },
            ruleAbove: rules.above
        )
        return Block(
            .table(table),
            style: blockStyle(draft.look),
            element: draft.element,
            origin: draft.span
        )
    }

    private struct TableRules {
        var above: BlockStyle.Line?
        var belowHead: BlockStyle.Line?
        var between: BlockStyle.Line?
        var below: BlockStyle.Line?
    }

    /// Those of the recipe, or the usual ones in the colour of its text.
    private func rules(of draft: TableDraft, isHeaded: Bool) -> TableRules {
        let recipe = draft.recipe
        let colour = colour(draft.type.style.colour) ?? house.brand.textColour
        let strong = BlockStyle.Line(width: TableRecipe.UsualRule.strong, colour: colour)
        let thin = BlockStyle.Line(
            width: TableRecipe.UsualRule.thin,
            colour: colour.tint(TableRecipe.UsualRule.thinTint)
        )
        func line(_ border: Style.Border?, else other: BlockStyle.Line?) -> BlockStyle.Line? {
            border == nil ? other : self.line(border)
        }
        return TableRules(
            above: line(recipe.ruleAbove, else: isHeaded ? nil : strong),
            belowHead: line(recipe.ruleBelowHead, else: strong),
            between: line(recipe.ruleBetween, else: thin),
            below: line(recipe.ruleBelow, else: strong)
        )
    }
}

extension Table.Row {
    /// Headings of one line stand beside the last line of the others, above their figures.
    fileprivate var standingOnItsFoot: Table.Row {
        var row = self
        for index in row.cells.indices { row.cells[index].alignment = .bottom }
        return row
    }

    fileprivate func finished(
        _ padding: Insets,
        ruledBy rule: BlockStyle.Line?,
        atLeast height: Length = .zero
    ) -> Table.Row {
        var row = self
        row.ruleBelow = rule
        row.leastHeight = height
        for index in row.cells.indices {
            var whole = padding
            whole.right = padding.right + row.cells[index].padding.right
            row.cells[index].padding = whole
        }
        return row
    }
}
