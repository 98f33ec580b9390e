import Diagnostics
import Flow
import Typesetting
import Units

/// A page of which it is known what stands in its columns.
struct PageDraft {
    var geometry: PageGeometry
    var leading: [FilledColumn]

    /// Lets go of what stands in the columns, once it is on the page.
    mutating func empty() {
        leading = []
        geometry.filled = []
        geometry.places = []
    }
}

extension PageDraft {
    /// The level of the heading that its leading text opens with, numeral or kicker kept with it
    /// included; nil where text or a float comes first.
    var openingLevel: Int? {
        guard let first = leading.first, first.floats.allSatisfy({ $0.place == .foot }) else {
            return nil
        }
        for index in first.range {
            let strip = first.poured.galley.strips[index]
            if index > first.range.lowerBound, strip.breakBefore != .forbidden { return nil }
            if let level = strip.anchors.lazy.compactMap(\.level).first { return level }
        }
        return nil
    }
}

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
    /// Decides what stands on each page.
    ///
    /// Side streams go first, since the room they leave is what the leading stream has. Where pages
    /// differ in measure, stretches of like pages are searched one after the other.
    mutating func draftPages() -> [PageDraft] {
        var drafts: [PageDraft] = []
        var sides = streams.map { StreamPlace(blocks: $0.blocks) }
        if let leading {
            let place = StreamPlace(blocks: sides[leading].blocks, mayCarry: true)
            sides[leading] = StreamPlace(blocks: [])
            draftLeading(from: place, beside: &sides, into: &drafts)
        }
        draftSides(&sides, into: &drafts)
        reportRest(of: sides)
        addSparePages(to: &drafts)
        return drafts
    }

    private mutating func draftLeading(
        from start: StreamPlace,
        beside sides: inout [StreamPlace],
        into drafts: inout [PageDraft]
    ) {
        var place = start
        while !place.isExhausted, drafts.count < Self.mostPages {
            let ending = lastPage(drafts.count, for: place, beside: sides)
            if let ending,
                draftLastPage(ending.geometry, of: ending.place, beside: &sides, into: &drafts)
            {
                return
            }
            let stretch = stretch(from: drafts.count, beside: sides)
            guard let measure = stretch.measure else {
                guard drafts.count < Self.mostPagesWithoutText else {
                    return reportRest(of: [place])
                }
                draftPageWithoutText(stretch.following[0], beside: &sides, into: &drafts)
                continue
            }
            place =
                ending?.place.standing(at: measure, filling: stretch.most)
                ?? set(place, to: measure, filling: stretch.most)
            guard draft(&place, over: stretch, beside: &sides, into: &drafts) else { return }
        }
    }

    /// A cover and its back may have no frame for the text; where a third page has none, none will.
    private static let mostPagesWithoutText = 3

    private func draftPageWithoutText(
        _ geometry: PageGeometry,
        beside sides: inout [StreamPlace],
        into drafts: inout [PageDraft]
    ) {
        drafts.append(PageDraft(geometry: geometry, leading: []))
        sides = geometry.places
    }

    /// Drafts the pages of a stretch, and moves the place to where the next one begins.
    ///
    /// - Returns: False where there is nothing to draft.
    private mutating func draft(
        _ place: inout StreamPlace,
        over stretch: Stretch,
        beside sides: inout [StreamPlace],
        into drafts: inout [PageDraft]
    ) -> Bool {
        let (plans, variants) = search(place, in: stretch)
        guard let poured = place.poured, !plans.isEmpty else { return false }
        for plan in plans {
            let geometry = stretch.geometry(of: plan)
            drafts.append(draft(plan.columns, in: geometry, of: place, with: variants))
            sides = geometry.places
        }
        let end = plans.last { !$0.columns.isEmpty }?.columns.last
        place.next = end?.range.upperBound ?? poured.count
        place.carry = end?.hangers.to
        return true
    }

    /// A place with as much set to a measure as fills some height, in points, rather than all that is
    /// left: where measures change with each page, the rest would be set again for each.
    private mutating func set(_ place: StreamPlace, to measure: Length, filling height: Double)
        -> StreamPlace
    {
        guard height < .infinity else { return place.set(to: measure, by: &typesetter) }
        var most = usualBlocks ?? 64
        // A little more than half would be set twice.
        while most * 2 < place.blocks.count {
            let set = place.set(to: measure, by: &typesetter, filling: height, most: most)
            if set.fills(height) {
                usualBlocks = most
                return set
            }
            most *= 2
        }
        return place.set(to: measure, by: &typesetter, filling: height)
    }

    /// A page that would end the document, and what is left set to its measure, or as much as shows
    /// that it is more than the page holds.
    private mutating func lastPage(
        _ page: Int,
        for place: StreamPlace,
        beside sides: [StreamPlace]
    ) -> (geometry: PageGeometry, place: StreamPlace)? {
        guard let last = geometry(ofPage: page, ends: true, beside: sides),
            let width = last.columns.first?.width
        else { return nil }
        return (last, set(place, to: width, filling: last.capacity * 2))
    }

    /// Whether all that is left fits a page that ends the document: most papers are such a page, and
    /// need no search.
    private mutating func draftLastPage(
        _ last: PageGeometry,
        of place: StreamPlace,
        beside sides: inout [StreamPlace],
        into drafts: inout [PageDraft]
    ) -> Bool {
        guard let poured = place.poured, place.isWhole, last.places.allSatisfy(\.isExhausted),
            let columns = BreakSearch.ending(
                of: poured,
                from: place.next,
                carrying: place.carry,
                in: last.room
            )
        else { return false }
        drafts.append(draft(columns, in: last, of: place))
        sides = last.places
        return true
    }

    /// Searches twice where columns end badly, the second time with paragraphs a line longer or shorter.
    private mutating func search(_ place: StreamPlace, in stretch: Stretch) -> (
        [PagePlan], Variants
    ) {
        guard let poured = place.poured else { return ([], Variants()) }
        // Where pages are searched for, what is best depends on all the words.
        record = nil
        let question = SearchQuestion(poured, from: place, in: stretch, of: flow)
        if let known = searches.first(where: { $0.question == question }) {
            return (known.plans, known.variants)
        }
        func plans(_ variants: Variants) -> [PagePlan] {
            var search = BreakSearch(
                poured: poured,
                rooms: question.rooms,
                variants: variants,
                pagesBefore: question.pagesBefore,
                pageLimit: question.pageLimit
            )
            return search.run(from: place.next, carrying: place.carry)
        }
        let usual = plans(Variants())
        let variants = variants(for: usual, of: place)
        let best = variants.isEmpty ? usual : plans(variants)
        // Where no folio is told and nothing waits for its text, nobody asks a second time.
        if tellsFolios || !mentions.isEmpty, !tellsFolios(variants, of: place) {
            searches.append(Search(question: question, plans: best, variants: variants))
        }
        return (best, variants)
    }

    /// Whether words of a variant change with the folios they tell.
    private func tellsFolios(_ variants: Variants, of place: StreamPlace) -> Bool {
        guard let leading else { return false }
        let left = flow.streams[leading].blocks.suffix(place.blocks.count)
        return variants.all.contains { left[left.startIndex + $0.block].waitsForPages }
    }

    private mutating func draft(
        _ columns: [ColumnPlan],
        in geometry: PageGeometry,
        of place: StreamPlace,
        with variants: Variants = Variants()
    ) -> PageDraft {
        guard let poured = place.poured else { return PageDraft(geometry: geometry, leading: []) }
        noteMentions(in: columns, of: place, onPage: geometry.page)
        let filled = zip(columns, geometry.columns).map { plan, column in
            var filled = FilledColumn(plan, of: poured, in: column)
            if let variant = plan.variant {
                filled = self.column(filled, with: variants.all[variant], of: place)
            }
            return filled.stretched(by: plan.stretch, in: flow.grid?.pitch.points ?? 1)
        }
        return PageDraft(geometry: geometry, leading: filled)
    }

    private mutating func noteMentions(
        in columns: [ColumnPlan],
        of place: StreamPlace,
        onPage page: Int
    ) {
        guard let leading, let poured = place.poured, !mentions.isEmpty else { return }
        let passed = streams[leading].blocks.count - place.blocks.count
        mentions.note(columns, after: passed, starts: poured.galley.blockStarts, onPage: page)
    }

    /// Pages from one on for as long as the leading measure stays.
    private mutating func stretch(from first: Int, beside sides: [StreamPlace]) -> Stretch {
        var stretch = Stretch(firstPage: first)
        var sides = sides
        var still = 0
        let period = flow.sequence.left == nil ? 1 : 2
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
            if still >= period || stretch.following.count >= Self.mostPages {
                stretch.period = period
                return stretch
            }
        }
        return stretch
    }

    /// Pages for what side streams still hold when the leading stream has ended.
    private mutating func draftSides(_ sides: inout [StreamPlace], into drafts: inout [PageDraft]) {
        if drafts.isEmpty, let only = geometry(ofPage: 0, ends: true, beside: sides),
            only.places.allSatisfy(\.isExhausted)
        {
            drafts.append(PageDraft(geometry: only, leading: []))
            sides = only.places
            return
        }
        while drafts.count < Self.mostPages {
            if endWithSides(&sides, into: &drafts) { return }
            guard let next = pageOfSides(drafts.count, sides) else { return }
            drafts.append(PageDraft(geometry: next, leading: []))
            sides = next.places
        }
    }

    /// A page that takes some of what side streams still hold.
    ///
    /// - Returns: One that ends documents where no other has a frame for it; nil where none takes
    ///   anything, but for the first page.
    private mutating func pageOfSides(_ page: Int, _ sides: [StreamPlace]) -> PageGeometry? {
        let designs = [false, true].compactMap { geometry(ofPage: page, ends: $0, beside: sides) }
        let taking = designs.first { $0.filled.contains { !$0.range.isEmpty } }
        return taking ?? (page == 0 ? designs.first : nil)
    }

    /// Whether all that side streams still hold fits a page that ends the document.
    private mutating func endWithSides(
        _ sides: inout [StreamPlace],
        into drafts: inout [PageDraft]
    ) -> Bool {
        guard !drafts.isEmpty, sides.contains(where: { !$0.isExhausted }),
            let last = geometry(ofPage: drafts.count, ends: true, beside: sides),
            last.places.allSatisfy(\.isExhausted)
        else { return false }
        drafts.append(PageDraft(geometry: last, leading: []))
        sides = last.places
        return true
    }

    /// Makes the number of pages a multiple, as a booklet needs it.
    private mutating func addSparePages(to drafts: inout [PageDraft]) {
        let multiple = max(1, flow.sequence.multiple)
        guard drafts.count > 1 else { return }
        while drafts.count % multiple != 0 {
            let place = drafts.count - 1
            guard let master = masters.master(ofSpare: place) else { return }
            let spare = sparePage(place, by: master)
            drafts.insert(PageDraft(geometry: spare, leading: []), at: place)
        }
    }

    private mutating func reportRest(of places: [StreamPlace]) {
        for place in places where !place.isExhausted {
            let origin =
                place.poured.flatMap { $0.galley.strips.dropFirst(place.next).first?.origin }
                ?? place.blocks.first?.origin
            let lines = place.poured.map { max(1, $0.count - place.next) }
            report.add(.error(.noRoom(lines: lines), at: origin).hinting(.giveItAFrame))
        }
    }
}

extension Diagnostic.Message {
    static func noRoom(lines: Int?) -> Self {
        guard let lines else { return "no frame takes this text" }
        return "from here on \(lines) line\(lines == 1 ? "" : "s") find no frame"
    }

    static let giveItAFrame: Self = "enlarge its frame, or shorten the text"
}
