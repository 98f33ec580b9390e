import Typesetting

/// A place where a column may end, and what that costs.
struct ColumnEnd {
    /// The strip after the column's last.
    var strip: Int
    var cost: Double
    /// The paragraph that is set otherwise for it.
    var variant: Int?

    /// All places where a column that begins with a strip may end, the furthest last.
    static func all(
        of poured: PouredGalley,
        from start: Int,
        height: Double,
        grid: ColumnGrid?,
        variants: Variants = Variants()
    ) -> [ColumnEnd] {
        var scan = ColumnScan(poured: poured, start: start, height: height, variants: variants)
        scan.run(grid: grid)
        return scan.ends.isEmpty ? [emergency(from: start, fitting: scan.fitting)] : scan.priced
    }

    /// Where nothing may be parted and yet the column is full.
    private static func emergency(from start: Int, fitting: Int) -> ColumnEnd {
        fitting > start
            ? ColumnEnd(strip: fitting, cost: Demerits.parted)
            : ColumnEnd(strip: start + 1, cost: Demerits.overfull)
    }
}

/// Strips being tried in a column, one after the other, for as long as they fit.
private struct ColumnScan {
    let poured: PouredGalley
    let start: Int
    let height: Double
    let variants: Variants
    /// Legal ends and the room each leaves.
    private(set) var ends: [(strip: Int, slack: Double, variant: Int?)] = []
    /// The furthest strip that fits, legal end or not.
    private(set) var fitting: Int
    private var seesEnd = false
    private var taller: Int?
    private var shorter: Int?

    init(poured: PouredGalley, start: Int, height: Double, variants: Variants) {
        self.poured = poured
        self.start = start
        self.height = height + 0.01
        self.variants = variants
        fitting = start
    }

    mutating func run(grid: ColumnGrid?) {
        var trial = ColumnTrial(startingWith: start, of: poured, grid: grid)
        for index in start..<poured.count {
            let foot = trial.add(index, of: poured)
            guard foot <= height + variants.mostSaved else { return }
            let end = index + 1
            if !variants.isEmpty { findVariants(endingBefore: end) }
            if foot <= height { fitting = end }
            let isForced = end == poured.count || poured.forced[end] != nil
            if isForced || poured.costs[end] < .infinity {
                note(end, foot: foot, isForced: isForced)
            }
            if isForced { return }
        }
    }

    private mutating func findVariants(endingBefore end: Int) {
        let found = variants.ending(before: end, from: start)
        taller = found.taller ?? taller
        shorter = found.shorter ?? shorter
    }

    /// Before a forced end no slack is counted, so it needs a variant only where it would not fit.
    private mutating func note(_ end: Int, foot: Double, isForced: Bool) {
        let slack = height - foot
        if slack >= 0 {
            ends.append((end, isForced ? 0 : slack, nil))
            seesEnd = seesEnd || end == poured.count
            guard !isForced, let taller else { return }
            let left = slack - variants.all[taller].growth
            if left >= 0 { ends.append((end, left, taller)) }
        } else if let shorter {
            let left = slack - variants.all[shorter].growth
            if left >= 0 { ends.append((end, isForced ? 0 : left, shorter)) }
        }
    }

    /// The ends that are worth trying, with what each costs.
    var priced: [ColumnEnd] {
        let furthest = ends[ends.count - 1].strip
        return ends.compactMap { end in
            guard seesEnd || end.slack <= max(height * 0.25, 60) || end.strip == furthest else {
                return nil
            }
            let isForced = end.strip == poured.count || poured.forced[end.strip] != nil
            let cost =
                Demerits.slack(end.slack, isNearEnd: seesEnd)
                + (isForced ? 0 : poured.costs[end.strip])
                + (end.variant == nil ? 0 : Demerits.variant)
            return ColumnEnd(strip: end.strip, cost: cost, variant: end.variant)
        }
    }
}

extension BreakSearch {
    /// The rest of the strips in the columns of one page, level where they are to be; nil if too many.
    static func ending(
        of poured: PouredGalley,
        from start: Int,
        in room: PageRoom,
        variants: Variants = Variants()
    ) -> [ColumnPlan]? {
        guard let filled = filling(of: poured, from: start, in: room, variants) else { return nil }
        guard room.balances, room.heights.count > 1, poured.isPlain(from: start) else {
            return filled
        }
        let ends = ColumnBalance(
            measures: poured.measures,
            costs: poured.costs,
            columns: room.heights.count
        ).ends(from: start, within: room.heights.min() ?? 0, grid: room.grids.first ?? nil)
        guard ends.last == poured.count else { return filled }
        return zip([start] + ends, ends).map { ColumnPlan(range: $0..<$1) }
    }

    /// As many strips as one page takes, each column ending where it is best for itself.
    static func page(of poured: PouredGalley, from start: Int, in room: PageRoom) -> [ColumnPlan] {
        if let ending = ending(of: poured, from: start, in: room) { return ending }
        var columns: [ColumnPlan] = []
        var strip = start
        for (height, grid) in zip(room.heights, room.grids) where strip < poured.count {
            if strip > start, poured.forced[strip] == .page { break }
            let ends = ColumnEnd.all(of: poured, from: strip, height: height, grid: grid)
            guard let best = ends.min(by: { $0.cost < $1.cost }) else { break }
            // A side frame without any room leaves its stream for a page that has some.
            if best.cost >= Demerits.overfull, poured.measures[strip].height > height, height < 1 {
                break
            }
            columns.append(ColumnPlan(range: strip..<best.strip))
            strip = best.strip
        }
        return columns
    }

    private static func filling(
        of poured: PouredGalley,
        from start: Int,
        in room: PageRoom,
        _ variants: Variants
    ) -> [ColumnPlan]? {
        var columns: [ColumnPlan] = []
        var strip = start
        for (height, grid) in zip(room.heights, room.grids) where strip < poured.count {
            if strip > start, poured.forced[strip] == .page { return nil }
            let ends = ColumnEnd.all(
                of: poured,
                from: strip,
                height: height,
                grid: grid,
                variants: variants
            )
            guard let last = ends.last, last.cost < Demerits.parted else { return nil }
            columns.append(
                ColumnPlan(range: strip..<last.strip, cost: last.cost, variant: last.variant)
            )
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
