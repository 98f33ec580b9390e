import Diagnostics

/// A stream is a row of documents between `---` and `...` (chapter 9).
extension Parser {
    mutating func stream() -> [Document] {
        var documents: [Document] = []
        do {
            while let document = try document() { documents.append(document) }
        } catch {
            // What could be read before the limit is kept; the report says the rest.
        }
        return documents
    }

    /// The next document; nil at the end of the stream.
    private mutating func document() throws(Stumble) -> Document? {
        anchors = [:]
        handles = ["!": "!", "!!": "tag:yaml.org,2002:"]
        closedColumn = nil
        let opening: Opening
        do {
            guard let found = try prefix() else { return nil }
            opening = found
        } catch {
            try leaveDocument(after: error)
            return Document(root: emptyNode(at: position), comments: takeComments())
        }
        let start = position
        do {
            let root = try blockNode(
                in: Surroundings(parent: -1, allowsCompact: opening == .bare)
            )
            try suffix(of: root)
            return Document(root: root, comments: takeComments())
        } catch {
            try leaveDocument(after: error)
            return Document(root: emptyNode(at: start), comments: takeComments())
        }
    }

    private enum Opening { case bare, marked }

    /// Comments, directives and `---` before a document.
    private mutating func prefix() throws(Stumble) -> Opening? {
        repeat {
            skipByteOrderMark()
            try skipToContent()
            guard isAtMarker, byte == .dot else { break }
            try endMarker()
        } while true
        if isAtEnd { return nil }
        let start = position
        let hasDirectives = try directives()
        if isAtMarker, byte == .dash {
            position += 3
            return .marked
        }
        if hasDirectives {
            let end = visibleEnd(from: start)
            throw fail(.error(.directiveWithoutDocument, at: span(start, end)))
        }
        return .bare
    }

    private mutating func skipByteOrderMark() {
        guard byte == 0xEF, next == 0xBB, bytes[position + 2] == 0xBF else { return }
        let atStart = position == lineStart
        position += 3
        if atStart { lineStart = position }
    }

    /// What may stand after the root: nothing, the end marker, the next document.
    private mutating func suffix(of root: Node) throws(Stumble) {
        try skipToContent()
        if isAtEnd { return }
        if isAtMarker {
            if byte == .dot { try endMarker() }
            return
        }
        throw refuseSecondRoot(root)
    }

    private mutating func endMarker() throws(Stumble) {
        position += 3
        try expectLineEnd(after: "the end of a document")
    }

    /// Something stands beside the root of the document.
    private mutating func refuseSecondRoot(_ root: Node) -> Stumble {
        if let lineTab, isFirstOnLine { return refuseTab(at: lineTab) }
        let end = visibleEnd(from: position)
        if byte == .percent, column == 0 { return refuseLateDirective() }
        if root.scalar == nil, let closedColumn, closedColumn != column {
            return wrongIndentation(expected: [closedColumn])
        }
        let problem = Diagnostic.error(.secondRoot(root.kind), at: span(position, end))
        return fail(problem.noting("the document begins here", at: root.span))
    }

    /// A line that begins with `%` inside a document.
    mutating func refuseLateDirective() -> Stumble {
        let place = span(position, visibleEnd(from: position))
        return fail(
            .error(.lateDirective, at: place)
                .hinting("end the document before it with a line ‘...’; text is written in quotes")
        )
    }

    private mutating func leaveDocument(after stumble: Stumble) throws(Stumble) {
        if stumble == .stop { throw stumble }
        depth = 0
        while !isAtEnd {
            leaveEntry(of: 0)
            if isAtMarker {
                if byte == .dot { position += 3 }
                return
            }
        }
    }

    private mutating func takeComments() -> [Span] {
        defer { comments = [] }
        return comments
    }
}

extension Diagnostic.Message {
    fileprivate static let directiveWithoutDocument: Self =
        "a directive (‘%’) needs a document after it, begun by a line ‘---’"
    fileprivate static let lateDirective: Self = "a directive (‘%’) cannot stand inside a document"

    fileprivate static func secondRoot(_ kind: Self) -> Self {
        "the document is \(kind) already; nothing can stand beside it"
    }
}
