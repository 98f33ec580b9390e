package import Diagnostics
import Glyphs
package import Pages
package import Structure
import Units

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
/// Furniture is not read. Where an element has words that stand for it, these are read and not
/// what is drawn. An element that holds words of its own is read with what stands between them,
/// in the order of drawing; everything else is read in the order of the structure.
package func accessibilityReading(of document: Document) -> AccessibilityReading {
    AccessibilityReading(
        pages: document.pages.map { PageReader(page: $0, tree: document.structure).lines() }
    )
}

/// Reads one page.
private struct PageReader {
    /// Words of one element that follow each other.
    private struct Passage {
        var element: Int
        var words: String
        var baseline: Length
        /// Of the letters so far the largest, which raised ones stand beside.
        var size = Length.zero

        /// Words on a new line are other words, unless a hyphen says they are not.
        mutating func add(_ more: String, at baseline: Length, size: Length) {
            let isNewLine =
                abs((self.baseline - baseline).points) > max(self.size, size).points * 0.6
            let joins =
                words.isEmpty || words.hasSuffix(" ") || words.hasSuffix("-")
                || words.hasSuffix("\u{AD}") || words.hasSuffix("‐")
            if isNewLine, !joins { words += " " }
            words += more
            if isNewLine || self.size < size { (self.baseline, self.size) = (baseline, size) }
        }
    }

    let tree: StructureTree
    private var passages: [Passage] = []
    /// The passages of each element, and the first of any below it.
    private var own: [Int: [Int]] = [:]
    private var first: [Int: Int] = [:]

    init(page: Page, tree: StructureTree) {
        self.tree = tree
        for fragment in page.fragments { hear(fragment) }
        for (index, passage) in passages.enumerated() {
            own[passage.element, default: []].append(index)
            var next: ElementID? = ElementID(index: Int32(passage.element))
            while let id = next, first[Int(id.index)] == nil {
                first[Int(id.index)] = index
                next = tree[id].parent
            }
        }
    }

    private mutating func hear(_ fragment: Fragment) {
        guard case .element(let id) = fragment.owner,
            tree.elements.indices.contains(Int(id.index)), !fragment.marks.isEmpty
        else { return }
        let element = Int(id.index)
        if passages.last?.element != element {
            passages.append(Passage(element: element, words: "", baseline: fragment.origin.y))
        }
        for case .text(let mark) in fragment.marks {
            let baseline = fragment.origin.y + mark.origin.y
            passages[passages.count - 1].add(
                mark.run.logicalText,
                at: baseline,
                size: mark.run.size
            )
        }
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
        let there = tree.elements[element].children.map { Int($0.index) }
            .filter { first[$0] != nil }
        guard own[element] != nil else { return there }
        return there.sorted { (first[$0]!, $0) < (first[$1]!, $1) }
    }

    private func line(for element: Int, depth: Int) -> AccessibilityReading.Line {
        let node = tree.elements[element]
        let heard = (own[element] ?? []).map { passages[$0].words }
            .joined(separator: "…")
        return AccessibilityReading.Line(
            depth: depth,
            role: node.role,
            language: node.language,
            words: (node.actualText ?? node.alternative ?? heard).withoutSoftHyphens,
            origin: node.origin
        )
    }
}

extension String {
    /// Where a word was divided, it is one to the ear.
    fileprivate var withoutSoftHyphens: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\u{AD}" }))
    }
}

extension GlyphRun {
    /// The letters in the order in which they are spoken.
    fileprivate var logicalText: String {
        guard isRightToLeft else { return text }
        let bytes = Array(text.utf8)
        var parts: [ArraySlice<UInt8>] = []
        var start = 0
        for cluster in clusters {
            let end = min(start + Int(cluster.bytes), bytes.count)
            parts.append(bytes[start..<end])
            start = end
        }
        return String(decoding: parts.reversed().joined(), as: UTF8.self)
    }
}
