import Structure

/// The paragraphs that stand alone in a cell of a table or in an item of a list.
///
/// What they hold is written, and told, as the cell's own: it is heard the same, and a table of figures
/// takes half the elements.
///
/// Source: ISO 32000-1, tables 336 and 337, where cells and the bodies of items may hold content.
struct LoneParagraphs {
    /// By element; −1 where there is none.
    private var paragraphs: [Int]
    private var holders: [Int]

    /// - Parameter holds: For each element, whether it has content or words of its own.
    init(in tree: StructureTree, holds: [Bool]) {
        paragraphs = Array(repeating: -1, count: holds.count)
        holders = paragraphs
        var stands = holds
        // A child always comes after its parent.
        for element in tree.elements.indices.reversed() where stands[element] {
            if let parent = tree.elements[element].parent { stands[Int(parent.index)] = true }
        }
        for element in tree.elements.indices where stands[element] && !holds[element] {
            guard tree.elements[element].mayHoldContent else { continue }
            let standing = tree.elements[element].children.filter { stands[Int($0.index)] }
            guard standing.count == 1, tree[standing[0]].isPlainParagraph else { continue }
            paragraphs[element] = Int(standing[0].index)
            holders[Int(standing[0].index)] = element
        }
    }

    /// The paragraph that stands alone in an element.
    func paragraph(of element: Int) -> Int? {
        paragraphs[element] < 0 ? nil : paragraphs[element]
    }

    /// The element in which a paragraph stands alone.
    func holder(of paragraph: Int) -> Int? {
        holders[paragraph] < 0 ? nil : holders[paragraph]
    }
}

extension Element {
    fileprivate var mayHoldContent: Bool {
        switch role {
        case .tableData, .tableHeader, .listBody: actualText == nil && alternative == nil
        default: false
        }
    }

    /// Whether it says nothing of itself but that it is a paragraph.
    fileprivate var isPlainParagraph: Bool {
        role == .paragraph && language == nil && actualText == nil && alternative == nil
    }
}
