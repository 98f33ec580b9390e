package import Units

extension TotalFit {
    /// The breaks of text that fits its first line as it stands; nil where lines must be looked for.
    ///
    /// Most headings, labels and cells of tables are such text. Every line costs something, so that no
    /// way with more of them is better, and the search need not be made.
    package static func singleLine(of items: [Item], in measure: Length, manners: Manners)
        -> Breaks?
    {
        guard !items.isEmpty else { return nil }
        var width = 0.0
        var end = LineEnd()
        for index in items.indices {
            let item = items[index]
            switch item.kind {
            case .box:
                width += item.width.points
                end = LineEnd(with: item)
            case .glue: width += item.width.points
            case .penalty where item.cost < 0: return nil
            case .penalty: break
            }
        }
        guard width + end.gain.points - items[0].hangStart.points <= measure.points else {
            return nil
        }
        let line = Breaks.Line(
            items: items.indices,
            isFlagged: false,
            isForced: true,
            ratio: 0,
            excess: .zero
        )
        return Breaks(
            lines: [line],
            demerits: manners.linePenalty * manners.linePenalty,
            looseness: 0
        )
    }
}
