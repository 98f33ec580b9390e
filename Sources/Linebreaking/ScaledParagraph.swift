/// A paragraph in TeX's own units, to be broken by TeX's own arithmetic.
///
/// All lengths count scaled points, 65,536 to the TeX point.
package struct ScaledParagraph: Hashable, Sendable {
    package enum Item: Hashable, Sendable {
        case box(Int)
        case glue(Int, stretch: Int, shrink: Int)
        case penalty(Int)
        /// A hyphen of this width, if a line ends here.
        case discretionary(Int, penalty: Int)
    }

    /// Glue at the end of the paragraph.
    package struct Filling: Hashable, Sendable {
        package var width = 0
        package var stretch = 0
        package var shrink = 0
        /// Whether it stretches without limit.
        package var isInfinite = true

        package init() {}
    }

    package var items: [Item]
    package var measure: Int
    package var filling = Filling()
    package var manners = Manners()

    package init(items: [Item], measure: Int) {
        self.items = items
        self.measure = measure
    }

    /// The parameters of plain TeX, under TeX's names.
    package struct Manners: Hashable, Sendable {
        package var pretolerance = 100
        package var tolerance = 200
        package var linePenalty = 10
        package var adjacencyDemerits = 10_000
        package var doubleHyphenDemerits = 10_000
        package var finalHyphenDemerits = 5_000
        package var emergencyStretch = 0
        package var looseness = 0
        /// Glue at both ends of every line.
        package var leftSkip = Filling(isInfinite: false)
        package var rightSkip = Filling(isInfinite: false)

        package init() {}
    }
}

extension ScaledParagraph.Filling {
    package init(width: Int = 0, stretch: Int = 0, shrink: Int = 0, isInfinite: Bool) {
        self.init()
        self.width = width
        self.stretch = stretch
        self.shrink = shrink
        self.isInfinite = isInfinite
    }
}

extension ScaledParagraph {
    package struct Breaks: Hashable, Sendable {
        /// The items at which lines end, the last being the count of items.
        package var items: [Int]
        package var demerits: Int
    }

    /// The breaks that TeX would choose.
    ///
    /// Source: *TeX: The Program*, sections 816 and 863.
    package func broken() -> Breaks {
        let setup = ScaledSetup(self)
        var threshold = manners.pretolerance
        var isSecondPass = threshold < 0
        if isSecondPass { threshold = manners.tolerance }
        var isFinalPass = isSecondPass && manners.emergencyStretch <= 0
        var emergency = 0
        while true {
            let judge = ScaledJudge(
                setup,
                manners: manners,
                measure: measure,
                threshold: min(threshold, ScaledJudge.infinitelyBad),
                emergencyStretch: emergency,
                isFinalPass: isFinalPass
            )
            var search = BreakSearch(judge: judge)
            search.run(over: setup.points)
            if let best = search.best(looseness: manners.looseness),
                isFinalPass || best.looseness == manners.looseness
            {
                let path = search.path(to: best.node)
                return Breaks(
                    items: path.map { Int(setup.points[Int($0.point)].item) },
                    demerits: Int(path.last?.demerits ?? 0)
                )
            }
            if isFinalPass { return Breaks(items: [items.count], demerits: Int(judge.awful)) }
            if isSecondPass {
                emergency = manners.emergencyStretch
                isFinalPass = true
            } else {
                isSecondPass = true
                threshold = manners.tolerance
                isFinalPass = manners.emergencyStretch <= 0
            }
        }
    }
}

/// A paragraph made ready for the search: where lines may end, and sums of all that lies before.
struct ScaledSetup {
    struct Sums {
        var width = 0
        var stretch = 0
        var shrink = 0
        var fills = 0
    }

    var points: [Breakpoint] = []
    /// Of the items before each one.
    var sums: [Sums] = []
    /// What a hyphen adds where a line ends at an item.
    var hyphens: [Int] = []

    init(_ paragraph: ScaledParagraph) {
        var items = paragraph.items
        if case .glue = items.last { items[items.count - 1] = .penalty(10_000) }
        addSums(of: items, filling: paragraph.filling)
        addPoints(of: items)
    }

    private mutating func addSums(
        of items: [ScaledParagraph.Item],
        filling: ScaledParagraph.Filling
    ) {
        var sum = Sums()
        for item in items {
            sums.append(sum)
            hyphens.append(0)
            switch item {
            case .box(let width): sum.width += width
            case .glue(let width, let stretch, let shrink):
                sum.width += width
                sum.stretch += stretch
                sum.shrink += shrink
            case .penalty: break
            case .discretionary(let width, _): hyphens[hyphens.count - 1] = width
            }
        }
        sum.width += filling.width
        sum.shrink += filling.shrink
        if filling.isInfinite { sum.fills += 1 } else { sum.stretch += filling.stretch }
        sums.append(sum)
        hyphens.append(0)
    }

    /// Source: *TeX: The Program*, sections 837 and 866–869.
    private mutating func addPoints(of items: [ScaledParagraph.Item]) {
        let starts = lineStarts(of: items)
        for (index, item) in items.enumerated() {
            var penalty = 0
            var isFlagged = false
            switch item {
            case .box: continue
            case .glue:
                guard index > 0 else { continue }
                switch items[index - 1] {
                case .box, .discretionary: break
                case .glue, .penalty: continue
                }
            case .penalty(let cost): penalty = cost
            case .discretionary(_, let cost):
                penalty = cost
                isFlagged = true
            }
            guard penalty < 10_000 else { continue }
            points.append(
                Breakpoint(
                    item: Int32(index),
                    start: starts[index],
                    cost: Double(max(penalty, -10_000)),
                    isFlagged: isFlagged,
                    isForced: penalty <= -10_000,
                    isFinal: false
                )
            )
        }
        points.append(
            Breakpoint(
                item: Int32(items.count),
                start: Int32(items.count),
                cost: -10_000,
                isFlagged: true,
                isForced: true,
                isFinal: true
            )
        )
    }

    private func lineStarts(of items: [ScaledParagraph.Item]) -> [Int32] {
        var starts = [Int32](repeating: 0, count: items.count)
        var next = Int32(items.count)
        for index in items.indices.reversed() {
            switch items[index] {
            case .box:
                next = Int32(index)
            case .discretionary:
                starts[index] = next
                next = Int32(index)
            case .glue, .penalty:
                starts[index] = next
            }
        }
        return starts
    }
}
