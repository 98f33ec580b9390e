import Arrangement
import Flow
import Pages
import Structure
import Units

/// What a cell of a row holds, set, and the place it has across.
struct SetCell {
    var galley: Galley
    var left: Length
    /// Padding included.
    var width: Length
    var padding = Insets.zero
    var background: Colour?
    var alignment: VerticalAlignment
    var rowSpan = 1
    var edge: BlockStyle.Line?
    var gapBelow = Length.zero
    var isRightToLeft = false

    /// The colour behind the cell and the line along its edge.
    fileprivate func grounds(tall whole: Length) -> [Mark] {
        let height = whole - gapBelow
        var marks: [Mark] = []
        if let background {
            let rect = Rect(x: left, y: .zero, width: width, height: height)
            marks.append(.area(AreaMark(rect: rect, fill: background)))
        }
        if let edge {
            let x = isRightToLeft ? left + width - edge.width : left
            let rect = Rect(x: x, y: .zero, width: edge.width, height: height)
            marks.append(.area(AreaMark(rect: rect, fill: edge.colour)))
        }
        return marks
    }

    /// Where the first baseline stands when the cell starts at the row's top.
    var ascent: Length {
        padding.top + (galley.strips.isEmpty ? .zero : galley.strips[0].baseline ?? .zero)
    }
}

/// Cells side by side that become one strip, or several where no page could hold it.
struct CellRow {
    var cells: [SetCell]
    var height: Length
    /// How far each cell's content stands below the row's top.
    private var drops: [Length]
    private let stacks: [Stack]

    init(_ cells: [SetCell], atLeast least: Length = .zero) {
        // Cells are looked at where they lie: each would be copied with all it holds.
        let stacks = cells.indices.map { cells[$0].galley.stacked() }
        let ascent =
            cells.indices.filter { cells[$0].alignment.isBaseline }
            .map { cells[$0].ascent }.max() ?? .zero
        var height = least
        for index in cells.indices where cells[index].rowSpan == 1 {
            let drop = cells[index].alignment.isBaseline ? ascent - cells[index].ascent : .zero
            let padding = cells[index].padding
            height = max(height, drop + padding.top + stacks[index].height + padding.bottom)
        }
        drops = cells.indices.map {
            Self.drop(of: cells[$0], tall: stacks[$0].height, in: height, ascent: ascent)
        }
        self.cells = cells
        self.stacks = stacks
        self.height = height
    }

    private static func drop(
        of cell: borrowing SetCell,
        tall content: Length,
        in height: Length,
        ascent: Length
    ) -> Length {
        let room = height - content - cell.padding.top - cell.padding.bottom
        return switch cell.alignment {
        case .top: cell.padding.top
        case .middle: cell.padding.top + max(.zero, room) / 2
        case .bottom: cell.padding.top + max(.zero, room)
        case .baseline: cell.padding.top + ascent - cell.ascent
        }
    }

    /// What one cell needs below the row's top.
    func height(of index: Int) -> Length {
        drops[index] + stacks[index].height + cells[index].padding.bottom
    }

    /// The row as one strip.
    ///
    /// - Parameter spanning: For each cell, the height its background fills.
    func strip(spanning heights: [Length]? = nil) -> Strip {
        var strip = Strip(height: height)
        addBackgrounds(to: &strip, heights: heights)
        for index in cells.indices {
            let left = cells[index].left + cells[index].padding.left
            let place = Point(x: left, y: drops[index])
            for fragment in stacks[index].backgrounds {
                strip.fragments.append(fragment.moved(by: place))
            }
            for (piece, top) in stacks[index].tops.enumerated() {
                strip.absorb(
                    cells[index].galley.strips[piece],
                    at: place + Point(x: .zero, y: top)
                )
            }
        }
        strip.baseline = firstBaseline
        return strip
    }

    /// From the row's top.
    var firstBaseline: Length? {
        for alignment in [VerticalAlignment.baseline, .top, .middle, .bottom] {
            for index in cells.indices where cells[index].alignment == alignment {
                let strips = cells[index].galley.strips
                if let baseline = strips.isEmpty ? nil : strips[0].baseline {
                    return drops[index] + baseline
                }
            }
        }
        return nil
    }

    private func addBackgrounds(to strip: inout Strip, heights: [Length]?) {
        for index in cells.indices {
            let marks = cells[index].grounds(tall: heights?[index] ?? height)
            if marks.isEmpty { continue }
            strip.fragments.append(Fragment(owner: .artifact(.layout), marks: marks))
        }
    }

    /// The row cut wherever no cell has a line.
    ///
    /// For a row that may go on in the next column.
    ///
    /// - Parameters:
    ///   - least: How many slices stay together at its beginning and at its end.
    ///   - keepsLines: Whether a slice ends in no cell where its column would not.
    func slices(leaving least: Int, keepingLines keepsLines: Bool = false) -> [Strip] {
        let cuts = cuts()
        var slices: [Strip] = []
        for (index, top) in cuts.enumerated() {
            let foot = index + 1 < cuts.count ? cuts[index + 1] : height
            let isApart = index >= least && index <= cuts.count - least
            slices.append(slice(from: top, to: foot, breaking: index > 0))
            let isHeld = keepsLines && index > 0 && holdsLines(at: top)
            if index > 0, !isApart || isHeld { slices[index].breakBefore = .forbidden }
        }
        return slices
    }

    /// The row cut for columns that may not hold it: where no cell has a line, and where that leaves much in
    /// one piece that none could hold, in each cell before the line that would be cut.
    func slices(within tallest: Length) -> [Strip] {
        guard height > tallest else { return slices(leaving: 1) }
        let most = tallest * Self.largestSlice
        let cuts = cuts()
        return cuts.indices.flatMap { index in
            let foot = index + 1 < cuts.count ? cuts[index + 1] : height
            let isTall = foot - cuts[index] > most && most > .zero
            return isTall
                ? parted(from: cuts[index], to: foot, within: most, breaking: index > 0)
                : [slice(from: cuts[index], to: foot, breaking: index > 0)]
        }
    }

    /// The share of a column that one slice of a row takes at the most, so that columns are filled.
    private static let largestSlice = 0.2

    fileprivate struct Line {
        var piece: Int
        var top: Length
        var foot: Length
    }

    /// Lines of cells that stand at other heights, cut where one ends: those of other cells that a cut would
    /// cross go down to begin the next slice.
    private func parted(
        from top: Length,
        to foot: Length,
        within most: Length,
        breaking: Bool
    ) -> [Strip] {
        var waiting = cells.indices.map { lines(ofCell: $0, from: top, to: foot) }
        var start = top
        var slices: [Strip] = []
        while waiting.contains(where: { !$0.isEmpty }) {
            let feet = waiting.joined().map(\.foot).filter { $0 <= start + most }
            let cut = feet.max() ?? waiting.compactMap(\.first?.foot).min() ?? foot
            let taken = waiting.map { lines in lines.prefix { $0.foot <= cut } }
            for cell in cells.indices {
                waiting[cell].removeFirst(taken[cell].count)
                waiting[cell].lower(to: cut)
            }
            let end = waiting.allSatisfy(\.isEmpty) ? max(cut, foot) : cut
            slices.append(slice(of: taken, from: start, to: end))
            if breaking || slices.count > 1 {
                slices[slices.count - 1].breakBefore = .allowed(cost: Demerits.insideRow)
            }
            start = cut
        }
        return slices
    }

    private func slice(of lines: [ArraySlice<Line>], from top: Length, to foot: Length) -> Strip {
        var slice = Strip(height: foot - top)
        addBackgrounds(to: &slice, heights: cells.map { _ in slice.height })
        for cell in cells.indices {
            let left = cells[cell].left + cells[cell].padding.left
            for line in lines[cell] {
                let place = Point(x: left, y: line.top - top)
                slice.absorb(cells[cell].galley.strips[line.piece], at: place)
            }
        }
        return slice
    }

    /// Where the lines of a cell stand that begin between two heights.
    private func lines(ofCell cell: Int, from top: Length, to foot: Length) -> ArraySlice<Line> {
        let strips = cells[cell].galley.strips
        let lines = stacks[cell].tops.indices.map { piece in
            let y = drops[cell] + stacks[cell].tops[piece]
            return Line(piece: piece, top: y, foot: y + strips[piece].height)
        }
        return lines.filter { $0.top >= top - .pt(0.01) && $0.top < foot - .pt(0.01) }[...]
    }

    /// Whether a line begins at a height that stays with the one above it.
    private func holdsLines(at cut: Length) -> Bool {
        cells.indices.contains { index in
            let tops = stacks[index].tops
            guard
                let piece = tops.firstIndex(where: { abs((drops[index] + $0 - cut).points) < 0.01 })
            else { return false }
            return cells[index].galley.strips[piece].breakBefore.cost == .infinity
        }
    }

    /// Heights at which a line begins and none is crossed, the row's top first.
    private func cuts() -> [Length] {
        var candidates: Set<Length> = []
        for index in cells.indices {
            for top in stacks[index].tops { candidates.insert(drops[index] + top) }
        }
        let legal = candidates.sorted().filter { cut in
            cells.indices.allSatisfy { !isCrossed(cell: $0, at: cut) }
        }
        return [.zero] + legal.filter { $0 < height && hasLines(above: $0) }
    }

    /// Above the first line of all there is nothing to cut off.
    private func hasLines(above cut: Length) -> Bool {
        cells.indices.contains { index in
            stacks[index].tops.first.map { drops[index] + $0 < cut - Length.pt(0.01) } ?? false
        }
    }

    private func isCrossed(cell index: Int, at cut: Length) -> Bool {
        let tops = stacks[index].tops
        var (low, high) = (0, tops.count)
        while low < high {
            let middle = (low + high) / 2
            if drops[index] + tops[middle] < cut - Length.pt(0.01) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low > 0 else { return false }
        let foot = drops[index] + tops[low - 1] + cells[index].galley.strips[low - 1].height
        return foot > cut + Length.pt(0.01)
    }

    private func slice(from top: Length, to foot: Length, breaking: Bool) -> Strip {
        var slice = Strip(height: foot - top)
        addBackgrounds(to: &slice, heights: cells.map { _ in foot - top })
        for (index, cell) in cells.enumerated() {
            for (piece, at) in zip(cell.galley.strips, stacks[index].tops) {
                let y = drops[index] + at
                guard y >= top - Length.pt(0.01), y < foot - Length.pt(0.01) else { continue }
                slice.absorb(
                    piece,
                    at: Point(x: cell.left + cell.padding.left, y: y - top)
                )
            }
        }
        if breaking { slice.breakBefore = .allowed(cost: Demerits.insideRow) }
        return slice
    }
}

extension ArraySlice<CellRow.Line> {
    /// Moves all lines down so that none begins above a height.
    fileprivate mutating func lower(to top: Length) {
        guard let first, first.top < top else { return }
        let step = top - first.top
        for index in indices {
            self[index].top += step
            self[index].foot += step
        }
    }
}

extension VerticalAlignment {
    fileprivate var isBaseline: Bool { if case .baseline = self { true } else { false } }
}
