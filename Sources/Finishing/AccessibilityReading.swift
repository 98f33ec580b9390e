package import Diagnostics
package import Structure

/// A document as it is heard: page by page, each element with its words, in reading order.
package struct AccessibilityReading: Hashable, Sendable {
    /// An element as a screen reader announces it.
    package struct Line: Hashable, Sendable {
        package var depth: Int
        package var role: Role
        /// BCP 47; nil where it is that of what stands around it.
        package var language: String?
        package var words: String
        package var origin: Span?
    }

    /// For each page, what is read of it.
    package var pages: [[Line]]

    package func dump() -> String {
        var text = ""
        for (index, lines) in pages.enumerated() {
            text += "page \(index + 1)\n"
            for line in lines {
                text += String(repeating: "  ", count: line.depth + 1) + line.role.tag
                if let language = line.language { text += " [\(language)]" }
                if !line.words.isEmpty { text += ": \(line.words)" }
                text += "\n"
            }
        }
        return text
    }
}

/// What somebody hears who has the document read to them.
///
/// Where an element has words that stand for it, these are read and not what is drawn. An element
/// that holds words of its own is read with what stands between them, in the order of drawing;
/// everything else is read in the order of the structure.
package func accessibilityReading(of document: HeardDocument) -> AccessibilityReading {
    let tree = document.structure
    var holds = Array(repeating: false, count: tree.elements.count)
    for passage in document.pages.joined() { holds[Int(passage.element.index)] = true }
    let lone = LoneParagraphs(in: tree, holds: holds)
    return AccessibilityReading(
        pages: document.pages.map { PageReader($0, of: tree, lone).lines() }
    )
}

/// Reads one page.
private struct PageReader {
    let tree: StructureTree
    private let lone: LoneParagraphs
    private let passages: [HeardDocument.Passage]
    /// The passages of each element, and the first of any below it.
    private var own: [Int: [Int]] = [:]
    private var first: [Int: Int] = [:]

    init(
        _ passages: [HeardDocument.Passage],
        of tree: StructureTree,
        _ lone: LoneParagraphs
    ) {
        self.tree = tree
        self.lone = lone
        self.passages = passages
        for (index, passage) in passages.enumerated() {
            let teller = Self.teller(of: passage.element, in: tree)
            let told = lone.holder(of: Int(teller.index)) ?? Int(teller.index)
            own[told, default: []].append(index)
            var next: ElementID? = ElementID(index: Int32(told))
            while let id = next, first[Int(id.index)] == nil {
                first[Int(id.index)] = index
                next = tree[id].parent
            }
        }
    }

    /// Who says the words of an element: a word that is only said as a whole is one of its paragraph's, a
    /// number one of its heading's.
    private static func teller(of element: ElementID, in tree: StructureTree) -> ElementID {
        tree[element].isWholeWord || isNumber(element, in: tree)
            ? tree[element].parent ?? element : element
    }

    /// Whether an element is the number of a heading, which stands off the words.
    private static func isNumber(_ element: ElementID, in tree: StructureTree) -> Bool {
        guard tree[element].isPlainSpan, let parent = tree[element].parent,
            case .heading = tree[parent].role
        else { return false }
        return true
    }

    /// What an element says itself, with a mark where something else stands between.
    private func words(of element: Int) -> String {
        var heard = ""
        var wasWhole = true
        for index in own[element] ?? [] {
            let passage = passages[index]
            let isWhole = tree[passage.element].isWholeWord
            if !heard.isEmpty, !isWhole, !wasWhole { heard += "…" }
            heard += isWhole ? tree[passage.element].actualText ?? "" : passage.words
            wasWhole = isWhole
            if Self.isNumber(passage.element, in: tree) {
                heard += " "
                wasWhole = true
            }
        }
        return heard
    }

    /// From the top of the tree down, without recursion: a tree may be deep.
    func lines() -> [AccessibilityReading.Line] {
        var lines: [AccessibilityReading.Line] = []
        var waiting: [(element: Int, depth: Int)] = first[0] == nil ? [] : [(0, 0)]
        while let (element, depth) = waiting.popLast() {
            let node = tree.elements[element]
            let children = self.children(of: element)
            if element > 0 {
                lines.append(line(for: element, depth: depth - 1))
            }
            let isSpokenFor = node.actualText != nil || node.alternative != nil
            if !isSpokenFor { waiting += children.reversed().map { ($0, depth + 1) } }
        }
        return lines
    }

    private func children(of element: Int) -> [Int] {
        let holder = lone.paragraph(of: element) ?? element
        let there = tree.elements[holder].children.map { Int($0.index) }
            .filter { first[$0] != nil }
        guard own[element] != nil else { return there }
        return there.sorted { (first[$0]!, $0) < (first[$1]!, $1) }
    }

    private func line(for element: Int, depth: Int) -> AccessibilityReading.Line {
        let node = tree.elements[element]
        return AccessibilityReading.Line(
            depth: depth,
            role: node.role,
            language: node.language,
            words: (node.actualText ?? node.alternative ?? node.summary ?? words(of: element))
                .withoutSoftHyphens,
            origin: node.origin
        )
    }
}

extension Element {
    /// Whether it does nothing but say as a whole what is drawn in parts.
    fileprivate var isWholeWord: Bool {
        role == .span && actualText != nil && language == nil && alternative == nil
    }

    /// Whether it says nothing of what it holds.
    fileprivate var isPlainSpan: Bool {
        role == .span && actualText == nil && language == nil && alternative == nil
    }
}

extension String {
    /// Where a word was divided, it is one to the ear.
    fileprivate var withoutSoftHyphens: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\u{AD}" }))
    }
}
