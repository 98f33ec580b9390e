package import Units

/// A paragraph that is to be broken into the best lines, all of it weighed at once.
///
/// The end of the paragraph, with filler before it, is understood and not among the items.
package struct TotalFit {
    private(set) var setup: FitSetup
    let measures: LineMeasures
    let manners: Manners

    package init(_ items: [Item], measures: LineMeasures, manners: Manners = Manners()) {
        setup = FitSetup(items)
        self.measures = measures
        self.manners = manners
    }

    /// The best breaks.
    ///
    /// Always an answer. No line is wider than its measure unless one must be.
    package func broken() -> Breaks {
        if let breaks = attempt(.upTo(manners.tolerance), looseness: 0),
            breaks.demerits < manners.concern
        {
            return breaks
        }
        guard let breaks = attempt(.anything, looseness: 0) else {
            preconditionFailure("the last pass over a paragraph found no way to its end")
        }
        return breaks
    }

    /// The best ways with a line more and a line fewer than the best, both out of one search, as far as
    /// they are decent: a page that ends a line short is seen by few, a paragraph pulled apart by all.
    ///
    /// - Parameters:
    ///   - usual: How many lines the best way has.
    ///   - demerits: What it costs.
    package func variants(lines usual: Int, demerits: Double) -> [Breaks] {
        guard setup.points.count <= Self.variantLimit else { return [] }
        let (search, judge) = searched(.upTo(manners.variantTolerance), keepsLineNumbers: true)
        return [1, -1].compactMap { looseness in
            guard let best = search.best(looseness: looseness), best.looseness == looseness else {
                return nil
            }
            let path = search.path(to: best.node)
            guard path.count == usual + looseness else { return nil }
            let found = breaks(along: path, looseness: looseness, judge: judge)
            return found.demerits <= demerits + manners.variantConcern ? found : nil
        }
    }

    /// The best way in so many lines more than the best, or fewer below zero; the nearest to that which is
    /// decent.
    ///
    /// - Parameter breaks: The best.
    package func loosened(_ breaks: Breaks, by looseness: Int) -> Breaks {
        guard setup.points.count <= Self.variantLimit else { return breaks }
        for wished in stride(from: looseness, to: 0, by: -looseness.signum()) {
            // A wish is worth lines as loose as the loosest that are no fault.
            if let found = attempt(.upTo(Self.wishedTolerance), looseness: wished),
                found.lines.count == breaks.lines.count + wished
            {
                return found
            }
        }
        return breaks
    }

    private static let wishedTolerance = 250.0

    /// The next best breaks: the best without one of those that others have, for a reason that lines
    /// by themselves don't know; nil where that is no decent way.
    ///
    /// - Parameter breaks: Found by this same total fit.
    package func broken(unlike breaks: Breaks, at line: Int) -> Breaks? {
        var other = self
        other.setup.forbid(breakAt: Int32(breaks.lines[line].items.upperBound))
        let pass: FitJudge.Pass =
            breaks.looseness != 0
            ? .upTo(manners.variantTolerance)
            : breaks.demerits < manners.concern ? .upTo(manners.tolerance) : .anything
        guard let found = other.attempt(pass, looseness: breaks.looseness),
            found.looseness == 0 || found.lines.count == breaks.lines.count
        else { return nil }
        return found
    }

    /// Beyond this many places for a break, variants by number of lines are not looked for: their
    /// number grows with the square of the length.
    private static let variantLimit = 8_000

    private func searched(_ pass: FitJudge.Pass, keepsLineNumbers: Bool) -> (
        BreakSearch<FitJudge>, FitJudge
    ) {
        let judge = FitJudge(
            setup,
            measures: measures,
            manners: manners,
            pass: pass,
            keepsLineNumbers: keepsLineNumbers
        )
        var search = BreakSearch(judge: judge)
        search.run(over: setup.points)
        return (search, judge)
    }

    private func attempt(_ pass: FitJudge.Pass, looseness: Int) -> Breaks? {
        let (search, judge) = searched(pass, keepsLineNumbers: looseness != 0)
        guard let best = search.best(looseness: looseness), best.looseness == looseness else {
            return nil
        }
        return breaks(along: search.path(to: best.node), looseness: looseness, judge: judge)
    }

    func breaks(along path: [BreakNode], looseness: Int, judge: FitJudge) -> Breaks {
        var lines: [Breaks.Line] = []
        lines.reserveCapacity(path.count)
        var start: Int32 = 0
        for (number, node) in path.enumerated() {
            let point = setup.points[Int(node.point)]
            let fit = judge.fit(from: Int(start), to: point, line: Int32(number + 1))
            lines.append(
                Breaks.Line(
                    items: Int(start)..<max(Int(start), Int(point.item)),
                    isFlagged: point.isFlagged,
                    isForced: point.isForced,
                    ratio: fit.ratio,
                    excess: .pt(max(0, fit.excess))
                )
            )
            start = node.start
        }
        var breaks = Breaks(
            lines: lines,
            demerits: path.last?.demerits ?? 0,
            looseness: looseness
        )
        if path.count > 1, let last = lines.last {
            let isFlagged = path[path.count - 2].isFlagged
            breaks.endsInRunt = judge.isRunt(from: last.items.lowerBound, isFlagged: isFlagged)
        }
        return breaks
    }
}

extension TotalFit {
    /// Where lines end, and how good they are.
    package struct Breaks: Hashable, Sendable {
        package struct Line: Hashable, Sendable {
            /// What stands in the line; glue and penalties lost at the break are left out.
            package var items: Range<Int>
            /// Whether a hyphen is added, or a visible one ends the line.
            package var isFlagged: Bool
            package var isForced: Bool
            /// How far spaces go of the way they may, after letters have given what they can:
            /// −1 is as tight as is allowed, above 1 is looser than is good.
            package var ratio: Double
            /// By how much the line is too wide.
            package var excess: Length
        }

        package var lines: [Line]
        package var demerits: Double
        /// Lines more than the best way has.
        package var looseness: Int
        /// Whether the last line is too short, or the rest of a word.
        package var endsInRunt = false

        package init(lines: [Line], demerits: Double, looseness: Int) {
            self.lines = lines
            self.demerits = demerits
            self.looseness = looseness
        }

        package var isOverfull: Bool { lines.contains { $0.excess > .zero } }
        /// The largest ratio of its lines.
        package var loosest: Double { lines.lazy.map(\.ratio).max() ?? 0 }
    }
}
