import Pages
import Structure
import Units

/// The elements of one paper, on their way into the file.
struct PaperStructure {
    let written: WrittenPages
    let content: StructureContent
    let pages: [Reference]
    /// What the document's element is to hold of it.
    private(set) var kids = PDFText()
    /// The names of its notes, in the order of their bytes.
    private(set) var identifiers = PDFText()
    /// For each element where it will stand; a lone paragraph stands where its holder does.
    let numbers: [Reference]
    /// How many elements the papers before had.
    private let before: Int
    let lone: LoneParagraphs
    let captions: TableCaptions
    /// Elements that only hold the link of an element that is none itself.
    var wrappers: [Int: Reference] = [:]
    /// Elements that only hold a mark, below the one that says its words.
    var holders: [Mark: Reference] = [:]

    /// A marked piece of content.
    struct Mark: Hashable {
        var page: Int
        var number: Int
    }

    /// What an element holds: another, or a piece of content.
    enum Kid {
        case element(Reference)
        case item(StructureContent.Item)
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
            file.defineDictionary(numbers[element]) { write(element, kids: kids, into: &$0) }
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

    private func write(_ element: Int, kids: [Kid], into dictionary: inout PDFText) {
        let node = written.structure.elements[element]
        let speaking = lone.paragraph(of: element) ?? element
        let parent = captions.table(of: element) ?? Int(node.parent?.index ?? 0)
        dictionary.entry("/S", name: role(of: element).tag)
        dictionary.entry("/P", numbers[parent])
        let page = firstPage(of: speaking)
        if let page { dictionary.entry("/Pg", pages[page]) }
        write(kids, on: page, into: &dictionary)
        if let language = node.language { dictionary.entry("/Lang", text: language) }
        if let alternative = node.alternative, !alternative.isEmpty {
            dictionary.entry("/Alt", text: alternative)
        }
        if let words = node.actualText ?? ownWords(of: speaking), !words.isEmpty {
            dictionary.entry("/ActualText", text: words)
        }
        if node.role == .note { dictionary.entry("/ID", string: identifier(of: element)) }
        // Not by `map`, for whose closure the whole structure would be copied, for each element.
        var inHead = false
        if let parent = node.parent { inHead = isInHead(parent) }
        node.writeAttributes(box: written.boxes[element], inHead: inHead, into: &dictionary)
    }

    /// What an element is written as: a head above nothing is a body, since no head may be alone.
    ///
    /// Source: ISO 32000-1, table 337: a table with a head has one or more bodies.
    private func role(of element: Int) -> Role {
        let node = written.structure.elements[element]
        guard node.role == .tableHead, let table = node.parent else { return node.role }
        let hasBody = written.structure[table].children.contains {
            written.structure[$0].role == .tableBody && content.stands[Int($0.index)]
        }
        return hasBody ? .tableHead : .tableBody
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

    private func write(_ kids: [Kid], on page: Int?, into dictionary: inout PDFText) {
        guard !kids.isEmpty else { return }
        dictionary.array(at: "/K", of: kids) { write($1, on: page, into: &$0) }
    }

    private func write(_ kid: Kid, on page: Int?, into text: inout PDFText) {
        switch kid {
        case .element(let reference): text.write(reference)
        case .item(let item): write(item, on: page, into: &text)
        }
    }

    func write(
        _ item: StructureContent.Item,
        on page: Int?,
        into text: inout PDFText
    ) {
        switch item.kind {
        case .marked(let number) where item.page == page: text.write(number)
        case .marked(let number):
            text.dictionary {
                $0.entry("/Type", "/MCR")
                $0.entry("/Pg", pages[item.page])
                $0.entry("/MCID", number)
            }
        case .annotation(let index):
            text.dictionary {
                $0.entry("/Type", "/OBJR")
                $0.entry("/Obj", written.annotations[index])
                $0.entry("/Pg", pages[item.page])
            }
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
