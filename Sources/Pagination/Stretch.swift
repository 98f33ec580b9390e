import Flow
import Typesetting
import Units

/// Pages one after the other whose leading columns have the same measure.
struct Stretch {
    /// Nil where the first page has no place for the leading stream.
    var measure: Length?
    var firstPage: Int
    var following: [PageGeometry] = []
    /// The same pages, were they to end the document.
    var ending: [PageGeometry] = []
    /// How many of the last pages take turns from there on; nil where the measure changes after them.
    var period: Int?

    func geometry(of plan: PagePlan) -> PageGeometry {
        let steady = following.count - (period ?? 1)
        let index =
            plan.page < following.count
            ? plan.page : steady + (plan.page - steady) % (period ?? 1)
        return plan.isLast ? ending[index] : following[index]
    }

    /// More points than it can hold, and a page after it; without end where its last pages take turns.
    var most: Double {
        guard period == nil else { return .infinity }
        let greatest = (following + ending).map(\.capacity).max() ?? 0
        return following.reduce(greatest * 3) { $0 + $1.capacity }
    }

    func rooms(areLevel: Bool) -> PageRooms {
        PageRooms(
            following: following.map(\.room),
            ending: ending.map { mayEnd($0) ? $0.room : .none },
            period: period ?? 1,
            endsOtherwise: !zip(following, ending).allSatisfy { $0.offersSame(as: $1) },
            areLevel: areLevel
        )
    }

    /// Whether a page may end the document: where a later one would hold what side streams have left,
    /// the text goes on to it.
    private func mayEnd(_ page: PageGeometry) -> Bool {
        page.hasMeasure(measure)
            && zip(page.places, ending[ending.count - 1].places).allSatisfy {
                $0.isExhausted || !$1.isExhausted
            }
    }
}

extension PageGeometry {
    /// How tall all its columns are, in points.
    var capacity: Double { columns.reduce(0) { $0 + $1.height.points } }

    var room: PageRoom {
        PageRoom(
            heights: columns.map(\.height.points),
            grids: columns.map { ColumnGrid(grid, columnTop: $0.top) },
            balances: balances
        )
    }

    func hasMeasure(_ measure: Length?) -> Bool {
        guard let measure, let width = columns.first?.width else { return false }
        return width.isNearly(measure)
    }
}

extension PageRoom {
    static let none = PageRoom(heights: [], grids: [], balances: false)
}

extension Makeup {
    /// Pages from one on for as long as the leading measure stays.
    mutating func stretch(from first: Int, beside sides: [StreamPlace]) -> Stretch {
        var stretch = Stretch(firstPage: first)
        var sides = sides
        var still = 0
        for page in first... {
            guard let next = geometry(ofPage: page, ends: false, beside: sides),
                let last = geometry(ofPage: page, ends: true, beside: sides)
            else { return stretch }
            if page == first { stretch.measure = next.columns.first?.width }
            if page > first, !next.hasMeasure(stretch.measure) { return stretch }
            stretch.following.append(next)
            stretch.ending.append(last)
            let isStill = page > mentions.lastPage && next.places.map(\.next) == sides.map(\.next)
            still = isStill ? still + 1 : 0
            sides = next.places
            if still >= masters.period || stretch.following.count >= Self.mostPages {
                stretch.period = masters.period
                return stretch
            }
        }
        return stretch
    }
}
