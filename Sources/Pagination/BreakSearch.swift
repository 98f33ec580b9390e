import Flow
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

/// Where columns and pages end: the way through all legal breaks with the fewest demerits.
///
/// A state is a strip with which some column of some page begins, and the notes and floats that wait
/// for room there. Two states of one strip differ only in what waits and in what room lies ahead, so of
/// those that have the same ahead only the better is kept, and the search stays linear in the number
/// of pages.
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
        var carry: Carry
        var cost: Double
        /// The state in which the column began that ends here.
        var previous: Int
        /// The paragraph that is set otherwise in the column that ends here.
        var variant: Int?
        /// The room that the first column of the spread leaves; nil where none is to be matched.
        var spreadSlack: Double?
    }

    private var states: [State] = []
    /// For each strip, the states that begin with it.
    private var begun: [[Int32]]
    /// The strip whose states are being expanded, and how many of them are.
    private var expanding = (strip: 0, count: 0)
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
    ///
    /// - Parameter carry: What of notes and floats has been placed before.
    mutating func run(from start: Int = 0, carrying carry: Carry? = nil) -> [PagePlan] {
        let carry = carry ?? poured.carry(before: start)
        admit(State(strip: start, page: 0, column: 0, carry: carry, cost: 0, previous: -1))
        for strip in start...poured.count {
            expanding = (strip, 0)
            while expanding.count < begun[strip].count {
                expanding.count += 1
                expand(Int(begun[strip][expanding.count - 1]))
            }
        }
        return plan()
    }

    private func room(_ page: Int) -> PageRoom { rooms.following[rooms.index(of: page)] }

    private func columns(ofPage page: Int) -> Int {
        rooms.following[rooms.index(of: page)].heights.count
    }

    private mutating func admit(_ candidate: State) {
        var state = candidate
        let isWaiting = poured.isPending(state.carry, before: state.strip)
        let isNewPage =
            !isWaiting && (state.strip == poured.count || poured.forced[state.strip] == .page)
        let columns = columns(ofPage: state.page)
        if state.previous >= 0, isNewPage || state.column >= columns {
            if state.column > 0 {
                state.page += 1
                state.column = 0
            }
        }
        for place in begun[state.strip].indices {
            let index = Int(begun[state.strip][place])
            guard isAlike(state, states[index]) else { continue }
            if states[index].cost <= state.cost { return }
            // A state that has been expanded already has followers that lead back to it.
            if state.strip == expanding.strip, place < expanding.count { break }
            states.append(state)
            begun[state.strip][place] = Int32(states.count - 1)
            return
        }
        states.append(state)
        begun[state.strip].append(Int32(states.count - 1))
    }

    /// Whether two states of one strip have the same room ahead of them.
    private func isAlike(_ a: State, _ b: State) -> Bool {
        guard a.column == b.column, a.carry == b.carry else { return false }
        guard a.spreadSlack == b.spreadSlack else { return false }
        guard pageLimit == .max else { return a.page == b.page }
        return rooms.index(of: a.page) == rooms.index(of: b.page)
    }

    private mutating func expand(_ index: Int) {
        let state = states[index]
        if state.column == 0 { tryEnding(at: index) }
        let hasMore =
            state.strip < poured.count || poured.isPending(state.carry, before: state.strip)
        guard hasMore, state.page < pageLimit else { return }
        let room = room(state.page)
        guard state.column < room.heights.count else { return }
        let candidates = ColumnEnd.all(
            of: poured,
            from: state.strip,
            carrying: state.carry,
            height: room.heights[state.column],
            grid: room.grids[state.column],
            variants: variants
        )
        for end in candidates {
            let page = state.column == 0 ? Demerits.page : 0
            let spread = spread(of: state, endingAt: end)
            admit(
                State(
                    strip: end.strip,
                    page: state.page,
                    column: state.column + 1,
                    carry: end.carry,
                    cost: state.cost + end.cost + page + spread.cost,
                    previous: index,
                    variant: end.variant,
                    spreadSlack: spread.slack
                )
            )
        }
        skipColumn(from: index, finding: candidates)
    }

    /// What a column costs by ending above or below the others of its spread, and what those after it
    /// are to match.
    private func spread(of state: State, endingAt end: ColumnEnd) -> (slack: Double?, cost: Double)
    {
        guard rooms.areLevel else { return (nil, 0) }
        let page = pagesBefore + state.page
        let isLeft = page % 2 == 1
        let isLastOfSpread = !isLeft && state.column + 1 == columns(ofPage: state.page)
        // In half points, so that columns that differ by a hair count as one.
        if isLeft, state.column == 0 { return (end.slack.map { ($0 * 2).rounded() / 2 }, 0) }
        let following = isLastOfSpread ? nil : state.spreadSlack
        guard let first = state.spreadSlack, let slack = end.slack else { return (following, 0) }
        return (following, Demerits.unevenSpread(by: slack - first))
    }

    /// Leaves a column empty where its only strip finds more room further on.
    private mutating func skipColumn(from index: Int, finding candidates: [ColumnEnd]) {
        let state = states[index]
        guard let only = candidates.first, only.cost >= Demerits.overfull,
            state.strip < poured.count
        else { return }
        let here = room(state.page).heights[state.column]
        let ahead = (0...2).flatMap { room(state.page + $0).heights }
        guard (ahead.max() ?? 0) > here + 0.01 else { return }
        admit(
            State(
                strip: state.strip,
                page: state.page,
                column: state.column + 1,
                carry: state.carry,
                cost: state.cost + Demerits.emptyColumn,
                previous: index
            )
        )
    }

    // MARK: The end

    /// Tries whether all that is left fits a page that ends the document.
    private mutating func tryEnding(at index: Int) {
        let state = states[index]
        let isOver =
            state.strip == poured.count
            && !poured.isPending(state.carry, before: state.strip)
        guard state.page < pageLimit || isOver else { return }
        if isOver {
            // Where no other page is needed to end on, this is the way of last resort.
            note(index, [], cost: Demerits.emptyPage)
            return
        }
        let room = rooms.ending[rooms.index(of: state.page)]
        guard poured.restHeights[state.strip] <= room.heights.reduce(0.01, +),
            let columns = Self.ending(
                of: poured,
                from: state.strip,
                carrying: state.carry,
                in: room,
                variants: variants
            )
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
    private func plan() -> [PagePlan] {
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
            let column = ColumnPlan(
                range: range,
                hangers: Hangers(from: from.carry, to: states[index].carry),
                cost: cost,
                variant: states[index].variant
            )
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
        // What waits was set to the measure of these pages, and would not suit the next.
        func price(_ index: Int) -> Double {
            let state = states[index]
            let isWaiting = poured.isPending(state.carry, before: state.strip)
            return state.cost + (isWaiting ? Demerits.parted : 0)
        }
        return ends.min { price($0) < price($1) }.map { (price($0), $0, []) }
    }
}
