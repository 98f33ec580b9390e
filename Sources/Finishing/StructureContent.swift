import Pages
import Structure

/// What each element of the structure holds on the pages: marked content and links.
///
/// Elements that hold nothing anywhere are left out, but for the cells and rows of a table that
/// is there: without them its columns would not agree, and a sheet to be filled in had a head alone.
struct StructureContent {
    /// A piece of content, or a link's area, of one element.
    struct Item {
        /// Its place in the order in which everything is drawn.
        var sequence: Int
        var page: Int
        var kind: Kind

        enum Kind {
            /// With its identifier on the page.
            case marked(Int)
            /// With its place among all annotations.
            case annotation(Int)
        }
    }

    private(set) var items: [Item]
    /// Where the items of each element begin, and one more.
    private var starts: [Int]
    /// The place of the first thing each element or anything in it holds.
    private(set) var first: [Int]
    private(set) var stands: [Bool]

    init(of written: WrittenPages) throws(FinishingError) {
        let count = written.structure.elements.count
        (items, starts) = try StructureContent.gather(written, elements: count)
        first = Array(repeating: .max, count: count)
        stands = Array(repeating: false, count: count)
        findFirst(in: written.structure)
        findStanding(in: written.structure)
    }

    func items(of element: Int) -> ArraySlice<Item> { items[starts[element]..<starts[element + 1]] }

    /// Sorts what is on the pages by whose it is, keeping the order of drawing.
    private static func gather(
        _ written: WrittenPages,
        elements count: Int
    ) throws(FinishingError) -> (items: [Item], starts: [Int]) {
        var gathered: [(element: Int, item: Item)] = []
        var sequence = 0
        var annotation = 0
        for (page, content) in written.marked.enumerated() {
            var number = 0
            for owner in content.owners {
                guard case .element(let id) = owner else { continue }
                gathered.append(
                    (Int(id.index), Item(sequence: sequence, page: page, kind: .marked(number)))
                )
                sequence += 1
                number += 1
            }
            for element in written.links[page] {
                let item = Item(sequence: sequence, page: page, kind: .annotation(annotation))
                gathered.append((Int(element.index), item))
                annotation += 1
            }
        }
        guard gathered.allSatisfy({ 0..<count ~= $0.element }) else {
            throw FinishingError("writing the structure", "content belongs to no element")
        }
        return sorted(gathered, elements: count)
    }

    private static func sorted(_ gathered: [(element: Int, item: Item)], elements count: Int) -> (
        items: [Item], starts: [Int]
    ) {
        var starts = Array(repeating: 0, count: count + 1)
        for entry in gathered { starts[entry.element + 1] += 1 }
        for element in 0..<count { starts[element + 1] += starts[element] }
        var next = starts
        var items = Array(
            repeating: Item(sequence: 0, page: 0, kind: .marked(0)),
            count: gathered.count
        )
        for entry in gathered {
            items[next[entry.element]] = entry.item
            next[entry.element] += 1
        }
        return (items, starts)
    }

    /// A child always comes after its parent, so one pass backwards sees the whole tree.
    private mutating func findFirst(in tree: StructureTree) {
        for element in tree.elements.indices.reversed() {
            let own = items(of: element)
            if let item = own.first { first[element] = min(first[element], item.sequence) }
            stands[element] = stands[element] || !own.isEmpty
            guard let parent = tree.elements[element].parent else { continue }
            first[Int(parent.index)] = min(first[Int(parent.index)], first[element])
            if stands[element] { stands[Int(parent.index)] = true }
        }
        stands[0] = true
    }

    private mutating func findStanding(in tree: StructureTree) {
        for element in tree.elements.indices where !stands[element] {
            guard let parent = tree.elements[element].parent, stands[Int(parent.index)] else {
                continue
            }
            switch tree.elements[element].role {
            case .tableRow, .tableHeader, .tableData: stands[element] = true
            case .tableBody: stands[element] = !tree.elements[element].children.isEmpty
            default: break
            }
        }
    }
}
