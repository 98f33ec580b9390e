package import Units

/// The things a paragraph is made of, as far as line breaking is concerned.
///
/// Source: D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”, *Software—Practice and
/// Experience* 11 (1981), 1119–1184.
package enum Item: Hashable, Sendable {
    case box(width: Length)
    case glue(width: Length, stretch: Length, shrink: Length)
    /// A place where a line may end at a price; `width` is what a hyphen there would add.
    case penalty(cost: Double, width: Length, isFlagged: Bool)
}
