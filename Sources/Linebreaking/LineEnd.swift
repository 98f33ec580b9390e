package import Units

/// What a line gets at its end: the hyphen of its break, and what hangs out of the measure there.
package struct LineEnd: Hashable, Sendable {
    package var hyphen = Length.zero
    package var hang = Length.zero
    /// What a reader sees there; see ``Item/endLooks``.
    var looks: UInt32 = 0

    /// How much wider than its items the line comes out.
    package var gain: Length { hyphen - hang }

    init() {}

    /// The end of a line that ends with a box.
    init(with box: Item) {
        hang = box.hangEnd
        looks = box.endLooks
    }

    /// The end of a line that is broken at an item, after a box that says how it would end by itself.
    init(at item: Item, after box: LineEnd) {
        self = box
        guard item.kind == .penalty, item.width > .zero else { return }
        hyphen = item.width
        hang = item.hangEnd
    }
}

extension TotalFit.Breaks.Line {
    package func end(among all: [Item]) -> LineEnd {
        let box = items.last { all[$0].kind == .box }
        let end = box.map { LineEnd(with: all[$0]) } ?? LineEnd()
        guard items.upperBound < all.count else { return end }
        return LineEnd(at: all[items.upperBound], after: end)
    }
}
