import Flow
import Units

extension RowHeights {
    /// Brings the first baselines of rows whole steps of the grid apart.
    ///
    /// The padding a layout asks for is what a row would like. It gives or takes the least that
    /// brings the next first baseline to a step, half of that on either side of the rule between the
    /// rows, so that the rule stays midway. No row loses more than its padding, and none of its least
    /// height.
    ///
    /// - Parameters:
    ///   - step: Greater than zero.
    ///   - cells: Those whose heights these are; their padding changes.
    mutating func keep(_ step: Length, of rows: [Table.Row], in cells: inout [[SetCell]]) {
        let wished = heights
        for row in rows.indices.dropFirst() {
            let above = row - 1
            guard let last = natural[above].firstBaseline, let next = natural[row].firstBaseline
            else { continue }
            let rule = rows[above].ruleBelow?.width ?? .zero
            let distance = wished[above] - last + rule + next
            let isFixed = rows[above].leastHeight > .zero || rows[row].leastHeight > .zero
            let below = cells[above].map(\.padding.bottom).min() ?? .zero
            let over = natural[row].cells.map(\.padding.top).min() ?? .zero
            let most = isFixed ? .zero : min(below, over) * 2
            let share = Self.missing(to: distance, by: step, losing: most) / 2
            grow(above, by: share)
            grow(row, by: share)
            for cell in cells[above].indices where cells[above][cell].rowSpan == 1 {
                cells[above][cell].padding.bottom += share
            }
            for cell in cells[row].indices { cells[row][cell].padding.top += share }
        }
    }

    /// To the nearest step, below zero where that is a shorter way; to the one after it where too much
    /// would be lost.
    private static func missing(
        to distance: Length,
        by step: Length,
        losing most: Length
    ) -> Length {
        let nearest = step * (distance / step).rounded() - distance
        return nearest + most >= .zero ? nearest : nearest + step
    }
}
