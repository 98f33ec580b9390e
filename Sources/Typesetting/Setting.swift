import Structure
import Units

/// What blocks are set in: a measure, the height of a column, and what is so of all that stands there.
///
/// Whoever sets blocks within others hands them a setting of their own, narrower or lower, and nothing of it
/// outlives them.
struct Setting {
    /// From edge to edge.
    var measure: Length
    /// The height of the tallest column: pictures shrink to it, table rows are divided at it.
    var tallest: Length
    var isRightToLeft: Bool
    /// Notes go to the foot of the column, whatever narrow cell their mark stands in.
    var noteMeasure: Length
    /// What things without an element are.
    var artifact = Artifact.layout
    /// Whether blocks are set only to see how tall they are.
    ///
    /// What holds them is made to fit then, and nothing in it by itself: things in things would each be
    /// tried as often as all around them together.
    var isTrial = false
    /// How deep they are in other blocks.
    var depth = 0
    /// Whether blocks that float are set apart; elsewhere they stand where they were written.
    var isFloating = false
    /// How many lines more, or fewer, paragraphs are wished to have.
    var looseness = 0
    /// How tall that stands which is kept with the columns being set, above them.
    var columnLead = Length.zero
    /// What pictures are no taller than, since what they belong to must stand in one column.
    var tallestPicture = Length.infinity

    /// What is taller than most of a column may be divided, whatever its style asks: the column that it
    /// comes to stand in may be a shorter one.
    var tallestKept: Length { tallest * 0.8 }

    /// The same across another measure.
    func narrowed(to measure: Length) -> Setting {
        var narrow = self
        narrow.measure = measure
        return narrow
    }

    /// The same for one of two languages side by side, whose notes stand so too.
    func narrowedWithNotes(to measure: Length) -> Setting {
        var narrow = narrowed(to: measure)
        narrow.noteMeasure = measure
        return narrow
    }

    /// The same in a column of another height.
    func lowered(to height: Length) -> Setting {
        var low = self
        low.tallest = height
        return low
    }
}
