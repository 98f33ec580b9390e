// How text, blocks and pages may be asked to stand. A layout chooses among these, the make-up does what is
// chosen; what a choice comes to in points is for the rooms that measure.

/// How the lines of a paragraph stand between its edges.
package enum TextAlignment: String, CaseIterable, Hashable, Sendable {
    case start, end, centre, justified
}

/// How what is in a cell stands beside what is in the others of its row.
package enum VerticalAlignment: String, CaseIterable, Hashable, Sendable {
    case top, middle, bottom, baseline
}

/// What ends above a block; `avoid` keeps it in the column of the one before.
package enum BlockBreak: String, CaseIterable, Hashable, Sendable {
    case none, avoid, column, page
}

/// Where in a column a block stands that the text flows past, near the place of its mention.
package enum BlockFloat: String, CaseIterable, Hashable, Sendable { case none, top, foot }

/// Where baselines stand: anywhere, the first on a line of the grid or midway between two, the first on a
/// line, or all of them.
package enum GridKeeping: String, Hashable, Sendable { case off, half, first, whole }

/// What is seen of a picture.
package enum PictureShape: String, CaseIterable, Hashable, Sendable { case rectangle, circle }

package enum ChartForm: String, CaseIterable, Hashable, Sendable {
    /// A bar a row, label before it, figure after it.
    case bars
    /// One bar divided; labels under its parts.
    case stacked
}

/// Which of the headings that begin on a page its running head tells, or none where one does.
///
/// Where none begins it is the latest before.
///
/// Source: *The Chicago Manual of Style*, on subheads as running heads, for the sides; CSS Generated
/// Content for Paged Media, `string()`, for the words.
package enum RunningTitle: String, CaseIterable, Hashable, Sendable {
    case first, last
    case firstExcept = "first-except"
}

/// What may give way so that a paper fills the pages it is to have, in the order in which it does by itself.
package enum LeverKind: String, CaseIterable, Hashable, Sendable {
    case rows, gaps, leading, pictures, tracking, size
}
