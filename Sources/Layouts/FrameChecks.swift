import Diagnostics
import YAML

/// Frames held against the grid, the page, the streams and one another.
extension Desk {
    /// - Parameter chain: The files of the paper, the most general first. What a paper changes may leave
    ///   frames that it builds upon without their ground; it is told where it says so.
    mutating func check(frames layout: Layout, of chain: [Node]) {
        let own = OwnWords(root: chain.last)
        checkMargins(of: layout, own)
        checkCircles(of: layout)
        let streams = layout.streams.map(\.name).sorted()
        var poured: Set<String> = []
        /// Streams that a frame seems to mean whose name for one is misspelt.
        var meant: Set<String> = []
        for name in Layout.masterNames {
            let frames = layout.masters[name]?.frames ?? []
            let names = frames.map(\.name)
            for frame in frames {
                if case .stream(let stream)? = frame.filling {
                    poured.insert(stream)
                    if !streams.contains(stream) {
                        meant.formUnion(
                            Suggestion.nearest(to: stream, among: streams).map { [$0] } ?? []
                        )
                    }
                    check(stream: stream, of: frame, among: streams, own)
                }
                for (edge, span) in [(frame.top, frame.topSpan), (frame.bottom, frame.bottomSpan)] {
                    guard case .beside(let other, _)? = edge else { continue }
                    let removal = ["masters", name, "frames", other]
                    check(neighbour: other, of: frame, at: span, among: names, own, removal)
                }
                checkPlace(of: frame, on: layout, own)
            }
        }
        checkColumns(of: layout, own)
        for stream in layout.streams where !poured.union(meant).contains(stream.name) {
            let place = own.place(of: stream.span, orOf: [["masters"]])
            report.add(
                .error("no frame takes the stream ‘\(stream.name)’", at: place)
                    .hinting(
                        Suggestion.didYouMean(stream.name, among: poured.sorted())
                            ?? "pour it into a frame, as in ‘stream: \(stream.name)’, or take it away: ‘\(stream.name): none’"
                    )
            )
        }
    }

    private mutating func check(
        stream: String,
        of frame: FrameDesign,
        among streams: [String],
        _ own: OwnWords
    ) {
        guard !streams.contains(stream) else { return }
        if !own.holds(frame.streamSpan), let removal = own.node(at: ["streams", stream]) {
            report.add(
                .error(
                    "the frame ‘\(frame.name)’ waits for ‘\(stream)’, which this takes away",
                    at: removal.span
                )
                .hinting("take the frame away as well: ‘\(frame.name): none’")
            )
            return
        }
        let place = own.place(
            of: frame.streamSpan ?? frame.span,
            orOf: [["streams", stream], ["streams"]]
        )
        report.add(
            .error(.unknown("stream", stream), at: place)
                .hinting(Suggestion.oneOf(streams, for: stream))
        )
    }

    private mutating func check(
        neighbour other: String,
        of frame: FrameDesign,
        at span: Span?,
        among names: [String],
        _ own: OwnWords,
        _ removal: [String]
    ) {
        let place = own.place(of: span ?? frame.span, orOf: [removal])
        if other == frame.name {
            let rest = names.filter { $0 != other }
            report.add(
                .error("the frame ‘\(other)’ can't stand against itself", at: place)
                    .hinting(
                        rest.isEmpty
                            ? "give its edge as a length"
                            : "name another: \(rest.joined(separator: ", "))"
                    )
            )
        } else if !names.contains(other) {
            let isTakenAway = place != span && place != frame.span
            report.add(
                isTakenAway
                    ? .error(
                        "the frame ‘\(frame.name)’ stands against ‘\(other)’, which this takes away",
                        at: place
                    )
                    .hinting("give ‘\(frame.name)’ another edge, such as ‘top: 20mm’")
                    : .error(.unknown("frame", other), at: place)
                        .hinting(Suggestion.oneOf(names, for: other))
            )
        }
    }

    /// Frames that cover columns which the grid has not: each where it says so, and those of a paper that
    /// this one builds upon together, where this one says how many there are.
    private mutating func checkColumns(of layout: Layout, _ own: OwnWords) {
        let count = layout.grid.columns
        var inherited: [String] = []
        for name in Layout.masterNames {
            for frame in layout.masters[name]?.frames ?? [] {
                guard let columns = frame.columns, columns.upperBound > count else { continue }
                let span = frame.columnsSpan ?? frame.span
                if own.holds(span) || own.node(at: ["grid", "columns"]) == nil {
                    report.add(.error("the grid has only \(count) columns", at: span))
                } else if !inherited.contains(frame.name) {
                    inherited.append(frame.name)
                }
            }
        }
        guard !inherited.isEmpty, let place = own.node(at: ["grid", "columns"])?.span else {
            return
        }
        let names = inherited.map { "‘\($0)’" }.joined(separator: ", ")
        report.add(
            .error(
                "the grid has only \(count) columns, and frames that this paper builds upon cover more: \(names)",
                at: place
            )
            .hinting("say here which ‘columns’ each of them covers, or keep the grid")
        )
    }
}

/// What a paper says itself, as against the papers that it builds upon.
struct OwnWords {
    let root: Node?

    func holds(_ span: Span?) -> Bool { span?.source == root?.span.source }

    /// What the paper says under keys that lie in one another.
    func node(at path: [String]) -> Node? {
        path.reduce(root) { node, key in node?[key] }
    }

    /// A place where the paper itself holds it; else that of what it says in one of the paths, or that it
    /// builds upon another at all.
    func place(of span: Span?, orOf paths: [[String]]) -> Span? {
        if holds(span) { return span }
        let changes = paths.lazy.compactMap { node(at: $0)?.span }.first
        return changes ?? span
    }
}
