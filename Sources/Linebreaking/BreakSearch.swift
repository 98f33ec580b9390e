import Units

/// A place where a line may end.
struct Breakpoint {
    /// The item at which the line ends; the count of items at the end of the paragraph.
    var item: Int32
    /// The first item of a line that begins after this break: glue and penalties are lost.
    var start: Int32
    var cost: Double
    var isFlagged: Bool
    var isForced: Bool
    var isFinal: Bool
}

/// How a line's spaces stand, in four classes.
///
/// Source: D. E. Knuth, *TeX: The Program* (1986), section 817.
enum Fitness: Int, CaseIterable {
    case veryLoose, loose, decent, tight

    /// Whether two neighbouring lines of these classes look unlike.
    func clashes(with other: Fitness) -> Bool { abs(rawValue - other.rawValue) > 1 }
}

/// The best way found to set a paragraph up to one breakpoint, in a given number of lines with a
/// last line of a given fitness.
struct BreakNode {
    var point: Int32
    /// The first item of the line that begins here.
    var start: Int32
    /// The node at which the line that ends here began; -1 at the start of the paragraph.
    var previous: Int32
    /// The number of the line that begins here, the first being 1.
    var line: Int32
    var fitness: Fitness
    var isFlagged: Bool
    /// How many lines in a row have ended in hyphens.
    var hyphens: UInt8
    var demerits: Double
}

/// A node from which a line may still end, with all that most breakpoints ask about it.
struct ActiveNode {
    var index: Int32
    var line: Int32
    /// The first breakpoint that is not too near for its line.
    var reach: Int32
}

/// What a judge says of the line between a node and a breakpoint.
struct Verdict {
    var demerits = 0.0
    var fitness = Fitness.decent
    var isFeasible = false
    /// Whether the node may begin longer lines still.
    var staysActive = true

    static let tooShort = Verdict()
    static let tooLong = Verdict(staysActive: false)
}

/// What the search asks about lines; TeX's integers and the house's own rules both answer it.
protocol LineJudge {
    /// - Parameter isLastHope: Whether, if this line is refused, no way through the paragraph is
    ///   left.
    func verdict(
        from node: BreakNode,
        to point: Breakpoint,
        after nodes: [BreakNode],
        isLastHope: Bool
    ) -> Verdict

    /// The number of the first breakpoint at which a line may end without being too short; any
    /// number below is as right, only slower.
    ///
    /// - Parameter number: Of the line, the first being 1.
    func reach(ofLineFrom start: Int32, number: Int32) -> Int32

    /// Total demerits that no way through the paragraph may reach.
    var awful: Double { get }
    /// What two neighbouring lines of very different looseness cost.
    var adjacencyDemerits: Double { get }
    /// The last line whose number matters: beyond it all lines are alike.
    var easyLine: Int32 { get }
}

/// Total fit: one walk over the breakpoints, keeping the nodes from which a line may still end.
///
/// Nodes live in one array and point at each other by number, which is several times faster than
/// objects.
///
/// Source: D. E. Knuth, *TeX: The Program* (1986), sections 829–862.
struct BreakSearch<Judge: LineJudge> {
    private(set) var nodes: [BreakNode] = []
    /// By ascending line.
    private(set) var active: [ActiveNode] = []
    private var survivors: [ActiveNode] = []
    private let judge: Judge
    /// For each fitness class of the group being looked at.
    private var least: SIMD4<Double>
    private var leastNode = SIMD4<Int32>(repeating: -1)
    private var minimum: Double

    init(judge: Judge) {
        self.judge = judge
        least = SIMD4(repeating: judge.awful)
        minimum = judge.awful
    }

    /// Walks from the start of the paragraph to its end; the active nodes left are its ways.
    mutating func run(over points: [Breakpoint]) {
        nodes.reserveCapacity(min(points.count + 1, 256))
        nodes.append(
            BreakNode(
                point: -1,
                start: 0,
                previous: -1,
                line: 1,
                fitness: .decent,
                isFlagged: false,
                hyphens: 0,
                demerits: 0
            )
        )
        let reach = judge.reach(ofLineFrom: 0, number: 1)
        active.append(ActiveNode(index: 0, line: 1, reach: reach))
        let judge = judge
        for index in points.indices {
            consider(points[index], number: Int32(index), by: judge)
            if active.isEmpty { return }
        }
    }

    private mutating func consider(_ point: Breakpoint, number: Int32, by judge: Judge) {
        // Most lines are far from full: nothing more need be asked about them.
        guard active.contains(where: { $0.reach <= number }) else { return }
        survivors.removeAll(keepingCapacity: true)
        var group: Int32 = 0
        for position in active.indices {
            let candidate = active[position]
            if candidate.line > group {
                if minimum < judge.awful && group != judge.easyLine {
                    addBest(endingAt: point, number: number, by: judge)
                }
                group = candidate.line > judge.easyLine ? Int32.max : candidate.line
            }
            if number < candidate.reach {
                survivors.append(candidate)
                continue
            }
            let isLastHope =
                minimum == judge.awful && survivors.isEmpty && position == active.count - 1
            let node = nodes[Int(candidate.index)]
            let verdict = judge.verdict(
                from: node,
                to: point,
                after: nodes,
                isLastHope: isLastHope
            )
            if verdict.isFeasible {
                record(verdict, from: candidate.index, total: node.demerits)
            }
            if verdict.staysActive { survivors.append(candidate) }
        }
        if minimum < judge.awful { addBest(endingAt: point, number: number, by: judge) }
        swap(&active, &survivors)
    }

    private mutating func record(_ verdict: Verdict, from index: Int32, total: Double) {
        let demerits = verdict.demerits + total
        let fitness = verdict.fitness.rawValue
        guard demerits <= least[fitness] else { return }
        least[fitness] = demerits
        leastNode[fitness] = index
        minimum = min(minimum, demerits)
    }

    /// Makes a node for each fitness class that may yet win.
    private mutating func addBest(endingAt point: Breakpoint, number: Int32, by judge: Judge) {
        let limit = min(minimum + judge.adjacencyDemerits.magnitude, judge.awful - 1)
        for fitness in Fitness.allCases {
            let demerits = least[fitness.rawValue]
            let previous = leastNode[fitness.rawValue]
            guard demerits <= limit && previous >= 0 else { continue }
            let before = nodes[Int(previous)]
            let line = before.line + 1
            let reach = judge.reach(ofLineFrom: point.start, number: line)
            survivors.append(ActiveNode(index: Int32(nodes.count), line: line, reach: reach))
            nodes.append(
                BreakNode(
                    point: number,
                    start: point.start,
                    previous: previous,
                    line: line,
                    fitness: fitness,
                    isFlagged: point.isFlagged,
                    hyphens: point.isFlagged ? min(before.hyphens, 254) + 1 : 0,
                    demerits: demerits
                )
            )
        }
        least = SIMD4(repeating: judge.awful)
        leastNode = SIMD4(repeating: -1)
        minimum = judge.awful
    }
}

extension BreakSearch {
    /// The way to the end with the fewest demerits, or with `looseness` lines more than that one as
    /// nearly as can be.
    ///
    /// Source: *TeX: The Program*, sections 874 and 875.
    func best(looseness: Int) -> (node: Int32, looseness: Int)? {
        var best: Int32 = -1
        var fewest = judge.awful
        for candidate in active where nodes[Int(candidate.index)].demerits < fewest {
            best = candidate.index
            fewest = nodes[Int(best)].demerits
        }
        guard best >= 0 else { return nil }
        if looseness == 0 { return (best, 0) }
        let line = nodes[Int(best)].line
        var actual = 0
        for candidate in active {
            let node = nodes[Int(candidate.index)]
            let difference = Int(node.line - line)
            let isCloser =
                (difference < actual && looseness <= difference)
                || (difference > actual && looseness >= difference)
            guard isCloser || (difference == actual && node.demerits < fewest) else { continue }
            best = candidate.index
            actual = difference
            fewest = node.demerits
        }
        return (best, actual)
    }

    /// The nodes at which lines end, from the first line to the last.
    func path(to last: Int32) -> [BreakNode] {
        var path: [BreakNode] = []
        var index = last
        while index > 0 {
            path.append(nodes[Int(index)])
            index = nodes[Int(index)].previous
        }
        return path.reversed()
    }
}
