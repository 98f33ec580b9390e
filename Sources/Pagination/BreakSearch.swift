import Flow
import Typesetting

/// The room one page offers the leading stream.
struct PageRoom {
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
    var cost = 0.0
    /// The paragraph that is set otherwise in it.
    var variant: Int?
}

/// Rooms of pages from the first on; the last few are taken in turn for ever.
struct PageRooms {
    var following: [PageRoom]
    /// The same pages, were they to end the document.
    var ending: [PageRoom]
    /// How many of the last rooms take turns.
    var period: Int
    /// Whether a page that ends the document is another than one that is followed.
    var endsOtherwise: Bool

    func index(of page: Int) -> Int {
        guard page >= following.count else { return page }
        let steady = following.count - period
        return steady + (page - steady) % period
    }
}

/// Where columns and pages end: the way through all legal breaks with the fewest demerits.
///
/// A state is a strip with which some column of some page begins. Two states of one strip differ
/// only in what room lies ahead, so of those that have the same ahead only the better is kept, and the
/// search stays linear in the number of pages.
///
/// Source: M. F. Plass, *Optimal Pagination Techniques for Automatic Typesetting Systems* (Stanford,
/// 1981); F. Mittelbach, “A General Framework for Globally Optimized Pagination”, DocEng 2016.
struct BreakSearch {
    let poured: PouredGalley
    let rooms: PageRooms
    let variants: Variants
    /// How many pages stand before the first that is searched; states count pages from there.
    let pagesBefore: Int
    /// Stops after this many pages, whatever is left.
    let pageLimit: Int

    private struct State {
        var strip: Int
        var page: Int
        var column: Int
        var cost: Double
        /// The state in which the column began that ends here.
        var previous: Int
        /// The paragraph that is set otherwise in the column that ends here.
        var variant: Int?
    }

    private var states: [State] = []
    /// For each strip, the states that begin with it.
    private var begun: [[Int32]]
    private var best: (cost: Double, state: Int, columns: [ColumnPlan])?

    init(
        poured: PouredGalley,
        rooms: PageRooms,
        variants: Variants = Variants(),
        pagesBefore: Int = 0,
        pageLimit: Int = .max
    ) {
        self.variants = variants
        self.poured = poured
        self.rooms = rooms
        self.pagesBefore = pagesBefore
        self.pageLimit = pageLimit
        begun = [[Int32]](repeating: [], count: poured.count + 1)
    }

    /// The plan of all pages, from a strip on.
    mutating func run(from start: Int = 0) -> [PagePlan] {
        admit(State(strip: start, page: 0, column: 0, cost: 0, previous: -1))
        for strip in start...poured.count {
            var next = 0
            while next < begun[strip].count {
                expand(Int(begun[strip][next]))
                next += 1
            }
        }
        return plan(from: start)
    }

    private func room(_ page: Int) -> PageRoom { rooms.following[rooms.index(of: page)] }

    private mutating func admit(_ candidate: State) {
        var state = candidate
        let isNewPage = state.strip < poured.count && poured.forced[state.strip] == .page
        let columns = room(state.page).heights.count
        if state.previous >= 0, isNewPage || state.strip == poured.count || state.column >= columns
        {
            if state.column > 0 {
                state.page += 1
                state.column = 0
            }
        }
        for (place, index) in begun[state.strip].enumerated() {
            let other = states[Int(index)]
            guard isAlike(state, other) else { continue }
            if other.cost <= state.cost { return }
            states.append(state)
            begun[state.strip][place] = Int32(states.count - 1)
            return
        }
        states.append(state)
        begun[state.strip].append(Int32(states.count - 1))
    }

    /// Whether two states of one strip have the same room ahead of them.
    private func isAlike(_ a: State, _ b: State) -> Bool {
        guard a.column == b.column else { return false }
        guard pageLimit == .max else { return a.page == b.page }
        return rooms.index(of: a.page) == rooms.index(of: b.page)
    }

    private mutating func expand(_ index: Int) {
        let state = states[index]
        if state.column == 0 { tryEnding(at: index) }
        guard state.strip < poured.count, state.page < pageLimit else { return }
        let room = room(state.page)
        guard state.column < room.heights.count else { return }
        let candidates = ColumnEnd.all(
            of: poured,
            from: state.strip,
            height: room.heights[state.column],
            grid: room.grids[state.column],
            variants: variants
        )
        for end in candidates {
            let page = state.column == 0 ? Demerits.page : 0
            admit(
                State(
                    strip: end.strip,
                    page: state.page,
                    column: state.column + 1,
                    cost: state.cost + end.cost + page,
                    previous: index,
                    variant: end.variant
                )
            )
        }
        skipColumn(from: index, finding: candidates)
    }

    /// Leaves a column empty where its only strip finds more room further on.
    private mutating func skipColumn(from index: Int, finding candidates: [ColumnEnd]) {
        let state = states[index]
        guard let only = candidates.first, only.cost >= Demerits.overfull else { return }
        let here = room(state.page).heights[state.column]
        let ahead = (0...2).flatMap { room(state.page + $0).heights }
        guard (ahead.max() ?? 0) > here + 0.01 else { return }
        admit(
            State(
                strip: state.strip,
                page: state.page,
                column: state.column + 1,
                cost: state.cost + Demerits.emptyColumn,
                previous: index
            )
        )
    }

    // MARK: The end

    /// Tries whether all that is left fits a page that ends the document.
    private mutating func tryEnding(at index: Int) {
        let state = states[index]
        guard state.page < pageLimit || state.strip == poured.count else { return }
        if state.strip == poured.count {
            // Where no other page is needed to end on, this is the way of last resort.
            note(index, [], cost: Demerits.emptyPage)
            return
        }
        let room = rooms.ending[rooms.index(of: state.page)]
        guard poured.restHeights[state.strip] <= room.heights.reduce(0.01, +),
            let columns = Self.ending(of: poured, from: state.strip, in: room, variants: variants)
        else { return }
        let isRunt = pagesBefore + state.page > 0 && poured.restHeights[state.strip] < 36
        note(index, columns, cost: Demerits.page + (isRunt ? Demerits.runtPage : 0))
    }

    private mutating func note(_ state: Int, _ columns: [ColumnPlan], cost: Double) {
        let total = states[state].cost + cost
        if best == nil || total < best!.cost { best = (total, state, columns) }
    }

    // MARK: The plan

    /// Walks back from the end to the first page.
    private func plan(from start: Int) -> [PagePlan] {
        guard let end = best ?? furthest() else { return [] }
        var plans: [PagePlan] = []
        let last = states[end.state]
        if !end.columns.isEmpty || last.previous < 0 || rooms.endsOtherwise && best != nil {
            plans.append(PagePlan(page: last.page, isLast: best != nil, columns: end.columns))
        }
        var index = end.state
        while states[index].previous >= 0 {
            let from = states[states[index].previous]
            let range = from.strip..<states[index].strip
            let cost = states[index].cost - from.cost - (from.column == 0 ? Demerits.page : 0)
            let column = ColumnPlan(range: range, cost: cost, variant: states[index].variant)
            if plans.last?.page == from.page, plans.last?.isLast == false {
                plans[plans.count - 1].columns.insert(column, at: 0)
            } else {
                plans.append(PagePlan(page: from.page, isLast: false, columns: [column]))
            }
            index = states[index].previous
        }
        plans.reverse()
        if best != nil, !plans.isEmpty, !rooms.endsOtherwise {
            plans[plans.count - 1].isLast = true
        }
        return plans
    }

    /// Where pages are limited, the cheapest state at which the last of them ends.
    private func furthest() -> (cost: Double, state: Int, columns: [ColumnPlan])? {
        let ends = states.indices.filter {
            states[$0].page == pageLimit && states[$0].column == 0
        }
        return ends.min { states[$0].cost < states[$1].cost }.map { (states[$0].cost, $0, []) }
    }
}
