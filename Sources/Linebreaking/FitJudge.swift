import Units

/// The house's judgement of a line.
///
/// Letters give first, by widening and by space between them, since nobody sees it; what is left
/// is shared by the spaces, and only that is bad.
struct FitJudge: LineJudge {
    enum Pass {
        case upTo(Double)
        /// Any line is better than none.
        case anything
    }

    /// How a line comes out.
    struct Fit {
        /// How far spaces go of the way they may; below −1 is impossible.
        var ratio = 0.0
        /// The share of what letters can give that is used.
        var fine = 0.0
        /// By how much the line is too wide.
        var excess = 0.0
    }

    let awful = 1e30
    let adjacencyDemerits: Double
    let easyLine: Int32
    private let setup: FitSetup
    private let first: [Double]
    private let rest: Double
    private let manners: Manners
    private let worst: Double
    private let acceptsAnything: Bool
    /// One over how far a ragged line may fall short; 0 where lines are set to the measure.
    private let perRag: Double
    /// For each breakpoint, the longest that all before it can be made; empty where that tells nothing.
    private let lengths: [Double]
    /// How far below its measure the longest that a line can be made must come, to be too short.
    private let mostShort: Double
    private let give: (fine: Double, spaces: Double)

    init(
        _ setup: FitSetup,
        measures: LineMeasures,
        manners: Manners,
        pass: Pass,
        keepsLineNumbers: Bool
    ) {
        self.setup = setup
        self.manners = manners
        first = measures.first.map(\.width.points)
        rest = measures.rest.width.points
        switch pass {
        case .upTo(let badness):
            worst = badness
            acceptsAnything = false
        case .anything:
            worst = .infinity
            acceptsAnything = true
        }
        adjacencyDemerits = manners.adjacencyDemerits
        easyLine = keepsLineNumbers ? Int32.max - 1 : Int32(first.count)
        perRag = manners.rag.map { 1 / max($0.points, 0.001) } ?? 0
        let farthest = (worst / 100).squareRoot()
        mostShort =
            setup.widestHyphen + 0.001 + (perRag > 0 ? farthest / perRag : farthest * 0.1)
        give = perRag > 0 ? (0, 0) : (1, farthest)
        lengths = worst < .infinity && setup.onlyGrows ? setup.lengths(giving: give) : []
    }

    func verdict(
        from node: BreakNode,
        to point: Breakpoint,
        after nodes: [BreakNode],
        isLastHope: Bool
    ) -> Verdict {
        let fit = fit(from: Int(node.start), to: point, line: node.line)
        var verdict = Verdict()
        verdict.staysActive = !point.isForced
        if fit.excess > 0 {
            let hyphen = setup.places[Int(point.item)].end.hyphen.points
            let mayShortenAgain = fit.excess <= setup.slack + hyphen
            if mayShortenAgain && !point.isForced { return .tooShort }
            guard isLastHope && acceptsAnything else { return .tooLong }
            verdict.isFeasible = true
            verdict.staysActive = false
            verdict.fitness = .tight
            verdict.demerits = Manners.overfullDemerits * (1 + fit.excess)
            return verdict
        }
        let badness = badness(of: fit)
        guard badness <= worst else { return point.isForced ? .tooLong : .tooShort }
        verdict.isFeasible = true
        verdict.fitness = Self.fitness(of: fit.ratio)
        verdict.demerits = demerits(badness, fitness: verdict.fitness, from: node, to: point)
        if node.previous >= 0 {
            verdict.demerits += similarity(from: node, to: point, after: nodes)
            if point.isFinal { verdict.demerits += runt(from: node) }
        }
        return verdict
    }

    /// Found by halves: the farther the breakpoint, the longer the line can be made.
    func reach(ofLineFrom start: Int32, number: Int32) -> Int32 {
        guard !lengths.isEmpty else { return 0 }
        let before = setup.places[Int(start)].sums.length(giving: give)
        let least = measure(ofLine: number) - mostShort + before
        var (low, high) = (0, lengths.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if lengths[middle] >= least { high = middle } else { low = middle + 1 }
        }
        return Int32(low)
    }

    private func measure(ofLine number: Int32) -> Double {
        Int(number) <= first.count ? first[Int(number) - 1] : rest
    }

    func fit(from start: Int, to point: Breakpoint, line: Int32) -> Fit {
        let a = setup.places[start].sums
        let b = setup.places[Int(point.item)].sums
        let end = setup.places[Int(point.item)].end
        let letters = b.width - a.width + end.hyphen.points
        let width = letters - end.hang.points - setup.places[start].hangStart
        let shortfall = measure(ofLine: line) - width
        if perRag > 0 {
            if shortfall < -0.001 { return Fit(ratio: -1, excess: -shortfall) }
            return b.fill - a.fill > 0 ? Fit() : Fit(ratio: max(0, shortfall) * perRag)
        }
        if shortfall >= 0 {
            if b.fill - a.fill > 0 { return Fit() }
            return Self.stretched(
                shortfall,
                fine: b.fineStretch - a.fineStretch,
                spaces: b.stretch - a.stretch
            )
        }
        return Self.shrunk(
            -shortfall,
            fine: b.fineShrink - a.fineShrink,
            spaces: b.shrink - a.shrink
        )
    }

    private static func stretched(_ amount: Double, fine: Double, spaces: Double) -> Fit {
        let given = min(amount, fine)
        let left = amount - given
        let share = fine > 0 ? given / fine : 0
        // A line of one word has no space to stretch: all but hopeless, yet finite.
        return Fit(ratio: left <= 0 ? 0 : left / max(spaces, 0.1), fine: share)
    }

    private static func shrunk(_ amount: Double, fine: Double, spaces: Double) -> Fit {
        let given = min(amount, fine)
        let left = amount - given
        let share = fine > 0 ? -given / fine : 0
        if left > spaces + 0.001 { return Fit(ratio: -1, fine: share, excess: left - spaces) }
        return Fit(ratio: left <= 0 ? 0 : -left / max(spaces, 0.001), fine: share)
    }

    /// A hundred times the square of how far spaces go, and a little for what letters give, so that
    /// of two even lines the one with untouched letters wins.
    ///
    /// TeX takes the cube, which hardly sees small differences; here letters have taken the large
    /// ones and the eye finds what is left.
    private func badness(of fit: Fit) -> Double {
        100 * fit.ratio * fit.ratio + 4 * fit.fine * fit.fine
    }

    private static func fitness(of ratio: Double) -> Fitness {
        ratio > 1 ? .veryLoose : ratio > 0.5 ? .loose : ratio >= -0.5 ? .decent : .tight
    }

    private func demerits(
        _ badness: Double,
        fitness: Fitness,
        from node: BreakNode,
        to point: Breakpoint
    ) -> Double {
        let sum = manners.linePenalty + badness
        var demerits = sum * sum
        if !point.isForced { demerits += point.cost * abs(point.cost) }
        if node.isFlagged {
            if point.isFinal { demerits += manners.finalHyphenDemerits }
            if point.isFlagged {
                demerits +=
                    node.hyphens >= 2 ? manners.ladderDemerits : manners.doubleHyphenDemerits
            }
        }
        if perRag == 0 && fitness.clashes(with: node.fitness) { demerits += adjacencyDemerits }
        return demerits
    }

    /// Charges for the same word at the start or the end of this line and the one before it.
    private func similarity(
        from node: BreakNode,
        to point: Breakpoint,
        after nodes: [BreakNode]
    ) -> Double {
        var demerits = 0.0
        let start = setup.places[Int(node.start)].startLooks
        if start != 0, start == setup.places[Int(nodes[Int(node.previous)].start)].startLooks {
            demerits += manners.similarityDemerits
        }
        let end = setup.places[Int(point.item)].end.looks
        if end != 0, node.point >= 0,
            end == setup.places[Int(setup.points[Int(node.point)].item)].end.looks
        {
            demerits += manners.similarityDemerits
        }
        return demerits
    }

    /// Charges for a last line too short to stand by itself, or that is no more than the rest of a word.
    private func runt(from node: BreakNode) -> Double {
        let (width, isFragment) = lastLine(from: Int(node.start), isFlagged: node.isFlagged)
        let minimum = manners.minimumLastLine.points
        guard width < minimum else { return isFragment ? manners.fragmentDemerits : 0 }
        let weight = node.isFlagged ? Manners.hyphenatedRunt : 1
        return weight * manners.runtDemerits * (1 + (minimum - width) / minimum)
    }

    /// Whether a last line that begins with an item is charged for.
    func isRunt(from start: Int, isFlagged: Bool) -> Bool {
        let (width, isFragment) = lastLine(from: start, isFlagged: isFlagged)
        return isFragment || width < manners.minimumLastLine.points
    }

    private func lastLine(from start: Int, isFlagged: Bool) -> (width: Double, isFragment: Bool) {
        guard let last = setup.places.last?.sums else { return (.infinity, false) }
        let first = setup.places[start].sums
        return (last.width - first.width, isFlagged && last.stretch - first.stretch < 0.001)
    }
}
