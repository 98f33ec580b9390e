import Diagnostics

/// The tag and the anchor written before a node (section 6.9).
///
/// Hardly any node has one, and every node is asked: what there is stands apart.
indirect enum Decoration {
    case none
    case some(tag: Located<String>?, anchor: Located<String>?)

    var tag: Located<String>? {
        if case .some(let tag, _) = self { tag } else { nil }
    }
    var anchor: Located<String>? {
        if case .some(_, let anchor) = self { anchor } else { nil }
    }
    var isEmpty: Bool {
        if case .none = self { true } else { false }
    }
    var first: Span? {
        guard let tag else { return anchor?.span }
        guard let anchor, anchor.span.start < tag.span.start else { return tag.span }
        return anchor.span
    }
}

/// A node that aliases may fetch.
struct Anchored {
    /// Nil until the node has been read to its end.
    let node: Node?
    let place: Span
    /// How many nodes it stands for, and how many levels.
    let size: Int
    let height: Int
}

/// Where counting began for a node that may turn out to have an anchor.
struct Mark {
    let nodes: Int
    let reach: Int
}

extension Parser {
    /// Reads a tag and an anchor, in either order, as far as they stand on this line.
    mutating func decoration(in context: Context) throws(Stumble) -> Decoration {
        var found = Decoration.none
        while byte == .ampersand || byte == .bang {
            if byte == .ampersand {
                let anchor = try anchorName(in: context)
                if let first = found.anchor { throw refuseSecond("anchor", anchor, first) }
                found = .some(tag: found.tag, anchor: anchor)
                anchors[anchor.value] = Anchored(node: nil, place: anchor.span, size: 0, height: 0)
            } else {
                let tag = try tag(in: context)
                if let first = found.tag { throw refuseSecond("tag", tag, first) }
                found = .some(tag: tag, anchor: found.anchor)
            }
            skipBlanks()
        }
        return found
    }

    /// Joins what stood on a line before with what stands on the line of the node.
    mutating func join(_ outer: Decoration, _ inner: Decoration) throws(Stumble) -> Decoration {
        if let first = outer.anchor, let second = inner.anchor {
            throw refuseSecond("anchor", second, first)
        }
        if let first = outer.tag, let second = inner.tag {
            throw refuseSecond("tag", second, first)
        }
        if inner.isEmpty { return outer }
        return .some(tag: outer.tag ?? inner.tag, anchor: outer.anchor ?? inner.anchor)
    }

    /// Begins to count the nodes and levels of a node; every mark is settled.
    mutating func mark() -> Mark {
        defer { reach = depth }
        return Mark(nodes: nodes, reach: reach)
    }

    /// Ends what ``mark()`` began.
    mutating func settle(_ mark: Mark) { reach = max(reach, mark.reach) }

    /// Gives a node its tag and anchor, and lets aliases find it from here on.
    mutating func decorate(
        _ node: consuming Node,
        with decoration: Decoration,
        since mark: Mark
    ) -> Node {
        defer { settle(mark) }
        guard !decoration.isEmpty else { return node }
        if let anchor = decoration.anchor, decoration.tag == nil, node.isEmpty {
            warn(
                .warning(.markOfNothing(anchor.value), at: anchor.span)
                    .hinting("text that begins with ‘&’ needs quotes")
            )
        }
        let dressed = node.with(tag: decoration.tag, anchor: decoration.anchor)
        if let anchor = decoration.anchor {
            anchors[anchor.value] = Anchored(
                node: dressed,
                place: anchor.span,
                size: nodes - mark.nodes,
                height: max(0, reach - depth)
            )
        }
        return dressed
    }

    /// Fetches the node that `*name` stands for.
    mutating func alias(in context: Context) throws(Stumble) -> Node {
        let name = try name(of: "alias", in: context)
        guard let anchored = anchors[name.value] else {
            let problem = Diagnostic.error(.unknownAlias(name.value), at: name.span)
            let known = Suggestion.nearest(to: name.value, among: anchors.keys.sorted())
            if known == nil, context == .block {
                // Text that begins with a star is far likelier than an alias of nothing.
                throw fail(problem.hinting(quoted(from: Int(name.span.start))))
            }
            let hint: Diagnostic.Message? = known.map { "did you mean ‘*\($0)’?" }
            try keepOn(problem.hinting(hint ?? .howToUseStars))
            return emptyNode(at: Int(name.span.start)).fetched(by: name)
        }
        guard let node = anchored.node else {
            // A damaged entry never came to its end; its own error says enough.
            if faults > 0 { return emptyNode(at: Int(name.span.start)).fetched(by: name) }
            let problem = Diagnostic.error(.aliasInsideItself(name.value), at: name.span)
            try keepOn(problem.noting("the anchor is here", at: anchored.place))
            return emptyNode(at: Int(name.span.start)).fetched(by: name)
        }
        nodes += anchored.size
        aliasedNodes += anchored.size
        guard aliasedNodes <= limits.aliasedNodes else {
            _ = fail(.error(.tooManyAliasedNodes(limits.aliasedNodes), at: name.span))
            throw .stop
        }
        try checkDepth(depth + anchored.height, at: name.span)
        return node.fetched(by: name)
    }

    /// Reports a mistake that does not hinder reading on from here.
    mutating func keepOn(_ diagnostic: Diagnostic) throws(Stumble) {
        if fail(diagnostic) == .stop { throw .stop }
    }

    private mutating func anchorName(in context: Context) throws(Stumble) -> Located<String> {
        try name(of: "anchor", in: context)
    }

    private mutating func name(of what: Diagnostic.Message, in context: Context) throws(Stumble)
        -> Located<String>
    {
        let start = position
        position += 1
        while !byte.isBlankBreakOrEnd, !byte.isFlowIndicator { position += 1 }
        guard position > start + 1 else {
            if bytes[start] == UInt8(ascii: "*"), byte.isBlank, beginsLine(start) {
                throw refuseStar(at: start)
            }
            throw fail(
                .error(.nameMissing(what), at: span(start, position))
                    .hinting(quoted(from: start, in: context))
            )
        }
        if byte.isFlowIndicator, context == .block || !byte.endsFlowNode {
            throw fail(.error(.badName(what), at: span(start, position + 1)))
        }
        return Located(string(start + 1, position), at: span(start, position))
    }

    /// Whether nothing but blanks stands before an offset in its line.
    private func beginsLine(_ offset: Int) -> Bool {
        var place = offset
        while place > 0, bytes[place - 1].isBlank { place -= 1 }
        return place == 0 || bytes[place - 1].isBreak
    }

    /// `* first point`, as lists are written elsewhere.
    private mutating func refuseStar(at start: Int) -> Stumble {
        var words = position
        while words < count, bytes[words].isBlank { words += 1 }
        let text = string(words, visibleEnd(from: words))
        return fail(
            .error(.starForHyphen, at: span(start, start + 1))
                .hinting(
                    "an item begins with a hyphen and a blank: write ‘- \(text.shortened)’"
                )
        )
    }

    private mutating func refuseSecond(
        _ what: Diagnostic.Message,
        _ second: Located<String>,
        _ first: Located<String>
    ) -> Stumble {
        fail(
            .error(.secondDecoration(what), at: second.span)
                .noting("the first is here", at: first.span)
        )
    }
}

extension Diagnostic.Message {
    fileprivate static let starForHyphen: Self = "‘*’ begins no item of a list"

    fileprivate static let howToUseStars: Self = "text that begins with ‘*’ needs quotes"

    fileprivate static func unknownAlias(_ name: String) -> Self {
        "nothing before this is marked ‘&\(name)’ for ‘*\(name)’ to repeat"
    }

    fileprivate static func markOfNothing(_ name: String) -> Self {
        "‘&\(name)’ is a mark for YAML, and no text"
    }

    fileprivate static func aliasInsideItself(_ name: String) -> Self {
        "‘*\(name)’ stands inside the very thing that it repeats"
    }

    fileprivate static func tooManyAliasedNodes(_ limit: Int) -> Self {
        "aliases repeat more than \(limit) nodes"
    }

    fileprivate static func nameMissing(_ what: Self) -> Self { "the \(what) has no name" }

    fileprivate static func badName(_ what: Self) -> Self {
        "a bracket, brace or comma cannot be part of the name of an \(what)"
    }

    fileprivate static func secondDecoration(_ what: Self) -> Self { "a node has one \(what) only" }
}
