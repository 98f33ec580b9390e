import Diagnostics
import Flow
import Typesetting
import Units

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
            let rest = draftLeading(from: place, beside: &sides, into: &drafts)
            if let rest { reportRest(rest, of: leading) }
        }
        draftSides(&sides, into: &drafts)
        for stream in sides.indices { reportRest(sides[stream], of: stream) }
        reportRunningOn(in: drafts)
        addSparePages(to: &drafts)
        return drafts
    }

    /// - Returns: What finds no page; nil where all of it does.
    private mutating func draftLeading(
        from start: StreamPlace,
        beside sides: inout [StreamPlace],
        into drafts: inout [PageDraft]
    ) -> StreamPlace? {
        var place = start
        while !place.isExhausted, drafts.count < Self.mostPages {
            let ending = lastPage(drafts.count, for: place, beside: sides)
            if let ending,
                draftLastPage(ending.geometry, of: ending.place, beside: &sides, into: &drafts)
            {
                return nil
            }
            let stretch = stretch(from: drafts.count, beside: sides)
            guard let measure = stretch.measure else {
                guard drafts.count < Self.mostPagesWithoutText else {
                    return place
                }
                draftPageWithoutText(stretch.following[0], beside: &sides, into: &drafts)
                continue
            }
            place =
                ending?.place.standing(at: measure, filling: stretch.most)
                ?? set(place, to: measure, filling: stretch.most)
            guard draft(&place, over: stretch, beside: &sides, into: &drafts) else {
                return place
            }
        }
        return nil
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
            let columns = ColumnSearch.ending(
                of: poured,
                from: place.next,
                carrying: place.carry,
                in: last.room
            )
        else { return false }
        let level = ColumnSearch.levelled(columns, of: poured, in: last.room)
        drafts.append(draft(level, in: last, of: place))
        sides = last.places
        return true
    }

    /// Searches twice where columns end badly, the second time with paragraphs a line longer or shorter, and
    /// with floats a page earlier.
    private mutating func search(_ place: StreamPlace, in stretch: Stretch) -> (
        [PagePlan], Variants
    ) {
        guard let poured = place.poured else { return ([], Variants()) }
        // Where pages are searched for, what is best depends on all the words.
        isSearched = true
        let question = SearchQuestion(poured, from: place, in: stretch, of: flow)
        if let known = searches.first(where: { $0.question == question }) {
            return (known.plans, known.variants)
        }
        func plans(of poured: PouredGalley, _ variants: Variants) -> [PagePlan] {
            var search = ColumnSearch(
                poured: poured,
                rooms: question.rooms,
                variants: variants,
                pagesBefore: question.pagesBefore,
                pageLimit: question.pageLimit
            )
            return search.run(from: place.next, carrying: place.carry)
        }
        let usual = plans(of: poured, Variants())
        let variants = variants(for: usual, of: place)
        // Where pages are searched in stretches, the next would have what came early again.
        let early = stretch.period == nil ? nil : poured.mentioningLoneFloats(of: usual)
        let best =
            variants.isEmpty && early == nil ? usual : plans(of: early ?? poured, variants)
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

    private mutating func reportRest(_ place: StreamPlace, of stream: Int) {
        guard !place.isExhausted else { return }
        let origin =
            place.poured.flatMap { $0.galley.strips.dropFirst(place.next).first?.origin }
            ?? place.blocks.first?.origin
        let lines = place.poured.map { max(1, $0.count - place.next) }
        crowded.add(
            stream,
            telling: .error(.noRoom(lines: lines), at: origin),
            of: flow,
            on: masters,
            reporting: &report
        )
    }
}

extension Diagnostic.Message {
    static func noRoom(lines: Int?) -> Self {
        guard let lines else { return "no frame takes this text" }
        return lines == 1
            ? "from here on 1 line finds no frame" : "from here on \(lines) lines find no frame"
    }
}
