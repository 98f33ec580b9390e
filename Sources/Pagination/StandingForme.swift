package import Diagnostics
package import Flow
package import Pages
package import Typesetting
import Units

/// Pages kept standing for papers that are alike but for their words.
///
/// So printers keep the forme of a visiting card: for the next person they change the lines that say
/// something else and leave the rest as it is locked up. Where a changed line takes another room than
/// the one before it, or anything but words differs, the pages are made up anew and kept instead.
package struct StandingForme {
    private var standing: Standing?

    /// After so many papers it is made up anew, so that no cache of words grows with them.
    private static let mostChanges = 256

    package init() {}

    /// The pages for another paper, without making them up; nil where that can't be done.
    package mutating func changed(to flow: Flow) -> Document? {
        guard let changes = standing?.changes, changes < Self.mostChanges,
            let pages = standing?.pages(for: flow)
        else {
            standing = nil
            return nil
        }
        return Document(
            pages: pages,
            structure: flow.structure,
            metadata: Metadata(flow.metadata, isRightToLeft: flow.isRightToLeft)
        )
    }

    /// Makes pages of a flow, as ``makeUp(_:typesetting:drafted:reporting:)`` does, and keeps them
    /// where they can be changed.
    package mutating func makeUp(
        _ flow: Flow,
        typesetting: @escaping (Flow) -> Typesetter,
        drafted: () -> Void = {},
        reporting report: inout Report
    ) -> Document {
        standing = nil
        guard flow.fit == nil, !flow.hasGrowingTables else {
            return Pagination.makeUp(flow, typesetting: typesetting, reporting: &report)
        }
        let attempt = Attempt(flow, with: typesetting(flow), drafted: drafted, isKept: true)
        report.add(contentsOf: attempt.report)
        if attempt.report.isEmpty, let record = attempt.record {
            standing = Standing(flow, attempt.document.pages, record)
        }
        return attempt.document
    }
}

/// What stands where on pages that are being made up.
struct FormeRecord {
    struct Column {
        /// By its place in the flow; nil for what is of none.
        var stream: Int?
        var filled: FilledColumn
    }

    /// A strip as it was put onto a page.
    struct Place {
        var column: Int
        var strip: Int
        var page: Int
        var origin: Point
        /// Among all those of the page that are not furniture.
        var fragments: Range<Int>
        var links: Range<Int>
    }

    var columns: [Column] = []
    var places: [Place] = []
    /// How many fragments of furniture stand behind the text of each page.
    var behind: [Int] = []
    /// What set the blocks; nil until all of them stand.
    var typesetter: Typesetter?
}

/// The pages of one paper, and how to change them.
private struct Standing {
    let flow: Flow
    let pages: [Page]
    private let record: FormeRecord
    private let streams: [StandingStream?]
    private var typesetter: Typesetter
    /// Blocks that have been changed, set by themselves as they stand; by stream.
    private var alone: [[Int: Galley]]
    private(set) var changes = 0

    /// Nil where more than words may differ from paper to paper.
    init?(_ flow: Flow, _ pages: [Page], _ record: FormeRecord) {
        guard let typesetter = record.typesetter else { return nil }
        var streams: [StandingStream?] = []
        for (index, stream) in flow.streams.enumerated() {
            let columns = record.columns.filter { $0.stream == index }.map(\.filled)
            guard let standing = StandingStream(columns) else {
                guard columns.allSatisfy(\.range.isEmpty) else { return nil }
                streams.append(nil)
                continue
            }
            guard standing.galley.blockStarts.count == stream.blocks.count else { return nil }
            streams.append(standing)
        }
        self.flow = flow
        self.pages = pages
        self.record = record
        self.streams = streams
        self.typesetter = typesetter
        alone = Array(repeating: [:], count: streams.count)
    }

    /// The pages with the words of another flow; nil where more than words is other.
    mutating func pages(for other: Flow) -> [Page]? {
        guard isLike(other) else { return nil }
        changes += 1
        var strips: [[Int: Strip]] = []
        for index in flow.streams.indices {
            guard let changed = changed(index, for: other.streams[index].blocks) else { return nil }
            strips.append(changed)
        }
        return pages(with: strips)
    }

    private func isLike(_ other: Flow) -> Bool {
        flow.masters == other.masters && flow.sequence == other.sequence
            && flow.textStyles.all == other.textStyles.all && flow.grid == other.grid
            && flow.isRightToLeft == other.isRightToLeft && other.fit == nil
            && flow.streams.elementsEqual(other.streams) {
                $0.name == $1.name && $0.blocks.count == $1.blocks.count
            }
    }

    /// The strips of a stream that say something else, by their places in its galley.
    private mutating func changed(_ stream: Int, for blocks: [Block]) -> [Int: Strip]? {
        var changed: [Int: Strip] = [:]
        let standing = flow.streams[stream].blocks
        for index in blocks.indices where !blocks[index].saysTheSame(as: standing[index]) {
            guard let place = streams[stream]?.galley.strips(ofBlock: index),
                let strips = reset(index, of: stream, as: blocks[index]),
                strips.count == place.count
            else { return nil }
            for (index, strip) in zip(place, strips) { changed[index] = strip }
        }
        return changed
    }

    /// A block's strips with other words; nil where they take another room.
    private mutating func reset(_ index: Int, of stream: Int, as other: Block) -> [Strip]? {
        let block = flow.streams[stream].blocks[index]
        guard let measure = streams[stream]?.measure, block.style == other.style,
            block.anchor == nil, other.anchor == nil
        else { return nil }
        // Alone, for what its neighbours do to a block they do to every other in its place.
        let before = alone[stream][index] ?? typesetter.set(alone: block, to: measure)
        let after = typesetter.set(alone: other, to: measure)
        // What there is to tell is told by whoever makes up all pages.
        guard typesetter.report.isEmpty, after.takesTheRoom(of: before) else { return nil }
        if alone[stream][index] == nil { alone[stream][index] = before }
        return after.strips
    }

    private func pages(with strips: [[Int: Strip]]) -> [Page] {
        var pages = pages
        // From the last on, so that those before keep their places.
        for place in record.places.reversed() {
            guard let stream = record.columns[place.column].stream,
                let strip = strips[stream][place.strip]
            else { continue }
            let behind = record.behind[place.page]
            let fragments =
                place.fragments.lowerBound + behind..<place.fragments.upperBound + behind
            pages[place.page].fragments.replaceSubrange(
                fragments,
                with: strip.fragments.map { $0.moved(by: place.origin) }
            )
            pages[place.page].links.replaceSubrange(
                place.links,
                with: strip.links.map { $0.moved(by: place.origin) }
            )
        }
        return pages
    }
}

/// A stream that stands as a whole, set to one measure.
private struct StandingStream {
    let galley: Galley
    var measure: Length { galley.measure }

    /// Nil where it stands in pieces, or with notes, floats or repeated heads.
    init?(_ columns: [FilledColumn]) {
        let columns = columns.filter { !$0.range.isEmpty }
        guard let first = columns.first else { return nil }
        galley = first.poured.galley
        var next = 0
        for column in columns {
            guard column.range.lowerBound == next, column.notes.isEmpty, column.floats.isEmpty,
                column.poured.galley.measure == galley.measure,
                column.poured.galley.strips.count == galley.strips.count
            else { return nil }
            next = column.range.upperBound
        }
        guard next == galley.strips.count, galley.tableHeads.isEmpty,
            galley.strips.allSatisfy({ $0.anchors.isEmpty })
        else { return nil }
    }
}

extension Galley {
    /// Whether make-up would do the same with it as with another.
    fileprivate func takesTheRoom(of other: Galley) -> Bool {
        enclosures == other.enclosures && tableHeads.isEmpty && other.tableHeads.isEmpty
            && spaceAfter == other.spaceAfter
            && strips.count == other.strips.count
            && strips.indices.allSatisfy { strips[$0].takesTheRoom(of: other.strips[$0]) }
    }
}

extension Strip {
    fileprivate func takesTheRoom(of other: Strip) -> Bool {
        height == other.height && baseline == other.baseline && grid == other.grid
            && spaceBefore == other.spaceBefore && breakBefore == other.breakBefore
            && enclosures == other.enclosures && footnotes.isEmpty && other.footnotes.isEmpty
            && floats.isEmpty && other.floats.isEmpty && anchors.isEmpty
    }
}

extension Block {
    /// Whether both are set alike; where they were written does not matter.
    fileprivate func saysTheSame(as other: Block) -> Bool {
        guard element == other.element, style == other.style, anchor == other.anchor else {
            return false
        }
        guard case .paragraph(let paragraph) = content,
            case .paragraph(let another) = other.content
        else { return content == other.content }
        return paragraph.text == another.text && paragraph.style == another.style
            && paragraph.inserts == another.inserts
            && paragraph.spans.elementsEqual(another.spans) { $0.looksLike($1) }
    }
}
