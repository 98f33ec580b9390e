/// Where columns end so that they stand level.
///
/// The least height at which the strips fit is found by bisection: whether they fit at a height is
/// told by filling each column as far as it goes, which no other filling can better. Dear breaks are
/// taken only where they save more than they cost.
package struct ColumnBalance {
    private let measures: [StripMeasure]
    private let costs: [Double]
    /// What stands above each strip where a column begins with it, such as a repeated head.
    private let heads: [Double]
    private let columns: Int

    /// - Returns: A balance that looks only at legal breaks; strips that may not be parted stay so
    ///   unless one column can't hold them.
    package init(_ galley: Galley, columns: Int) {
        self.init(
            measures: galley.measures(),
            costs: galley.strips.map(\.breakBefore.cost),
            columns: columns
        )
    }

    package init(
        measures: [StripMeasure],
        costs: [Double],
        heads: [Double] = [],
        columns: Int
    ) {
        self.measures = measures
        self.costs = costs
        self.heads = heads
        self.columns = max(1, columns)
    }

    /// What a break may cost at most in each attempt, and the points of height it must save.
    private static let attempts: [(limit: Double, price: Double)] = [
        (0, 0), (Demerits.afterHyphen, 6), (Demerits.dearestUsual, 18), (.infinity, 1_000),
    ]

    /// The strip after the last of each column, for strips from `start` to `end`.
    ///
    /// Where they do not all fit within `limit`, columns are filled one after the other.
    package func ends(
        from start: Int,
        to end: Int? = nil,
        within limit: Double,
        grid: ColumnGrid? = nil
    ) -> [Int] {
        let range = start..<(end ?? measures.count)
        var best: (price: Double, ends: [Int])?
        for attempt in Self.attempts {
            guard let found = level(range, within: limit, dearest: attempt.limit, grid: grid) else {
                continue
            }
            let price = found.height + attempt.price
            if best == nil || price < best!.price { best = (price, found.ends) }
        }
        return best?.ends ?? filled(range, limit: limit, grid: grid)
    }

    /// The least height at which the strips fit, with breaks no dearer than `dearest`.
    package func level(
        _ range: Range<Int>,
        within limit: Double,
        dearest: Double,
        grid: ColumnGrid? = nil
    ) -> (height: Double, ends: [Int])? {
        let whole = measures[range].reduce(1) {
            $0 + $1.spaceBefore + $1.height + $1.above + $1.below
        }
        var high = min(limit, whole + 1 + (grid?.pitch ?? 0) * Double(range.count))
        guard var ends = fill(range, height: high, dearest: dearest, grid: grid) else { return nil }
        var low = 0.0
        for _ in 0..<48 where high - low > 0.0005 {
            let middle = (low + high) / 2
            if let found = fill(range, height: middle, dearest: dearest, grid: grid) {
                (ends, high) = (found, middle)
            } else {
                low = middle
            }
        }
        return (high, ends)
    }

    /// Fills columns as far as they go; nil where strips are left.
    private func fill(
        _ range: Range<Int>,
        height: Double,
        dearest: Double,
        grid: ColumnGrid?
    ) -> [Int]? {
        var ends: [Int] = []
        var start = range.lowerBound
        for _ in 0..<columns where start < range.upperBound {
            let from = start
            var cursor = column(from: from, grid: grid)
            for index in from..<range.upperBound {
                _ = cursor.place(measures[index])
                if cursor.foot > height + 0.0001 { break }
                let next = index + 1
                let isEnd = next == range.upperBound
                if isEnd || costs[next] <= dearest, costs.isFree(isEnd ? nil : next),
                    cursor.foot + measures[index].below <= height + 0.0001
                {
                    start = next
                }
            }
            if start == from { return nil }
            ends.append(start)
        }
        return start == range.upperBound ? ends : nil
    }

    /// An empty column that is to begin with a strip.
    private func column(from start: Int, grid: ColumnGrid?) -> StackCursor {
        var cursor = StackCursor(grid: grid)
        if start < heads.count { cursor.skip(heads[start]) }
        return cursor
    }

    /// Columns as full as they can be; a strip too tall for any stands alone.
    private func filled(_ range: Range<Int>, limit: Double, grid: ColumnGrid?) -> [Int] {
        var ends: [Int] = []
        var start = range.lowerBound
        for _ in 0..<columns where start < range.upperBound {
            var cursor = column(from: start, grid: grid)
            var (legal, any) = (start, start + 1)
            for index in start..<range.upperBound {
                _ = cursor.place(measures[index])
                if cursor.foot + measures[index].below > limit { break }
                any = index + 1
                if any == range.upperBound || costs[any] <= Demerits.dearestUsual { legal = any }
            }
            start = legal > start ? legal : any
            ends.append(start)
        }
        return ends
    }
}

extension [Double] {
    /// A break that is forbidden outright is not free at any price.
    fileprivate func isFree(_ index: Int?) -> Bool {
        index.map { self[$0] < .infinity } ?? true
    }
}

extension Strip.Break {
    /// What a column's end just above costs; infinite where it is forbidden or would part what is kept
    /// together, zero where forced.
    package var cost: Double {
        switch self {
        case .forbidden, .kept: .infinity
        case .allowed(let cost): cost
        case .column, .page: 0
        }
    }
}
