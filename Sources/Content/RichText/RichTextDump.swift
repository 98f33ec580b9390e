extension RichText {
    /// Its blocks and spans, as indented text.
    package func dump() -> String {
        blocks.flatMap { $0.lines(indent: "") }.map { $0 + "\n" }.joined()
    }
}

extension RichBlock {
    private var name: String { mark.map { " #\($0)" } ?? "" }

    func lines(indent: String) -> [String] {
        let inner = indent + "  "
        switch content {
        case .paragraph(let line): return [indent + "p\(name) " + line.summary]
        case .heading(let level, let line): return [indent + "h\(level)\(name) " + line.summary]
        case .rule: return [indent + "rule"]
        case .quote(let blocks):
            return [indent + "quote"] + blocks.flatMap { $0.lines(indent: inner) }
        case .list(let items, let start):
            let label = start.map { "list from \($0)" } ?? "list"
            return [indent + label]
                + items.flatMap { item in
                    [inner + "-"] + item.flatMap { $0.lines(indent: inner + "  ") }
                }
        case .table(let table):
            let sides = table.alignments.map(\.rawValue).joined(separator: " ")
            return [indent + "table " + sides]
                + ([table.head] + table.rows).map { row in
                    inner + row.map(\.summary).joined(separator: " | ")
                }
        }
    }
}

extension [Inline] {
    /// The spans in one line, each with the sign of its nature.
    var summary: String { map(\.summary).joined() }
}

extension Inline {
    fileprivate var summary: String {
        switch content {
        case .text(let text): text
        case .emphasis(let part): "<em>\(part.summary)</em>"
        case .strong(let part): "<strong>\(part.summary)</strong>"
        case .superscript(let part): "<sup>\(part.summary)</sup>"
        case .subscript(let part): "<sub>\(part.summary)</sub>"
        case .code(let text): "<code>\(text)</code>"
        case .link(let destination, let part): "<link \(destination)>\(part.summary)</link>"
        case .language(let tag, let part): "<\(tag)>\(part.summary)</\(tag)>"
        case .footnote(let blocks):
            "<note>" + blocks.flatMap { $0.lines(indent: "") }.joined(separator: " / ") + "</note>"
        case .lineBreak: "<br>"
        }
    }
}
