/// The tree in which a reader's program finds a page without reading all others.
///
/// Source: ISO 32000-1, section 7.7.3.
struct PageTree {
    let root: Reference
    let pages: [Reference]
    private let leaves: [Reference]
    private static let width = 32

    init(count: Int, in file: inout FileWriter) {
        root = file.reserve()
        var pages: [Reference] = []
        var leaves: [Reference] = []
        for index in 0..<count {
            if count > PageTree.width, index % PageTree.width == 0 { leaves.append(file.reserve()) }
            pages.append(file.reserve())
        }
        self.pages = pages
        self.leaves = leaves
    }

    func parent(of index: Int) -> Reference {
        leaves.isEmpty ? root : leaves[index / PageTree.width]
    }

    func write(in file: inout FileWriter) {
        for (index, leaf) in leaves.enumerated() {
            let start = index * PageTree.width
            let kids = pages[start..<min(start + PageTree.width, pages.count)]
            write(leaf, parent: root, kids: kids, count: kids.count, in: &file)
        }
        let kids = leaves.isEmpty ? pages[...] : leaves[...]
        write(root, parent: nil, kids: kids, count: pages.count, in: &file)
    }

    private func write(
        _ node: Reference,
        parent: Reference?,
        kids: ArraySlice<Reference>,
        count: Int,
        in file: inout FileWriter
    ) {
        file.define(node) { text in
            text.write("<</Type/Pages")
            if let parent {
                text.write("/Parent ")
                text.write(parent)
            }
            text.write("/Kids")
            text.write(kids)
            text.write("/Count ")
            text.write(count)
            text.write(">>")
        }
    }
}
