import Pages
import Structure
import Units

/// Writes the tree of what everything is, and the way back from content to its element.
///
/// Source: ISO 32000-1, section 14.7.
struct StructureWriter {
    let document: Document
    let content: StructureContent
    let pages: [Reference]
    let annotations: [Reference]
    /// Where each figure stands, on the page where it stands first.
    let boxes: [Int: Rect]
    private let numbers: [Reference]
    private let root: Reference
    /// Elements that only hold the link of an element that is none itself.
    private var wrappers: [Int: Reference] = [:]
    private let logicalWords: LogicalWords
    /// Elements that only say the words of one mark of an element that has several.
    private var speakers: [Mark: Reference] = [:]

    /// A marked piece of content.
    private struct Mark: Hashable {
        var page: Int
        var number: Int
    }

    init(
        _ document: Document,
        content: StructureContent,
        pages: [Reference],
        annotations: [Reference],
        in file: inout FileWriter
    ) {
        self.document = document
        self.content = content
        self.pages = pages
        self.annotations = annotations
        boxes = document.figureBoxes
        logicalWords = LogicalWords(of: document)
        root = file.reserve()
        var numbers: [Reference] = []
        numbers.reserveCapacity(content.stands.count)
        for stands in content.stands {
            numbers.append(stands ? file.reserve() : Reference(number: 0))
        }
        self.numbers = numbers
    }

    /// Writes all of it, and returns the root.
    mutating func write(marked: [MarkedContent], in file: inout FileWriter) -> Reference {
        let elements = document.structure.elements
        for element in elements.indices where content.stands[element] {
            let kids = kids(of: element, in: &file)
            file.define(numbers[element]) { write(element, kids: kids, into: &$0) }
        }
        let parents = writeParents(marked, in: &file)
        let notes = elements.indices.filter {
            content.stands[$0] && elements[$0].role == .note
        }
        file.define(root) { text in
            text.write("<</Type/StructTreeRoot/K ")
            text.write(numbers[0])
            text.write("/ParentTree ")
            text.write(parents)
            text.write("/ParentTreeNextKey ")
            text.write(pages.count + annotations.count)
            if !notes.isEmpty { writeIdentifiers(of: notes, into: &text) }
            text.write(">>")
        }
        return root
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
        let node = document.structure.elements[element]
        let children = node.children.map { Int($0.index) }.filter { content.stands[$0] }
        var own: [Kid] = []
        var hasWords = false
        for item in content.items(of: element) {
            if case .annotation(let index) = item.kind, node.role != .link {
                own.append(.element(wrap(item, index, under: numbers[element], in: &file)))
            } else if case .marked(let number) = item.kind, !speaksForItself(element),
                let words = logicalWords.words(ofMark: number, onPage: item.page)
            {
                let mark = Mark(page: item.page, number: number)
                own.append(.element(speak(words, for: mark, of: element, in: &file)))
                hasWords = true
            } else {
                own.append(.item(item))
                if case .marked = item.kind { hasWords = true }
            }
        }
        let inner = children.map { Kid.element(numbers[$0]) }
        guard hasWords, !node.children.isEmpty else { return inner + own }
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
        let node = document.structure.elements[element]
        return node.actualText != nil || node.alternative != nil || ownWords(of: element) != nil
    }

    /// The words of an element that holds one mark and nothing else.
    private func ownWords(of element: Int) -> String? {
        let items = content.items(of: element)
        guard items.count == 1, case .marked(let number) = items[items.startIndex].kind,
            document.structure.elements[element].children.isEmpty
        else { return nil }
        return logicalWords.words(ofMark: number, onPage: items[items.startIndex].page)
    }

    private mutating func speak(
        _ words: String,
        for mark: Mark,
        of element: Int,
        in file: inout FileWriter
    ) -> Reference {
        let speaker = file.reserve()
        speakers[mark] = speaker
        file.define(speaker) { text in
            text.write("<</S/Span/P ")
            text.write(numbers[element])
            text.write("/Pg ")
            text.write(pages[mark.page])
            text.write("/K ")
            text.write(mark.number)
            text.write("/ActualText")
            text.write(text: words)
            text.write(">>")
        }
        return speaker
    }

    private func write(_ element: Int, kids: [Kid], into text: inout PDFText) {
        let node = document.structure.elements[element]
        text.write("<</S/")
        for byte in node.role.tag.utf8 { text.write(byte) }
        text.write("/P ")
        text.write(node.parent.map { numbers[Int($0.index)] } ?? root)
        let page = firstPage(of: element)
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
        if let words = node.actualText ?? ownWords(of: element), !words.isEmpty {
            text.write("/ActualText")
            text.write(text: words)
        }
        if node.role == .note {
            text.write("/ID")
            text.write(string: StructureWriter.identifier(of: element))
        }
        node.writeAttributes(
            box: boxes[element],
            inHead: node.parent.map { isInHead($0) } ?? false,
            into: &text
        )
        text.write(">>")
    }

    private func isInHead(_ row: ElementID) -> Bool {
        document.structure[row].parent.map { document.structure[$0].role == .tableHead } ?? false
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
            switch kid {
            case .element(let reference): text.write(reference)
            case .item(let item): write(item, on: page, into: &text)
            }
        }
        text.write("]")
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
            text.write(annotations[index])
            text.write("/Pg ")
            text.write(pages[item.page])
            text.write(">>")
        }
    }

    // MARK: Trees of numbers and names

    /// From each page's content, and from each annotation, to its element.
    private func writeParents(_ marked: [MarkedContent], in file: inout FileWriter) -> Reference {
        let links = document.pages.flatMap(\.links)
        return file.addNumberTree(count: pages.count + annotations.count) { key, text in
            if key < pages.count {
                text.write(parents(of: marked[key], onPage: key))
            } else {
                let index = key - pages.count
                text.write(wrappers[index] ?? numbers[Int(links[index].element.index)])
            }
        }
    }

    /// For each mark of a page, the element that holds it.
    private func parents(of marked: MarkedContent, onPage page: Int) -> [Reference] {
        var parents: [Reference] = []
        for owner in marked.owners {
            guard case .element(let id) = owner else { continue }
            let mark = Mark(page: page, number: parents.count)
            parents.append(speakers[mark] ?? numbers[Int(id.index)])
        }
        return parents
    }

    /// A note has a name of its own (ISO 14289-1, 7.9); names are in the order of their bytes.
    private static func identifier(of element: Int) -> [UInt8] {
        let digits = String(element)
        return Array(("note-" + String(repeating: "0", count: 10 - digits.count) + digits).utf8)
    }

    private func writeIdentifiers(of notes: [Int], into text: inout PDFText) {
        text.write("/IDTree<</Names[")
        for note in notes {
            text.write(string: StructureWriter.identifier(of: note))
            text.write(numbers[note])
        }
        text.write("]>>")
    }
}
