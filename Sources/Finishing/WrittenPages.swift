import Pages
import Structure

/// What must still be known of a paper's pages when they are written and gone: whose their content
/// is.
struct WrittenPages {
    let structure: StructureTree
    /// For each page, whose content was marked, in order.
    private(set) var marked: [MarkedContent] = []
    /// For each page, whose its links are.
    private(set) var links: [[ElementID]] = []
    /// The annotation of each link.
    private(set) var annotations: [Reference] = []
    private(set) var boxes: FigureBoxes
    private(set) var words = LogicalWords()

    init(of structure: StructureTree) {
        self.structure = structure
        boxes = FigureBoxes(in: structure)
    }

    mutating func add(_ page: Page, marked: MarkedContent, annotations: [Reference]) {
        self.marked.append(marked)
        // Words in another language, inside a link, have an element of their own.
        links.append(page.links.map { structure.nearest(.link, around: $0.element) ?? $0.element })
        self.annotations += annotations
        boxes.add(page)
        words.add(page)
    }
}
