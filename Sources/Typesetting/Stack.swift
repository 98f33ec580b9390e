import Arrangement
package import Flow
package import Pages
import Structure
package import Units

/// What stacking needs to know of a strip: plain numbers, so that page make-up can try thousands of
/// columns cheaply.
public struct StripMeasure: Hashable, Sendable {
    package var height: Double
    package var spaceBefore: Double
    /// Above the strip where it follows its neighbour: what closes, then what opens.
    package var closing: Double
    package var opening: Double
    /// Above the strip where it comes first in a column, and below it where it comes last.
    package var above: Double
    package var below: Double
    /// From the strip's top; below zero where it need not stand on the grid.
    package var gridBaseline: Double
    /// Whether it may stand midway between two lines of the grid as well.
    package var keepsHalfGrid: Bool

    package init(
        height: Double,
        spaceBefore: Double = 0,
        closing: Double = 0,
        opening: Double = 0,
        above: Double = 0,
        below: Double = 0,
        gridBaseline: Double = -1,
        keepsHalfGrid: Bool = false
    ) {
        self.height = height
        self.spaceBefore = spaceBefore
        self.closing = closing
        self.opening = opening
        self.above = above
        self.below = below
        self.gridBaseline = gridBaseline
        self.keepsHalfGrid = keepsHalfGrid
    }
}

extension StripMeasure {
    /// Of a strip that stands in no enclosure.
    fileprivate init(_ strip: borrowing Strip) {
        let isFree = if case .off = strip.grid { true } else { false }
        let isHalf = if case .half = strip.grid { true } else { false }
        self.init(
            height: strip.height.points,
            spaceBefore: strip.spaceBefore.points,
            gridBaseline: isFree ? -1 : strip.baseline?.points ?? -1,
            keepsHalfGrid: isHalf
        )
    }
}

/// Strips being put one under the other.
///
/// Public for the compiler's sake, as ``Length`` is: make-up places each strip of a book some thirty
/// times.
public struct StackCursor: Sendable {
    /// The foot of what has been stacked, from the top of the column.
    package private(set) var foot = 0.0
    private var isEmpty = true
    private let grid: ColumnGrid?

    package init(grid: ColumnGrid? = nil) { self.grid = grid }

    /// Puts a strip under the others and returns where its top comes to stand.
    public mutating func place(_ strip: StripMeasure) -> Double {
        var top = foot
        if isEmpty {
            top += strip.above
        } else {
            top += strip.closing + strip.spaceBefore + strip.opening
        }
        if strip.gridBaseline >= 0, let grid {
            let isAtHead = top == 0
            top += grid.skip(
                to: top + strip.gridBaseline,
                halves: strip.keepsHalfGrid,
                taking: isAtHead ? .infinity : strip.closing / 2
            )
        }
        foot = top + strip.height
        isEmpty = false
        return top
    }

    /// Leaves room for what stands above the first strip, such as a repeated head.
    package mutating func skip(_ height: Double) { foot += height }
}

/// The document's baseline grid as a column sees it.
package struct ColumnGrid: Hashable, Sendable {
    package var pitch: Double
    /// From the top of the column to a line of the grid.
    package var start: Double

    package init?(_ grid: BaselineGrid?, columnTop: Length) {
        guard let grid, grid.pitch > .zero else { return nil }
        pitch = grid.pitch.points
        start = (grid.start - columnTop).points
    }

    /// How far a baseline must go down to stand on the grid, or else midway between two lines of it.
    ///
    /// Below zero, and by very little, where it must go up: faces set their lines differently between
    /// two baselines, and a line of one after a line of another would else lose a whole line for that.
    /// Further where there is room to be had: at a column's head, where type of a larger leading begins
    /// with its neighbours, and below what closes with some padding.
    ///
    /// - Parameter room: What there is above, in points.
    package func skip(to baseline: Double, halves: Bool = false, taking room: Double = 0) -> Double
    {
        let pitch = halves ? pitch / 2 : pitch
        let lines = (baseline - start) / pitch
        let above = lines.rounded(.down)
        let rise = lines - above
        let isNear =
            rise < Self.slightRise || room > 0 && rise < min(room / pitch, Self.mostRise)
        return start + (isNear ? above : above + 1) * pitch - baseline
    }

    /// In lines of the grid.
    private static let slightRise = 0.08
    private static let mostRise = 0.3
}

/// Where strips stand in a column, and the enclosures around them.
package struct Stack: Sendable {
    package var tops: [Length]
    package var height: Length
    /// Drawn before the strips, outermost first.
    package var backgrounds: [Fragment]
}

extension Galley {
    /// The numbers that stacking needs, strip by strip.
    package func measures() -> [StripMeasure] {
        var previous: [Int] = []
        return strips.indices.map { index in
            // Most strips stand in no enclosure, and nor did the one before.
            if previous.isEmpty, strips[index].enclosures.isEmpty {
                return StripMeasure(strips[index])
            }
            let own = strips[index].enclosures
            let shared = zip(previous, own).prefix { $0 == $1 }.count
            var measure = StripMeasure(strips[index])
            measure.closing = previous.dropFirst(shared).reduce(0) {
                $0 + enclosures[$1].insets.bottom.points
            }
            measure.opening = own.dropFirst(shared).reduce(0) {
                $0 + enclosures[$1].insets.top.points
            }
            measure.above = own.reduce(0) { $0 + enclosures[$1].insets.top.points }
            measure.below = own.reduce(0) { $0 + enclosures[$1].insets.bottom.points }
            previous = own
            return measure
        }
    }

    /// Stacks some of the strips in one column.
    ///
    /// - Parameter head: Room left at the top, such as for a repeated table head.
    package func stacked(
        _ range: Range<Int>? = nil,
        measures: [StripMeasure]? = nil,
        grid: ColumnGrid? = nil,
        below head: Length = .zero
    ) -> Stack {
        let range = range ?? strips.indices
        let measures = measures ?? self.measures()
        var cursor = StackCursor(grid: grid)
        cursor.skip(head.points)
        var tops = range.map { cursor.place(measures[$0]) }
        if grid != nil { centre(&tops, of: measures[range]) }
        let below = range.last.map { measures[$0].below } ?? 0
        let places = tops.map { Length.pt($0) }
        return Stack(
            tops: places,
            height: .pt(cursor.foot + below),
            backgrounds: backgrounds(of: range, tops: places)
        )
    }

    /// Shares out what is left over where text finds the grid again: what stands off the grid before it
    /// is moved down, so that the spaces above and below it grow alike.
    ///
    /// What comes first in a column stays at its head.
    private func centre(_ tops: inout [Double], of measures: ArraySlice<StripMeasure>) {
        var free: Int?
        for (place, index) in measures.indices.enumerated() {
            let measure = measures[index]
            guard measure.gridBaseline >= 0 else {
                free = free ?? place
                continue
            }
            defer { free = nil }
            guard let first = free, first > 0 else { continue }
            let above = measures[measures.startIndex + first].spaceBefore
            let wanted = measure.closing + measure.spaceBefore + measure.opening
            let over = tops[place] - tops[place - 1] - measures[index - 1].height - wanted
            guard over > 0, above > 0 else { continue }
            let share = over * above / (above + measure.spaceBefore)
            for moved in first..<place { tops[moved] += share }
        }
    }

    /// One fragment for each enclosure that strips of the range stand in.
    private func backgrounds(of range: Range<Int>, tops: [Length]) -> [Fragment] {
        var open: [(enclosure: Int, top: Length)] = []
        var closed: [Fragment] = []
        func close(to depth: Int, after last: Int?) {
            guard let last, open.count > depth else { return }
            var foot = tops[last - range.lowerBound] + strips[last].height
            while open.count > depth {
                let (index, top) = open.removeLast()
                foot += enclosures[index].insets.bottom
                closed.append(enclosures[index].fragment(from: top, to: foot))
            }
        }
        var last: Int?
        for index in range where !(strips[index].enclosures.isEmpty && open.isEmpty) {
            let wanted = strips[index].enclosures
            let shared = zip(open, wanted).prefix { $0.enclosure == $1 }.count
            close(to: shared, after: last)
            var top = tops[index - range.lowerBound]
            var tail: [(enclosure: Int, top: Length)] = []
            for enclosure in wanted.dropFirst(shared).reversed() {
                top = top - enclosures[enclosure].insets.top
                tail.append((enclosure, top))
            }
            open += tail.reversed()
            last = index
        }
        close(to: 0, after: last)
        return closed.reversed()
    }

    /// All strips as a single one that can't be divided.
    package func joined() -> Strip {
        if strips.count == 1, strips[0].enclosures.isEmpty, strips[0].spaceBefore == .zero {
            return strips[0]
        }
        let stack = stacked()
        var whole = Strip(height: stack.height)
        whole.fragments = stack.backgrounds
        for (strip, top) in zip(strips, stack.tops) {
            whole.absorb(strip, at: Point(x: .zero, y: top))
        }
        return whole
    }
}
