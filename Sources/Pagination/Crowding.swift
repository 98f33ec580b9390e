import Diagnostics
import Flow
import Typesetting
import Units

/// The streams of which something stands over the foot of a frame, or finds none.
struct CrowdedStreams {
    /// By their places in the flow.
    private(set) var streams: Set<Int> = []

    /// Notes that something of a stream has no room, and tells so; where it was set as small as it may be,
    /// what to shorten.
    mutating func add(
        _ stream: Int?,
        telling problem: Diagnostic,
        of flow: Flow,
        on masters: MasterChoice,
        reporting report: inout Report
    ) {
        guard let stream else { return report.add(problem.hinting(.giveItAFrame)) }
        streams.insert(stream)
        guard let least = masters.leastSizes[stream] else {
            return report.add(problem.hinting(.giveItAFrame))
        }
        let longest = flow.longestTexts(in: masters.shrinkingStreams(beside: stream))
        // What stands over the foot may be short: what is long has pushed it there.
        let place = longest.first?.origin ?? problem.span
        let told: Diagnostic =
            problem.severity == .error
            ? .error(.hasNoRoom(atShare: least).about(.crowd), at: place) : problem
        report.add(told.hinting(longest.isEmpty ? .giveItAFrame : .shorten(longest.map(\.text))))
    }
}

/// What stands in frames that have it set smaller so that it finds room.
extension Makeup {
    /// What is set smaller so that it fits stands in one place: it never goes on over the page.
    mutating func reportRunningOn(in drafts: [PageDraft]) {
        for stream in masters.leastSizes.keys.sorted() {
            let pages = drafts.map { $0.columns(of: stream) }.filter { !$0.isEmpty }
            guard let second = pages.dropFirst().first?.first else { continue }
            let origin = second.poured.galley.strips[second.range].first?.origin
            crowded.add(
                stream,
                telling: .error(.noRoom(lines: nil), at: origin),
                of: flow,
                on: masters,
                reporting: &report
            )
        }
    }
}

extension PageDraft {
    /// What of a stream stands on the page.
    fileprivate func columns(of stream: Int) -> [FilledColumn] {
        (leading + geometry.filled).filter { self.stream(of: $0) == stream && !$0.range.isEmpty }
    }
}

extension Attempt {
    /// The pages with what stands in some frames as little smaller as needed, or as small as it may be
    /// where even so it does not fit; nil where no crowded frame has it set smaller.
    ///
    /// All such frames of a paper give way together, so that what is large stays large beside the rest.
    func relieved(_ flow: Flow, with typesetter: Typesetter, mostRounds: Int) -> Attempt? {
        let leastSizes = MasterChoice(flow).leastSizes
        guard !crowded.isDisjoint(with: leastSizes.keys) else { return nil }
        func attempt(_ step: Int) -> Attempt {
            let share = Double(step) / Double(Self.steps)
            let smaller = flow.setSmaller(leastSizes.mapValues { 1 - share * (1 - $0) })
            return Attempt(asDesigned: smaller, with: typesetter, mostRounds: mostRounds)
        }
        var best = attempt(Self.steps)
        guard best.crowded.isDisjoint(with: leastSizes.keys) else { return best }
        var (low, high) = (0, Self.steps)
        while high - low > 1 {
            let middle = (low + high) / 2
            let next = attempt(middle)
            if next.crowded.isDisjoint(with: leastSizes.keys) {
                (best, high) = (next, middle)
            } else {
                low = middle
            }
        }
        return best
    }

    /// From type as designed to the least of it.
    private static let steps = 8
}

extension MasterChoice {
    /// How small streams may be set that stand in frames of which this is said, as shares of their size.
    var leastSizes: [Int: Double] {
        var least: [Int: Double] = [:]
        for frame in all.lazy.flatMap(\.frames) where frame.leastSize < 1 {
            guard let stream = frame.stream else { continue }
            least[stream] = max(frame.leastSize, least[stream] ?? 0)
        }
        return least
    }

    /// Those of them that stand on a page with a stream, itself included, in their order.
    fileprivate func shrinkingStreams(beside stream: Int) -> [Int] {
        let pages = all.map { $0.frames.compactMap(\.stream) }
        let shared = Set(pages.filter { $0.contains(stream) }.joined())
        return leastSizes.keys.filter(shared.contains).sorted()
    }
}

extension Flow {
    /// The same with some streams set smaller, each by a scale of its own.
    fileprivate func setSmaller(_ scales: [Int: Double]) -> Flow {
        var flow = self
        for (stream, scale) in scales {
            flow.streams[stream].blocks = streams[stream].blocks.map { $0.scaled(by: scale) }
        }
        return flow
    }

    /// The longest texts of some streams, as the writer knows them; nobody shortens an address.
    fileprivate func longestTexts(in some: [Int]) -> [(text: String, origin: Span?)] {
        var texts: [(text: String, origin: Span?)] = []
        for stream in some {
            for block in streams[stream].blocks {
                _ = block.mappingParagraphs {
                    texts.append(($0.text, $0.spans.first?.origin))
                    return $0
                }
            }
        }
        let longest = texts.filter { $0.text.count > Self.short && $0.text.contains(" ") }
            .sorted { $0.text.count > $1.text.count }
        // Where a line is broken, the text has a sign of no meaning.
        return longest.prefix(2).map {
            (shortened($0.text.replacing("\u{FFFC}", with: ", ")), $0.origin)
        }
    }

    /// What has no more letters than this is not worth shortening.
    private static let short = 24
}

extension Block {
    /// With all type in it so much smaller, and the space around it with it.
    fileprivate func scaled(by scale: Double) -> Block {
        let block = mapping { block in
            var block = block
            block.style.spaceBefore = block.style.spaceBefore * scale
            block.style.spaceAfter = block.style.spaceAfter * scale
            if case .space(let height) = block.content { block.content = .space(height * scale) }
            return block
        }
        return block.mappingParagraphs { paragraph in
            var paragraph = paragraph
            paragraph.style.scale *= scale
            return paragraph
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func hasNoRoom(atShare share: Double) -> Self {
        "there is no room for all that stands here, even at \(Int((share * 100).rounded())) % of its size"
    }

    fileprivate static func shorten(_ texts: [String]) -> Self {
        texts.count == 1 ? "shorten ‘\(texts[0])’" : "shorten ‘\(texts[0])’ or ‘\(texts[1])’"
    }

    fileprivate static let giveItAFrame: Self = "enlarge its frame, or shorten the text"
}
