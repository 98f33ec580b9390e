import Arrangement
import Flow
import Typesetting
import Units

extension Makeup {
    /// Resolves a page's frames and fills those of side streams.
    ///
    /// - Returns: Nil where the flow has no master at all.
    mutating func geometry(ofPage page: Int, ends: Bool, beside sides: [StreamPlace])
        -> PageGeometry?
    {
        guard let master = ends ? masters.master(ofLast: page) : masters.master(of: page) else {
            return nil
        }
        var geometry = openGeometry(ofPage: page, by: master, ends: ends, beside: sides)
        for index in master.framesByNeed { resolve(index, in: &geometry) }
        return geometry
    }

    /// A page into which nothing is poured.
    mutating func sparePage(_ page: Int, by master: ResolvedMaster) -> PageGeometry {
        var geometry = openGeometry(ofPage: page, by: master, beside: [])
        for index in master.framesByNeed where master.frames[index].isFurniture {
            resolve(index, in: &geometry)
        }
        return geometry
    }

    /// A page of which every frame may still go from its head to its foot.
    private func openGeometry(
        ofPage page: Int,
        by master: ResolvedMaster,
        ends: Bool = false,
        beside sides: [StreamPlace]
    ) -> PageGeometry {
        let whole = PageGeometry.Edges(top: .zero, bottom: master.size.height)
        return PageGeometry(
            page: page,
            master: master,
            grid: flow.grid,
            edges: master.frames.map { _ in whole },
            places: sides,
            endsDocument: ends
        )
    }

    private mutating func resolve(_ index: Int, in geometry: inout PageGeometry) {
        let frame = geometry.master.frames[index]
        var edges = limits(of: index, in: geometry)
        geometry.edges[index] = edges
        switch frame.filling {
        case .furniture:
            edges = fitted(edges, to: furnitureHeight(of: index, in: geometry), of: frame)
        case .nothing:
            edges = fitted(edges, to: .zero, of: frame)
        case .stream(leading):
            offerToLeading(index, in: &geometry)
            edges = geometry.edges[index]
        case .stream(let stream):
            let height = fill(index, from: stream, in: &geometry)
            let limit = edges.top
            edges = fitted(edges, to: height, of: frame)
            if frame.contentEdge == .top {
                let filled = geometry.filled.filter { $0.column.frame == index }
                edges.top = limit + filled.step(edges.top - limit, on: flow.grid)
                geometry.drop(index, to: edges.top)
            }
        }
        geometry.edges[index] = edges
    }

    /// The furthest a frame's edges may go.
    private func limits(of index: Int, in geometry: PageGeometry) -> PageGeometry.Edges {
        let frame = geometry.master.frames[index]
        var top = geometry.place(of: frame.top, on: .top)
        if case .beside? = frame.top, frame.contentEdge != .top, keepsGrid(frame) {
            top = flow.grid?.lineTop(from: top) ?? top
        }
        let bottom = geometry.place(of: frame.bottom, on: .bottom)
        // Where both meet, the edge that the frame stands on stays.
        return frame.contentEdge == .top
            ? PageGeometry.Edges(top: min(top, bottom), bottom: bottom)
            : PageGeometry.Edges(top: top, bottom: max(top, bottom))
    }

    /// Whether lines that are poured into a frame stand on the document's grid.
    private func keepsGrid(_ frame: ResolvedFrame) -> Bool {
        guard let stream = frame.stream else { return false }
        return flow.streams[stream].blocks.contains { $0.style.grid != .off }
    }

    /// Draws in the edge that goes as far as the content.
    private func fitted(
        _ edges: PageGeometry.Edges,
        to height: Length,
        of frame: ResolvedFrame
    ) -> PageGeometry.Edges {
        var edges = edges
        switch frame.contentEdge {
        case .bottom: edges.bottom = edges.top + height
        case .top: edges.top = edges.bottom - height
        case nil: break
        }
        return edges
    }

    private mutating func offerToLeading(_ index: Int, in geometry: inout PageGeometry) {
        let frame = geometry.master.frames[index]
        if frame.contentEdge == .bottom {
            let most = geometry.edges[index].bottom
            for (below, gap) in geometry.master.framesBelow(index) {
                let need = need(of: below, in: geometry)
                guard need.height > .zero else { continue }
                let limit = min(most, need.bottom) - need.height - gap
                geometry.edges[index].bottom = min(geometry.edges[index].bottom, limit)
            }
        }
        let columns = frame.columns(
            at: index,
            between: geometry.edges[index],
            isRightToLeft: flow.isRightToLeft
        )
        if let first = geometry.columns.first, !first.width.isNearly(frame.columnWidth) { return }
        geometry.columns += columns
        geometry.balances = frame.balances
    }

    /// How tall a frame wants to be, and how far down it may go.
    private mutating func need(of index: Int, in geometry: PageGeometry) -> (
        height: Length, bottom: Length
    ) {
        let frame = geometry.master.frames[index]
        var bottom = geometry.master.size.height
        if case .at(let y)? = frame.bottom { bottom = y }
        guard let stream = frame.stream, stream != leading else {
            return (furnitureHeight(of: index, in: geometry), bottom)
        }
        let place = place(of: stream, in: geometry, setTo: frame.columnWidth)
        guard let poured = place.poured, !place.isExhausted else { return (.zero, bottom) }
        let end = max(place.next, end(of: poured, from: stream, on: geometry))
        let height = poured.galley.stacked(place.next..<end, measures: poured.measures).height
        return (min(height, geometry.master.size.height * 0.6), bottom)
    }

    // MARK: Side streams

    /// How far a side stream has come, set to a measure; once for all pages that may be its first.
    private mutating func place(
        of stream: Int,
        in geometry: PageGeometry,
        setTo measure: Length
    ) -> StreamPlace {
        let place = geometry.places[stream]
        guard place.poured == nil, stream != leading else {
            return setSide(place, of: stream, to: measure)
        }
        let key = FirstPour(stream: stream, measure: measure)
        if let known = firstPours[key] { return known }
        let set = setSide(place, of: stream, to: measure)
        firstPours[key] = set
        return set
    }

    /// Sets what is left of a side stream, which may have shorter columns than the text.
    private mutating func setSide(_ place: StreamPlace, of stream: Int, to measure: Length)
        -> StreamPlace
    {
        let tallest = typesetter.tallest
        typesetter.tallest = tallestColumns[stream]
        defer { typesetter.tallest = tallest }
        return place.set(to: measure, by: &typesetter)
    }

    /// The strip before which a side stream must end on a page: what comes from there on belongs to
    /// text of later pages.
    private func end(of poured: PouredGalley, from stream: Int, on geometry: PageGeometry) -> Int {
        guard !geometry.endsDocument, let block = mentions.held(in: stream, onPage: geometry.page)
        else { return poured.count }
        let starts = poured.galley.blockStarts
        let passed = streams[stream].blocks.count - starts.count
        return block < passed ? 0 : starts[block - passed]
    }

    /// Pours a side stream into a frame; returns how tall its tallest column stands.
    private mutating func fill(_ index: Int, from stream: Int, in geometry: inout PageGeometry)
        -> Length
    {
        let frame = geometry.master.frames[index]
        var place = place(of: stream, in: geometry, setTo: frame.columnWidth)
        guard var poured = place.poured, !place.isExhausted else { return .zero }
        let end = end(of: poured, from: stream, on: geometry)
        guard place.next < end else {
            geometry.places[stream] = place
            return .zero
        }
        poured.end(before: end)
        let columns = frame.columns(
            at: index,
            between: geometry.edges[index],
            isRightToLeft: flow.isRightToLeft
        )
        let room = PageRoom(
            heights: columns.map(\.height.points),
            grids: columns.map { ColumnGrid(flow.grid, columnTop: $0.top) },
            balances: frame.balances
        )
        let plans = ColumnSearch.page(of: poured, from: place.next, in: room)
        var tallest = Length.zero
        for (plan, column) in zip(plans, columns) {
            let filled = FilledColumn(plan, of: poured, in: column)
            tallest = max(tallest, filled.height(on: flow.grid))
            geometry.filled.append(filled)
            place.next = plan.range.upperBound
        }
        geometry.places[stream] = place
        return tallest
    }

    /// How tall a frame's furniture stands, as far as can be told before pages have numbers.
    private mutating func furnitureHeight(of frame: Int, in geometry: PageGeometry) -> Length {
        guard geometry.master.frames[frame].contentEdge != nil else { return .zero }
        return furniture.height(
            of: frame,
            on: geometry.master,
            ofPage: geometry.page,
            by: &typesetter
        )
    }
}

extension BaselineGrid {
    /// The top of the next whole line, or of the one that is missed by very little.
    ///
    /// Frames side by side that hang on one above them begin at one height so, and their first lines
    /// share a baseline as those at the head of a page do.
    fileprivate func lineTop(from y: Length) -> Length {
        guard pitch > .zero else { return y }
        let first = start - pitch * Self.ascent
        return first + pitch * ((y - first) / pitch - Self.slightMiss).rounded(.up)
    }

    /// In lines.
    private static let slightMiss = 0.08
}

extension PageGeometry {
    /// Where an edge of a frame lies, from the top of the page; beside a frame that holds nothing no gap is
    /// left.
    fileprivate func place(of edge: ResolvedFrame.Edge?, on side: ResolvedFrame.Side) -> Length {
        switch edge {
        case nil: return side == .top ? .zero : master.size.height
        case .at(let y)?: return y
        case .beside(let other, let gap)?:
            let neighbour = edges[other]
            let gap = neighbour.bottom > neighbour.top ? gap : .zero
            return side == .top ? neighbour.bottom + gap : neighbour.top - gap
        }
    }

    /// Puts what was filled into a frame lower, since the frame stands on its foot.
    fileprivate mutating func drop(_ frame: Int, to top: Length) {
        for index in filled.indices where filled[index].column.frame == frame {
            filled[index].column.height -= top - filled[index].column.top
            filled[index].column.top = top
        }
    }
}
