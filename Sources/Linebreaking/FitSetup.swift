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

        /// How long all of it can be made; glue that fills, longer than any measure.
        func length(giving share: (fine: Double, spaces: Double)) -> Double {
            width + share.fine * fineStretch + share.spaces * stretch + fill * 1e9
        }
    }

    /// An item, as a place at which a line may begin or end.
    struct Place {
        var sums: Sums
        /// What a line gets that ends here.
        var end: LineEnd
        /// How far a line that begins here hangs out of the measure.
        var hangStart = 0.0
        var startLooks: UInt32 = 0
    }

    private(set) var points: [Breakpoint]
    /// For each item, and one more for the end of the paragraph.
    let places: [Place]
    /// How much narrower than its letters a line may come out by what hangs at its end.
    let slack: Double
    /// The most that a hyphen adds to a line.
    let widestHyphen: Double
    /// Whether nothing in it is narrower than nothing, so that a line only grows with its items.
    let onlyGrows: Bool

    init(_ items: [Item]) {
        points = Self.points(of: items)
        places = Self.places(of: items)
        var (slack, widestHyphen, onlyGrows) = (0.0, 0.0, true)
        for index in items.indices {
            slack = max(slack, items[index].hangEnd.points)
            widestHyphen = max(widestHyphen, places[index].end.hyphen.points)
            if items[index].width.points < 0 || items[index].stretch.points < 0 {
                onlyGrows = false
            }
        }
        self.slack = slack
        self.widestHyphen = widestHyphen
        self.onlyGrows = onlyGrows
    }

    /// How far a line may hang out where it begins.
    var widestHangStart: Double { places.reduce(0) { max($0, $1.hangStart) } }

    /// The most of the text that is lost at a break.
    var widestLoss: Double {
        points.reduce(0) {
            let lost = places[Int($1.start)].sums.width - places[Int($1.item)].sums.width
            return max($0, lost)
        }
    }

    mutating func forbid(breakAt item: Int32) {
        points.removeAll { $0.item == item && !$0.isForced }
    }

    /// For each breakpoint, how long all before it can be made, as letters and spaces give.
    func lengths(giving share: (fine: Double, spaces: Double)) -> [Double] {
        points.map { places[Int($0.item)].sums.length(giving: share) }
    }

    private static func places(of items: [Item]) -> [Place] {
        var places: [Place] = []
        places.reserveCapacity(items.count + 1)
        var sums = Sums()
        // What a line gets that ends with the latest box.
        var box = LineEnd()
        for index in items.indices {
            let item = items[index]
            places.append(
                Place(
                    sums: sums,
                    end: LineEnd(at: item, after: box),
                    hangStart: item.hangStart.points,
                    startLooks: item.startLooks
                )
            )
            if item.kind == .box { box = LineEnd(with: item) }
            sums.add(item)
        }
        sums.fill += 1
        places.append(Place(sums: sums, end: box))
        return places
    }

    /// A line after a break begins at the first item that it keeps: a box, or a forced break, lest
    /// an empty line be lost.
    private static func points(of items: [Item]) -> [Breakpoint] {
        var points: [Breakpoint] = []
        points.reserveCapacity(items.count / 2 + 2)
        // The first of those after which no line has begun yet.
        var waiting = 0
        var isAfterBox = false
        for index in items.indices {
            let item = items[index]
            let isForced = item.cost == -.infinity
            let isBox = if case .box = item.kind { true } else { false }
            if isBox || item.fill > 0 || isForced {
                for point in waiting..<points.count { points[point].start = Int32(index) }
                waiting = points.count
            }
            let mayBreak =
                switch item.kind {
                case .box: false
                case .glue: isAfterBox
                case .penalty: item.cost < .infinity
                }
            isAfterBox = isBox
            guard mayBreak else { continue }
            points.append(
                Breakpoint(
                    item: Int32(index),
                    start: Int32(items.count),
                    cost: item.cost,
                    isFlagged: item.isFlagged,
                    isForced: isForced,
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
        return points
    }
}
