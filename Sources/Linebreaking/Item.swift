package import Units

/// One of the things a paragraph is made of, as far as line breaking is concerned.
///
/// Plain data, so that a paragraph is one array without indirection.
///
/// Source: D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”, *Software—Practice and
/// Experience* 11 (1981), 1119–1184.
package struct Item: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case box, glue, penalty }

    package var kind: Kind
    /// Of a penalty, what a hyphen there would add to the line it ends.
    package var width: Length
    /// Of glue, how far it may grow before it looks bad; of a box, how far its letters may be
    /// widened or spaced out.
    package var stretch = Length.zero
    package var shrink = Length.zero
    /// How much of the room that is left in a line goes here before anything else stretches.
    package var fill = 0.0
    /// The price of ending a line here; infinite forbids it, minus infinity forces it.
    package var cost = 0.0
    /// Whether a line that ends here ends in a hyphen.
    package var isFlagged = false
    /// Whether a line that begins with the box begins with a hyphen, which is no part of it.
    package var repeatsHyphen = false
    /// How far the box hangs out of the measure where it begins a line; below zero where it then
    /// takes more room than it has itself, for a hyphen that is repeated.
    package var hangStart = Length.zero
    /// How far the box, or the hyphen, hangs out of the measure where it ends a line.
    package var hangEnd = Length.zero
    /// What a reader sees at the start of a line that begins with this box: equal words have equal
    /// numbers, and 0 is like nothing else.
    package var startLooks: UInt32 = 0
    package var endLooks: UInt32 = 0

    package static func box(width: Length, stretch: Length = .zero, shrink: Length = .zero)
        -> Item
    {
        Item(kind: .box, width: width, stretch: stretch, shrink: shrink)
    }

    package static func glue(width: Length, stretch: Length, shrink: Length) -> Item {
        Item(kind: .glue, width: width, stretch: stretch, shrink: shrink)
    }

    /// A place where a line may end at a price; `width` is what a hyphen there would add.
    package static func penalty(cost: Double, width: Length = .zero, isFlagged: Bool = false)
        -> Item
    {
        Item(kind: .penalty, width: width, cost: cost, isFlagged: isFlagged)
    }

    /// Glue that takes all the room that is left.
    package static let filler = Item(kind: .glue, width: .zero, fill: 1)
    /// A break that must be taken.
    package static let forcedBreak = Item.penalty(cost: -.infinity)
    package static let noBreak = Item.penalty(cost: .infinity)
}
