import Structure

extension Composer {
    /// Gives the first word an element that says it as a whole, where its first letter will stand apart.
    ///
    /// Source: ISO 32000-1, section 14.9.4: replacement text for a word whose letters are drawn in ways
    /// that hide that they are one word.
    mutating func keepFirstWordWhole(of paragraph: inout Paragraph, in element: ElementID?) {
        guard paragraph.style.dropCap >= 2, surroundings.areRead, let element,
            let first = paragraph.spans.first, first.element == nil,
            let word = firstWord(of: paragraph), word.upperBound <= first.range.upperBound
        else { return }
        let whole = flow.structure.add(.span, to: element, origin: first.origin)
        flow.structure[whole].actualText = String(paragraph.text.utf8.prefix(word.upperBound))
        var rest = first
        paragraph.spans[0].range = first.range.lowerBound..<word.upperBound
        paragraph.spans[0].element = whole
        rest.range = word.upperBound..<first.range.upperBound
        if !rest.range.isEmpty { paragraph.spans.insert(rest, at: 1) }
    }

    /// From the marks before it to the blank behind it, and behind the next where it is a single letter.
    private func firstWord(of paragraph: Paragraph) -> Range<Int>? {
        let text = paragraph.text
        guard let start = text.firstIndex(where: \.isLetter) else { return nil }
        func end(from place: String.Index) -> String.Index {
            text[place...].firstIndex { $0.isWhitespace || $0 == "\u{FFFC}" } ?? text.endIndex
        }
        var last = end(from: start)
        if text.distance(from: start, to: last) == 1, last < text.endIndex {
            last = end(from: text.index(after: last))
        }
        return 0..<text.utf8.distance(from: text.startIndex, to: last)
    }
}
