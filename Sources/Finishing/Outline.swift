import Pages

/// Writes the table of contents that a reader's program shows beside the page.
///
/// Source: ISO 32000-1, section 12.3.3.
struct OutlineWriter {
    private struct Item {
        var reference: Reference
        var parent: Int?
        var children: [Int] = []
        /// How many entries stand below it, at any depth.
        var descendants = 0
    }

    let entries: [OutlineEntry]
    private let annotations: AnnotationWriter
    private var items: [Item] = []

    /// Above this many entries, only the first level is opened.
    private static let openLimit = 24

    init(_ entries: [OutlineEntry], over pages: [PageTree.Leaf]) {
        self.entries = entries.filter { pages.indices.contains($0.destination.page) }
        annotations = AnnotationWriter(destinations: [:], pages: pages, first: 0)
    }

    /// The root; nil where there is no outline.
    mutating func write(in file: inout FileWriter) -> Reference? {
        guard !entries.isEmpty else { return nil }
        let root = file.reserve()
        nest(in: &file)
        let top = items.indices.filter { items[$0].parent == nil }
        for index in items.indices {
            let siblings = items[index].parent.map { items[$0].children } ?? top
            write(index, among: siblings, root: root, in: &file)
        }
        let isOpen = entries.count <= OutlineWriter.openLimit
        let shown = isOpen ? entries.count : top.count
        file.defineDictionary(root) { outline in
            outline.entry("/Type", "/Outlines")
            outline.entry("/First", items[top[0]].reference)
            outline.entry("/Last", items[top[top.count - 1]].reference)
            outline.entry("/Count", shown)
        }
        return root
    }

    /// Puts each entry under the last one before it of a lower level.
    private mutating func nest(in file: inout FileWriter) {
        var open: [Int] = []
        for (index, entry) in entries.enumerated() {
            while let last = open.last, entries[last].level >= entry.level { open.removeLast() }
            items.append(Item(reference: file.reserve(), parent: open.last))
            if let parent = open.last { items[parent].children.append(index) }
            open.append(index)
        }
        for index in items.indices.reversed() {
            guard let parent = items[index].parent else { continue }
            items[parent].descendants += items[index].descendants + 1
        }
    }

    private func write(
        _ index: Int,
        among siblings: [Int],
        root: Reference,
        in file: inout FileWriter
    ) {
        let item = items[index]
        let place = position(of: index, in: siblings)
        file.defineDictionary(item.reference) { line in
            line.entry("/Title", text: entries[index].title)
            line.entry("/Parent", item.parent.map { items[$0].reference } ?? root)
            if place > 0 { line.entry("/Prev", items[siblings[place - 1]].reference) }
            if place + 1 < siblings.count {
                line.entry("/Next", items[siblings[place + 1]].reference)
            }
            if let first = item.children.first, let last = item.children.last {
                let isOpen = entries.count <= OutlineWriter.openLimit
                line.entry("/First", items[first].reference)
                line.entry("/Last", items[last].reference)
                line.entry("/Count", isOpen ? item.descendants : -item.children.count)
            }
            annotations.write(entries[index].destination, into: &line)
        }
    }

    /// Siblings are in order, so halving finds one among thousands.
    private func position(of index: Int, in siblings: [Int]) -> Int {
        var (low, high) = (0, siblings.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if siblings[middle] <= index { low = middle } else { high = middle }
        }
        return low
    }
}
