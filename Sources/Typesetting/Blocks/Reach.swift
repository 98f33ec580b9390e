import Arrangement
import Flow
import Units

/// Tables that need more room than their frame has, and may take it where the margin is free.
extension Typesetter {
    /// A block set as far beyond its frame as its style lets it; nil where no table in it needs that.
    ///
    /// Whoever makes up pages sees whether anything else stands there.
    mutating func standingOut(_ block: Block, in setting: Setting) -> Galley? {
        guard block.style.reaches, setting.isFloating, setting.depth == 1,
            hasCrowdedTable(block, in: setting)
        else { return nil }
        var wide = block
        wide.style.marginLeft = block.style.marginLeft - block.style.reachLeft
        wide.style.marginRight = block.style.marginRight - block.style.reachRight
        var galley = galley(of: wide, in: setting)
        for index in galley.strips.indices { galley.strips[index].standsOut = true }
        return galley
    }

    private mutating func hasCrowdedTable(_ block: Block, in setting: Setting) -> Bool {
        switch block.content {
        case .table(let table): isCrowded(table, in: setting)
        case .box(let blocks): blocks.contains { hasCrowdedTable($0, in: setting) }
        default: false
        }
    }

    /// Whether columns have not the room that their words would take in one line, up to a share of the
    /// measure: a text in a cell turns its lines anyway.
    private mutating func isCrowded(_ table: Table, in setting: Setting) -> Bool {
        let grid = TableGrid(table)
        guard grid.columns >= Self.fewestThatReach else { return false }
        let most = setting.measure * Self.mostOfAColumn
        let gutters = table.gutter * Double(grid.columns - 1)
        let needs = needs(ofColumnsOf: table, in: grid, at: setting.depth)
        let needed = needs.reduce(gutters) {
            $0 + max($1.widths.minimum, min($1.widths.natural, most))
        }
        return needed > setting.measure
    }

    /// Three columns have room enough for words of several lines.
    private static let fewestThatReach = 4
    private static let mostOfAColumn = 0.3
}
