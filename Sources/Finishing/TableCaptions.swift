import Structure

/// Captions that stand beside their tables, and are written inside them.
///
/// One stands above its table, or else below it: whoever comes to the table hears what it shows. Those of
/// figures stay beside them: of what has words that stand for it, many programs read nothing else.
///
/// Source: ISO 32000-1, table 337: a table may have a caption as its first or its last child.
struct TableCaptions {
    private var captions: [Int: (first: Int?, last: Int?)] = [:]
    private var tables: [Int: Int] = [:]

    /// - Parameter stands: For each element, whether it is in the file.
    init(in tree: StructureTree, stands: [Bool]) {
        for element in tree.elements.indices where tree.elements[element].role == .table {
            guard stands[element], let parent = tree.elements[element].parent else { continue }
            guard !tree.elements[element].children.contains(where: { tree[$0].role == .caption })
            else { continue }
            let siblings = tree[parent].children.map { Int($0.index) }.filter { stands[$0] }
            guard let place = siblings.firstIndex(of: element) else { continue }
            func caption(at place: Int) -> Int? {
                guard siblings.indices.contains(place) else { return nil }
                let sibling = siblings[place]
                let isFree = tree.elements[sibling].role == .caption && tables[sibling] == nil
                return isFree ? sibling : nil
            }
            // Of two above it nobody knows which is meant: they may be one, in two languages.
            if let above = caption(at: place - 1), caption(at: place - 2) == nil {
                captions[element] = (above, nil)
                tables[above] = element
            } else if let below = caption(at: place + 1), caption(at: place + 2) == nil {
                captions[element] = (nil, below)
                tables[below] = element
            }
        }
    }

    /// The table that a caption is written in.
    func table(of caption: Int) -> Int? { tables[caption] }

    /// What an element holds, its captions among it and those of its tables not.
    func children(_ children: [Int], of element: Int) -> [Int] {
        if tables.isEmpty { return children }
        let own = captions[element]
        return [own?.first].compactMap(\.self) + children.filter { tables[$0] == nil }
            + [own?.last].compactMap(\.self)
    }
}
