/// What the ends of columns and pages cost: of all ways to divide a text the one with the fewest
/// demerits is best.
///
/// Demerits have no unit but each other; a column that ends a line early costs nineteen. To add up the
/// squares of what is short and the prices of breaks is Plass's; the figures are the house's own, and
/// lines are those of the text at hand. Inside a paragraph other coin is paid: `Manners`, `Penalties`.
///
/// Public for the compiler's sake, as `Length` is.
///
/// Source: M. F. Plass, *Optimal Pagination Techniques for Automatic Typesetting Systems* (Stanford,
/// 1981).
public enum Demerits {
    // MARK: A column's end above a strip

    /// Between two lines of a paragraph.
    @inlinable public static var insideParagraph: Double { 10 }
    /// The same, after a hyphen.
    @inlinable public static var afterHyphen: Double { 60 }
    /// Inside a row that no column could hold whole.
    @inlinable public static var insideRow: Double { 50 }
    /// One line after a heading: nearly as bad as right beneath it.
    @inlinable public static var strandedHeading: Double { 300 }
    /// Between things that a style keeps together, for each such style but the outermost.
    @inlinable public static var insideKept: Double { 150 }
    /// A row alone before or after the end of a column, of rows that were to be kept together.
    @inlinable public static var lostRow: Double { 300 }
    /// Above what its style would rather not begin a column with.
    @inlinable public static var avoided: Double { 300 }
    /// The first or the last of several things that go on, parted from all others: white at the foot of
    /// the column is better, some lines of it.
    @inlinable public static var loneThing: Double { 900 }
    /// The last of several, or the last two of many, where nothing comes after: all else of their page
    /// would be empty.
    @inlinable public static var lastThings: Double { 4_000 }
    /// An item of a list alone before or after the end of a column, on a line of its own.
    @inlinable public static var loneItem: Double { 60 }
    /// The dearest end that a column may have which is not the end of a heading, a kept thing or so.
    @inlinable public static var dearestUsual: Double { 400 }

    // MARK: Columns and pages

    /// Another page.
    @inlinable public static var page: Double { 10 }
    /// A last page of a line or two.
    @inlinable public static var runtPage: Double { 200 }
    /// The last page of a chapter with few lines on it: a page turned for little, and for three lines hardly
    /// ever; four lines of white on the page before are better.
    @inlinable public static func runt(ofLines lines: Double) -> Double {
        let missing = max(0, linesOfAShortPage - lines.rounded())
        return 90 * missing * missing
    }
    /// From so many lines on, a page on which a chapter ends is not short.
    @inlinable public static var linesOfAShortPage: Double { 5 }
    /// A last page with nothing on it but what its master brings: some of the text had better go there.
    @inlinable public static var emptyPage: Double { 3_000 }
    /// A paragraph set a line longer or shorter than is best for itself.
    @inlinable public static var variant: Double { 12 }
    /// What a column must cost before its paragraphs are set otherwise.
    @inlinable public static var worthAVariant: Double { 14 }
    /// A note that goes on in the next column.
    @inlinable public static var dividedNote: Double { 45 }
    /// A note that begins in a later column than its mark, behind one that goes on there.
    @inlinable public static var waitingNote: Double { 300 }
    /// A column of notes after the end of their text: some of that had better stand above them.
    @inlinable public static var notesAlone: Double { 2_500 }
    /// A float that stands in a later column than its mention, for each column that it waits: floats that
    /// wait gather where they leave no room for text, which is worse than a white line or two before.
    @inlinable public static var waitingFloat: Double { 60 }
    @inlinable public static var emptyColumn: Double { 5_000 }
    /// Parting what should stay together, because no column could hold it.
    @inlinable public static var parted: Double { 10_000 }
    @inlinable public static var overfull: Double { 100_000 }

    // MARK: Room left over

    /// A column that ends early: a line costs little, two four times as much.
    ///
    /// A column after which the text ends may be as short as it likes.
    ///
    /// - Parameters:
    ///   - slack: The room left at its foot, in points.
    ///   - line: From line to line of the text, in points.
    @inlinable public static func slack(_ slack: Double, line: Double, isNearEnd: Bool) -> Double {
        let lines = max(0, slack) / line
        return (isNearEnd ? 1.25 : 19) * lines * lines
    }

    /// Spaces wider than they are drawn, so that a column ends at its foot: cheaper than to end a line
    /// short, dearer than to end there by itself.
    @inlinable public static func stretch(_ stretch: Double, line: Double) -> Double {
        6.75 * stretch / line
    }

    /// Columns of a spread that end on different lines: a fault where they nearly agree; what ends much
    /// earlier is seen to have a reason, and its neighbour is not cut short for its sake.
    @inlinable public static func unevenSpread(by slack: Double, line: Double) -> Double {
        let lines = min(abs(slack) / line, 3)
        return 38 * lines * lines
    }

    /// A last page with less text than this is a runt, in lines.
    @inlinable public static var linesOfARunt: Double { 3 }
}
