import Arrangement
import Flow
import Pages
import Units

extension Typesetter {
    /// Lists or tables in two languages side by side, item level with item and row with row, so that columns
    /// may end between them; nil where they are not divided alike.
    ///
    /// - Parameter places: Where each cell stands across, and how wide it is.
    mutating func galley(
        ofParallel cells: [RowCell],
        at places: [(left: Length, width: Length)],
        in setting: Setting
    ) -> Galley? {
        var blocks = cells.compactMap(\.onlyBlock)
        guard blocks.count == cells.count, blocks.count > 1 else { return nil }
        blocks = blocks.partedAlike
        let counts = blocks.map(\.partCount)
        guard let count = counts[0], count > 1, counts.allSatisfy({ $0 == count }) else {
            return nil
        }
        let heard = report
        var parts = set(blocks, across: places, in: setting)
        if blocks.contains(where: \.isTable) {
            guard let levelled = levelled(blocks, asTallAs: parts) else {
                report = heard
                return nil
            }
            report = heard
            parts = set(levelled, across: places, in: setting)
        }
        guard parts.allSatisfy({ $0.isPartable(into: count) }) else {
            report = heard
            return nil
        }
        // Rules stand level, and else first lines.
        let alignment: VerticalAlignment = blocks[0].isTable ? .top : .baseline
        return ParallelParts(galleys: parts, places: places, alignment: alignment)
            .galley(to: setting.measure)
    }

    private mutating func set(
        _ blocks: [Block],
        across places: [(left: Length, width: Length)],
        in setting: Setting
    ) -> [Galley] {
        zip(blocks, places).map { block, place in
            var block = block
            // Rows keep step with those beside them instead of with the grid.
            if block.isTable { block.style.grid = .off }
            var galley = galley(of: block, in: setting.narrowedWithNotes(to: place.width))
            if block.isTable { galley.blockStarts = Array(galley.strips.indices) }
            return galley
        }
    }

    /// The tables with rows that are as tall as those beside them; nil where a row has come to several
    /// strips.
    private func levelled(_ blocks: [Block], asTallAs galleys: [Galley]) -> [Block]? {
        var levelled = blocks
        for (index, block) in blocks.enumerated() {
            guard case .table(var table) = block.content,
                galleys.allSatisfy({ $0.strips.count == table.head.count + table.rows.count })
            else { return nil }
            for row in 0..<table.head.count + table.rows.count {
                let tallest = zip(blocks, galleys).map { $0.heightOfRow(row, in: $1) }.max()
                table.grow(row, to: tallest ?? .zero)
            }
            levelled[index].content = .table(table)
        }
        return levelled
    }
}

/// Galleys that have as many parts, each beside its like.
private struct ParallelParts {
    let galleys: [Galley]
    let places: [(left: Length, width: Length)]
    let alignment: VerticalAlignment

    func galley(to measure: Length) -> Galley {
        var whole = Galley(measure: measure)
        for part in galleys[0].blockStarts.indices {
            let ranges = galleys.map { $0.strips(ofBlock: part) }
            var strips = row(of: ranges, across: measure).slices(leaving: 2)
            let firsts = zip(galleys, ranges).map { $0.strips[$1.lowerBound] }
            strips[0].spaceBefore = firsts.map(\.spaceBefore).max() ?? .zero
            strips[0].breakBefore = Self.breakAbove(firsts)
            whole.blockStarts.append(whole.strips.count)
            whole.strips += strips
            if firsts.allSatisfy({ $0.tableHead != nil }) {
                for index in strips.indices {
                    whole.strips[whole.strips.count - 1 - index].tableHead = 0
                }
            }
        }
        if let head { whole.tableHeads = [head] }
        return whole
    }

    /// An item of one line is not alone where that beside it has more.
    private static func breakAbove(_ firsts: [Strip]) -> Strip.Break {
        let breaks = firsts.map(\.breakBefore)
        return breaks.first { $0.cost == .infinity } ?? breaks.min { $0.cost < $1.cost }
            ?? .forbidden
    }

    private func row(of ranges: [Range<Int>], across measure: Length) -> CellRow {
        let cells = zip(galleys, ranges).enumerated().map { index, part in
            cell(Array(part.0.strips[part.1]), of: index)
        }
        return CellRow(cells.levellingNotes(across: measure))
    }

    /// Without the space above them, which is that of the whole row.
    private func cell(_ strips: [Strip], of index: Int) -> SetCell {
        var strips = strips
        strips[0].spaceBefore = .zero
        return SetCell(
            galley: Galley(measure: places[index].width, strips: strips),
            left: places[index].left,
            width: places[index].width,
            alignment: alignment
        )
    }

    /// The heads of both tables, as they stand again above rows that go on.
    private var head: [Strip]? {
        let heads = galleys.compactMap(\.tableHeads.first)
        guard heads.count == galleys.count, heads.allSatisfy({ $0.count == heads[0].count })
        else { return nil }
        return heads[0].indices.map { strip in
            CellRow(heads.enumerated().map { cell([$1[strip]], of: $0) }).strip()
        }
    }
}

extension RowCell {
    fileprivate var onlyBlock: Block? { blocks.count == 1 ? blocks[0] : nil }
}

extension Block {
    fileprivate var isTable: Bool { if case .table = content { true } else { false } }

    /// Of how many items or rows it is; nil where it is of another kind.
    fileprivate var partCount: Int? {
        switch content {
        case .list(let items): items.count
        case .table(let table): table.head.count + table.rows.count
        default: nil
        }
    }

    /// Without the rules that stand above and below it.
    fileprivate func heightOfRow(_ row: Int, in galley: Galley) -> Length {
        guard case .table(let table) = content else { return .zero }
        let above = row == 0 ? table.ruleAbove?.width ?? .zero : .zero
        let below = (table.head + table.rows)[row].ruleBelow?.width ?? .zero
        return galley.strips[row].height - above - below
    }
}

extension Table {
    fileprivate mutating func grow(_ row: Int, to height: Length) {
        if row < head.count {
            head[row].leastHeight = max(head[row].leastHeight, height)
        } else {
            rows[row - head.count].leastHeight = max(rows[row - head.count].leastHeight, height)
        }
    }
}

extension Galley {
    /// Whether each of so many parts has strips of its own, and nothing is drawn around several of them.
    fileprivate func isPartable(into count: Int) -> Bool {
        blockStarts.count == count && strips.allSatisfy(\.enclosures.isEmpty)
            && blockStarts.indices.allSatisfy { !strips(ofBlock: $0).isEmpty }
    }
}
