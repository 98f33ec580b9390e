import Glyphs
package import Pages
package import Structure
import Units

extension Document {
    /// What is heard of the document; furniture is not.
    package var heard: HeardDocument {
        HeardDocument(
            title: metadata.title,
            structure: structure,
            pages: pages.map { $0.passages(of: structure) },
            deadLinks: pages.lazy.flatMap(\.links).compactMap { link in
                guard case .destination(let name) = link.target else { return nil }
                let place = destinations[name]
                if let place, pages.indices.contains(place.page) { return nil }
                return HeardDocument.DeadLink(element: link.element, name: name)
            }
        )
    }
}

extension Page {
    fileprivate func passages(of tree: StructureTree) -> [HeardDocument.Passage] {
        var passages: [HeardDocument.Passage] = []
        var line = Line()
        for fragment in fragments where !fragment.marks.isEmpty {
            guard case .element(let id) = fragment.owner,
                tree.elements.indices.contains(Int(id.index))
            else { continue }
            if passages.last?.element != id {
                passages.append(HeardDocument.Passage(element: id, words: ""))
                line = Line(baseline: fragment.origin.y)
            }
            line.add(fragment, to: &passages[passages.count - 1].words)
        }
        return passages
    }
}

extension Collection<Fragment> {
    /// What is said in fragments of one owner, in the order in which it is spoken.
    var words: String {
        var words = ""
        guard let first else { return words }
        var line = Line(baseline: first.origin.y)
        for fragment in self { line.add(fragment, to: &words) }
        return words
    }
}

/// Where the words stand that were heard last.
private struct Line {
    var baseline = Length.zero
    /// Of the letters so far the largest, which raised ones stand beside.
    var size = Length.zero

    mutating func add(_ fragment: Fragment, to words: inout String) {
        for mark in fragment.textInOrderOfReading {
            let baseline = fragment.origin.y + mark.origin.y
            add(mark.run.logicalText, at: baseline, size: mark.run.size, to: &words)
        }
    }

    /// Words on a new line are other words, unless a hyphen says they are not.
    private mutating func add(
        _ more: String,
        at baseline: Length,
        size: Length,
        to words: inout String
    ) {
        let isNewLine = abs((self.baseline - baseline).points) > max(self.size, size).points * 0.6
        let joins =
            words.isEmpty || words.hasSuffix(" ") || words.hasSuffix("-")
            || words.hasSuffix("\u{AD}") || words.hasSuffix("‐")
        if isNewLine, !joins { words += " " }
        words += more
        if isNewLine || self.size < size { (self.baseline, self.size) = (baseline, size) }
    }
}

extension Fragment {
    /// A fragment's text is of one line, drawn from left to right.
    fileprivate var textInOrderOfReading: [TextMark] {
        let text = marks.compactMap { mark in
            if case .text(let text) = mark { text } else { nil }
        }
        let isInOrder = zip(text, text.dropFirst()).allSatisfy { $0.rank <= $1.rank }
        return isInOrder ? text : text.sorted { $0.rank < $1.rank }
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
