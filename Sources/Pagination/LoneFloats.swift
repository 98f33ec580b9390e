import Flow
import Typesetting

extension PouredGalley {
    /// The same with floats mentioned earlier that would stand with hardly any text where a part ends;
    /// nil where there are none.
    ///
    /// They may go up to the page before, where text makes room for them and comes to stand in their
    /// place, but not above the title of the section that they belong to.
    func mentioningLoneFloats(of plans: [PagePlan]) -> PouredGalley? {
        var poured: PouredGalley?
        let columns = plans.flatMap(\.columns)
        for (before, column) in zip(columns, columns.dropFirst())
        where isLone(column) && before.range.upperBound == column.range.lowerBound {
            for float in column.hangers.floats {
                let mention = mention(of: float)
                let strip = max(before.range.lowerBound, title(above: mention))
                guard strip < min(mention, column.range.lowerBound) else { continue }
                poured = poured ?? self
                poured?.mention(float, in: strip)
            }
        }
        return poured
    }

    private func isLone(_ column: ColumnPlan) -> Bool {
        guard !column.hangers.floats.isEmpty else { return false }
        let (start, end) = (column.range.lowerBound, column.range.upperBound)
        let isEnd = end == count || forced[end] == .page
        let goesOn = column.range.isEmpty || forced[start] != .page
        return isEnd && goesOn && lines(in: column.range) < Demerits.linesOfAShortPage
    }

    /// The strip in which a float is mentioned.
    private func mention(of float: Int) -> Int {
        (0..<count).first { floatStarts[$0 + 1] > float } ?? count
    }

    /// The latest strip up to another with which a section begins.
    private func title(above strip: Int) -> Int {
        galley.strips.prefix(strip + 1).lastIndex { $0.anchors.contains { $0.level != nil } } ?? 0
    }
}
