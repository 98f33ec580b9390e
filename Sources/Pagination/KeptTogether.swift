import Typesetting

extension Galley {
    /// What a column's end above each strip costs.
    ///
    /// Strips between two places where a column may end stand together. Where no column could hold
    /// them they begin where they stand, and those that their style alone keeps are parted.
    ///
    /// - Parameters:
    ///   - measures: Those of the strips.
    ///   - tallest: The height of the tallest column, in points.
    func breakCosts(_ measures: [StripMeasure], within tallest: Double) -> [Double] {
        var costs = strips.indices.map { strips[$0].breakBefore.cost }
        var start = 0
        for end in costs.indices.dropFirst() where costs[end] < .infinity {
            relax(start..<end, of: measures, within: tallest, in: &costs)
            start = end
        }
        relax(start..<strips.count, of: measures, within: tallest, in: &costs)
        return costs
    }

    private func relax(
        _ chain: Range<Int>,
        of measures: [StripMeasure],
        within tallest: Double,
        in costs: inout [Double]
    ) {
        guard chain.count > 1 else { return }
        let height = chain.dropFirst().reduce(measures[chain.lowerBound].height) {
            $0 + measures[$1].closing + measures[$1].spaceBefore + measures[$1].opening
                + measures[$1].height
        }
        guard height > tallest else { return }
        let kept = chain.filter { if case .kept = strips[$0].breakBefore { true } else { false } }
        for index in kept {
            guard case .kept(let cost) = strips[index].breakBefore else { continue }
            let isAtEnd = index == kept.first || index == kept.last
            costs[index] = isAtEnd ? max(cost, Demerits.lostRow) : cost
        }
    }
}
