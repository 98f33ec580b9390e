import Flow
import Pages
import Typesetting
import Units

/// Tables whose rows take what their pages leave, such as the hours of a day that is short.
struct RoomForRows {
    /// A column with room left below tables that may take it.
    private struct Column {
        var tables: [Int]
        var measure: Length
        /// What is left at its foot.
        var left: Length
    }

    private let stream: Int
    private var columns: [Column] = []

    /// Nil where no table takes more room, or the leading stream does not stand in one galley.
    init?(below drafts: [PageDraft], of flow: Flow, leading: Int?) {
        guard let leading else { return nil }
        let growing = flow.streams[leading].growingTables
        guard !growing.isEmpty else { return nil }
        stream = leading
        let blocks = flow.streams[leading].blocks
        let filled = drafts.flatMap(\.leading)
        let strips = filled.first?.poured.galley.strips.count
        let isOne = filled.allSatisfy {
            $0.poured.galley.strips.count == strips
                && $0.poured.galley.blockStarts.count == blocks.count
        }
        guard isOne else { return nil }
        for column in filled {
            let left = column.column.height - column.height(on: flow.grid) - Self.clearance
            let tables = growing.filter {
                let strips = column.poured.galley.strips(ofBlock: $0)
                return !strips.isEmpty && column.range.contains(strips.lowerBound)
                    && column.range.upperBound >= strips.upperBound
            }
            guard !tables.isEmpty, left > .zero else { continue }
            columns.append(
                Column(tables: tables, measure: column.poured.galley.measure, left: left)
            )
        }
    }

    /// So that rows as tall as can be are no hair too tall.
    private static let clearance = Length.pt(0.5)

    /// The flow with rows as tall as the columns have room for: those of one column alike.
    func filling(_ flow: Flow, with typesetter: Typesetter) -> Flow {
        var flow = flow
        for column in columns {
            let share = share(of: column, in: flow, with: typesetter)
            for table in column.tables {
                flow.streams[stream].blocks[table].growRows(by: share)
            }
        }
        return flow
    }

    /// How far the rows of a column's tables grow, from 0 to 1.
    ///
    /// What is in a row may be taller than its minutes, so tables are set until the share is found.
    private func share(of column: Column, in flow: Flow, with typesetter: Typesetter) -> Double {
        func height(at share: Double) -> Length {
            var typesetter = typesetter
            return column.tables.reduce(.zero) { sum, table in
                var block = flow.streams[stream].blocks[table]
                block.growRows(by: share)
                return sum + typesetter.set(alone: block, to: column.measure).height
            }
        }
        let most = height(at: 0) + column.left
        if height(at: 1) <= most { return 1 }
        var (low, high) = (0.0, 1.0)
        for _ in 0..<Self.steps {
            let middle = (low + high) / 2
            if height(at: middle) <= most { low = middle } else { high = middle }
        }
        return low
    }

    /// Halvings: what is left at the foot is less than a hundredth of what rows may take.
    private static let steps = 7
}

extension Attempt {
    /// The same pages with rows that take what room is left on them; nil where there are none.
    ///
    /// - Parameter flow: What the pages were made of.
    func fillingPages(
        with typesetting: (Flow) -> Typesetter,
        of flow: () -> Flow
    ) -> Attempt? {
        guard let rows = roomForRows else { return nil }
        let flow = flow()
        let typesetter = typesetting(flow)
        let filled = Attempt(rows.filling(flow, with: typesetter), with: typesetter)
        // Taller rows are no reason for another page, nor for other text on one.
        guard filled.document.pages.count == document.pages.count,
            filled.crowded.isSubset(of: crowded), filled.headingPages == headingPages
        else { return nil }
        return filled
    }
}

extension Flow {
    /// Whether some of its tables take what room their pages leave.
    var hasGrowingTables: Bool { streams.contains { !$0.growingTables.isEmpty } }
}

extension Stream {
    /// Its blocks that are such tables.
    fileprivate var growingTables: [Int] {
        blocks.indices.filter { index in
            guard case .table(let table) = blocks[index].content else { return false }
            return table.rows.contains { $0.mostHeight > $0.leastHeight }
        }
    }
}

extension Block {
    /// Lets the rows of a table grow by a share of what they may.
    fileprivate mutating func growRows(by share: Double) {
        guard case .table(var table) = content else { return }
        for row in table.rows.indices where table.rows[row].mostHeight > table.rows[row].leastHeight
        {
            let least = table.rows[row].leastHeight
            table.rows[row].leastHeight = least + (table.rows[row].mostHeight - least) * share
        }
        content = .table(table)
    }
}
