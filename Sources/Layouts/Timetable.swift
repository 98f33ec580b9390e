package import Units

/// How things of several sorts are told apart: by a colour and by a sign, for nothing may be told by
/// colour alone.
package struct TellingRecipe: Hashable, Sendable {
    /// The field that names one of the sorts by its id.
    package var field: Expression?
    /// The sorts; each may bring a `colour` of its own.
    package var among: Expression?
    /// What the sort is called in the blocks.
    package var name = "sort"
    package var colours: [Colour] = []
    package var signs = ["●", "■", "▲", "◆", "★", "✚"]

    package init() {}
}

/// Things that happen at a time and in a place, as a table of times by places.
package struct TimetableRecipe: Hashable, Sendable {
    package var each: Expression?
    package var name = "item"
    package var time: Expression?
    /// The field that names a place by its id; what has none goes across all of them.
    package var place: Expression?
    package var places: Expression?
    package var placeName = "place"
    /// Things whose places have a column too, such as those of the other days.
    package var columnsOf: Expression?
    package var head: [Recipe] = []
    package var hours: [Recipe] = []
    package var hoursWidth: Breadth = .content
    package var cell: [Recipe] = []
    /// Which things stand back, such as breaks.
    package var quiet: Condition?
    package var telling = TellingRecipe()
    package var gutter: Measure = .absolute(.mm(2))
    package var cellStyle: StyleID?
    package var quietStyle: StyleID?
    package var gap: Measure = .absolute(.mm(1))
    /// Between the names of places and the first row.
    package var headGap: Measure = .absolute(.pt(4))
    /// How tall a minute is at least, so that long things look long.
    package var minute: Measure = .zero
    /// How tall a minute becomes where its page has room; no taller than ``minute`` where that is more.
    package var tallestMinute: Measure = .zero
    package var ruleBelowHead: Style.Border?
    package var ruleBetween: Style.Border?
    package var caption: Template?

    package init() {}
}
