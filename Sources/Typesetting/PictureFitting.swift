import Arrangement
import Diagnostics
import Flow
import Units

/// How many pictures have been set, and how tall the tallest of them is.
struct PictureTally {
    var count = 0
    var tallest = Length.zero

    mutating func add(_ height: Length) {
        count += 1
        tallest = max(tallest, height)
    }
}

/// Pictures that give way to the words they are kept with: a column holds both, or the picture would stand
/// over its foot.
extension Typesetter {
    /// Whether a block that may hold pictures is to be found in one column, all of it.
    func standsInOneColumn(_ block: Block, in setting: Setting) -> Bool {
        switch block.content {
        case .row: true
        case .box, .list, .columns:
            block.style.keepsTogether && block.style.keptHeight == nil
                || isFloat(block, in: setting)
        case .paragraph, .table, .picture, .rule, .chart, .code, .space: false
        }
    }

    private func isFloat(_ block: Block, in setting: Setting) -> Bool {
        setting.isFloating && setting.depth == 1 && block.style.float != .none
    }

    /// The height of the column that a block is to stand in.
    func room(for block: Block, in setting: Setting) -> Length {
        isFloat(block, in: setting) ? roomOfAFloat(block, in: setting) : setting.tallest
    }

    /// A float has white between itself and the text, and may go down to the grid.
    func roomOfAFloat(_ block: Block, in setting: Setting) -> Length {
        let style = block.style
        let gap = style.float == .top ? style.spaceAfter : style.spaceBefore
        return setting.tallest - (gap > .zero ? gap : .pt(12)) - (step(of: style.grid) ?? .zero)
    }

    /// How tall a galley stands at the most, wherever on the grid a column begins.
    ///
    /// - Parameter gap: What there is above it.
    func tallestStand(of galley: Galley, below gap: Length = .zero) -> Length {
        let measures = galley.measures()
        guard let last = measures.last else { return gap }
        guard let pitch = gridPitch, measures.contains(where: { $0.gridBaseline >= 0 }) else {
            return gap + galley.height
        }
        let stands = (0..<Self.phases).map { phase in
            let start = pitch * (Double(phase) / Double(Self.phases))
            let grid = BaselineGrid(pitch: pitch, start: start)
            var cursor = StackCursor(grid: ColumnGrid(grid, columnTop: .zero))
            cursor.skip(gap.points)
            for measure in measures { _ = cursor.place(measure) }
            return cursor.foot + last.below
        }
        return .pt(stands.max() ?? 0)
    }

    private static let phases = 4

    /// Sets what is to stand in one column; where it would be taller than that, with pictures as much lower
    /// as it takes.
    ///
    /// Words are never made smaller for it: where little would be left of the pictures, it is divided.
    mutating func fitting(
        _ room: Length,
        in setting: Setting,
        _ set: (inout Self, Setting) -> Galley
    ) -> Galley {
        if setting.isTrial { return set(&self, setting) }
        // What was said before is put away, and not kept beside: each cell of a table would copy it.
        var said = Report()
        swap(&said, &report)
        defer {
            swap(&said, &report)
            report.add(contentsOf: said)
        }
        let before = picturesSet
        picturesSet = PictureTally()
        let usual = set(&self, setting)
        let found = picturesSet
        picturesSet = before
        defer { if found.count > 0 { picturesSet.add(found.tallest) } }
        guard found.count > 0, room < .infinity else { return usual }
        let excess = tallestStand(of: usual) - room
        let least = min(found.tallest, room) * Self.leastOfAPicture
        guard excess > .pt(0.01), found.tallest > least else { return usual }
        var setting = setting
        setting.isTrial = true
        let heights = (least: least, enough: found.tallest - excess, all: found.tallest)
        return fitted(heights, ofOne: found.count == 1, within: room, in: setting, set) ?? usual
    }

    /// The same with its pictures as tall as they can be, by halving; nil where even the least does not fit.
    ///
    /// - Parameter heights: What the tallest of them must have, what fits where there is but one, and what it
    ///   has.
    private mutating func fitted(
        _ heights: (least: Length, enough: Length, all: Length),
        ofOne isOne: Bool,
        within room: Length,
        in setting: Setting,
        _ set: (inout Self, Setting) -> Galley
    ) -> Galley? {
        let told = report
        func attempt(_ most: Length) -> (galley: Galley, report: Report)? {
            report = Report()
            var trial = setting
            trial.tallestPicture = most
            let galley = set(&self, trial)
            return tallestStand(of: galley) <= room + .pt(0.01) ? (galley, report) : nil
        }
        var best = attempt(max(heights.least, heights.enough))
        if best == nil || !isOne {
            var (low, high) = (heights.least, heights.all)
            if best != nil { low = heights.enough } else { best = attempt(heights.least) }
            for _ in 0..<Self.trials where best != nil {
                let middle = (low + high) * 0.5
                if let other = attempt(middle) {
                    (best, low) = (other, middle)
                } else {
                    high = middle
                }
            }
        }
        report = best?.report ?? told
        return best?.galley
    }

    /// The share of the tallest picture that is left of it.
    private static let leastOfAPicture = 1.0 / 3
    private static let trials = 6
}
