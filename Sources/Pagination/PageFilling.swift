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
        guard let filled = filling(of: poured, from: start, carrying: carry, in: room, variants)
        else { return nil }
        guard room.balances, room.heights.count > 1, poured.isPlain(from: start, carrying: carry)
        else { return filled }
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

    private static func filling(
        of poured: PouredGalley,
        from start: Int,
        carrying carry: Carry,
        in room: PageRoom,
        _ variants: Variants
    ) -> [ColumnPlan]? {
        var columns: [ColumnPlan] = []
        var (strip, carry) = (start, carry)
        for (height, grid) in zip(room.heights, room.grids) {
            if strip == poured.count, !poured.isPending(carry, before: strip) { break }
            if strip > start, strip < poured.count, poured.forced[strip] == .page { return nil }
            let ends = ColumnEnd.all(
                of: poured,
                from: strip,
                carrying: carry,
                height: height,
                grid: grid,
                variants: variants
            )
            guard let last = ends.furthest, last.cost < Demerits.parted else { return nil }
            columns.append(
                ColumnPlan(
                    range: strip..<last.strip,
                    hangers: Hangers(from: carry, to: last.carry),
                    cost: last.cost,
                    variant: last.variant
                )
            )
            (strip, carry) = (last.strip, last.carry)
        }
        return strip == poured.count && !poured.isPending(carry, before: strip) ? columns : nil
    }
}

extension [ColumnEnd] {
    /// The end that takes most text, and of its like the one that takes most floats.
    fileprivate var furthest: ColumnEnd? {
        guard let last else { return nil }
        return lazy.filter { $0.strip == last.strip }.reduce(last) {
            $1.carry.float > $0.carry.float ? $1 : $0
        }
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
