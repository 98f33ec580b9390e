import Diagnostics
import Flow
import Pages
import Typesetting
import Units

/// Pages of a flow with its styles as they are, and what there is to say about them.
struct Attempt {
    let document: Document
    let report: Report
    /// How tall the leading stream stands on each page, and what room it has there, in points.
    private let fills: [(filled: Double, room: Double)]
    private let headings: [(page: Int, title: String)]
    private let openings: [Int?]
    /// How far text fills the last page that it stands on, from 0 to 1.
    let lastFill: Double
    /// How tall the text of all columns stands, in points.
    let filledHeight: Double
    /// Streams, by their places in the flow, of which something stands over the foot of a frame, or finds
    /// none.
    let crowded: Set<Int>
    /// What a forme needs to know; nil unless it was asked for and there is more to it than words.
    let record: FormeRecord?
    /// Tables that may take the room which is left on these pages; nil where none does.
    let roomForRows: RoomForRows?

    /// Where something finds no room, what may be set smaller is (see ``relieved(_:with:mostRounds:)``).
    ///
    /// - Parameters:
    ///   - isKept: Whether to remember what stands where (see ``StandingForme``).
    ///   - mostRounds: After so many, pages whose numbers still change are taken as they are.
    init(
        _ flow: Flow,
        with typesetter: Typesetter,
        drafted: () -> Void = {},
        isKept: Bool = false,
        mostRounds: Int = Makeup.mostRounds
    ) {
        self.init(
            asDesigned: flow,
            with: typesetter,
            drafted: drafted,
            isKept: isKept,
            mostRounds: mostRounds
        )
        guard !crowded.isEmpty else { return }
        self = relieved(flow, with: typesetter, mostRounds: mostRounds) ?? self
    }

    /// With all type in the size that it has.
    init(
        asDesigned flow: Flow,
        with typesetter: Typesetter,
        drafted: () -> Void = {},
        isKept: Bool = false,
        mostRounds: Int
    ) {
        var (pouring, drafts) = Self.drafts(
            of: flow,
            with: typesetter,
            isKept: isKept,
            mostRounds: mostRounds
        )
        drafted()
        roomForRows = RoomForRows(below: drafts, of: flow, leading: pouring.leading)
        document = pouring.document(of: consume drafts)
        record = pouring.record
        var report = pouring.typesetter.report
        report.add(contentsOf: pouring.report)
        self.report = report
        crowded = pouring.crowded.streams
        fills = pouring.found.fills
        headings = pouring.found.textHeadings
        openings = pouring.found.openings
        lastFill = pouring.found.fills.last { $0.room > 0 }.map { $0.filled / $0.room } ?? 1
        filledHeight = pouring.found.fills.reduce(0) { $0 + $1.filled }
    }

    /// Drafts pages, again while what they tell of each other changes, and hands over what pours them.
    private static func drafts(
        of flow: Flow,
        with typesetter: Typesetter,
        isKept: Bool,
        mostRounds: Int
    ) -> (Pouring, [PageDraft]) {
        var flow = flow
        var makeup = Makeup(flow, with: typesetter)
        var drafts = makeup.draftPages()
        var rounds = 1
        while let known = makeup.lessons(of: drafts) {
            guard rounds < mostRounds else {
                makeup.report.add(.warning(.unsettled(after: rounds), at: nil))
                break
            }
            rounds += 1
            // Two books at once would take twice the room.
            drafts = []
            flow = known.flow ?? flow
            var typesetter = typesetter
            typesetter.standingTables = makeup.typesetter.standingTables
            makeup = Makeup(flow, with: typesetter, knowing: known, after: makeup.searches)
            drafts = makeup.draftPages()
        }
        makeup.typesetter.standingTables = nil
        return (Pouring(makeup, isKept: isKept), drafts)
    }

    /// The page of each heading of the text, in their order.
    var headingPages: [Int] { headings.map(\.page) }

    /// How many lines of some leading would have to go for so many pages, were all that stands beyond
    /// them text.
    ///
    /// The last page often has less room than the one it takes the place of: what stands at its foot,
    /// such as a contact block, comes along.
    func lines(after pages: Int, leading: Length) -> Int {
        let height = fills.dropFirst(pages).reduce(0) { $0 + $1.filled }
        guard height > 0 else { return 0 }
        let free = fills[pages - 1].room - fills[pages - 1].filled
        return Self.lines(in: height + max(0, roomTakenAtTheEnd - free), leading)
    }

    /// How many lines of some leading stand in these pages over what the last of others, with the first part of
    /// the same text, still has room for.
    func lines(beyond cut: Attempt, leading: Length) -> Int {
        let free = cut.fills.last.map { $0.room - $0.filled } ?? 0
        return Self.lines(in: filledHeight - cut.filledHeight - free, leading)
    }

    /// How many lines more would fill so many pages, the last one to some share of its room.
    func lines(toFill pages: Int, lastTo share: Double, leading: Length) -> Int {
        guard let last = fills.last(where: { $0.room > 0 }) else { return 0 }
        let between = max(0, pages - fills.count)
        let usual = fills.dropFirst().dropLast().map(\.room).max() ?? last.room + roomTakenAtTheEnd
        let height = Double(between) * usual + last.room * share - last.filled
        return max(1, Self.lines(in: height, leading))
    }

    /// By how much the room of the last page is less than that of those before it, the first one apart.
    private var roomTakenAtTheEnd: Double {
        guard let last = fills.last(where: { $0.room > 0 }) else { return 0 }
        let usual = fills.dropFirst().dropLast().map(\.room).max() ?? last.room
        return max(0, usual - last.room)
    }

    private static func lines(in height: Double, _ leading: Length) -> Int {
        // A hair's breadth is no line.
        Int((height / max(leading.points, 1) - 0.01).rounded(.up))
    }

    /// The title of the text under which a page, counted from zero, begins; what stands beside the text
    /// has titles of its own.
    func section(atPage page: Int) -> String? {
        let own = headings.first { $0.page == page }?.title
        if openings.indices.contains(page), openings[page] != nil { return own }
        return headings.last { $0.page < page }?.title ?? own
    }
}
