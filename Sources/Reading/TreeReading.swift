import Diagnostics
import Structure

/// The tree of what each part of a PDF is, and whose each marked piece of a page is.
struct TreeReading {
    /// A marked piece of content: the object of its page, and its number there.
    private struct Place: Hashable {
        var page: Int
        var number: Int
    }

    /// An element whose kids wait to be read.
    private struct Task {
        var object: PDFObject
        var parent: ElementID
        /// The page that an element's kids are on where they do not say.
        var page: Int?
        var depth: Int
    }

    private(set) var structure = StructureTree()
    private(set) var deadLinks: [HeardDocument.DeadLink] = []
    private var owners: [Place: ElementID] = [:]
    private var seen: Set<Int> = []
    private var count = 0

    mutating func read(_ file: borrowing QPDFFile) throws(ReadingError) {
        guard let root = try file.value(of: "/StructTreeRoot", in: file.root()),
            let top = try file.value(of: "/K", in: root)
        else { throw .untagged }
        structure[StructureTree.root].language =
            try file.text(file.value(of: "/Lang", in: file.root()))
        var waiting: [Task] = []
        for kid in try kids(top, in: file).reversed() {
            waiting.append(Task(object: kid, parent: StructureTree.root, page: nil, depth: 0))
        }
        // Not by recursion: a tree from outside may be as deep as it likes, up to the limit.
        while let task = waiting.popLast() {
            waiting += try read(task, in: file).reversed()
        }
    }

    /// What the words of a page's marks are words of.
    func passages(onPage page: Int?, _ words: [LetterReading.Piece]) -> [HeardDocument.Passage] {
        guard let page else { return [] }
        return words.compactMap { piece in
            owners[Place(page: page, number: piece.number)].map {
                HeardDocument.Passage(element: $0, words: piece.words)
            }
        }
    }

    private mutating func read(_ task: Task, in file: borrowing QPDFFile) throws(ReadingError)
        -> [Task]
    {
        count += 1
        guard count <= file.limits.elements else {
            throw .beyond("too many parts", file.limits.elements)
        }
        guard task.depth < file.limits.elementDepth else {
            throw .beyond("a structure that is too deep", file.limits.elementDepth)
        }
        if let number = try file.integer(task.object) {
            own(number, on: task.page, task.parent)
            return []
        }
        switch try file.name(file.value(of: "/Type", in: task.object)) {
        case "MCR":
            let page = try page(of: task.object, in: file) ?? task.page
            if let number = try file.integer(file.value(of: "/MCID", in: task.object)) {
                own(number, on: page, task.parent)
            }
            return []
        case "OBJR":
            try readLink(task.object, of: task.parent, in: file)
            return []
        default: return try readElement(task, in: file)
        }
    }

    private mutating func own(_ number: Int, on page: Int?, _ element: ElementID) {
        guard let page else { return }
        owners[Place(page: page, number: number)] = element
    }

    private mutating func readElement(_ task: Task, in file: borrowing QPDFFile)
        throws(ReadingError) -> [Task]
    {
        if let number = try file.number(of: task.object), !seen.insert(number).inserted {
            throw .damaged("its structure runs in a circle")
        }
        guard let tag = try file.name(file.value(of: "/S", in: task.object)) else { return [] }
        let isTop = tag == "Document" && task.parent == StructureTree.root
        let element = isTop ? task.parent : structure.add(Role(tag: tag), to: task.parent)
        if let language = try text("/Lang", of: task.object, in: file) {
            structure[element].language = language
        }
        structure[element].alternative = try text("/Alt", of: task.object, in: file)
        structure[element].actualText = try text("/ActualText", of: task.object, in: file)
        if let attributes = try file.value(of: "/A", in: task.object) {
            structure[element].summary = try text("/Summary", of: attributes, in: file)
        }
        guard let inner = try file.value(of: "/K", in: task.object) else { return [] }
        let page = try page(of: task.object, in: file) ?? task.page
        return try kids(inner, in: file).map {
            Task(object: $0, parent: element, page: page, depth: task.depth + 1)
        }
    }

    private mutating func readLink(
        _ reference: PDFObject,
        of element: ElementID,
        in file: borrowing QPDFFile
    ) throws(ReadingError) {
        guard let annotation = try file.value(of: "/Obj", in: reference),
            try file.value(of: "/A", in: annotation) == nil,
            try file.value(of: "/Dest", in: annotation) == nil
        else { return }
        let name = try text("/Contents", of: annotation, in: file) ?? ""
        deadLinks.append(HeardDocument.DeadLink(element: element, name: name))
    }

    private func kids(_ value: PDFObject, in file: borrowing QPDFFile) throws(ReadingError)
        -> [PDFObject]
    {
        let items = try file.items(of: value)
        return items.isEmpty ? [value] : items
    }

    private func page(of object: PDFObject, in file: borrowing QPDFFile) throws(ReadingError)
        -> Int?
    {
        guard let page = try file.value(of: "/Pg", in: object) else { return nil }
        return try file.number(of: page)
    }

    private func text(_ key: String, of object: PDFObject, in file: borrowing QPDFFile)
        throws(ReadingError) -> String?
    {
        try file.text(file.value(of: key, in: object))
    }
}
