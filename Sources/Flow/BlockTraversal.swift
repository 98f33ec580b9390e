/// Every block and paragraph that a block holds, however deep: blocks are walked and rebuilt here only.
///
/// How deep they lie is bounded where they are composed (see ``compose(_:with:language:in:reporting:)``).
extension Block {
    /// Whether some paragraph is such a one; nothing is rebuilt for the asking.
    package func hasParagraph(where holds: (Paragraph) -> Bool) -> Bool {
        switch content {
        case .paragraph(let paragraph): holds(paragraph)
        case .list(let items):
            items.contains { holds($0.label) || $0.body.hasParagraph(where: holds) }
        case .chart(let chart): chart.entries.contains { holds($0.label) || holds($0.figure) }
        default: hasInside { $0.hasParagraph(where: holds) }
        }
    }

    /// Whether it is such a one, or some block inside it.
    package func hasBlock(where holds: (Block) -> Bool) -> Bool {
        holds(self) || hasInside { blocks in blocks.contains { $0.hasBlock(where: holds) } }
    }

    /// Shows this block and then every block in it; nothing is rebuilt for it.
    package func visitBlocks(_ visit: (Block) -> Void) {
        visit(self)
        _ = hasInside { blocks in
            for block in blocks { block.visitBlocks(visit) }
            return false
        }
    }

    /// Whether some list of blocks that it holds is such a one.
    private func hasInside(_ holds: ([Block]) -> Bool) -> Bool {
        func inRow(_ row: Table.Row) -> Bool { row.cells.contains { holds($0.blocks) } }
        switch content {
        case .list(let items): return items.contains { holds($0.body) }
        case .table(let table):
            return table.head.contains(where: inRow) || table.rows.contains(where: inRow)
        case .box(let blocks), .columns(_, _, let blocks): return holds(blocks)
        case .row(let cells, _): return cells.contains { holds($0.blocks) }
        case .paragraph, .picture, .rule, .chart, .code, .space: return false
        }
    }

    package func mappingParagraphs(_ change: (Paragraph) -> Paragraph) -> Block {
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
    package func mapping(_ change: (Block) -> Block?) -> Block {
        compactMapping(change) ?? Block(.box([]))
    }

    /// The same, where the block itself may be left out.
    package func compactMapping(_ change: (Block) -> Block?) -> Block? {
        change(self)?.mappingInside { blocks in blocks.compactMap { $0.compactMapping(change) } }
    }

    /// The same block, each list of blocks that it holds changed.
    fileprivate func mappingInside(_ change: ([Block]) -> [Block]) -> Block {
        var block = self
        switch block.content {
        case .list(var items):
            for index in items.indices { items[index].body = change(items[index].body) }
            block.content = .list(items)
        case .table(var table):
            table.head = table.head.map { $0.mappingCells(change) }
            table.rows = table.rows.map { $0.mappingCells(change) }
            block.content = .table(table)
        case .box(let blocks): block.content = .box(change(blocks))
        case .columns(let count, let gutter, let blocks):
            block.content = .columns(count: count, gutter: gutter, change(blocks))
        case .row(var cells, let gutter):
            for index in cells.indices { cells[index].blocks = change(cells[index].blocks) }
            block.content = .row(cells, gutter: gutter)
        case .paragraph, .picture, .rule, .chart, .code, .space: break
        }
        return block
    }
}

extension [Block] {
    fileprivate func hasParagraph(where holds: (Paragraph) -> Bool) -> Bool {
        contains { $0.hasParagraph(where: holds) }
    }

    /// The same blocks, with others in the place of some, however deep those lie.
    ///
    /// - Parameter others: What stands for a block; nil leaves it, and what is inside it is asked for.
    func replacing(_ others: (Block) -> [Block]?) -> [Block] {
        flatMap { others($0) ?? [$0.mappingInside { $0.replacing(others) }] }
    }
}

extension Table.Row {
    fileprivate func mappingCells(_ change: ([Block]) -> [Block]) -> Table.Row {
        var row = self
        for index in row.cells.indices { row.cells[index].blocks = change(row.cells[index].blocks) }
        return row
    }
}
