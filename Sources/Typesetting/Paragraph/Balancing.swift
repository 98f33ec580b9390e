import Linebreaking
import Units

extension ParagraphSetter {
    /// The narrowest measure that takes no line more makes lines of like length.
    func balanced(
        _ breaks: TotalFit.Breaks,
        of job: Job,
        _ measures: LineMeasures,
        _ manners: Manners
    ) -> TotalFit.Breaks {
        var best = breaks
        var narrow = measures.rest.width / Double(breaks.lines.count) * 0.9
        var wide = measures.rest.width
        for _ in 0..<10 {
            let middle = (narrow + wide) / 2
            let trial = TotalFit(
                job.measured.items,
                measures: measures.narrowed(to: middle),
                manners: manners
            )
            let found = trial.broken()
            if found.lines.count <= breaks.lines.count && !found.isOverfull {
                wide = middle
                best = found
            } else {
                narrow = middle
            }
        }
        return freed(best, set: wide, of: job, measures, manners)
    }

    /// Lines a little less alike, where the narrowest measure ends one of them on a word that is bound to
    /// the next: no price keeps it from there while the next line has no room for it.
    private func freed(
        _ balanced: TotalFit.Breaks,
        set narrowest: Length,
        of job: Job,
        _ measures: LineMeasures,
        _ manners: Manners
    ) -> TotalFit.Breaks {
        var best = balanced
        var fewest = balanced.pricedEnds(of: job.measured.items)
        let steps = 12
        for step in 1...steps where fewest > 0 {
            let share = Double(step) / Double(steps)
            let width = narrowest + (measures.rest.width - narrowest) * share
            let found = TotalFit(
                job.measured.items,
                measures: measures.narrowed(to: width),
                manners: manners
            ).broken()
            let ends = found.pricedEnds(of: job.measured.items)
            guard ends < fewest, found.lines.count <= balanced.lines.count, !found.isOverfull
            else { continue }
            (best, fewest) = (found, ends)
        }
        return best
    }
}

extension LineMeasures {
    /// The same lines, ending sooner.
    fileprivate func narrowed(to width: Length) -> LineMeasures {
        var narrowed = self
        narrowed.rest.width = width
        for index in first.indices {
            narrowed.first[index].width = max(.zero, width - first[index].indent)
        }
        return narrowed
    }
}

extension TotalFit.Breaks {
    /// How many lines end where a price is asked for it.
    fileprivate func pricedEnds(of items: [Item]) -> Int {
        lines.count {
            let end = $0.items.upperBound
            return end < items.count && items[end].kind == .penalty && items[end].cost > 0
        }
    }
}
