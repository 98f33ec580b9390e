import Flow
import Pages
import Units

extension Typesetter {
    /// Blocks in columns that end level: one strip where they fit a page, else one a page.
    mutating func galley(
        of blocks: [Block],
        inColumns count: Int,
        gutter: Length,
        to measure: Length
    ) -> Galley {
        let count = min(max(count, 1), 12)
        let width = max(.zero, (measure - gutter * Double(count - 1)) / Double(count))
        let column = galley(of: blocks, to: width)
        let balance = ColumnBalance(column, columns: count)
        var galley = Galley(measure: measure)
        var start = 0
        while start < column.strips.count {
            let ends = balance.ends(from: start, within: tallest.points)
            galley.strips.append(
                spread(column, from: start, ends: ends, step: width + gutter, across: measure)
            )
            start = ends.last ?? column.strips.count
        }
        galley.spaceAfter = column.spaceAfter
        return galley
    }

    /// Stands columns side by side as one strip.
    private func spread(
        _ column: Galley,
        from start: Int,
        ends: [Int],
        step: Length,
        across measure: Length
    ) -> Strip {
        var whole = Strip(height: .zero)
        var from = start
        for (index, end) in ends.enumerated() where end > from {
            let shift = step * Double(index)
            let x = isRightToLeft ? measure - column.measure - shift : shift
            var part = column
            part.strips = Array(column.strips[from..<end])
            part.strips[0].spaceBefore = .zero
            let piece = part.joined()
            whole.absorb(piece, at: Point(x: x, y: .zero))
            whole.height = max(whole.height, piece.height)
            from = end
        }
        return whole
    }
}
