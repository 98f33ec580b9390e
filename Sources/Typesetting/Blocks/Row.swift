import Flow
import Units

extension Typesetter {
    /// Cells side by side in one strip.
    ///
    /// - Parameter most: Taller than this, it may be divided; nil where it is not.
    mutating func galley(
        of cells: [RowCell],
        gutter: Length,
        to measure: Length,
        keptUpTo most: Length?
    ) -> Galley {
        let room = measure - gutter * Double(max(0, cells.count - 1))
        let cells = shapedRow(of: cells, within: room) ?? cells
        let widths = widths(of: cells, within: room)
        var left = Length.zero
        var row: [SetCell] = []
        for (cell, width) in zip(cells, widths) {
            row.append(
                SetCell(
                    galley: galley(of: cell.blocks, to: width),
                    left: isRightToLeft ? measure - left - width : left,
                    width: width,
                    alignment: cell.alignment
                )
            )
            left += width + gutter
        }
        let whole = CellRow(row)
        guard whole.cells.contains(where: { !$0.galley.strips.isEmpty }) else {
            return Galley(measure: measure)
        }
        guard whole.height <= tallestKept else {
            return Galley(measure: measure, strips: whole.slices(within: tallest))
        }
        if cells.contains(where: \.isDivisible) {
            return Galley(measure: measure, strips: whole.slices(leaving: 2))
        }
        if let most, whole.height > most {
            return Galley(measure: measure, strips: whole.slices(leaving: 2, keepingLines: true))
        }
        return Galley(measure: measure, strips: [whole.strip()])
    }

    private mutating func widths(of cells: [RowCell], within room: Length) -> [Length] {
        var needs: [ColumnNeed] = []
        for cell in cells {
            let needed = cell.width == .content ? widths(of: cell.blocks) : .zero
            needs.append(ColumnNeed(width: cell.width, needs: needed))
        }
        return ColumnNeed.distribute(room, among: needs)
    }
}
