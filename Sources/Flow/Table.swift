package import Arrangement
package import Units

package struct Table: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package var width: Extent

        package init(width: Extent) { self.width = width }
    }

    package struct Cell: Hashable, Sendable {
        package var blocks: [Block]
        package var columnSpan: Int
        package var rowSpan: Int
        package var padding: Insets
        package var background: Colour?
        package var alignment: VerticalAlignment
        /// Along the edge where lines begin, as tall as the cell.
        package var edge: BlockStyle.Line?
        /// Left of its background's height, so that cells below one another do not touch.
        package var gapBelow = Length.zero
        /// Where the ones of the number end that the cell holds, in the bytes of its text.
        ///
        /// All those of a column stand in line. Nil where it is not said.
        package var endOfOnes: Int?

        package init(
            blocks: [Block],
            columnSpan: Int = 1,
            rowSpan: Int = 1,
            padding: Insets = .zero,
            background: Colour? = nil,
            alignment: VerticalAlignment = .baseline
        ) {
            self.blocks = blocks
            self.columnSpan = columnSpan
            self.rowSpan = rowSpan
            self.padding = padding
            self.background = background
            self.alignment = alignment
        }
    }

    package struct Row: Hashable, Sendable {
        package var cells: [Cell]
        /// Drawn under the row.
        package var ruleBelow: BlockStyle.Line?
        /// What it is tall even where its cells need less.
        package var leastHeight = Length.zero
        /// How tall it may become where its page has room; zero where it takes none.
        package var mostHeight = Length.zero

        package init(cells: [Cell], ruleBelow: BlockStyle.Line? = nil) {
            self.cells = cells
            self.ruleBelow = ruleBelow
        }
    }

    package var columns: [Column]
    /// Whether columns that share what is left stay as wide as their shares, whatever words stand in them.
    package var keepsShares = false
    /// Whether the heights that its rows have at least are room that may give way: hours of a timetable
    /// are, lines to be signed are not.
    package var givesRoom = false
    package var gutter: Length
    /// Repeated at the head of every column the table goes on into.
    package var head: [Row]
    package var rows: [Row]
    package var ruleAbove: BlockStyle.Line?
    /// Whether its type may be made smaller for many columns: a writer can't know how many there is
    /// room for.
    package var mayShrink = false
    /// Whether nobody has said how wide its columns are: what is left over goes to all of them.
    package var isEven = false

    package init(
        columns: [Column],
        gutter: Length = .zero,
        head: [Row] = [],
        rows: [Row],
        ruleAbove: BlockStyle.Line? = nil
    ) {
        self.columns = columns
        self.gutter = gutter
        self.head = head
        self.rows = rows
        self.ruleAbove = ruleAbove
    }
}
