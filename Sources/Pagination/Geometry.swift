import Flow
import Typesetting
import Units

/// A column of a frame, on a page.
struct Column: Hashable {
    /// Index of the frame in its master.
    var frame: Int
    var left: Length
    var top: Length
    var width: Length
    /// How tall its content may be.
    var height: Length
}

/// Strips that stand in a column, with their notes and what floats there.
struct FilledColumn {
    var column: Column
    var poured: PouredGalley
    var range: Range<Int>
    var notes: [Galley]
    var floats: [PouredFloat]
    /// Whether the text ends here, and not for want of room.
    let endsText: Bool

    init(_ plan: ColumnPlan, of poured: PouredGalley, in column: Column) {
        self.column = column
        self.poured = poured
        range = plan.range
        let end = plan.range.upperBound
        endsText = end == poured.count || poured.forced[end] == .page
        notes = poured.notes(of: plan.hangers)
        floats = poured.floats(
            plan.hangers.floats,
            from: plan.range.lowerBound,
            to: plan.range.upperBound
        )
    }

    /// Places that can be led to, in the column and in what hangs on it.
    var anchors: [Anchor] {
        let galleys = floats.map(\.floating.galley) + notes
        return poured.galley.strips[range].flatMap(\.anchors)
            + galleys.flatMap { $0.strips.flatMap(\.anchors) }
    }

    /// Whether some of its lines must stand on the document's grid.
    var keepsGrid: Bool { range.contains { poured.measures[$0].gridBaseline >= 0 } }
}

extension FilledColumn {
    /// What stands in a column needs, one thing under the other.
    func height(on grid: BaselineGrid?) -> Length {
        height(on: ColumnGrid(grid, columnTop: column.top))
    }
}

extension [FilledColumn] {
    /// As much of a distance as leaves their text on the grid; all of it where nothing keeps the grid.
    ///
    /// Text moved by less would stand in other places among the lines of the grid, and be taller.
    func step(_ distance: Length, on grid: BaselineGrid?) -> Length {
        guard let grid, grid.pitch > .zero, contains(where: \.keepsGrid) else { return distance }
        return grid.pitch * (distance / grid.pitch + 0.001).rounded(.down)
    }
}

/// The areas of one page: what stands in those of side streams, and what room the leading stream has.
struct PageGeometry {
    struct Edges: Hashable {
        var top: Length
        var bottom: Length
    }

    var page: Int
    var master: ResolvedMaster
    var grid: BaselineGrid?
    /// The upper and lower edge of each frame.
    var edges: [Edges]
    var filled: [FilledColumn] = []
    /// The leading stream's columns, in the order in which they are poured.
    var columns: [Column] = []
    /// Whether columns of the leading stream end level where it ends.
    var balances = false
    /// How far each side stream has come when the page is full.
    var places: [StreamPlace]
    /// Whether it is made up as the document's last page.
    var endsDocument = false

    /// Whether the leading stream finds the same room on another page.
    func offersSame(as other: PageGeometry) -> Bool {
        master.number == other.master.number && columns == other.columns
            && places.map(\.next) == other.places.map(\.next)
    }
}
