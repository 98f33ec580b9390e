import Arrangement
package import Diagnostics
package import Flow
import Glyphs
import Pages
package import Structure
package import Typesetting
package import Units

/// A stand-in for the paragraph engine: letters 6 pt wide, lines filled one after the other.
package struct Monospace: LineSetting {
    package static let letter = 6.0

    package init() {}

    package mutating func lines(
        of paragraph: Paragraph,
        owner: Owner,
        to measure: Length,
        looseness: Int,
        reporting report: inout Report
    ) -> [Strip] {
        let words = paragraph.text.split(separator: " ")
        var rows: [(start: Int, words: [Substring])] = []
        let letter = Self.letter * paragraph.style.scale
        let most = max(1, Int(measure.points / letter + 0.001))
        for word in words {
            let start = paragraph.text.utf8.distance(
                from: paragraph.text.startIndex,
                to: word.startIndex
            )
            let length = rows.last.map { $0.words.reduce(0) { $0 + $1.count + 1 } } ?? 0
            if rows.isEmpty || length + word.count > most {
                rows.append((start, [word]))
            } else {
                rows[rows.count - 1].words.append(word)
            }
        }
        if looseness == 1, let last = rows.last, last.words.count > 1 {
            rows[rows.count - 1].words.removeLast()
            rows.append((last.start, [last.words[last.words.count - 1]]))
        }
        return rows.enumerated().map { index, row in
            var strip = strip(row.words.joined(separator: " "), paragraph.style, owner)
            strip.textStart = row.start
            let isEdge = index == 1 || index == rows.count - 1
            if index > 0 { strip.breakBefore = isEdge ? .forbidden : .allowed(cost: 1) }
            let end = index + 1 < rows.count ? rows[index + 1].start : paragraph.text.utf8.count + 1
            for insert in paragraph.inserts where row.start <= insert.offset && insert.offset < end
            {
                if case .footnote(let note) = insert.content { strip.notes.append(note) }
            }
            return strip
        }
    }

    private func strip(_ text: String, _ style: ParagraphStyle, _ owner: Owner) -> Strip {
        let run = GlyphRun(
            font: FontID(index: 0),
            size: .pt(10 * style.scale),
            glyphs: [],
            clusters: [],
            text: text,
            isRightToLeft: false,
            width: .pt(Double(text.count) * Self.letter * style.scale)
        )
        let leading = style.leading * style.scale
        let baseline = leading * 0.75
        let mark = TextMark(run: run, origin: Point(x: .zero, y: baseline), colour: .black)
        return Strip(
            height: leading,
            baseline: baseline,
            grid: .whole,
            fragments: [Fragment(owner: owner, marks: [.text(mark)])]
        )
    }

    package mutating func widths(of paragraph: Paragraph) -> Widths {
        let words = paragraph.text.split(separator: " ").map(\.count)
        return Widths(
            minimum: .pt(Double(words.max() ?? 0) * Self.letter),
            natural: .pt(Double(paragraph.text.count) * Self.letter)
        )
    }
}

/// Blocks for tests: text without ceremony.
package func text(_ words: String, leading: Double = 12) -> Paragraph {
    let span = TextSpan(range: 0..<words.utf8.count, style: TextStyleID(index: 0))
    return Paragraph(text: words, spans: [span], style: ParagraphStyle(leading: .pt(leading)))
}

package func paragraph(_ words: String, _ change: (inout BlockStyle) -> Void = { _ in }) -> Block {
    var style = BlockStyle()
    change(&style)
    return Block(.paragraph(text(words)), style: style)
}

/// A paragraph of so many lines, each one word, in a measure of 60 pt.
package func lines(_ count: Int, _ change: (inout BlockStyle) -> Void = { _ in }) -> Block {
    paragraph((1...max(1, count)).map { "line-\($0)xx" }.joined(separator: " "), change)
}
