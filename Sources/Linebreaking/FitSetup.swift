import Units

/// A paragraph made ready for the search: where lines may end, and sums of all that lies before.
struct FitSetup {
    /// Of the items before one; all in points.
    struct Sums {
        var width = 0.0
        var stretch = 0.0
        var shrink = 0.0
        /// What letters give, before spaces do.
        var fineStretch = 0.0
        var fineShrink = 0.0
        var fill = 0.0
    }

    /// What a line gets at its end.
    struct End {
        var hyphen = 0.0
        var hang = 0.0
        var looks: UInt32 = 0
    }

    private(set) var points: [Breakpoint] = []
    private(set) var sums: [Sums] = []
    /// For each item, and one more for the end of the paragraph.
    private(set) var ends: [End] = []
    private(set) var hangStarts: [Double] = []
    private(set) var startLooks: [UInt32] = []
    /// How much narrower than its letters a line may come out by what hangs at its end.
    private(set) var slack = 0.0

    init(_ items: [Item]) {
        addSums(of: items)
        addEnds(of: items)
        addPoints(of: items)
    }

    mutating func forbid(breakAt item: Int32) {
        points.removeAll { $0.item == item && !$0.isForced }
    }

    private mutating func addSums(of items: [Item]) {
        sums.reserveCapacity(items.count + 1)
        var sum = Sums()
        for item in items {
            sums.append(sum)
            switch item.kind {
            case .box:
                sum.width += item.width.points
                sum.fineStretch += item.stretch.points
                sum.fineShrink += item.shrink.points
            case .glue:
                sum.width += item.width.points
                sum.stretch += item.stretch.points
                sum.shrink += item.shrink.points
                sum.fill += item.fill
            case .penalty: break
            }
        }
        sum.fill += 1
        sums.append(sum)
    }

    private mutating func addEnds(of items: [Item]) {
        ends.reserveCapacity(items.count + 1)
        hangStarts.reserveCapacity(items.count + 1)
        startLooks.reserveCapacity(items.count + 1)
        var end = End()
        for item in items {
            hangStarts.append(item.hangStart.points)
            startLooks.append(item.startLooks)
            slack = max(slack, item.hangEnd.points)
            switch item.kind {
            case .box:
                ends.append(end)
                end = End(hang: item.hangEnd.points, looks: item.endLooks)
            case .glue: ends.append(end)
            case .penalty:
                let hyphen = item.width.points
                ends.append(
                    hyphen > 0
                        ? End(hyphen: hyphen, hang: item.hangEnd.points, looks: end.looks) : end
                )
            }
        }
        ends.append(end)
        hangStarts.append(0)
        startLooks.append(0)
    }

    private mutating func addPoints(of items: [Item]) {
        let starts = lineStarts(of: items)
        for (index, item) in items.enumerated() {
            switch item.kind {
            case .box: continue
            case .glue: guard index > 0, items[index - 1].kind == .box else { continue }
            case .penalty: guard item.cost < .infinity else { continue }
            }
            points.append(
                Breakpoint(
                    item: Int32(index),
                    start: starts[index],
                    cost: item.cost,
                    isFlagged: item.isFlagged,
                    isForced: item.cost == -.infinity,
                    isFinal: false
                )
            )
        }
        points.append(
            Breakpoint(
                item: Int32(items.count),
                start: Int32(items.count),
                cost: -.infinity,
                isFlagged: false,
                isForced: true,
                isFinal: true
            )
        )
    }

    /// For a break at each item, the first item that a line after it keeps: a box, or a forced
    /// break, lest an empty line be lost.
    private func lineStarts(of items: [Item]) -> [Int32] {
        var starts = [Int32](repeating: 0, count: items.count)
        var next = Int32(items.count)
        for index in items.indices.reversed() {
            let item = items[index]
            starts[index] = next
            if item.kind == .box || item.fill > 0 || item.cost == -.infinity {
                next = Int32(index)
            }
        }
        return starts
    }
}
