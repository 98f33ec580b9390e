import Flow

/// Every paragraph a block holds, however deep: blocks are walked and rebuilt here only.
extension Block {
    /// Whether some paragraph is such a one; nothing is rebuilt for the asking.
    func hasParagraph(depth: Int = 0, where holds: (Paragraph) -> Bool) -> Bool {
        guard depth < Self.deepest else { return false }
        func inside(_ blocks: [Block]) -> Bool {
            blocks.contains { $0.hasParagraph(depth: depth + 1, where: holds) }
        }
        func inRow(_ row: Table.Row) -> Bool { row.cells.contains { inside($0.blocks) } }
        switch content {
        case .paragraph(let paragraph): return holds(paragraph)
        case .list(let items): return items.contains { holds($0.label) || inside($0.body) }
        case .chart(let chart):
            return chart.entries.contains { holds($0.label) || holds($0.figure) }
        case .table(let table):
            return table.head.contains(where: inRow) || table.rows.contains(where: inRow)
        case .box(let blocks), .columns(_, _, let blocks): return inside(blocks)
        case .row(let cells, _): return cells.contains { inside($0.blocks) }
        case .picture, .rule, .code, .space: return false
        }
    }

    func mappingParagraphs(_ change: (Paragraph) -> Paragraph) -> Block {
        mapping { block in
            var block = block
            switch block.content {
            case .paragraph(let paragraph): block.content = .paragraph(change(paragraph))
            case .list(var items):
                for index in items.indices { items[index].label = change(items[index].label) }
                block.content = .list(items)
            case .chart(var chart):
                for index in chart.entries.indices {
                    chart.entries[index].label = change(chart.entries[index].label)
                    chart.entries[index].figure = change(chart.entries[index].figure)
                }
                block.content = .chart(chart)
            default: break
            }
            return block
        }
    }

    /// Changes this block and every block in it; nil leaves a block out.
    func mapping(depth: Int = 0, _ change: (Block) -> Block?) -> Block {
        compactMapping(depth: depth, change) ?? Block(.box([]))
    }

    /// The same, where the block itself may be left out.
    func compactMapping(depth: Int = 0, _ change: (Block) -> Block?) -> Block? {
        guard var block = change(self), depth < Self.deepest else { return nil }
        func inner(_ blocks: [Block]) -> [Block] {
            blocks.compactMap { $0.compactMapping(depth: depth + 1, change) }
        }
        switch block.content {
        case .list(var items):
            for index in items.indices { items[index].body = inner(items[index].body) }
            block.content = .list(items)
        case .table(var table):
            table.head = table.head.map { $0.mappingCells(inner) }
            table.rows = table.rows.map { $0.mappingCells(inner) }
            block.content = .table(table)
        case .box(let blocks): block.content = .box(inner(blocks))
        case .columns(let count, let gutter, let blocks):
            block.content = .columns(count: count, gutter: gutter, inner(blocks))
        case .row(var cells, let gutter):
            for index in cells.indices { cells[index].blocks = inner(cells[index].blocks) }
            block.content = .row(cells, gutter: gutter)
        case .paragraph, .picture, .rule, .chart, .code, .space: break
        }
        return block
    }

    private static let deepest = 64
}

extension Table.Row {
    fileprivate func mappingCells(_ change: ([Block]) -> [Block]) -> Table.Row {
        var row = self
        for index in row.cells.indices { row.cells[index].blocks = change(row.cells[index].blocks) }
        return row
    }
}
