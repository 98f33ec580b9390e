import Units

extension TotalFit {
    /// Whether a search for variants might find a way with so many lines.
    ///
    /// All lines are judged together, as if what the text has and gives could be dealt out to them at
    /// will: where that is not enough, no way is, and the search need not be made. The last line may be
    /// as short as it likes.
    package func mayVary(to lines: Int) -> Bool {
        guard lines > 0, setup.onlyGrows, let all = setup.places.last?.sums else {
            return lines > 0
        }
        let farthest = (manners.variantTolerance / 100).squareRoot()
        let full = width(ofFirst: lines - 1)
        let isLongEnough = all.fill > 1 || longest(all, in: lines - 1, farthest) >= full
        let room = full + measures[lines - 1].width.points
        return isLongEnough && shortest(all, in: lines, min(1, farthest)) <= room
    }

    private func width(ofFirst lines: Int) -> Double {
        let first = measures.first.prefix(lines).reduce(0) { $0 + $1.width.points }
        return first + Double(max(0, lines - measures.first.count)) * measures.rest.width.points
    }

    /// What so many lines could fill with all the text, every one of them ending in a hyphen.
    private func longest(_ all: FitSetup.Sums, in lines: Int, _ share: Double) -> Double {
        let given =
            manners.rag.map { $0.points * share * Double(lines) }
            ?? all.fineStretch + share * (all.stretch + 0.1 * Double(lines))
        return all.width + given + Double(lines) * (setup.widestHyphen + 0.01)
    }

    /// What all the text takes in so many lines, as much of it hanging out or lost at their ends as can
    /// be.
    private func shortest(_ all: FitSetup.Sums, in lines: Int, _ share: Double) -> Double {
        let given = manners.rag == nil ? all.fineShrink + share * all.shrink : 0
        let hanging = setup.slack + setup.widestHangStart + 0.01
        return all.width - given - Double(lines) * hanging - Double(lines - 1) * setup.widestLoss
    }
}
