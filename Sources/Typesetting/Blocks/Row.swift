import Flow
import Units

extension Typesetter {
    /// Cells side by side in one strip.
    ///
    /// - Parameter most: Taller than this, it may be divided; nil where it is not.
    mutating func galley(
        of cells: [RowCell],
        gutter: Length,
        keptUpTo most: Length?,
        in setting: Setting
    ) -> Galley {
        let measure = setting.measure
        let room = measure - gutter * Double(max(0, cells.count - 1))
        let cells = shapedRow(of: cells, within: room) ?? cells
        let widths = widths(of: cells, within: room, in: setting)
        let places = places(of: widths, gutter: gutter, in: setting)
        let isParallel = cells.contains(where: \.isDivisible)
        if isParallel, let parallel = galley(ofParallel: cells, at: places, in: setting) {
            return parallel
        }
        var row = zip(cells, places).map { cell, place in
            let inner =
                isParallel
                ? setting.narrowedWithNotes(to: place.width) : setting.narrowed(to: place.width)
            return SetCell(
                galley: galley(of: cell.blocks, in: inner),
                left: place.left,
                width: place.width,
                alignment: cell.alignment
            )
        }
        if isParallel { row = row.levellingNotes(across: measure) }
        let whole = CellRow(row)
        guard whole.cells.contains(where: { !$0.galley.strips.isEmpty }) else {
            return Galley(measure: measure)
        }
        guard whole.height <= setting.tallestKept else {
            return Galley(measure: measure, strips: whole.slices(within: setting.tallest))
        }
        if isParallel {
            return Galley(measure: measure, strips: whole.slices(leaving: 2))
        }
        if let most, whole.height > most {
            return Galley(measure: measure, strips: whole.slices(leaving: 2, keepingLines: true))
        }
        return Galley(measure: measure, strips: [whole.strip()])
    }

    /// From the row's left edge, from whichever side its cells begin.
    private func places(
        of widths: [Length],
        gutter: Length,
        in setting: Setting
    ) -> [(left: Length, width: Length)] {
        var start = Length.zero
        return widths.map { width in
            defer { start += width + gutter }
            return (setting.isRightToLeft ? setting.measure - start - width : start, width)
        }
    }

    private mutating func widths(
        of cells: [RowCell],
        within room: Length,
        in setting: Setting
    ) -> [Length] {
        var needs: [ColumnNeed] = []
        for cell in cells {
            let needed = cell.width == .content ? widths(of: cell.blocks, at: setting.depth) : .zero
            needs.append(ColumnNeed(width: cell.width, needs: needed))
        }
        return ColumnNeed.distribute(room, among: needs)
    }
}
