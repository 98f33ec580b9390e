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

        init(of composer: Composer) {
            elements = composer.flow.structure.elements.count
            headings = composer.headings
            surroundings = composer.surroundings
            report = composer.report
        }
    }

    /// Forgets what was composed since, and makes no links of some names.
    mutating func go(back start: Start, without dead: Set<String>) {
        flow.structure.withdraw(from: start.elements)
        clear()
        headings = start.headings
        surroundings = start.surroundings
        report = start.report
        deadAnchors = dead
    }

    /// The names that words lead to though no block has them.
    func deadAnchorsOfPaper() -> Set<String> {
        var dead = askedAnchors
        guard !dead.isEmpty else { return [] }
        for block in flow.streams.lazy.flatMap(\.blocks) {
            _ = block.hasBlock { inner in
                if let name = inner.anchor?.name { dead.remove(name) }
                return dead.isEmpty
            }
        }
        return dead
    }

    /// A segment that leads to a place in the paper, or is plain where there is none.
    mutating func segment(
        _ segment: Line.Segment,
        toPlace name: String,
        in element: ElementID?
    ) -> Line.Segment {
        guard deadAnchors.contains(name) else {
            askedAnchors.insert(name)
            return self.segment(segment, to: .anchor(name), in: element)
        }
        report.add(
            .warning(.linkToNowhere("#" + name), at: segment.origin ?? layoutSpan)
                .hinting(.nameAnAnchor)
        )
        return segment
    }
}

extension Diagnostic.Message {
    fileprivate static var nameAnAnchor: Self {
        "no block has this ‘anchor:’; what stands elsewhere begins with https://"
    }
}
