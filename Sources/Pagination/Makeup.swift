package import Diagnostics
package import Flow
package import Pages
import Structure
package import Typesetting
import Units

/// Makes pages of a flow.
///
/// Where the flow has a target of pages, bounded levers are tried until it is met (see
/// ``Copyfitting``). Pages that are told of by number, as in a table of contents, are made up again
/// until the numbers hold, at most twelve times; so are those with something beside the text that stands
/// before the page it belongs to.
///
/// - Parameters:
///   - typesetting: Whoever sets the blocks of a flow: asked once for each variation of its styles.
///   - drafted: Told when all text is set that stands in columns, for those who keep lines for it; never
///     where a target of pages has it set many times.
///   - report: Receives what could not be done well, and where.
package func makeUp(
    _ flow: Flow,
    typesetting: @escaping (Flow) -> Typesetter,
    drafted: () -> Void = {},
    reporting report: inout Report
) -> Document {
    if let target = flow.fit {
        var fitting = Copyfitting(flow: flow, target: target, typesetting: typesetting)
        return fitting.document(reporting: &report)
    }
    let designed = Attempt(flow, with: typesetting(flow), drafted: drafted)
    let attempt = designed.fillingPages(with: typesetting) { flow } ?? designed
    report.add(contentsOf: attempt.report)
    return attempt.document
}

/// What one round of make-up tells the next.
struct Lessons {
    /// The folio of each anchor.
    var folios: [String: String] = [:]
    /// The page on which text begins that something beside it belongs to, by its block.
    var mentions: [Int: Int] = [:]
    /// Where other pages need blocks to stand in another stream.
    var flow: Flow?
}

/// One round of make-up: the pages of a flow, as far as is known by then what they tell.
struct Makeup {
    static let mostRounds = 12
    /// No paper of a centre has as many; a stream that never ends would.
    static let mostPages = 20_000

    let flow: Flow
    let masters: MasterChoice
    var typesetter: Typesetter
    var report = Report()
    /// The streams' blocks, page numbers told as far as they are known.
    let streams: [Stream]
    /// The stream that the number of pages depends on most.
    let leading: Int?
    /// The height of the tallest column of each stream.
    let tallestColumns: [Length]
    var furniture: FurnitureRack
    /// Side streams of which nothing stands yet, by stream and measure.
    var firstPours: [FirstPour: StreamPlace] = [:]
    /// Streams that find no room.
    var crowded = CrowdedStreams()
    /// The folio of each anchor, as it is told to these pages.
    let folios: [String: String]
    let tellsFolios: Bool
    /// What stands beside the text it belongs to.
    var mentions: Mentions
    /// How many blocks lately filled the pages before a change of measure.
    var usualBlocks: Int?
    /// Searches made so far, in this attempt and in those before it.
    var searches: [Search]
    /// Whether the best pages were searched for: what stands where depends on all the words then.
    var isSearched = false

    /// - Parameters:
    ///   - known: What the round before has found.
    ///   - searches: Those of rounds that knew otherwise.
    init(
        _ flow: Flow,
        with typesetter: Typesetter,
        knowing known: Lessons = Lessons(),
        after searches: [Search] = []
    ) {
        self.searches = searches
        self.flow = flow
        self.typesetter = typesetter
        self.typesetter.isRightToLeft = flow.isRightToLeft
        self.typesetter.noteGap = flow.noteArea.gap
        self.typesetter.bodyLeading = flow.bodyLeading
        self.typesetter.gridPitch = flow.grid?.pitch
        let masters = MasterChoice(flow)
        let tallest = flow.streams.indices.map { masters.tallestColumn(of: $0) }
        let leading = Self.leading(of: flow, masters: masters)
        self.typesetter.tallest = leading.map { tallest[$0] } ?? tallest.max() ?? .infinity
        (self.masters, self.leading, tallestColumns) = (masters, leading, tallest)
        let values = PageValues(digits: flow.digits, folios: known.folios)
        tellsFolios = flow.streams.contains { $0.blocks.contains { $0.waitsForPages } }
        if tellsFolios, typesetter.standingTables == nil {
            self.typesetter.standingTables = StandingTables()
        }
        streams = flow.streams.map { stream in
            Stream(name: stream.name, blocks: stream.blocks.map { $0.telling(values) })
        }
        mentions = Mentions(of: flow.streams, leading: leading, telling: known.mentions)
        furniture = FurnitureRack(digits: flow.digits)
        folios = known.folios
    }

    /// What makes another round worth while; nil where these pages are as good as the next.
    func lessons(of drafts: [PageDraft]) -> Lessons? {
        var lessons = Lessons(folios: folios, mentions: mentions.told)
        var isWorthwhile = false
        if tellsFolios {
            lessons.folios = folios(of: drafts)
            isWorthwhile = lessons.folios != folios
        }
        if !mentions.isEmpty, drafts.contains(where: { hasTooEarly($0) }) {
            // What waits a page longer than it must is better than pages that change for ever.
            lessons.mentions = mentions.found.merging(mentions.told, uniquingKeysWith: max)
            isWorthwhile = true
        }
        let joined = joiningRunover(of: drafts)
        lessons.flow = keepingClear(joined ?? flow, of: drafts) ?? joined
        return isWorthwhile || lessons.flow != nil ? lessons : nil
    }

    /// Whether something stands beside the text on an earlier page than what it belongs to.
    private func hasTooEarly(_ draft: PageDraft) -> Bool {
        draft.geometry.filled.contains { filled in
            guard let stream = draft.stream(of: filled) else { return false }
            return mentions.isTooEarly(filled, of: stream, onPage: draft.geometry.page)
        }
    }

    /// The folio of every anchor, as these pages have it.
    private func folios(of drafts: [PageDraft]) -> [String: String] {
        var folios: [String: String] = [:]
        for (page, draft) in drafts.enumerated() {
            for column in draft.leading + draft.geometry.filled {
                for anchor in column.anchors where folios[anchor.name] == nil {
                    folios[anchor.name] = Folio.of(page: page)
                }
            }
        }
        return folios
    }

    /// A stream of the masters that pages repeat: of several, the one with the widest frame that goes to
    /// the foot of the page, and of those the one with the most blocks.
    static func leading(of flow: Flow) -> Int? { leading(of: flow, masters: MasterChoice(flow)) }

    private static func leading(of flow: Flow, masters: MasterChoice) -> Int? {
        for master in [masters.master(of: 2), masters.master(of: 0), masters.master(ofLast: 0)] {
            let frames = master?.frames ?? []
            func weight(of stream: Int) -> (width: Length, blocks: Int) {
                let own = frames.filter { $0.stream == stream && $0.contentEdge == nil }
                let width = own.map(\.width).max() ?? .zero
                return (width, flow.streams[stream].blocks.count)
            }
            let candidates = flow.streams.indices.filter { stream in
                !flow.streams[stream].blocks.isEmpty && frames.contains { $0.stream == stream }
            }
            if let leading = candidates.max(by: { weight(of: $0) < weight(of: $1) }) {
                return leading
            }
        }
        return nil
    }
}

extension Metadata {
    init(_ metadata: FlowMetadata, isRightToLeft: Bool) {
        self.init(
            title: metadata.title,
            authors: metadata.authors,
            subject: metadata.subject,
            keywords: metadata.keywords,
            language: metadata.language,
            isRightToLeft: isRightToLeft
        )
    }
}

extension Diagnostic.Message {
    static func unsettled(after rounds: Int) -> Self {
        "the pages still change after \(rounds) rounds: numbers in the contents or the index, or what stands beside the text, may be a page out"
    }
}
