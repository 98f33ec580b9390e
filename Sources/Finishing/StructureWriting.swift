import Pages
import Structure
import Units

/// Writes the tree of what everything is, and the way back from content to its element.
///
/// Papers come one after the other; their parts stand under one document, in the order in which they
/// came.
///
/// Source: ISO 32000-1, section 14.7.
struct StructureWriter {
    private let root: Reference
    /// The element of the whole document.
    private let top: Reference
    private var document: Element?
    private var kids = PDFText()
    private var identifiers = PDFText()
    /// How many elements the papers before had, so that no two notes share a name.
    private var elements = 0
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
    }

    /// Ends the tree, whose root is returned.
    consuming func end(in file: inout FileWriter) -> Reference {
        let (root, top, kids, identifiers) = (root, top, kids, identifiers)
        let (element, count) = (document ?? StructureTree().elements[0], parents.keys)
        let tree = parents.end(in: &file)
        file.define(top) { text in
            text.write("<</S/Document/P ")
            text.write(root)
            if !kids.bytes.isEmpty {
                text.write("/K[")
                text.write(kids)
                text.write("]")
            }
            if let language = element.language {
                text.write("/Lang")
                text.write(text: language)
            }
            text.write(">>")
        }
        file.define(root) { text in
            text.write("<</Type/StructTreeRoot/K ")
            text.write(top)
            text.write("/ParentTree ")
            text.write(tree)
            text.write("/ParentTreeNextKey ")
            text.write(count)
            if !identifiers.bytes.isEmpty {
                text.write("/IDTree<</Names[")
                text.write(identifiers)
                text.write("]>>")
            }
            text.write(">>")
        }
        return root
    }
}

/// The elements of one paper, on their way into the file.
private struct PaperStructure {
    let written: WrittenPages
    let content: StructureContent
    let pages: [Reference]
    /// What the document's element is to hold of it.
    private(set) var kids = PDFText()
    /// The names of its notes, in the order of their bytes.
    private(set) var identifiers = PDFText()
    private let numbers: [Reference]
    private let before: Int
    private let lone: LoneParagraphs
    private let captions: TableCaptions
    /// Elements that only hold the link of an element that is none itself.
    private var wrappers: [Int: Reference] = [:]
    /// Elements that only hold a mark, below the one that says its words.
    private var holders: [Mark: Reference] = [:]

    /// A marked piece of content.
    private struct Mark: Hashable {
        var page: Int
        var number: Int
    }

    init(
        _ written: WrittenPages,
        content: StructureContent,
        pages: [Reference],
        top: Reference,
        after before: Int,
        in file: inout FileWriter
    ) {
        self.written = written
        self.content = content
        self.pages = pages
        self.before = before
        lone = LoneParagraphs(
            in: written.structure,
            holds: content.stands.indices.map { !content.items(of: $0).isEmpty }
        )
        captions = TableCaptions(in: written.structure, stands: content.stands)
        var numbers = [top]
        numbers.reserveCapacity(content.stands.count)
        for element in content.stands.indices.dropFirst() {
            if let holder = lone.holder(of: element) {
                numbers.append(numbers[holder])
            } else {
                numbers.append(content.stands[element] ? file.reserve() : Reference(number: 0))
            }
        }
        self.numbers = numbers
    }

    mutating func write(in file: inout FileWriter) {
        for kid in kids(of: 0, in: &file) {
            kids.write(" ")
            write(kid, on: nil, into: &kids)
        }
        let elements = written.structure.elements
        for element in elements.indices.dropFirst()
        where content.stands[element] && lone.holder(of: element) == nil {
            let kids = kids(of: element, in: &file)
            file.define(numbers[element]) { write(element, kids: kids, into: &$0) }
            guard elements[element].role == .note else { continue }
            identifiers.write(string: identifier(of: element))
            identifiers.write(numbers[element])
        }
    }

    func writeParents(in parents: inout NumberTree, of file: inout FileWriter) {
        for (page, content) in written.marked.enumerated() {
            parents.add(in: &file) { $0.write(self.parents(of: content, onPage: page)) }
        }
        for (index, element) in written.links.joined().enumerated() {
            parents.add(in: &file) { text in
                text.write(wrappers[index] ?? numbers[Int(element.index)])
            }
        }
    }

    // MARK: Elements

    private enum Kid {
        case element(Reference)
        case item(StructureContent.Item)
    }

    /// What an element holds, in the order in which it is read.
    ///
    /// Blocks are read as the tree says. Where an element has words of its own, what stands
    /// between the words is read where it stands.
    private mutating func kids(of element: Int, in file: inout FileWriter) -> [Kid] {
        let element = lone.paragraph(of: element) ?? element
        let node = written.structure.elements[element]
        let children = captions.children(
            node.children.map { Int($0.index) }.filter { content.stands[$0] },
            of: element
        )
        var own: [Kid] = []
        var hasWords = false
        for item in content.items(of: element) {
            if case .annotation(let index) = item.kind, node.role != .link {
                own.append(.element(wrap(item, index, under: numbers[element], in: &file)))
            } else if case .marked(let number) = item.kind,
                let words = written.words.words(ofMark: number, onPage: item.page)
            {
                let mark = Mark(page: item.page, number: number)
                own.append(
                    .element(
                        speaksForItself(element)
                            ? hold(mark, under: numbers[element], in: &file)
                            : speak(words, for: mark, of: element, in: &file)
                    )
                )
                hasWords = true
            } else {
                own.append(.item(item))
                if case .marked = item.kind { hasWords = true }
            }
        }
        if node.children.isEmpty { return own }
        let inner = children.map { Kid.element(numbers[$0]) }
        guard hasWords else { return inner + own }
        var keyed: [(sequence: Int, order: Int, kid: Kid)] = []
        for (kid, item) in zip(own, content.items(of: element)) {
            keyed.append((item.sequence, keyed.count, kid))
        }
        for child in children {
            keyed.append((content.first[child], keyed.count, .element(numbers[child])))
        }
        keyed.sort { ($0.sequence, $0.order) < ($1.sequence, $1.order) }
        return keyed.map(\.kid)
    }

    /// A link must be read as one (ISO 14289-1, 7.18.5), whatever it is part of.
    private mutating func wrap(
        _ item: StructureContent.Item,
        _ index: Int,
        under parent: Reference,
        in file: inout FileWriter
    ) -> Reference {
        let wrapper = file.reserve()
        wrappers[index] = wrapper
        file.define(wrapper) { text in
            text.write("<</S/Link/P ")
            text.write(parent)
            text.write("/K")
            write(item, on: nil, into: &text)
            text.write(">>")
        }
        return wrapper
    }

    /// Whether words that stand for the element say all that is in it.
    private func speaksForItself(_ element: Int) -> Bool {
        let node = written.structure.elements[element]
        return node.actualText != nil || node.alternative != nil || ownWords(of: element) != nil
    }

    /// The words of an element that holds one mark and nothing else.
    private func ownWords(of element: Int) -> String? {
        let items = content.items(of: element)
        guard items.count == 1, case .marked(let number) = items[items.startIndex].kind,
            written.structure.elements[element].children.isEmpty
        else { return nil }
        return written.words.words(ofMark: number, onPage: items[items.startIndex].page)
    }

    private mutating func speak(
        _ words: String,
        for mark: Mark,
        of element: Int,
        in file: inout FileWriter
    ) -> Reference {
        let speaker = file.reserve()
        let holder = hold(mark, under: speaker, in: &file)
        file.define(speaker) { text in
            text.write("<</S/Span/P ")
            text.write(numbers[element])
            text.write("/K ")
            text.write(holder)
            text.write("/ActualText")
            text.write(text: words)
            text.write(">>")
        }
        return speaker
    }

    /// An element between a mark and the one that says its words.
    ///
    /// Programs that look for words at the very element of a mark, as MuPDF does, give them out letter by
    /// letter to glyphs, which stand in the order of sight, and then turn them round.
    private mutating func hold(
        _ mark: Mark,
        under parent: Reference,
        in file: inout FileWriter
    ) -> Reference {
        let holder = file.reserve()
        holders[mark] = holder
        file.define(holder) { text in
            text.write("<</S/Span/P ")
            text.write(parent)
            text.write("/Pg ")
            text.write(pages[mark.page])
            text.write("/K ")
            text.write(mark.number)
            text.write(">>")
        }
        return holder
    }

    private func write(_ element: Int, kids: [Kid], into text: inout PDFText) {
        let node = written.structure.elements[element]
        let speaking = lone.paragraph(of: element) ?? element
        text.write("<</S/")
        for byte in node.role.tag.utf8 { text.write(byte) }
        text.write("/P ")
        text.write(numbers[captions.table(of: element) ?? Int(node.parent?.index ?? 0)])
        let page = firstPage(of: speaking)
        if let page {
            text.write("/Pg ")
            text.write(pages[page])
        }
        write(kids, on: page, into: &text)
        if let language = node.language {
            text.write("/Lang")
            text.write(text: language)
        }
        if let alternative = node.alternative, !alternative.isEmpty {
            text.write("/Alt")
            text.write(text: alternative)
        }
        if let words = node.actualText ?? ownWords(of: speaking), !words.isEmpty {
            text.write("/ActualText")
            text.write(text: words)
        }
        if node.role == .note {
            text.write("/ID")
            text.write(string: identifier(of: element))
        }
        // Not by `map`, for whose closure the whole structure would be copied, for each element.
        var inHead = false
        if let parent = node.parent { inHead = isInHead(parent) }
        node.writeAttributes(box: written.boxes[element], inHead: inHead, into: &text)
        text.write(">>")
    }

    private func isInHead(_ row: ElementID) -> Bool {
        written.structure[row].parent.map { written.structure[$0].role == .tableHead } ?? false
    }

    private func firstPage(of element: Int) -> Int? {
        for item in content.items(of: element) {
            if case .marked = item.kind { return item.page }
        }
        return nil
    }

    private func write(_ kids: [Kid], on page: Int?, into text: inout PDFText) {
        guard !kids.isEmpty else { return }
        text.write("/K[")
        for (index, kid) in kids.enumerated() {
            if index > 0 { text.write(" ") }
            write(kid, on: page, into: &text)
        }
        text.write("]")
    }

    private func write(_ kid: Kid, on page: Int?, into text: inout PDFText) {
        switch kid {
        case .element(let reference): text.write(reference)
        case .item(let item): write(item, on: page, into: &text)
        }
    }

    private func write(
        _ item: StructureContent.Item,
        on page: Int?,
        into text: inout PDFText
    ) {
        switch item.kind {
        case .marked(let number) where item.page == page: text.write(number)
        case .marked(let number):
            text.write("<</Type/MCR/Pg ")
            text.write(pages[item.page])
            text.write("/MCID ")
            text.write(number)
            text.write(">>")
        case .annotation(let index):
            text.write("<</Type/OBJR/Obj ")
            text.write(written.annotations[index])
            text.write("/Pg ")
            text.write(pages[item.page])
            text.write(">>")
        }
    }

    /// For each mark of a page, the element that holds it.
    private func parents(of marked: MarkedContent, onPage page: Int) -> [Reference] {
        var parents: [Reference] = []
        for owner in marked.owners {
            guard case .element(let id) = owner else { continue }
            let mark = Mark(page: page, number: parents.count)
            parents.append(holders[mark] ?? numbers[Int(id.index)])
        }
        return parents
    }

    /// A note has a name of its own (ISO 14289-1, 7.9); names are in the order of their bytes.
    private func identifier(of element: Int) -> [UInt8] {
        let digits = String(before + element)
        return Array(("note-" + String(repeating: "0", count: 10 - digits.count) + digits).utf8)
    }
}
