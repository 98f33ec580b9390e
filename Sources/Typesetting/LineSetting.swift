package import Diagnostics
package import Flow
package import Structure
package import Units

/// Whoever makes lines of a paragraph.
///
/// The paragraph engine is one; a test that is about something else brings a simpler one.
package protocol LineSetting {
    /// Lines from first to last, one strip each.
    ///
    /// A strip's place is counted from the measure's left edge, and its height is the leading. Costs
    /// of breaks between lines say what widows, orphans and divided words are worth. Footnotes are
    /// left in ``Strip/notes``.
    ///
    /// - Parameters:
    ///   - owner: Whose the letters are where no inline element claims them.
    ///   - looseness: How many lines more (or, below zero, fewer) than the best are wished for.
    mutating func lines(
        of paragraph: Paragraph,
        owner: Owner,
        to measure: Length,
        looseness: Int,
        reporting report: inout Report
    ) -> [Strip]

    /// What the paragraph needs at the least and what it would take in a single line.
    mutating func widths(of paragraph: Paragraph) -> Widths
}

/// The narrowest measure that nothing sticks out of, and the one that needs no turning of lines.
package struct Widths: Hashable, Sendable {
    package var minimum: Length
    package var natural: Length

    package init(minimum: Length, natural: Length) {
        self.minimum = minimum
        self.natural = natural
    }

    package static let zero = Widths(minimum: .zero, natural: .zero)

    /// What holds either of two.
    func union(_ other: Widths) -> Widths {
        Widths(minimum: max(minimum, other.minimum), natural: max(natural, other.natural))
    }

    /// What holds both side by side.
    static func + (a: Widths, b: Widths) -> Widths {
        Widths(minimum: a.minimum + b.minimum, natural: a.natural + b.natural)
    }
}
