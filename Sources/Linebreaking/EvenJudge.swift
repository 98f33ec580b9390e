import Units

/// Judges lines by how like they are in length, and by where they end.
///
/// A title has few lines, and each of them is seen: how near they come to the measure is nothing, that
/// they come near each other is all. The last line counts like the others.
struct EvenJudge: LineJudge {
    let awful = 1e30
    let adjacencyDemerits = 0.0
    let easyLine = Int32.max - 1
    private let setup: FitSetup
    private let measures: LineMeasures
    private let lines: Int
    /// Whether a line between two longer ones costs more than that it is short.
    private let avoidsWaist: Bool
    /// What each line would be long, were all alike.
    private let length: Double

    init(_ setup: FitSetup, measures: LineMeasures, lines: Int, avoidsWaist: Bool) {
        self.avoidsWaist = avoidsWaist
        self.setup = setup
        self.measures = measures
        self.lines = lines
        length = max((setup.places.last?.sums.width ?? 0) / Double(max(lines, 1)), 1)
    }

    func reach(ofLineFrom start: Int32, number: Int32) -> Int32 { 0 }

    func verdict(
        from node: BreakNode,
        to point: Breakpoint,
        after nodes: [BreakNode],
        isLastHope: Bool
    ) -> Verdict {
        guard Int(node.line) <= lines else { return .tooLong }
        let (a, b) = (setup.places[Int(node.start)], setup.places[Int(point.item)])
        let width = b.sums.width - a.sums.width + b.end.hyphen.points
        let room = measures[Int(node.line) - 1].width.points + b.end.hang.points + a.hangStart
        let excess = width - room
        if excess > 0.001 {
            let mayShortenAgain = excess <= setup.slack + b.end.hyphen.points && !point.isForced
            return mayShortenAgain ? .tooShort : .tooLong
        }
        var verdict = Verdict()
        verdict.isFeasible = true
        verdict.staysActive = !point.isForced
        let departure = (width - length) / length
        verdict.demerits = departure * departure
        if beginsAlike(node, after: nodes) { verdict.demerits += Self.alike }
        if avoidsWaist {
            let depth = depth(ofLineBefore: node, of: width, after: nodes)
            if depth > Self.mostDepth { verdict.demerits += Self.waist + depth * depth }
        }
        if point.isFinal {
            let isOneWord = b.sums.stretch == a.sums.stretch
            if isOneWord, width < 0.8 * length {
                verdict.demerits += avoidsWaist ? Self.leftOver * 2.5 : Self.leftOver
            }
        } else if !point.isForced {
            if point.cost > 0 { verdict.demerits += point.isFlagged ? Self.divided : Self.parted }
            // As many lines end short of the last whatever the way: to go past a good end costs the same
            // as to be glad of one.
            if point.cost >= 0 { verdict.demerits += Self.pastSense }
        }
        return verdict
    }

    /// Whether a line begins with the word that the one before it begins with.
    private func beginsAlike(_ node: BreakNode, after nodes: [BreakNode]) -> Bool {
        guard node.previous >= 0 else { return false }
        let start = setup.places[Int(node.start)].startLooks
        let before = nodes[Int(node.previous)].start
        return start != 0 && start == setup.places[Int(before)].startLooks
    }

    /// By how much the line before is shorter than both its neighbours, in lengths of a line: a waist is
    /// seen before a last line that is short.
    private func depth(
        ofLineBefore node: BreakNode,
        of width: Double,
        after nodes: [BreakNode]
    ) -> Double {
        guard node.previous >= 0 else { return 0 }
        let before = nodes[Int(node.previous)]
        guard before.previous >= 0 else { return 0 }
        let narrow = lineWidth(from: before, to: node)
        let above = lineWidth(from: nodes[Int(before.previous)], to: before)
        return (min(width, above) - narrow) / length
    }

    private func lineWidth(from node: BreakNode, to end: BreakNode) -> Double {
        let place = setup.places[Int(setup.points[Int(end.point)].item)]
        return place.sums.width - setup.places[Int(node.start)].sums.width
    }

    private static let mostDepth = 0.1
    private static let waist = 0.03
    private static let alike = 0.1
    /// A short last line of one word.
    private static let leftOver = 0.12
    /// A word parted from the next that it is bound to: two lines would else be less alike than three to
    /// one.
    private static let parted = 0.5
    private static let divided = 1.0
    /// A line that does not end where a part of the sentence does, since a title is read by its lines: of
    /// two, the first may be three tenths as long as the other for it.
    private static let pastSense = 0.6
}

extension TotalFit {
    /// The way in so many lines that are most alike in length; nil where there is none.
    ///
    /// - Parameter avoidingWaist: Whether lines may be less alike so that none is shorter than both its
    ///   neighbours.
    package func even(lines: Int, avoidingWaist: Bool = false) -> Breaks? {
        guard lines > 1, setup.points.count <= Self.evenLimit else { return nil }
        let judge = EvenJudge(
            setup,
            measures: measures,
            lines: lines,
            avoidsWaist: avoidingWaist
        )
        var search = BreakSearch(judge: judge)
        search.run(over: setup.points)
        let ways = search.active.filter { Int($0.line) == lines + 1 }
        guard
            let best = ways.min(by: {
                search.nodes[Int($0.index)].demerits < search.nodes[Int($1.index)].demerits
            })
        else { return nil }
        let drawing = FitJudge(
            setup,
            measures: measures,
            manners: manners,
            pass: .anything,
            keepsLineNumbers: true
        )
        return breaks(along: search.path(to: best.index), looseness: 0, judge: drawing)
    }

    /// Whether some line ends on a word that is bound to the next, or in the middle of one.
    package func partsWords(_ breaks: Breaks) -> Bool {
        let ends = Set(breaks.lines.dropLast().map { Int32($0.items.upperBound) })
        return setup.points.contains { $0.cost > 0 && ends.contains($0.item) }
    }

    /// Beyond so many places for a break nobody looks for lines of like length, and each of them would
    /// be tried as the end of a line from each other.
    private static let evenLimit = 400
}
