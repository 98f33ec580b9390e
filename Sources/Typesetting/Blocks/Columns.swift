import Flow
import Pages
import Units

extension Typesetter {
    /// Blocks in columns that end level: one strip where they fit a page, else one a page, of which the
    /// first leaves room for what is kept with it.
    mutating func galley(
        of blocks: [Block],
        inColumns count: Int,
        gutter: Length,
        in setting: Setting
    ) -> Galley {
        let count = min(max(count, 1), 12)
        let (measure, tallest) = (setting.measure, setting.tallest)
        var lead = setting.columnLead < tallest * 0.5 ? setting.columnLead : .zero
        let width = max(.zero, (measure - gutter * Double(count - 1)) / Double(count))
        let column = galley(of: blocks, in: setting.narrowed(to: width))
        let balance = ColumnBalance(column, columns: count)
        var galley = Galley(measure: measure)
        var start = 0
        while start < column.strips.count {
            let ends = ends(of: column, from: start, by: balance, within: tallest - lead)
            lead = .zero
            galley.strips.append(
                spread(column, from: start, ends: ends, step: width + gutter, in: setting)
            )
            start = ends.last ?? column.strips.count
        }
        galley.spaceAfter = column.spaceAfter
        return galley
    }

    /// Where the columns of a page end, so that the notes marked in them find room below.
    private func ends(
        of column: Galley,
        from start: Int,
        by balance: ColumnBalance,
        within tallest: Length
    ) -> [Int] {
        let full = balance.ends(from: start, within: tallest.points)
        // In less room there is no more.
        let last = full.last ?? start
        let notes = noteRoom(of: column.strips[start..<last])
        guard notes > .zero, notes < tallest else { return full }
        // With the room of all these notes taken, those of fewer lines fit; with less of it, mostly too.
        var (room, most) = (notes, Length.zero)
        var ends = balance.ends(from: start, to: last, within: (tallest - room).points)
        for _ in 0..<Self.noteTrials {
            let middle = (room + most) * 0.5
            let trial = balance.ends(from: start, to: last, within: (tallest - middle).points)
            if noteRoom(of: column.strips[start..<(trial.last ?? start)]) <= middle {
                (ends, room) = (trial, middle)
            } else {
                most = middle
            }
        }
        return ends
    }

    private static let noteTrials = 8

    /// What the notes of lines need below them.
    private func noteRoom(of strips: ArraySlice<Strip>) -> Length {
        let notes = strips.flatMap(\.footnotes)
        return notes.reduce(notes.isEmpty ? .zero : noteGap) { $0 + $1.height }
    }

    /// Stands columns side by side as one strip.
    private func spread(
        _ column: Galley,
        from start: Int,
        ends: [Int],
        step: Length,
        in setting: Setting
    ) -> Strip {
        var whole = Strip(height: .zero)
        var from = start
        for (index, end) in ends.enumerated() where end > from {
            let shift = step * Double(index)
            let x = setting.isRightToLeft ? setting.measure - column.measure - shift : shift
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
