import Pages
import Structure
import Units

/// Writes the tree of what everything is, and the way back from content to its element.
///
/// Papers come one after the other; their parts stand under one document, in the order in which they
/// came.
///
/// Sources: ISO 32000-1, section 14.7, and 14.7.3 for names of roles that PDF 1.7 does not know.
struct StructureWriter {
    private let root: Reference
    /// The element of the whole document.
    private let top: Reference
    private var document: Element?
    private var kids = PDFText()
    private var identifiers = PDFText()
    /// How many elements the papers before had, so that no two notes share a name.
    private var elements = 0
    private var hasTitle = false
    /// From each page's content, and from each annotation, to its element.
    var parents = NumberTree()

    init(in file: inout FileWriter) {
        root = file.reserve()
        top = file.reserve()
    }

    /// Writes the elements of a paper, all of whose pages are written.
    mutating func write(
        _ paper: WrittenPages,
        pages: [Reference],
        in file: inout FileWriter
    ) throws(FinishingError) {
        if document == nil { document = paper.structure.elements[0] }
        var structure = PaperStructure(
            paper,
            content: try StructureContent(of: paper),
            pages: pages,
            top: top,
            after: elements,
            in: &file
        )
        structure.write(in: &file)
        kids.write(structure.kids)
        identifiers.write(structure.identifiers)
        structure.writeParents(in: &parents, of: &file)
        elements += paper.structure.elements.count
        hasTitle = hasTitle || paper.structure.elements.contains { $0.role == .title }
    }

    /// Ends the tree, whose root is returned.
    consuming func end(in file: inout FileWriter) -> Reference {
        let (root, top, kids, identifiers) = (root, top, kids, identifiers)
        let (element, count) = (document ?? StructureTree().elements[0], parents.keys)
        let hasTitle = hasTitle
        let tree = parents.end(in: &file)
        file.defineDictionary(top) { document in
            document.entry("/S", "/Document")
            document.entry("/P", root)
            if !kids.bytes.isEmpty { document.array(at: "/K") { $0.write(kids) } }
            if let language = element.language { document.entry("/Lang", text: language) }
        }
        file.defineDictionary(root) { structure in
            structure.entry("/Type", "/StructTreeRoot")
            structure.entry("/K", top)
            structure.entry("/ParentTree", tree)
            structure.entry("/ParentTreeNextKey", count)
            // Programs that know no titles take one for a heading, and their readers come to it with one key.
            if hasTitle { structure.dictionary(at: "/RoleMap") { $0.entry("/Title", "/H1") } }
            if !identifiers.bytes.isEmpty {
                structure.dictionary(at: "/IDTree") { names in
                    names.array(at: "/Names") { $0.write(identifiers) }
                }
            }
        }
        return root
    }
}
