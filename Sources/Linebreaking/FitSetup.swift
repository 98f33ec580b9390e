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

        mutating func add(_ item: Item) {
            switch item.kind {
            case .box:
                width += item.width.points
                fineStretch += item.stretch.points
                fineShrink += item.shrink.points
            case .glue:
                width += item.width.points
                stretch += item.stretch.points
                shrink += item.shrink.points
                fill += item.fill
            case .penalty: break
            }
        }
    }

    /// What a line gets at its end.
    struct End {
        var hyphen = 0.0
        var hang = 0.0
        var looks: UInt32 = 0
    }

    /// An item, as a place at which a line may begin or end.
    struct Place {
        var sums: Sums
        var end: End
        /// How far a line that begins here hangs out of the measure.
        var hangStart = 0.0
        var startLooks: UInt32 = 0
    }

    private(set) var points: [Breakpoint] = []
    /// For each item, and one more for the end of the paragraph.
    private(set) var places: [Place] = []
    /// How much narrower than its letters a line may come out by what hangs at its end.
    private(set) var slack = 0.0
    /// The most that a hyphen adds to a line.
    private(set) var widestHyphen = 0.0
    /// Whether nothing in it is narrower than nothing, so that a line only grows with its items.
    private(set) var onlyGrows = true

    init(_ items: [Item]) {
        addPlaces(of: items)
        addPoints(of: items)
    }

    mutating func forbid(breakAt item: Int32) {
        points.removeAll { $0.item == item && !$0.isForced }
    }

    private mutating func addPlaces(of items: [Item]) {
        places.reserveCapacity(items.count + 1)
        var sums = Sums()
        var before = End()
        for item in items {
            let end = end(of: item, after: before)
            places.append(
                Place(
                    sums: sums,
                    end: end,
                    hangStart: item.hangStart.points,
                    startLooks: item.startLooks
                )
            )
            sums.add(item)
            if item.kind == .box {
                before = End(hang: item.hangEnd.points, looks: item.endLooks)
            }
            slack = max(slack, item.hangEnd.points)
            widestHyphen = max(widestHyphen, end.hyphen)
            if item.width < .zero || item.stretch < .zero { onlyGrows = false }
        }
        sums.fill += 1
        places.append(Place(sums: sums, end: before))
    }

    /// What a line gets that ends at an item, and otherwise would with the box before it.
    private func end(of item: Item, after box: End) -> End {
        guard item.kind == .penalty, item.width > .zero else { return box }
        return End(hyphen: item.width.points, hang: item.hangEnd.points, looks: box.looks)
    }

    /// A line after a break begins at the first item that it keeps: a box, or a forced break, lest
    /// an empty line be lost.
    private mutating func addPoints(of items: [Item]) {
        var waiting = 0
        var isAfterBox = false
        for (index, item) in items.enumerated() {
            if item.kind == .box || item.fill > 0 || item.cost == -.infinity {
                for point in waiting..<points.count { points[point].start = Int32(index) }
                waiting = points.count
            }
            let mayBreak =
                switch item.kind {
                case .box: false
                case .glue: isAfterBox
                case .penalty: item.cost < .infinity
                }
            isAfterBox = item.kind == .box
            guard mayBreak else { continue }
            points.append(
                Breakpoint(
                    item: Int32(index),
                    start: Int32(items.count),
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
}
