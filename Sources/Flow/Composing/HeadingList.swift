import Layouts
import Structure

/// The headings of a paper, and what contents want to know of them.
struct HeadingList {
    private(set) var anchors: [Anchor] = []
    private var levels = HeadingLevels()
    /// For each stream, how many headings stand before it.
    private var streamStarts: [Int] = []
    /// What contents say of a heading, by its name.
    private var entries: [String: ContentsEntry] = [:]
    /// How many headings earlier papers of the run had, so that no two share a name.
    private var earlier = 0
    /// Names that something of the run has: what comes after it is not led to by them.
    private var taken: Set<String> = []
    /// The element that waits for the words of the next heading: its number stands in it.
    private var begun: ElementID?

    /// - Parameter earlier: Those of the paper before, whose names no heading of this one has.
    init(after earlier: HeadingList?) {
        guard let earlier else { return }
        self.earlier = earlier.earlier + earlier.anchors.count
        taken = earlier.taken
    }

    /// The level of the last heading; nought before the first.
    var lastLevel: Int { levels.last }

    /// A name for the next heading: the one that it was given, unless something before it has that.
    mutating func nextName(given: String?) -> String {
        if let given, take(given) { return given }
        return name(like: "\(Self.counted)\(earlier + anchors.count + 1)")
    }

    /// A name that nothing of the run has yet: this one, or one much like it.
    mutating func name(like wanted: String) -> String {
        var name = wanted
        while !take(name) { name += "'" }
        return name
    }

    /// Gives a name away; false where something before has it.
    mutating func take(_ name: String) -> Bool { taken.insert(name).inserted }

    private static let counted = "heading-"

    /// Whether a name is one that nobody has given.
    static func hasCounted(_ name: String) -> Bool { name.hasPrefix(counted) }

    /// The level of a heading that is written as one of a level; from one that is listed, those after
    /// it count on.
    mutating func level(of written: Int, isListed: Bool) -> Int {
        isListed ? levels.take(written) : levels.level(of: written)
    }

    /// What lies between the heading above and one that is written as one of a level; nil where nothing does.
    func levelsPassed(byOneWrittenAs written: Int) -> Element.PassedLevels? {
        levels.levelAbove(passingOver: written).map {
            Element.PassedLevels(above: $0, written: written)
        }
    }

    /// Lets a number stand in the element of the heading that comes next.
    mutating func begin(in element: ElementID) { begun = element }

    /// The element of the next heading, if its number stands in one.
    mutating func takeBegun() -> ElementID? {
        defer { begun = nil }
        return begun
    }

    mutating func add(_ heading: Anchor) { anchors.append(heading) }

    mutating func beginStream() { streamStarts.append(anchors.count) }

    // MARK: Contents

    subscript(entryOf name: String) -> ContentsEntry {
        get { entries[name] ?? ContentsEntry() }
        set { entries[name] = newValue }
    }

    /// What contents list.
    func anchors(listedBy pending: PendingContents) -> [Anchor] {
        let listed = { (heading: Anchor) in heading.level ?? .max <= pending.recipe.levels }
        guard pending.recipe.isOfPart else {
            return ranges(listedBy: pending).flatMap { anchors[$0].filter(listed) }
        }
        let part = anchors.dropFirst(pending.headingsBefore).prefix {
            $0.level ?? .max > pending.level
        }
        return part.filter(listed)
    }

    /// Headings of the stream that contents stand in, since what stands at a page's foot is no part of the
    /// text, or else all.
    ///
    /// Where none comes after them there and another stream has more, that is the text, and they list both;
    /// where they have a stream to themselves, they list all headings.
    private func ranges(listedBy pending: PendingContents) -> [Range<Int>] {
        let own = range(ofStream: pending.stream)
        guard !own.isEmpty else { return [anchors.indices] }
        guard own.upperBound <= pending.headingsBefore else { return [own] }
        let all = streamStarts.indices.map { range(ofStream: $0) }
        guard let most = all.max(by: { $0.count < $1.count }), most.count > own.count else {
            return [own]
        }
        return [own, most].sorted { $0.lowerBound < $1.lowerBound }
    }

    private func range(ofStream stream: Int) -> Range<Int> {
        let next = stream + 1
        let end = next < streamStarts.count ? streamStarts[next] : anchors.count
        return streamStarts[stream]..<end
    }
}
