import Typesetting
import Units

extension ColumnSearch {
    /// The rest of the strips in the columns of one page, level where they are to be; nil if too many.
    static func ending(
        of poured: PouredGalley,
        from start: Int,
        carrying carry: Carry? = nil,
        in room: PageRoom,
        variants: Variants = Variants()
    ) -> [ColumnPlan]? {
        let carry = carry ?? poured.carry(before: start)
        var filling = PageFilling(poured, in: room, variants)
        guard let filled = filling.columns(from: start, carrying: carry) else { return nil }
        guard room.balances, room.heights.count > 1 else { return filled }
        // What floats is levelled once it is known that the text ends there.
        guard poured.isPlain(from: start, carrying: carry) else { return filled }
        let ends = ColumnBalance(
            measures: poured.measures,
            costs: poured.costs,
            heads: poured.headHeights,
            columns: room.heights.count
        ).ends(from: start, within: room.heights.min() ?? 0, grid: room.grids.first ?? nil)
        guard ends.last == poured.count else { return filled }
        let level = zip([start] + ends, ends).map { ColumnPlan($0..<$1, of: poured) }
        return poured.notesFit(level, in: room) ? level : filled
    }

    /// The same columns as low as they can be, where what floats keeps them from being weighed by their
    /// text alone.
    static func levelled(
        _ filled: [ColumnPlan],
        of poured: PouredGalley,
        in room: PageRoom,
        variants: Variants = Variants()
    ) -> [ColumnPlan] {
        guard room.balances, room.heights.count > 1, let first = filled.first,
            filled.contains(where: { !$0.hangers.floats.isEmpty })
        else { return filled }
        var (best, low, high) = (filled, 0.0, room.heights.max() ?? 0)
        while high - low > poured.line / 2 {
            let middle = (low + high) / 2
            var lower = room
            lower.heights = room.heights.map { min($0, middle) }
            var filling = PageFilling(poured, in: lower, variants)
            let found = filling.columns(from: first.range.lowerBound, carrying: first.hangers.from)
            if let found { (best, high) = (found, middle) } else { low = middle }
        }
        return best
    }

    /// As many strips as one page takes, each column ending where it is best for itself.
    static func page(of poured: PouredGalley, from start: Int, in room: PageRoom) -> [ColumnPlan] {
        if let ending = ending(of: poured, from: start, in: room) { return ending }
        var columns: [ColumnPlan] = []
        var strip = start
        for (height, grid) in zip(room.heights, room.grids) where strip < poured.count {
            if strip > start, poured.forced[strip] == .page { break }
            let ends = ColumnEnd.all(
                of: poured,
                from: strip,
                carrying: poured.carry(before: strip),
                height: height,
                grid: grid
            )
            guard let best = ends.min(by: { $0.cost < $1.cost }) else { break }
            // A side frame without any room leaves its stream for a page that has some.
            if best.cost >= Demerits.overfull, poured.measures[strip].height > height, height < 1 {
                break
            }
            columns.append(ColumnPlan(strip..<best.strip, of: poured))
            strip = best.strip
        }
        return columns
    }
}

/// All that is left in the columns of one page, each as full as it can be; where that leaves no room for
/// what floats, with more of it in earlier columns.
private struct PageFilling {
    private let poured: PouredGalley
    private let room: PageRoom
    private let variants: Variants
    /// How many more columns may be tried: many floats can be shared out in more ways than can be looked
    /// at, each column having a choice for every one that the last had.
    private var trials = 64

    init(_ poured: PouredGalley, in room: PageRoom, _ variants: Variants) {
        (self.poured, self.room, self.variants) = (poured, room, variants)
    }

    /// The columns; nil where no way was found in which all finds room.
    ///
    /// - Parameter index: The first of the columns that are to be filled.
    mutating func columns(from start: Int, carrying carry: Carry, at index: Int = 0)
        -> [ColumnPlan]?
    {
        if start == poured.count, !poured.isPending(carry, before: start) { return [] }
        guard index < room.heights.count,
            index == 0 || start == poured.count || poured.forced[start] != .page
        else { return nil }
        trials -= 1
        let ends = ColumnEnd.all(
            of: poured,
            from: start,
            carrying: carry,
            height: room.heights[index],
            grid: room.grids[index],
            variants: variants
        )
        for end in ends.furthest where end.cost < Demerits.parted && trials > 0 {
            let rest = columns(from: end.strip, carrying: end.carry, at: index + 1)
            guard let rest else { continue }
            let column = ColumnPlan(
                range: start..<end.strip,
                hangers: Hangers(from: carry, to: end.carry),
                cost: end.cost,
                variant: end.variant
            )
            return [column] + rest
        }
        return nil
    }
}

extension [ColumnEnd] {
    /// Of the ends that take as many floats the one that takes most text, and of these that one first which
    /// takes most text, or else most floats.
    fileprivate var furthest: [ColumnEnd] {
        var furthest: [ColumnEnd] = []
        for end in self {
            if let like = furthest.firstIndex(where: { $0.carry.float == end.carry.float }) {
                if furthest[like].strip <= end.strip { furthest[like] = end }
            } else {
                furthest.append(end)
            }
        }
        return furthest.sorted { ($0.strip, $0.carry.float) > ($1.strip, $1.carry.float) }
    }
}

extension ColumnPlan {
    /// Some strips with all that is marked in them.
    fileprivate init(_ range: Range<Int>, of poured: PouredGalley) {
        self.init(
            range: range,
            hangers: Hangers(
                from: poured.carry(before: range.lowerBound),
                to: poured.carry(before: range.upperBound)
            )
        )
    }
}

extension PouredGalley {
    /// Whether each column has room for all notes that are marked in it.
    fileprivate func notesFit(_ columns: [ColumnPlan], in room: PageRoom) -> Bool {
        columns.indices.allSatisfy { index in
            let (from, to) = (columns[index].hangers.from, columns[index].hangers.to)
            guard from != to, let first = columns[index].range.first else { return true }
            var text = ColumnTrial(
                startingWith: first,
                of: self,
                below: 0,
                grid: room.grids[index]
            )
            let foot = columns[index].range.reduce(0.0) { text.add(measures[$1]) }
            let end = columns[index].range.upperBound
            return notes(from: from, before: end, within: room.heights[index] - foot)?.carry == to
        }
    }

    /// Whether columns from here on can be weighed by the height of their text alone: floats,
    /// forced ends and notes that go on from earlier columns forbid it.
    fileprivate func isPlain(from start: Int, carrying carry: Carry) -> Bool {
        carry == self.carry(before: start) && carry.float == self.carry(before: count).float
            && (start..<count).allSatisfy { $0 == start || forced[$0] == nil }
    }
}
