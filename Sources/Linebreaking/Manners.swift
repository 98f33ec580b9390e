package import Units

/// What a paragraph's lines may do, and what they pay for it.
///
/// Demerits are TeX's: a line pays the square of its badness and `linePenalty`, badness being a
/// hundred times the square of how far its spaces go of the way they may.
package struct Manners: Hashable, Sendable {
    /// How far a ragged line may fall short before it looks bad; nil sets lines to the measure.
    package var rag: Length?
    package var linePenalty = 10.0
    /// A tight line next to a loose one.
    package var adjacencyDemerits = 10_000.0
    package var doubleHyphenDemerits = 20_000.0
    /// A third hyphen in a row, and each one after it.
    package var ladderDemerits = 400_000.0
    /// A hyphen at the end of the last line but one.
    package var finalHyphenDemerits = 10_000.0
    /// Neighbouring lines that begin or end with the same word.
    package var similarityDemerits = 40_000.0
    /// A last line shorter than `minimumLastLine`.
    package var runtDemerits = 40_000.0
    package var minimumLastLine = Length.zero
    /// How much more such a line costs that is part of a word.
    static let hyphenatedRunt = 8.0
    /// A last line that is the rest of a word, be it as long as it should: worth a line whose spaces are half
    /// as wide again, and no looser one.
    package var fragmentDemerits = 60_000.0
    /// A river of spaces through four lines or more: known only once lines are.
    package static let riverDemerits = 60_000.0
    /// A line that cannot be made to fit: only where no way is without one.
    static let overfullDemerits = 1e15
    /// The worst badness of a line in the first pass.
    package var tolerance = 150.0
    /// From so many demerits on, looser lines are looked at too: one of them may cost less than a
    /// ladder or a runt.
    package var concern = 40_000.0

    /// The worst badness of a line in a paragraph that is set a line longer or shorter than it would.
    package var variantTolerance = 55.0
    /// What such a paragraph may cost more: less than a runt, a ladder or a word above its like.
    package var variantConcern = 35_000.0

    package init() {}
}

/// The room that each line of a paragraph has.
package struct LineMeasures: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        /// From the start edge of the column.
        package var indent: Length
        package var width: Length

        package init(indent: Length = .zero, width: Length) {
            self.indent = indent
            self.width = width
        }
    }

    /// The first lines, where they differ: an indent, a drop cap.
    package var first: [Line]
    package var rest: Line

    package init(first: [Line] = [], rest: Line) {
        self.first = first
        self.rest = rest
    }

    /// Lines count from 0.
    package subscript(line: Int) -> Line { line < first.count ? first[line] : rest }
}
