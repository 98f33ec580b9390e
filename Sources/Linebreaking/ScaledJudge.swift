/// TeX's own judgement of a line, in TeX's integers.
///
/// Source: *TeX: The Program*, sections 108 and 851–859.
struct ScaledJudge: LineJudge {
    static let infinitelyBad = 10_000

    let awful = 1_073_741_823.0
    let adjacencyDemerits: Double
    let easyLine: Int32
    private let setup: ScaledSetup
    private let manners: ScaledParagraph.Manners
    private let measure: Int
    private let threshold: Int
    private let background: ScaledSetup.Sums
    private let isFinalPass: Bool

    init(
        _ setup: ScaledSetup,
        manners: ScaledParagraph.Manners,
        measure: Int,
        threshold: Int,
        emergencyStretch: Int,
        isFinalPass: Bool
    ) {
        self.setup = setup
        self.manners = manners
        self.measure = measure
        self.threshold = threshold
        self.isFinalPass = isFinalPass
        adjacencyDemerits = Double(manners.adjacencyDemerits)
        easyLine = manners.looseness == 0 ? 0 : Int32.max - 1
        let skips = [manners.leftSkip, manners.rightSkip]
        background = skips.reduce(into: .init(stretch: emergencyStretch)) { sums, skip in
            sums.width += skip.width
            sums.shrink += skip.shrink
            if skip.isInfinite { sums.fills += 1 } else { sums.stretch += skip.stretch }
        }
    }

    func verdict(
        from node: BreakNode,
        to point: Breakpoint,
        after nodes: [BreakNode],
        isLastHope: Bool
    ) -> Verdict {
        let (badness, fitness) = fit(from: Int(node.start), to: Int(point.item))
        var verdict = Verdict(fitness: fitness)
        var isArtificial = false
        if badness > Self.infinitelyBad || point.isForced {
            if isFinalPass && isLastHope {
                isArtificial = true
            } else if badness > threshold {
                return .tooLong
            }
            verdict.staysActive = false
        } else if badness > threshold {
            return .tooShort
        }
        verdict.isFeasible = true
        if !isArtificial {
            verdict.demerits = Double(demerits(badness, fitness, from: node, to: point))
        }
        return verdict
    }

    /// TeX looks at every line.
    func reach(ofLineFrom start: Int32, number: Int32) -> Int32 { 0 }

    private func fit(from start: Int, to end: Int) -> (badness: Int, fitness: Fitness) {
        let first = setup.sums[start]
        let last = setup.sums[end]
        let width = last.width - first.width + setup.hyphens[end] + background.width
        let shortfall = measure - width
        if shortfall > 0 {
            if last.fills - first.fills + background.fills != 0 { return (0, .decent) }
            let stretch = last.stretch - first.stretch + background.stretch
            if shortfall > 7_230_584 && stretch < 1_663_497 {
                return (Self.infinitelyBad, .veryLoose)
            }
            let badness = Self.badness(of: shortfall, over: stretch)
            return (badness, badness > 99 ? .veryLoose : badness > 12 ? .loose : .decent)
        }
        let shrink = last.shrink - first.shrink + background.shrink
        let badness =
            -shortfall > shrink
            ? Self.infinitelyBad + 1 : Self.badness(of: -shortfall, over: shrink)
        return (badness, badness > 12 ? .tight : .decent)
    }

    /// About a hundred times the cube of how far glue is stretched, as TeX counts it.
    static func badness(of amount: Int, over total: Int) -> Int {
        if amount == 0 { return 0 }
        if total <= 0 { return infinitelyBad }
        let ratio =
            amount <= 7_230_584
            ? amount * 297 / total
            : total >= 1_663_497 ? amount / (total / 297) : amount
        if ratio > 1290 { return infinitelyBad }
        return (ratio * ratio * ratio + 131_072) / 262_144
    }

    private func demerits(
        _ badness: Int,
        _ fitness: Fitness,
        from node: BreakNode,
        to point: Breakpoint
    ) -> Int {
        let sum = manners.linePenalty + badness
        var demerits = abs(sum) >= 10_000 ? 100_000_000 : sum * sum
        let penalty = Int(point.cost)
        if penalty > 0 {
            demerits += penalty * penalty
        } else if penalty > -10_000 {
            demerits -= penalty * penalty
        }
        if point.isFlagged && node.isFlagged {
            demerits +=
                point.isFinal ? manners.finalHyphenDemerits : manners.doubleHyphenDemerits
        }
        if fitness.clashes(with: node.fitness) { demerits += manners.adjacencyDemerits }
        return demerits
    }
}
