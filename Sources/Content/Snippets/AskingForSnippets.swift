/// What may ask for set texts somewhere in it.
protocol AskingForSnippets: Hashable, Sendable {
    var asksForSnippets: Bool { get }
    /// The same with every stretch of words replaced; code stays as it was typed.
    func replacingTexts(_ change: (String) -> String) -> Self
}

extension String: AskingForSnippets {
    var asksForSnippets: Bool { SnippetText(self) != nil }

    func replacingTexts(_ change: (String) -> String) -> String { change(self) }
}

extension RichText: AskingForSnippets {
    var asksForSnippets: Bool { blocks.asksForSnippets }

    func replacingTexts(_ change: (String) -> String) -> RichText {
        RichText(blocks: blocks.replacingTexts(change), span: span)
    }
}

extension [RichBlock] {
    fileprivate var asksForSnippets: Bool {
        contains { block in
            switch block.content {
            case .paragraph(let line), .heading(_, let line): line.asksForSnippets
            case .list(let items, _): items.contains { $0.asksForSnippets }
            case .quote(let blocks): blocks.asksForSnippets
            case .table(let table):
                ([table.head] + table.rows).joined().contains { $0.asksForSnippets }
            case .rule: false
            }
        }
    }

    fileprivate func replacingTexts(_ change: (String) -> String) -> [RichBlock] {
        map { block in
            var block = block
            switch block.content {
            case .paragraph(let line): block.content = .paragraph(line.replacingTexts(change))
            case .heading(let level, let line):
                block.content = .heading(level: level, line.replacingTexts(change))
            case .list(let items, let start):
                let items = items.map { $0.replacingTexts(change) }
                block.content = .list(items: items, start: start)
            case .quote(let blocks): block.content = .quote(blocks.replacingTexts(change))
            case .table(var table):
                table.head = table.head.map { $0.replacingTexts(change) }
                table.rows = table.rows.map { $0.map { $0.replacingTexts(change) } }
                block.content = .table(table)
            case .rule: break
            }
            return block
        }
    }
}

extension [Inline] {
    fileprivate var asksForSnippets: Bool {
        contains { inline in
            switch inline.content {
            case .text(let text): text.asksForSnippets
            case .emphasis(let part), .strong(let part), .superscript(let part),
                .subscript(let part), .link(_, let part), .language(_, let part):
                part.asksForSnippets
            case .footnote(let blocks): blocks.asksForSnippets
            case .code, .lineBreak: false
            }
        }
    }

    fileprivate func replacingTexts(_ change: (String) -> String) -> [Inline] {
        map { inline in
            var inline = inline
            switch inline.content {
            case .text(let text): inline.content = .text(change(text))
            case .emphasis(let part): inline.content = .emphasis(part.replacingTexts(change))
            case .strong(let part): inline.content = .strong(part.replacingTexts(change))
            case .superscript(let part): inline.content = .superscript(part.replacingTexts(change))
            case .subscript(let part): inline.content = .subscript(part.replacingTexts(change))
            case .link(let destination, let part):
                inline.content = .link(destination: destination, part.replacingTexts(change))
            case .language(let tag, let part):
                inline.content = .language(tag, part.replacingTexts(change))
            case .footnote(let blocks):
                inline.content = .footnote(blocks.replacingTexts(change))
            case .code, .lineBreak: break
            }
            return inline
        }
    }
}

extension Record {
    var asksForSnippets: Bool { fields.contains { $0.value.asksForSnippets } }
}

extension Value {
    fileprivate var asksForSnippets: Bool {
        switch content {
        case .text(let text): text.editions.contains { $0.content.asksForSnippets }
        case .richText(let text): text.editions.contains { $0.content.asksForSnippets }
        case .address(let lines):
            lines.contains { $0.editions.contains { $0.content.asksForSnippets } }
        case .table(let table):
            (table.head + table.rows.joined()).contains { cell in
                cell.editions.contains { $0.content.asksForSnippets }
            }
        case .record(let record): record.asksForSnippets
        case .list(let items): items.contains { $0.asksForSnippets }
        default: false
        }
    }
}
