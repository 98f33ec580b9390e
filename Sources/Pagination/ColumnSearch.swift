import Typesetting

/// Where columns and pages end: the way through all legal breaks with the fewest demerits.
///
/// A state is a strip with which some column of some page begins, and the notes and floats that wait
/// for room there. Two states of one strip differ only in what waits and in what room lies ahead, so of
/// those that have the same ahead only the better is kept, and of the others the cheapest: the search
/// stays linear in the number of pages.
///
/// Source: M. F. Plass, *Optimal Pagination Techniques for Automatic Typesetting Systems* (Stanford,
/// 1981); F. Mittelbach, “A General Framework for Globally Optimized Pagination”, DocEng 2016.
struct ColumnSearch {
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
        /// What the spaces of that column take up of its foot.
        var stretch = 0.0
        /// The room that the first column of the spread leaves; nil where none is to be matched.
        var spreadSlack: Double?
        /// The state after it in the list of those that begin with the same strip; -1 ends it.
        var next: Int32 = -1
    }

    private var states: [State] = []
    /// For each strip, the states that begin with it.
    private var begun: [StateList]

    /// States that follow each other by ``State/next``: most strips have one or two, for which an array
    /// of their own would have to be allocated.
    private struct StateList {
        var first: Int32 = -1
        var last: Int32 = -1
    }

    /// The strip whose states are being expanded, and the last of them that is.
    private var expanding = (strip: 0, state: -1)
    private var best: (cost: Double, state: Int, columns: [ColumnPlan])?

    /// A column that begins with the strip being expanded.
    private struct Site: Hashable {
        var carry: Carry
        var height: Double
        var grid: ColumnGrid?
    }

    /// Where columns end that begin with that strip.
    ///
    /// In level spreads most of its states see the same: they differ in what another column left.
    private var known: [(site: Site, ends: [ColumnEnd])] = []

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
        begun = [StateList](repeating: StateList(), count: poured.count + 1)
    }

    /// The plan of all pages, from a strip on.
    ///
    /// - Parameter carry: What of notes and floats has been placed before.
    mutating func run(from start: Int = 0, carrying carry: Carry? = nil) -> [PagePlan] {
        let carry = carry ?? poured.carry(before: start)
        admit(State(strip: start, page: 0, column: 0, carry: carry, cost: 0, previous: -1))
        for strip in start...poured.count {
            expanding = (strip, -1)
            known.removeAll(keepingCapacity: true)
            var next = Int(begun[strip].first)
            while next >= 0 {
                expanding.state = next
                expand(next)
                next = Int(states[next].next)
            }
        }
        return plan()
    }

    private func room(_ page: Int) -> PageRoom { rooms.following[rooms.index(of: page)] }

    private func columns(ofPage page: Int) -> Int {
        rooms.following[rooms.index(of: page)].heights.count
    }

    private mutating func admit(_ state: consuming State) {
        let isWaiting = poured.isPending(state.carry, before: state.strip)
        let isNewPage =
            !isWaiting && (state.strip == poured.count || poured.forced[state.strip] == .page)
        if state.previous >= 0, isNewPage || state.column >= columns(ofPage: state.page),
            state.column > 0
        {
            state.page += 1
            state.column = 0
        }
        var (before, index) = (-1, Int(begun[state.strip].first))
        // A state that has been expanded already has followers that lead back to it.
        var isExpanded = state.strip == expanding.strip && expanding.state >= 0
        var (count, dearest) = (0, (state: -1, before: -1, cost: state.cost))
        while index >= 0 {
            let other = states[index].cost
            if isAlike(state, states[index]) {
                if other <= state.cost { return }
                if isExpanded { break }
                return put(state, inPlaceOf: index, after: before)
            }
            if !isExpanded, other > dearest.cost { dearest = (index, before, other) }
            if !isExpanded { count += 1 }
            if index == expanding.state { isExpanded = false }
            (before, index) = (index, Int(states[index].next))
        }
        if count >= Self.mostStates {
            guard dearest.state >= 0 else { return }
            remove(dearest.state, after: dearest.before)
        }
        put(state)
    }

    /// Of the states of one strip that have yet to be expanded no more are kept, the cheapest.
    ///
    /// Long notes that may be divided at each of their lines would else make thousands, each of which is
    /// compared with all others. As many cheaper ones stay, so that some way always goes on to the end.
    private static let mostStates = 32

    /// Adds a state to those that begin with its strip.
    private mutating func put(_ state: consuming State) {
        let (strip, place) = (state.strip, Int32(states.count))
        let last = begun[strip].last
        states.append(state)
        if last >= 0 { states[Int(last)].next = place } else { begun[strip].first = place }
        begun[strip].last = place
    }

    /// Takes a state that has not been expanded from the list in which it comes after another.
    private mutating func remove(_ old: Int, after before: Int) {
        let (strip, next) = (states[old].strip, states[old].next)
        if before >= 0 { states[before].next = next } else { begun[strip].first = next }
        if Int(begun[strip].last) == old { begun[strip].last = Int32(before) }
    }

    /// Puts a state where one of its like stood, which comes after another; -1 if it is the first.
    private mutating func put(_ state: consuming State, inPlaceOf old: Int, after before: Int) {
        let (strip, place) = (state.strip, Int32(states.count))
        state.next = states[old].next
        states.append(state)
        if before >= 0 { states[before].next = place } else { begun[strip].first = place }
        if Int(begun[strip].last) == old { begun[strip].last = place }
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
        let site = Site(
            carry: state.carry,
            height: room.heights[state.column],
            grid: room.grids[state.column]
        )
        let candidates = ends(from: state.strip, in: site)
        for end in candidates {
            let page = state.column == 0 ? Demerits.page : 0
            let spread = spread(of: state, endingAt: end)
            admit(
                State(
                    strip: end.strip,
                    page: state.page,
                    column: state.column + 1,
                    carry: end.carry,
                    cost: state.cost + end.cost + page + spread.cost
                        + runt(of: state, endingAt: end),
                    previous: index,
                    variant: end.variant,
                    stretch: end.stretch,
                    spreadSlack: spread.slack
                )
            )
        }
        skipColumn(from: index, finding: candidates)
    }

    private mutating func ends(from strip: Int, in site: Site) -> [ColumnEnd] {
        if let known = known.first(where: { $0.site == site }) { return known.ends }
        let ends = ColumnEnd.all(
            of: poured,
            from: strip,
            carrying: site.carry,
            height: site.height,
            grid: site.grid,
            variants: variants
        )
        if rooms.areLevel { known.append((site, ends)) }
        return ends
    }

    /// What a page costs on which a chapter ends with little text, beside what floats there; one that
    /// begins there may be as short as it likes, and one that floats fill wants none at all.
    private func runt(of state: State, endingAt end: ColumnEnd) -> Double {
        guard state.column == 0, state.previous >= 0, end.strip < poured.count,
            poured.forced[end.strip] == .page, !poured.isPending(end.carry, before: end.strip)
        else { return 0 }
        let lines = poured.lines(in: state.strip..<end.strip)
        guard end.carry.float > state.carry.float else {
            let isBegun = end.strip > state.strip && poured.forced[state.strip] != .page
            return isBegun ? Demerits.runt(ofLines: lines) : 0
        }
        guard end.strip == state.strip || poured.forced[state.strip] != .page else { return 0 }
        let heights = poured.floats[state.carry.float..<end.carry.float].heights
        let isFull = heights.top + heights.foot > room(state.page).heights[0] * 2 / 3
        return isFull && lines == 0 ? 0 : Demerits.runt(ofLines: lines)
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
        return (following, Demerits.unevenSpread(by: slack - first, line: poured.line))
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
        let isRunt =
            pagesBefore + state.page > 0
            && poured.restHeights[state.strip] < Demerits.linesOfARunt * poured.line
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
            let columns = Self.levelled(
                end.columns,
                of: poured,
                in: rooms.ending[rooms.index(of: last.page)],
                variants: variants
            )
            plans.append(PagePlan(page: last.page, isLast: best != nil, columns: columns))
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
                variant: states[index].variant,
                stretch: states[index].stretch
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
