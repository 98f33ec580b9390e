import Typesetting

/// The room one page offers the leading stream.
struct PageRoom: Hashable {
    var heights: [Double]
    var grids: [ColumnGrid?]
    var balances: Bool
}

/// Which strips stand in which columns of a page.
struct PagePlan: Hashable {
    var page: Int
    /// Whether it takes the master that ends the document.
    var isLast: Bool
    var columns: [ColumnPlan]
}

/// Which strips stand in a column.
struct ColumnPlan: Hashable {
    var range: Range<Int>
    /// The notes and floats that stand with them.
    var hangers = Hangers()
    var cost = 0.0
    /// The paragraph that is set otherwise in it.
    var variant: Int?
    /// What its spaces are to take up so that it ends at its foot, in points.
    var stretch = 0.0
}

/// Rooms of pages from the first on; the last few are taken in turn for ever.
struct PageRooms: Hashable {
    var following: [PageRoom]
    /// The same pages, were they to end the document.
    var ending: [PageRoom]
    /// How many of the last rooms take turns.
    var period: Int
    /// Whether a page that ends the document is another than one that is followed.
    var endsOtherwise: Bool
    /// Whether the two pages of a spread are to end on the same line.
    var areLevel = false

    func index(of page: Int) -> Int {
        guard page >= following.count else { return page }
        let steady = following.count - period
        return steady + (page - steady) % period
    }
}
