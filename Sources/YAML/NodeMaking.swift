package import Diagnostics

// Nodes that stand for what was written in another notation, such as a row of a spreadsheet.

extension Node {
    package static func text(_ text: String, at span: Span) -> Node {
        let provenance = Provenance(start: span.start, end: span.end)
        return Node(.scalar(Scalar(text: text, style: .double, provenance: provenance)), at: span)
    }

    package static func list(_ items: [Node], at span: Span) -> Node {
        Node(.sequence(items), at: span)
    }

    package static func mapping(_ entries: [Entry], at span: Span) -> Node {
        Node(.mapping(entries), at: span)
    }
}
