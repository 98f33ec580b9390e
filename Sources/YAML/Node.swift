package import Diagnostics

/// A text, a list or a mapping, and the place where somebody wrote it.
package struct Node: Sendable {
    package enum Content: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping([Entry])
    }

    /// A key and its value, in the order of the file.
    package struct Entry: Sendable {
        package let key: Node
        package let value: Node

        package init(key: Node, value: Node) {
            self.key = key
            self.value = value
        }

        /// Whether the key stands alone between two commas: `{name: Keita, Awa}`.
        package var hasNoColon: Bool {
            value.isEmpty && value.tag == nil && value.span.start == key.written.end
        }

        /// From the first letter of the key to the end of the value.
        package var span: Span { key.span.joined(to: value.written) }
    }

    package var content: Content { body.content }
    /// Where the content stands, without its tag and anchor; behind an alias, where the anchor's
    /// content stands.
    package var span: Span { body.span }
    private var properties: Properties { body.properties }
    private let body: Body

    /// What a node holds, shared by its copies: a tree is handed on far oftener than it is made.
    private final class Body: Sendable {
        let content: Content
        let span: Span
        let properties: Properties

        init(_ content: consuming Content, _ span: Span, _ properties: consuming Properties) {
            self.content = content
            self.span = span
            self.properties = properties
        }
    }

    init(_ content: consuming Content, at span: Span) {
        body = Body(content, span, .none)
    }

    private init(_ node: Node, with properties: consuming Properties) {
        body = Body(node.content, node.span, properties)
    }
}

/// The rare things a node may carry: a tag, an anchor, the alias it was fetched by.
indirect enum Properties: Sendable {
    case none
    case some(tag: Located<String>?, anchor: Located<String>?, alias: Located<String>?)
}

extension Node {
    /// The full tag (`tag:yaml.org,2002:str`, `!local`) where one was written.
    package var tag: Located<String>? {
        if case .some(let tag, _, _) = properties { tag } else { nil }
    }

    /// The name after `&` where one was written.
    package var anchor: Located<String>? {
        if case .some(_, let anchor, _) = properties { anchor } else { nil }
    }

    /// The `*name` this node was fetched by, where it was not written in place.
    package var alias: Located<String>? {
        if case .some(_, _, let alias) = properties { alias } else { nil }
    }

    /// Where the node stands in its parent: the alias if it came by one, else ``span``.
    package var written: Span { alias?.span ?? span }

    func with(tag: Located<String>?, anchor: Located<String>?) -> Node {
        guard tag != nil || anchor != nil else { return self }
        return Node(
            self,
            with: .some(tag: tag ?? self.tag, anchor: anchor ?? self.anchor, alias: alias)
        )
    }

    func fetched(by alias: Located<String>) -> Node {
        Node(self, with: .some(tag: tag, anchor: anchor, alias: alias))
    }
}

extension Node {
    package var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    /// The text of a scalar; nil for a list or a mapping.
    package var text: String? { scalar?.text }

    /// The items of a list; nil for anything else.
    package var items: [Node]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    /// The entries of a mapping; nil for anything else.
    package var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    /// The value of a key, the first where a rejected file has it twice.
    package subscript(key: String) -> Node? {
        entries?.first { $0.key.text == key }?.value
    }

    /// The entry of a key, for those who need to point at the key itself.
    package func entry(_ key: String) -> Entry? {
        entries?.first { $0.key.text == key }
    }

    /// Whether nothing was written: `key:` with no value, as against `key: ""`.
    package var isEmpty: Bool {
        guard let scalar else { return false }
        return scalar.style == .plain && scalar.text.isEmpty
    }

    /// What a message calls this node: “a list”, “a mapping”, “text”, “nothing”.
    package var kind: Diagnostic.Message {
        switch content {
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .scalar: isEmpty ? "nothing" : "text"
        }
    }

    /// The lines of a text that goes on over several without quotes or a sign; of all other text, itself.
    package var plainLines: [String] {
        guard let scalar, scalar.style == .plain else { return [text ?? ""] }
        let bytes = Array(scalar.text.utf8)
        let starts = [0] + scalar.provenance.runs.map { Int($0.text) } + [bytes.count]
        return zip(starts, starts.dropFirst()).map { start, end in
            String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
        }
    }

    /// The place in the file of some UTF-8 bytes of ``text``.
    ///
    /// It is exact to the letter in every style: through quotes, escapes and folded lines. A node
    /// that is no text, and a range outside the text, give the whole ``span``.
    package func span(ofUTF8 range: Range<Int>) -> Span {
        guard let scalar, range.lowerBound >= 0, range.upperBound <= scalar.text.utf8.count,
            !scalar.text.isEmpty
        else { return span }
        let start = scalar.provenance.place(of: range.lowerBound)
        let end = scalar.provenance.place(of: range.upperBound)
        return Span(span.source, Int(start)..<Int(max(start, end)))
    }
}
