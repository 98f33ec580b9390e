import Diagnostics
import Structure

/// The order in which streams are heard: one after the other, but for what stands beside a thing of the text,
/// such as the foot of a study's page, which is heard when the thing has been.
///
/// Source: ISO 14289-1, 7.1, which asks for the logical order of reading.
struct ReadingOrder {
    /// The element that the paper's own elements go into.
    private let top: ElementID
    /// The things that its children were made for, each among those of the one before it.
    private var things: [ElementID: [Span]] = [:]
    /// How many elements there were when each stream began.
    private var starts: [Int] = []

    init(top: ElementID = StructureTree.root) { self.top = top }

    mutating func beginStream(after count: Int) { starts.append(count) }

    mutating func note(_ element: ElementID, in parent: ElementID, for things: [Span]) {
        if parent == top, !things.isEmpty { self.things[element] = things }
    }

    /// Puts what later streams made for things of the text behind what the text says of them.
    ///
    /// - Parameter text: The stream with the most blocks.
    func apply(to structure: inout StructureTree, text: Int) {
        guard text + 1 < starts.count, !things.isEmpty else { return }
        let children = structure[top].children
        let end = starts[text + 1]
        // Where the last that the text says of each thing stands among the children.
        var last: [Span: Int] = [:]
        for (place, child) in children.enumerated()
        where starts[text]..<end ~= Int(child.index) {
            for thing in things[child] ?? [] { last[thing] = place }
        }
        guard !last.isEmpty else { return }
        let places = children.indices.map { place -> Int in
            let child = children[place]
            guard Int(child.index) >= end else { return place }
            return things[child]?.reversed().lazy.compactMap { last[$0] }.first ?? place
        }
        let order = children.indices.sorted { (places[$0], $0) < (places[$1], $1) }
        structure.reorder(order.map { children[$0] }, of: top)
    }
}
