import Content
import Diagnostics
import Structure

/// Links to places in the paper itself, of which it is known at its end whether they are there.
///
/// A paper that names some that are not is composed a second time, in which their words are words like
/// all others: what a link is, and how it looks, goes into all that is composed of it.
extension Composer {
    /// What is to be had again before a paper is composed again.
    struct Start {
        var elements: Int
        var headings: HeadingList
        var surroundings: Surroundings
        var report: Report
        var masters: [String: Master]?

        init(of composer: Composer) {
            elements = composer.flow.structure.elements.count
            headings = composer.headings
            surroundings = composer.surroundings
            report = composer.report
            masters = composer.common.masters
        }
    }

    /// Forgets what was composed since, and makes no links of some names.
    mutating func go(back start: Start, without dead: [String: String?]) {
        flow.structure.withdraw(from: start.elements)
        clear()
        headings = start.headings
        surroundings = start.surroundings
        report = start.report
        common.masters = start.masters
        deadAnchors = dead
    }

    /// The names that words lead to though no block has them, each with the one that is most like it.
    func deadAnchorsOfPaper() -> [String: String?] {
        guard !askedAnchors.isEmpty else { return [:] }
        let known = anchorsOfPaper()
        let dead = askedAnchors.filter { !known.contains($0) }.sorted()
        guard !dead.isEmpty else { return [:] }
        let given = known.filter { !HeadingList.hasCounted($0) }.sorted()
        let near = dead.prefix(Self.mostSuggestions).map {
            Suggestion.nearest(to: $0, among: given)
        }
        let none = [String?](repeating: nil, count: dead.count - near.count)
        return Dictionary(uniqueKeysWithValues: zip(dead, near + none))
    }

    /// Beyond so many names that lead nowhere, no more are looked up among all there are.
    private static let mostSuggestions = 100

    private func anchorsOfPaper() -> Set<String> {
        var names: Set<String> = []
        for block in flow.streams.lazy.flatMap(\.blocks) {
            _ = block.hasBlock { inner in
                if let anchor = inner.anchor {
                    names.insert(anchor.name)
                    if let alias = anchor.alias { names.insert(alias) }
                }
                return false
            }
        }
        return names
    }

    /// A segment that leads to a place in the paper, or is plain where there is none.
    mutating func segment(
        _ segment: Line.Segment,
        toPlace name: String,
        in element: ElementID?
    ) -> Line.Segment {
        guard let near = deadAnchors[name] else {
            askedAnchors.insert(name)
            return self.segment(segment, to: .anchor(name), in: element)
        }
        report.add(
            .warning(.linkToNowhere("#" + name), at: segment.origin ?? layoutSpan)
                .hinting(near.map { "did you mean ‘#\($0)’?" } ?? .nameWhatItLeadsTo(name))
        )
        return segment
    }
}

extension Diagnostic.Message {
    fileprivate static func nameWhatItLeadsTo(_ name: String) -> Self {
        "end the paragraph or heading that it leads to with ‘{#\(name)}’; an address on the web begins with https://"
    }
}
