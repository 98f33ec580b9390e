import Arrangement
import Diagnostics
import Flow
import Pages
import Structure
import Typesetting
import Units

/// Puts what was drafted onto pages: text with its notes and floats first, then, once all pages are
/// there, what frames them.
struct Pouring {
    let flow: Flow
    private let masters: MasterChoice
    /// The stream that the number of pages depends on most.
    let leading: Int?
    /// The folio of each anchor, as it is told to these pages.
    let folios: [String: String]
    var typesetter: Typesetter
    var furniture: FurnitureRack
    /// What has been found on the pages.
    var found = Findings()
    var pages: [Page] = []
    private(set) var crowded: CrowdedStreams
    private(set) var report: Report
    /// What stands where, for those who keep it.
    var record: FormeRecord?

    /// - Parameter isKept: Whether to remember what stands where.
    init(_ makeup: Makeup, isKept: Bool) {
        flow = makeup.flow
        masters = makeup.masters
        leading = makeup.leading
        folios = makeup.folios
        typesetter = makeup.typesetter
        furniture = makeup.furniture
        crowded = makeup.crowded
        report = makeup.report
        if isKept, !makeup.tellsFolios, !makeup.isSearched { record = FormeRecord() }
    }

    /// - Parameter drafts: Given away, so that galleys are gone when furniture is set.
    mutating func document(of drafts: consuming [PageDraft]) -> Document {
        for index in drafts.indices {
            pour(drafts[index], onto: index)
            drafts[index].empty()
        }
        for (index, draft) in drafts.enumerated() {
            furnish(draft, page: index, of: drafts.count)
        }
        record?.typesetter = typesetter
        return Document(
            pages: pages,
            structure: flow.structure,
            metadata: Metadata(flow.metadata, isRightToLeft: flow.isRightToLeft),
            outline: found.outline,
            destinations: found.destinations
        )
    }
}

/// The number of a page, as it is printed before figures are the language's.
enum Folio {
    static func of(page: Int) -> String { "\(page + 1)" }
}

extension Pouring {
    /// Puts strips onto a page, in the order of its frames.
    private mutating func pour(_ draft: PageDraft, onto page: Int) {
        let master = draft.geometry.master
        let bleed = Length.pt(master.bleed.points * 2)
        let size = Size(width: master.size.width + bleed, height: master.size.height + bleed)
        let corner = Point(x: master.bleed, y: master.bleed)
        pages.append(
            Page(
                size: size,
                trim: master.bleed == .zero ? nil : Rect(origin: corner, size: master.size),
                label: Folio.of(page: page)
            )
        )
        found.openings.append(draft.openingLevel)
        found.fills.append(fill(of: draft))
        let columns = settled(draft).sorted { $0.column.frame < $1.column.frame }
        for frame in master.frames.indices {
            let filled = columns.filter { $0.column.frame == frame }
            guard !filled.isEmpty else { continue }
            let drop = drop(of: filled, in: master.frames[frame])
            let stream = master.frames[frame].stream
            found.isInText = stream != nil && stream == leading
            for column in filled {
                record?.columns.append(
                    FormeRecord.Column(stream: stream, filled: column)
                )
                put(column, lower: drop, onto: page, from: corner)
                reportExcess(of: column, from: stream)
            }
        }
    }

    private func fill(of draft: PageDraft) -> (filled: Double, room: Double) {
        guard !draft.leading.isEmpty else { return (0, 0) }
        let filled = draft.leading.reduce(Length.zero) { $0 + $1.height(on: flow.grid) }
        let room = draft.geometry.columns.reduce(Length.zero) { $0 + $1.height }
        return (filled.points, max(room, filled).points)
    }

    /// Columns where they come to stand once the leading stream's height is known: what hangs below
    /// it moves up.
    private func settled(_ draft: PageDraft) -> [FilledColumn] {
        var (leading, side) = (draft.leading, draft.geometry.filled)
        let master = draft.geometry.master
        for index in master.frames.indices where master.frames[index].contentEdge == .bottom {
            let filled = leading.filter { $0.column.frame == index }
            guard let top = filled.first?.column.top else { continue }
            let height = filled.map { $0.height(on: flow.grid) }.max() ?? .zero
            for place in leading.indices where leading[place].column.frame == index {
                leading[place].column.height = min(leading[place].column.height, height)
            }
            let rise = draft.geometry.edges[index].bottom - top - height
            for (below, _) in master.framesBelow(index) where rise > .zero {
                let places = side.indices.filter { side[$0].column.frame == below }
                let step = places.map { side[$0] }.step(rise, on: flow.grid)
                for place in places { side[place].column.top -= step }
            }
        }
        return leading + side
    }

    /// How far content goes down that does not fill its frame.
    private func drop(of filled: [FilledColumn], in frame: ResolvedFrame) -> Length {
        guard frame.verticalShare > 0, let room = filled.first?.column.height else { return .zero }
        let height = filled.map { $0.height(on: flow.grid) }.max() ?? .zero
        return filled.step(max(.zero, room - height) * frame.verticalShare, on: flow.grid)
    }

    private mutating func put(
        _ filled: FilledColumn,
        lower drop: Length,
        onto page: Int,
        from corner: Point
    ) {
        let place = corner + Point(x: filled.column.left, y: filled.column.top)
        let origin = place + Point(x: .zero, y: drop)
        let below = putFloats(ofHeadOf: filled, at: origin, onto: page)
        let end = putText(of: filled, at: origin, below: below, onto: page)
        let foot = place + Point(x: .zero, y: filled.column.height)
        var above = putNotes(of: filled, above: foot, onto: page)
        // Where the text ends, what floats at the foot ends it.
        if filled.endsText { above.y = min(above.y, end + .pt(filled.floats.heights.foot)) }
        putFloats(ofFootOf: filled, above: above, onto: page)
    }

    /// Puts a column's strips, and returns where they end.
    private mutating func putText(
        of filled: FilledColumn,
        at origin: Point,
        below top: Length,
        onto page: Int
    ) -> Length {
        guard let first = filled.range.first else { return origin.y + top }
        let galley = filled.poured.galley
        let corner = pages[page].trim?.origin ?? .zero
        let stack = galley.stacked(
            filled.range,
            measures: filled.poured.measures,
            grid: ColumnGrid(flow.grid, columnTop: origin.y - corner.y),
            below: top + .pt(filled.poured.headHeights[first])
        )
        for fragment in stack.backgrounds {
            pages[page].fragments.append(fragment.moved(by: origin))
        }
        // Where the row below is pushed down to the grid, its head goes with it.
        let head =
            stack.tops[0] - .pt(filled.poured.measures[first].above)
            - .pt(filled.poured.headHeights[first])
        putHead(of: first, in: galley, at: origin + Point(x: .zero, y: head), onto: page)
        for (index, top) in zip(filled.range, stack.tops) {
            let place = origin + Point(x: .zero, y: top)
            let (fragments, links) = (pages[page].fragments.count, pages[page].links.count)
            put(galley.strips[index], at: place, onto: page)
            guard let columns = record?.columns.count else { continue }
            record?.places.append(
                FormeRecord.Place(
                    column: columns - 1,
                    strip: index,
                    page: page,
                    origin: place,
                    fragments: fragments..<pages[page].fragments.count,
                    links: links..<pages[page].links.count
                )
            )
        }
        return origin.y + stack.height
    }

    /// Puts what floats at the head of a column, and returns how much room that takes.
    private mutating func putFloats(
        ofHeadOf filled: FilledColumn,
        at origin: Point,
        onto page: Int
    ) -> Length {
        var top = Length.zero
        for float in filled.floats where float.place == .top {
            let whole = float.floating.galley.joined()
            put(whole, at: origin + Point(x: .zero, y: top), onto: page)
            top += .pt(float.height) + float.gap
        }
        return top
    }

    private mutating func putFloats(
        ofFootOf filled: FilledColumn,
        above foot: Point,
        onto page: Int
    ) {
        var top = foot.y - .pt(filled.floats.heights.foot)
        for float in filled.floats where float.place == .foot {
            top += float.gap
            let whole = float.floating.galley.joined()
            let place = Point(x: foot.x, y: top + skip(toGridFor: whole, at: top, onto: page))
            put(whole, at: place, onto: page)
            top += .pt(float.height)
        }
    }

    /// How far a strip must go down so that its first line stands on the grid.
    private func skip(toGridFor strip: Strip, at top: Length, onto page: Int) -> Length {
        let corner = pages[page].trim?.origin.y ?? .zero
        guard strip.grid != .off, let baseline = strip.baseline,
            let grid = ColumnGrid(flow.grid, columnTop: top - corner)
        else { return .zero }
        return .pt(grid.skip(to: baseline.points, halves: strip.grid == .half))
    }

    private mutating func put(_ strip: Strip, at place: Point, onto page: Int) {
        for fragment in strip.fragments { pages[page].fragments.append(fragment.moved(by: place)) }
        for link in strip.links { pages[page].links.append(link.moved(by: place)) }
        for anchor in strip.anchors { found.note(anchor, page: page, y: place.y) }
    }

    /// A table that goes on begins with its head again.
    private mutating func putHead(of first: Int, in galley: Galley, at place: Point, onto page: Int)
    {
        guard let head = galley.strips[first].tableHead else { return }
        let strips = Galley(measure: galley.measure, strips: galley.tableHeads[head])
        put(strips.joined(), at: place, onto: page)
    }

    /// Notes stand at the foot of the column, a short rule above them; returns where their area begins.
    private mutating func putNotes(
        of filled: FilledColumn,
        above foot: Point,
        onto page: Int
    ) -> Point {
        guard !filled.notes.isEmpty else { return foot }
        let height = filled.notes.reduce(Length.zero) { $0 + $1.height }
        let column = filled.column
        let origin = Point(x: foot.x, y: foot.y - min(height, column.height))
        var y = origin.y
        putRule(aboveNotesAt: origin, in: column, onto: page)
        for note in filled.notes {
            put(note.joined(), at: Point(x: origin.x, y: y), onto: page)
            y += note.height
        }
        return Point(x: origin.x, y: origin.y - flow.noteArea.gap)
    }

    private mutating func putRule(aboveNotesAt notes: Point, in column: Column, onto page: Int) {
        guard let rule = flow.noteArea.rule else { return }
        let width = min(flow.noteArea.ruleLength, column.width)
        let left = flow.isRightToLeft ? notes.x + column.width - width : notes.x
        let area = AreaMark(
            rect: Rect(x: .zero, y: .zero, width: width, height: rule.width),
            fill: rule.colour
        )
        pages[page].fragments.append(
            Fragment(
                owner: .artifact(.layout),
                origin: Point(x: left, y: notes.y - flow.noteArea.ruleGap),
                marks: [.area(area)]
            )
        )
    }

    private static let slightExcess = Length.pt(8)

    private mutating func reportExcess(of filled: FilledColumn, from stream: Int?) {
        let excess = filled.height(on: flow.grid) - filled.column.height
        guard excess > Length.pt(0.5) else { return }
        let strips = filled.poured.galley.strips[filled.range] + filled.notes.flatMap(\.strips)
        let origin = strips.first?.origin ?? filled.floats.first?.floating.block.origin
        // Less than a line runs into no text below: the page can be printed while it is mended.
        let message = Diagnostic.Message.tooTall(by: excess).about(.crowd)
        let problem: Diagnostic =
            excess < Self.slightExcess ? .warning(message, at: origin) : .error(message, at: origin)
        crowded.add(stream, telling: problem, of: flow, on: masters, reporting: &report)
    }
}

extension Diagnostic.Message {
    static func tooTall(by excess: Length) -> Self {
        "this stands \(decimal: excess.points.inHundredths) pt over the foot of its column"
    }
}
