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
        var paper: PaperDraft
        var surroundings: Surroundings
        var report: Report
        var masters: [String: Master]?

        init(of composer: Composer) {
            elements = composer.flow.structure.elements.count
            paper = composer.paper
            surroundings = composer.surroundings
            report = composer.report
            masters = composer.common.masters
        }
    }

    /// Forgets what was composed since, but for what is known by it.
    mutating func go(back start: Start, knowing hindsight: Hindsight) {
        flow.structure.withdraw(from: start.elements)
        flow.streams = []
        paper = start.paper.knowing(hindsight)
        surroundings = start.surroundings
        report = start.report
        common.masters = start.masters
    }

    /// What the end of a paper tells of it.
    var hindsight: Hindsight {
        Hindsight(
            deadAnchors: deadAnchorsOfPaper(),
            sharedNames: paper.places.shared(of: paper.askedAnchors),
            numbering: paper.numbering
        )
    }

    /// The anchor of what the writer has named; nil where its translation beside it has that already.
    mutating func name(_ mark: String, at span: Span) -> String? {
        if surroundings.isBesideItself { return paper.headings.take(mark) ? mark : nil }
        guard surroundings.areRead else { return nil }
        let anchor = paper.headings.name(like: mark)
        paper.places.add(mark, as: anchor, of: surroundings.things, at: span)
        if let counted = surroundings.counted.last { paper.numbering.name(anchor, counted) }
        return anchor
    }

    /// The names that words lead to though no block has them, each with the one that is most like it.
    private func deadAnchorsOfPaper() -> [String: String?] {
        guard !paper.askedAnchors.isEmpty else { return [:] }
        let known = anchorsOfPaper()
        let dead = paper.askedAnchors.filter { !known.contains($0) && !paper.places.has($0) }
            .sorted()
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
        guard let near = paper.hindsight.deadAnchors[name] else {
            paper.askedAnchors.insert(name)
            let place = place(called: name, from: segment)
            return self.segment(segment, to: .anchor(place), in: element)
        }
        report.add(
            .warning(.linkToNowhere("#" + name), at: segment.origin ?? layoutSpan)
                .hinting(near.map { "did you mean ‘#\($0)’?" } ?? .nameWhatItLeadsTo(name))
        )
        return segment
    }
}

extension Composer {
    /// The anchor of the place that is meant: of several of one name that of the same record.
    private mutating func place(called name: String, from segment: Line.Segment) -> String {
        guard let places = paper.hindsight.sharedNames[name] else { return name }
        let near = NamedPlaces.nearest(to: surroundings.things, of: places)
        if near.count > 1 {
            var warning = Diagnostic.warning(
                .severalPlaces(name, places.count),
                at: segment.origin ?? layoutSpan
            )
            for place in near.prefix(Self.mostPlacesShown) {
                warning = warning.noting(.isNamed(name), at: place.span)
            }
            report.add(warning.hinting(.nameEachForItself))
        }
        return near.first?.anchor ?? name
    }

    private static let mostPlacesShown = 3
}

/// Places that the writer has named, in their order.
struct NamedPlaces {
    struct Place: Hashable {
        /// Unlike the name it is one place's alone.
        var anchor: String
        /// The records it stands in, the outermost first.
        var things: [Span]
        var span: Span
    }

    private var all: [String: [Place]] = [:]

    /// Text that is printed twice has one place, where it stands first.
    mutating func add(_ name: String, as anchor: String, of things: [Span], at span: Span) {
        let known = all[name] ?? []
        if known.contains(where: { $0.span == span && $0.things == things }) { return }
        all[name, default: []].append(Place(anchor: anchor, things: things, span: span))
    }

    func has(_ name: String) -> Bool { all[name] != nil }

    /// Those of some names that are not the anchor of one place alone.
    func shared(of names: Set<String>) -> [String: [Place]] {
        all.filter { name, places in
            names.contains(name) && (places.count > 1 || places[0].anchor != name)
        }
    }

    /// Those that have the most records in common with what leads to them.
    static func nearest(to things: [Span], of places: [Place]) -> [Place] {
        func common(_ place: Place) -> Int {
            zip(place.things, things).prefix { $0 == $1 }.count
        }
        let most = places.map(common).max() ?? 0
        return places.filter { common($0) == most }
    }
}

extension Diagnostic.Message {
    fileprivate static func severalPlaces(_ name: String, _ count: Int) -> Self {
        "‘#\(name)’ is the name of \(count) places, and this leads to the first of them"
    }

    fileprivate static func isNamed(_ name: String) -> Self { "‘{#\(name)}’ stands here" }

    fileprivate static let nameEachForItself: Self =
        "give each a name of its own; within one record its own place is meant"

    fileprivate static func nameWhatItLeadsTo(_ name: String) -> Self {
        "end the paragraph or heading that it leads to with ‘{#\(name)}’; an address on the web begins with https://"
    }
}
