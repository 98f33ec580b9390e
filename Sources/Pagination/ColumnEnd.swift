import Typesetting

/// A place where a column may end, and what that costs.
struct ColumnEnd {
    /// The strip after the column's last.
    var strip: Int
    var cost: Double

    /// All places where a column that begins with a strip may end.
    static func all(
        of poured: PouredGalley,
        from start: Int,
        height: Double,
        grid: ColumnGrid?
    ) -> [ColumnEnd] {
        var trial = ColumnTrial(startingWith: start, of: poured, grid: grid)
        var legal: [(strip: Int, foot: Double)] = []
        var fitting = start
        for index in start..<poured.count {
            let foot = trial.add(index, of: poured)
            if foot > height + 0.01 { break }
            fitting = index + 1
            if fitting == poured.count || poured.forced[fitting] != nil {
                // Before a forced end no slack is counted, and nothing beyond can be reached.
                legal.append((fitting, height))
                break
            }
            if poured.costs[fitting] < .infinity { legal.append((fitting, foot)) }
        }
        guard let fullest = legal.last else { return [emergency(from: start, fitting: fitting)] }
        let isAtEnd = fitting == poured.count
        return legal.compactMap { end in
            let slack = height - end.foot
            let isWorthTrying =
                isAtEnd || slack <= max(height * 0.25, 60) || end.strip == fullest.strip
            guard isWorthTrying else { return nil }
            let isFree = end.strip == poured.count || poured.forced[end.strip] != nil
            let breaking = isFree ? 0 : poured.costs[end.strip]
            return ColumnEnd(
                strip: end.strip,
                cost: Demerits.slack(slack, isNearEnd: isAtEnd) + breaking
            )
        }
    }

    /// Where nothing may be parted and yet the column is full.
    private static func emergency(from start: Int, fitting: Int) -> ColumnEnd {
        fitting > start
            ? ColumnEnd(strip: fitting, cost: Demerits.parted)
            : ColumnEnd(strip: start + 1, cost: Demerits.overfull)
    }
}

extension BreakSearch {
    /// The rest of the strips in the columns of one page, level where they are to be; nil if too many.
    static func ending(of poured: PouredGalley, from start: Int, in room: PageRoom) -> [Range<Int>]?
    {
        guard let filled = filling(of: poured, from: start, in: room) else { return nil }
        guard room.balances, room.heights.count > 1, poured.isPlain(from: start) else {
            return filled
        }
        let ends = ColumnBalance(
            measures: poured.measures,
            costs: poured.costs,
            columns: room.heights.count
        ).ends(from: start, within: room.heights.min() ?? 0, grid: room.grids.first ?? nil)
        guard ends.last == poured.count else { return filled }
        return zip([start] + ends, ends).map { $0..<$1 }
    }

    /// As many strips as one page takes, each column ending where it is best for itself.
    static func page(of poured: PouredGalley, from start: Int, in room: PageRoom) -> [Range<Int>] {
        if let ending = ending(of: poured, from: start, in: room) { return ending }
        var columns: [Range<Int>] = []
        var strip = start
        for (height, grid) in zip(room.heights, room.grids) where strip < poured.count {
            if strip > start, poured.forced[strip] == .page { break }
            let ends = ColumnEnd.all(of: poured, from: strip, height: height, grid: grid)
            guard let best = ends.min(by: { $0.cost < $1.cost }) else { break }
            // A side frame without any room leaves its stream for a page that has some.
            if best.cost >= Demerits.overfull, poured.measures[strip].height > height, height < 1 {
                break
            }
            columns.append(strip..<best.strip)
            strip = best.strip
        }
        return columns
    }

    private static func filling(of poured: PouredGalley, from start: Int, in room: PageRoom)
        -> [Range<Int>]?
    {
        var columns: [Range<Int>] = []
        var strip = start
        for (height, grid) in zip(room.heights, room.grids) where strip < poured.count {
            if strip > start, poured.forced[strip] == .page { return nil }
            let ends = ColumnEnd.all(of: poured, from: strip, height: height, grid: grid)
            guard let last = ends.last, last.cost < Demerits.parted else { return nil }
            columns.append(strip..<last.strip)
            strip = last.strip
        }
        return strip == poured.count ? columns : nil
    }
}

extension PouredGalley {
    /// Whether columns from here on can be weighed by height alone: notes, repeated heads and forced
    /// ends forbid it.
    fileprivate func isPlain(from start: Int) -> Bool {
        (start..<count).allSatisfy {
            noteHeights[$0] == 0 && headHeights[$0] == 0 && ($0 == start || forced[$0] == nil)
        }
    }
}
