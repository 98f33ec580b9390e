import Flow
import Typesetting
import Units

/// One column while strips are tried in it, from the top or from below what floats there.
struct ColumnTrial {
    private var cursor: StackCursor

    init(startingWith index: Int, of poured: PouredGalley, below top: Double, grid: ColumnGrid?) {
        cursor = StackCursor(grid: grid)
        cursor.skip(top)
        if index < poured.count { cursor.skip(poured.headHeights[index]) }
    }

    /// Adds a strip and returns where the column's text then ends.
    mutating func add(_ measure: StripMeasure) -> Double {
        _ = cursor.place(measure)
        return cursor.foot + measure.below
    }
}

extension FilledColumn {
    /// What its floats, its strips and its notes need, one under the other.
    func height(on grid: ColumnGrid?) -> Length {
        let heights = floats.heights
        var foot = heights.top
        if let first = range.first {
            var trial = ColumnTrial(
                startingWith: first,
                of: poured,
                below: heights.top,
                grid: grid
            )
            for index in range { foot = trial.add(poured.measures[index]) }
        }
        let noteHeight = notes.reduce(notes.isEmpty ? .zero : Length.pt(poured.noteGap)) {
            $0 + $1.height
        }
        return .pt(foot + heights.foot) + noteHeight
    }
}

extension Sequence<PouredFloat> {
    /// What floats need at the head and at the foot of a column, gaps to the text included.
    var heights: (top: Double, foot: Double) {
        var heights = (top: 0.0, foot: 0.0)
        for float in self {
            let height = float.height + float.gap.points
            switch float.place {
            case .top: heights.top += height
            case .foot: heights.foot += height
            }
        }
        return heights
    }
}
