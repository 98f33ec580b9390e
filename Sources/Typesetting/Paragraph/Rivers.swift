import Linebreaking
import Units

/// A word space's place in its line, in points from the start of the measure.
private struct Gap {
    var start: Double
    var end: Double
    /// How many lines' spaces it continues, its own included.
    var length = 1

    var centre: Double { (start + end) / 2 }
    var width: Double { end - start }

    /// Whether the eye runs down from one to the other: their centres lie nearer than half their
    /// mean width.
    func continues(_ above: Gap) -> Bool {
        abs(centre - above.centre) < 0.28 * (width + above.width)
    }
}

extension ParagraphSetter {
    /// Looks for a way without rivers where the best one has some.
    ///
    /// A river is a chain of word spaces down four lines or more. Total fit can't see one, since it
    /// lies in no single line; so breaks beside it are forbidden in turn, and of the next best ways
    /// the one that comes out best is taken.
    func withoutRivers(
        _ breaks: TotalFit.Breaks,
        _ fit: TotalFit,
        of items: [Item],
        _ measures: LineMeasures
    ) -> TotalFit.Breaks {
        var best = breaks
        var rivers = riverEnds(in: breaks, items, measures)
        guard !rivers.isEmpty, breaks.lines.count <= Self.longestRiverSearch else { return breaks }
        var bestPrice = price(breaks, rivers)
        for _ in 0..<2 {
            let start = best
            for line in linesToMove(rivers, in: start) {
                guard let found = fit.broken(unlike: start, at: line),
                    found.demerits < bestPrice, !found.isOverfull || breaks.isOverfull
                else { continue }
                let ends = riverEnds(in: found, items, measures)
                let price = price(found, ends)
                guard price < bestPrice else { continue }
                (best, bestPrice, rivers) = (found, price, ends)
            }
            if rivers.isEmpty || best == start { break }
        }
        return best
    }

    private static let riverLength = 4
    private static let longestRiverSearch = 80

    private func price(_ breaks: TotalFit.Breaks, _ rivers: [Int]) -> Double {
        breaks.demerits + Double(rivers.count) * Manners.riverDemerits
    }

    /// The line ends that, moved, would shift one bank of a river against the other.
    private func linesToMove(_ ends: [Int], in breaks: TotalFit.Breaks) -> [Int] {
        var lines: Set<Int> = []
        for end in ends.prefix(3) {
            for line in max(0, end - Self.riverLength)..<end
            where line < breaks.lines.count - 1 && !breaks.lines[line].isForced {
                lines.insert(line)
            }
        }
        return lines.sorted()
    }

    /// The last line of each river.
    private func riverEnds(
        in breaks: TotalFit.Breaks,
        _ items: [Item],
        _ measures: LineMeasures
    ) -> [Int] {
        guard breaks.lines.count >= Self.riverLength else { return [] }
        var ends: [Int] = []
        var above: [Gap] = []
        var gaps: [Gap] = []
        for (number, line) in breaks.lines.enumerated() {
            findGaps(of: line, items, measures[number], into: &gaps)
            var first = 0
            for index in gaps.indices {
                while first < above.count, above[first].end < gaps[index].start - 20 { first += 1 }
                var scan = first
                while scan < above.count, above[scan].start < gaps[index].end + 20 {
                    if gaps[index].continues(above[scan]) {
                        gaps[index].length = max(gaps[index].length, above[scan].length + 1)
                    }
                    scan += 1
                }
                if gaps[index].length == Self.riverLength { ends.append(number) }
            }
            swap(&above, &gaps)
        }
        return ends
    }

    /// Where the spaces of a line will stand, letters having given before them.
    private func findGaps(
        of line: TotalFit.Breaks.Line,
        _ items: [Item],
        _ measure: LineMeasures.Line,
        into gaps: inout [Gap]
    ) {
        let given = shares(of: line, items, measure)
        var x = measure.indent.points - items[line.items.lowerBound].hangStart.points
        gaps.removeAll(keepingCapacity: true)
        for index in line.items {
            let item = items[index]
            switch item.kind {
            case .box:
                x += item.width.points
                x += given.letters * (given.letters > 0 ? item.stretch : item.shrink).points
            case .glue:
                let own = item.width.points * (1 + given.spaces)
                if own > 0.9 * item.width.points { gaps.append(Gap(start: x, end: x + own)) }
                x += own
            case .penalty: break
            }
        }
    }

    /// What share of what they may its letters give, and of their width its spaces after them.
    private func shares(
        of line: TotalFit.Breaks.Line,
        _ items: [Item],
        _ measure: LineMeasures.Line
    ) -> (letters: Double, spaces: Double) {
        let hangStart = items[line.items.lowerBound].hangStart.points
        var width = line.end(among: items).gain.points - hangStart
        var fine = (stretch: 0.0, shrink: 0.0)
        var spaces = 0.0
        for index in line.items {
            let item = items[index]
            switch item.kind {
            case .box:
                width += item.width.points
                fine.stretch += item.stretch.points
                fine.shrink += item.shrink.points
            case .glue:
                width += item.width.points
                spaces += item.width.points
            case .penalty: break
            }
        }
        var lack =
            line.isForced ? min(0, measure.width.points - width) : measure.width.points - width
        let most = lack > 0 ? fine.stretch : fine.shrink
        let letters = most > 0 ? max(-1, min(1, lack / most)) : 0
        lack -= letters * most
        return (letters, spaces > 0 ? lack / spaces : 0)
    }
}
