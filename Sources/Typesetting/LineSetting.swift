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

    /// The paragraph in a line more and a line fewer than the best, as far as that is decent: enough
    /// of its lines to see whether a column would end better.
    mutating func outlines(of paragraph: Paragraph, owner: Owner, to measure: Length) -> [Outline]

    /// What the paragraph needs at the least and what it would take in a single line.
    mutating func widths(of paragraph: Paragraph) -> Widths
}

/// Lines of a paragraph in which no letters stand yet; all else is as ``LineSetting/lines`` gives it.
package struct Outline {
    /// How many lines more than the best.
    package var looseness: Int
    package var strips: [Strip]

    package init(looseness: Int, strips: [Strip]) {
        self.looseness = looseness
        self.strips = strips
    }
}

extension LineSetting {
    package mutating func outlines(
        of paragraph: Paragraph,
        owner: Owner,
        to measure: Length
    ) -> [Outline] {
        var unheard = Report()
        func set(_ looseness: Int) -> [Strip] {
            lines(
                of: paragraph,
                owner: owner,
                to: measure,
                looseness: looseness,
                reporting: &unheard
            )
        }
        let usual = set(0)
        return [1, -1].compactMap { looseness in
            let other = set(looseness)
            guard other.count == usual.count + looseness else { return nil }
            return Outline(looseness: looseness, strips: other)
        }
    }
}

/// The narrowest measure that nothing sticks out of, and the one that needs no turning of lines.
package struct Widths: Hashable, Sendable {
    package var minimum: Length
    package var natural: Length
    /// The part of the minimum that nothing may be divided for: the widest number.
    package var firm = Length.zero

    package init(minimum: Length, natural: Length) {
        self.minimum = minimum
        self.natural = natural
    }

    /// What is left where words are divided, and numbers are not.
    var leastUsable: Length { max(firm, minimum * 0.5) }

    package static let zero = Widths(minimum: .zero, natural: .zero)

    /// What holds either of two.
    func union(_ other: Widths) -> Widths {
        var both = Widths(
            minimum: max(minimum, other.minimum),
            natural: max(natural, other.natural)
        )
        both.firm = max(firm, other.firm)
        return both
    }

    /// What holds both side by side.
    static func + (a: Widths, b: Widths) -> Widths {
        var both = Widths(minimum: a.minimum + b.minimum, natural: a.natural + b.natural)
        both.firm = a.firm + b.firm
        return both
    }
}
