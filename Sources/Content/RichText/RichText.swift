package import Diagnostics

/// Text with an inner life: paragraphs, lists, emphasis, links, notes.
package struct RichText: Hashable, Sendable {
    package var blocks: [RichBlock]
    package var span: Span

    package init(blocks: [RichBlock], span: Span) {
        self.blocks = blocks
        self.span = span
    }
}

/// A paragraph, or what stands in the place of one.
package struct RichBlock: Hashable, Sendable {
    package indirect enum Content: Hashable, Sendable {
        case paragraph([Inline])
        case heading(level: Int, [Inline])
        /// Each item is blocks; `start` is nil for bullets.
        case list(items: [[RichBlock]], start: Int?)
        case quote([RichBlock])
        case table(RichTable)
        case rule
    }

    package var content: Content
    package var span: Span
    /// The name that the writer gave it, by which its translation is known.
    package var mark: String?

    package init(_ content: Content, at span: Span) {
        self.content = content
        self.span = span
    }
}

/// A table drawn with bars inside rich text.
package struct RichTable: Hashable, Sendable {
    package enum Alignment: String, Hashable, Sendable { case start, centre, end }

    package var alignments: [Alignment]
    package var head: [[Inline]]
    package var rows: [[[Inline]]]

    package init(alignments: [Alignment], head: [[Inline]], rows: [[[Inline]]]) {
        self.alignments = alignments
        self.head = head
        self.rows = rows
    }
}

/// A stretch of a line that is of one nature.
package struct Inline: Hashable, Sendable {
    package indirect enum Content: Hashable, Sendable {
        case text(String)
        case emphasis([Inline])
        case strong([Inline])
        case superscript([Inline])
        case `subscript`([Inline])
        case code(String)
        case link(destination: String, [Inline])
        /// Words of another language, named by its BCP 47 tag.
        case language(String, [Inline])
        /// The mark stands here; the note goes to the foot of the page.
        case footnote([RichBlock])
        case lineBreak
    }

    package var content: Content
    package var span: Span

    package init(_ content: Content, at span: Span) {
        self.content = content
        self.span = span
    }
}

extension RichText {
    /// The letters alone, notes left out: for outlines, alternative texts, searches.
    package var plainText: String {
        blocks.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension RichBlock {
    package var plainText: String {
        switch content {
        case .paragraph(let line), .heading(_, let line): line.plainText
        case .list(let items, _):
            items.joined().map(\.plainText).joined(separator: "\n")
        case .quote(let blocks): blocks.map(\.plainText).joined(separator: "\n")
        case .table(let table):
            ([table.head] + table.rows)
                .map { $0.map(\.plainText).joined(separator: "\t") }
                .joined(separator: "\n")
        case .rule: ""
        }
    }
}

extension [Inline] {
    /// The line without the marks of its notes.
    package var withoutNotes: [Inline] {
        compactMap { inline in
            var inline = inline
            switch inline.content {
            case .footnote: return nil
            case .emphasis(let part): inline.content = .emphasis(part.withoutNotes)
            case .strong(let part): inline.content = .strong(part.withoutNotes)
            case .superscript(let part): inline.content = .superscript(part.withoutNotes)
            case .subscript(let part): inline.content = .subscript(part.withoutNotes)
            case .link(let place, let part):
                inline.content = .link(destination: place, part.withoutNotes)
            case .language(let tag, let part): inline.content = .language(tag, part.withoutNotes)
            case .text, .code, .lineBreak: break
            }
            return inline
        }
    }

    package var plainText: String {
        map { inline in
            switch inline.content {
            case .text(let text), .code(let text): text
            case .emphasis(let part), .strong(let part), .superscript(let part),
                .subscript(let part), .link(_, let part), .language(_, let part):
                part.plainText
            case .footnote: ""
            case .lineBreak: " "
            }
        }.joined()
    }
}
