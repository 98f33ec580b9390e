import Flow
import Typesetting
import Units

/// A galley with the numbers that make-up asks for again and again.
struct PouredGalley {
    let galley: Galley
    let measures: [StripMeasure]
    /// What a column's end above each strip costs; infinite where it is forbidden.
    let costs: [Double]
    let forced: [Strip.Break?]
    /// How tall each strip's notes stand, without what parts them from the text.
    let noteHeights: [Double]
    /// Above a strip that comes first in a column, where its table's head is set again.
    let headHeights: [Double]
    /// What all strips from here to the end need at the least.
    let restHeights: [Double]

    init(_ galley: Galley) {
        self.galley = galley
        measures = galley.measures()
        costs = galley.strips.map(\.breakBefore.cost)
        forced = galley.strips.map {
            switch $0.breakBefore {
            case .column, .page: $0.breakBefore
            case .forbidden, .allowed: nil
            }
        }
        noteHeights = galley.strips.map { strip in
            strip.footnotes.reduce(0) { $0 + $1.height.points }
        }
        let heads = galley.tableHeads.map { strips in
            Galley(measure: galley.measure, strips: strips).height.points
        }
        headHeights = galley.strips.map { $0.tableHead.map { heads[$0] } ?? 0 }
        var rest = [Double](repeating: 0, count: measures.count + 1)
        for index in measures.indices.reversed() {
            rest[index] = rest[index + 1] + measures[index].height
        }
        restHeights = rest
    }

    var count: Int { measures.count }
}

/// One column while strips are tried in it: text from the top, notes from the foot.
struct ColumnTrial {
    private var cursor: StackCursor
    private(set) var notes = 0.0
    private var below = 0.0

    init(startingWith index: Int, of poured: PouredGalley, grid: ColumnGrid?) {
        cursor = StackCursor(grid: grid)
        if index < poured.count { cursor.skip(poured.headHeights[index]) }
    }

    /// Adds a strip and returns the height that the column then has, notes included.
    mutating func add(_ index: Int, of poured: PouredGalley) -> Double {
        _ = cursor.place(poured.measures[index])
        below = poured.measures[index].below
        if poured.noteHeights[index] > 0 {
            if notes == 0 { notes = NoteArea.separation.points }
            notes += poured.noteHeights[index]
        }
        return cursor.foot + below + notes
    }
}

/// How notes are parted from the text above them.
enum NoteArea {
    /// From the text to the first note, the rule between them included.
    static let separation = Length.pt(12)
    static let ruleDrop = Length.pt(7)
    static let ruleLength = Length.pt(56)
    static let ruleThickness = Length.pt(0.4)
}
