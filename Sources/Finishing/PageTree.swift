import Units

/// The tree in which a reader's program finds a page without reading all others.
///
/// Source: ISO 32000-1, section 7.7.3.
struct PageTree {
    /// What must be known of a page as long as the file is open.
    struct Leaf {
        var page: Reference
        var parent: Reference
        var height: Length
        var label: String
    }

    private(set) var leaves: [Leaf] = []
    private static let width = 32

    var count: Int { leaves.count }

    mutating func add(height: Length, label: String, in file: inout FileWriter) {
        let parent =
            count % PageTree.width == 0 ? file.reserve() : leaves[leaves.count - 1].parent
        leaves.append(
            Leaf(page: file.reserve(), parent: parent, height: height, label: label)
        )
    }

    /// Writes the nodes, and returns the root.
    func write(in file: inout FileWriter) -> Reference {
        let starts = Array(stride(from: 0, to: count, by: PageTree.width))
        guard starts.count != 1 else {
            write(leaves[0].parent, parent: nil, kids: leaves.map(\.page), count: count, in: &file)
            return leaves[0].parent
        }
        let root = file.reserve()
        for start in starts {
            let kids = leaves[start..<min(start + PageTree.width, count)].map(\.page)
            write(leaves[start].parent, parent: root, kids: kids, count: kids.count, in: &file)
        }
        let nodes = starts.map { leaves[$0].parent }
        write(root, parent: nil, kids: nodes, count: count, in: &file)
        return root
    }

    private func write(
        _ node: Reference,
        parent: Reference?,
        kids: [Reference],
        count: Int,
        in file: inout FileWriter
    ) {
        file.defineDictionary(node) { node in
            node.entry("/Type", "/Pages")
            if let parent { node.entry("/Parent", parent) }
            node.entry("/Kids", kids)
            node.entry("/Count", count)
        }
    }
}
