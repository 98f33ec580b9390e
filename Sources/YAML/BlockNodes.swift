import Diagnostics

/// Where a node stands: commas and brackets are its own between indented lines, and end it between braces.
///
/// Source: YAML 1.2.2, section 6.1 and production 136, the parameter `c`.
enum Context { case block, flow }

/// What a block node must know of the text it stands in.
struct Surroundings {
    /// The column of the collection that holds it, −1 at the root; its lines stand deeper.
    let parent: Int
    /// Whether a list or mapping may begin on this line, as after `- `.
    var allowsCompact = false
    /// Whether a list may stand in the column of the mapping that holds it.
    var allowsListAtParent = false
    /// The key whose value it is, where it has one.
    var key: Span?
}

/// Nodes told apart by indentation (section 8.2).
extension Parser {
    /// Reads the node that follows, which may be on this line, on later lines, or missing.
    mutating func blockNode(in place: Surroundings) throws(Stumble) -> Node {
        let start = position
        let mark = mark()
        var outer = Decoration.none
        var inner = Decoration.none
        var itemStart = start
        while true {
            try skipToContent()
            guard try belongs(to: place) else {
                return decorate(emptyNode(at: start), with: outer, since: mark)
            }
            itemStart = position
            let tab = isFirstOnLine ? lineTab : gapTab
            inner = try decoration(in: .block)
            gapTab = tab
            if inner.isEmpty || !isAtLineEnd { break }
            outer = try join(outer, inner)
            inner = Decoration.none
        }
        let item = Item(
            start: itemStart,
            mayOpen: itemStart == lineContent || place.allowsCompact && outer.isEmpty,
            tab: gapTab,
            decoration: inner
        )
        let node = try content(item, outer: outer, in: place, since: mark)
        return node
    }

    /// The beginning of a block node on its line.
    struct Item {
        let start: Int
        /// Whether a list or mapping may begin here.
        let mayOpen: Bool
        /// A tab before it, which a list or mapping does not bear.
        let tab: Int?
        /// What stands before it on its line; it is the first key's where a mapping begins here.
        let decoration: Decoration
    }

    /// Whether the thing at hand stands deep enough to be part of what surrounds it.
    private mutating func belongs(to place: Surroundings) throws(Stumble) -> Bool {
        if isAtEnd { return false }
        guard isFirstOnLine else { return true }
        if isAtMarker { return false }
        if lineIndent > place.parent { return true }
        if let lineTab { throw refuseTab(at: lineTab) }
        return place.allowsListAtParent && lineIndent == place.parent && isIndicator(.dash)
    }

    private mutating func content(
        _ item: Item,
        outer: Decoration,
        in place: Surroundings,
        since mark: Mark
    ) throws(Stumble) -> Node {
        switch byte {
        case .dash where next.isBlankBreakOrEnd:
            try open(item, as: "list")
            return decorate(try sequence(in: place), with: outer, since: mark)
        case .question where next.isBlankBreakOrEnd:
            try open(item, as: "mapping")
            return decorate(try mapping(item, firstKey: nil), with: outer, since: mark)
        case .bar, .angle:
            let whole = try join(outer, item.decoration)
            return decorate(try blockScalar(parent: place.parent), with: whole, since: mark)
        default:
            return try inlineContent(item, outer: outer, in: place, since: mark)
        }
    }

    /// Something that may turn out to be the first key of a mapping.
    private mutating func inlineContent(
        _ item: Item,
        outer: Decoration,
        in place: Surroundings,
        since mark: Mark
    ) throws(Stumble) -> Node {
        let line = lineStart
        let keyMark = self.mark()
        let key = try inlineNode(parent: place.parent, decoration: item.decoration)
        let end = position
        skipBlanks()
        guard isIndicator(.colon) else {
            position = end
            return try finish(key, item, outer: outer, in: place, since: mark)
        }
        if lineStart != line { throw refuseLongKey(key) }
        guard item.mayOpen else {
            settle(mark)
            return try textWithColon(key, in: place)
        }
        if let tab = item.tab { throw refuseTab(at: tab) }
        let first = decorate(key, with: item.decoration, since: keyMark)
        return decorate(try mapping(item, firstKey: first), with: outer, since: mark)
    }

    /// Ends a node that no colon follows.
    private mutating func finish(
        _ node: Node,
        _ item: Item,
        outer: Decoration,
        in place: Surroundings,
        since mark: Mark
    ) throws(Stumble) -> Node {
        let whole = try join(outer, item.decoration)
        if let alias = node.alias {
            if let first = whole.first { throw refuseDecoratedAlias(alias.span, first) }
            try expectLineEnd(after: "an alias")
            settle(mark)
            return node
        }
        guard node.scalar?.style == .plain else {
            try expectLineEnd(after: node.scalar == nil ? "a closed bracket" : "a closed quote")
            return decorate(node, with: whole, since: mark)
        }
        let text = try continuePlain(node, parent: place.parent, in: place)
        return decorate(text, with: whole, since: mark)
    }

    /// A node written within a line: an alias, a quoted text, brackets, or a line of plain text.
    mutating func inlineNode(parent: Int, decoration: Decoration) throws(Stumble) -> Node {
        switch byte {
        case .star:
            let start = position
            let node = try alias(in: .block)
            if let first = decoration.first {
                throw refuseDecoratedAlias(span(start, position), first)
            }
            return node
        case .doubleQuote: return try doubleQuoted(parent: parent)
        case .singleQuote: return try singleQuoted(parent: parent)
        case .openBracket: return try flowSequence(parent: parent)
        case .openBrace: return try flowMapping(parent: parent)
        case .colon where next.isBlankBreakOrEnd: return emptyNode(at: position)
        default: return try plainLine(in: .block)
        }
    }

    /// A list or mapping is about to begin here.
    private mutating func open(_ item: Item, as what: Diagnostic.Message) throws(Stumble) {
        if let first = item.decoration.first {
            throw fail(
                .error(.collectionBesideDecoration(what), at: letter(at: position))
                    .hinting("begin the \(what) on the next line")
                    .noting("this belongs to the \(what)", at: first)
            )
        }
        guard item.mayOpen else {
            throw fail(
                .error(.collectionOnKeyLine(what), at: letter(at: position)).hinting(
                    "begin it on the next line; if it is text, \(quoted(from: position))"
                )
            )
        }
        if let tab = item.tab { throw refuseTab(at: tab) }
    }
}

extension Parser {
    private mutating func refuseDecoratedAlias(_ alias: Span, _ decoration: Span) -> Stumble {
        fail(.error(.decoratedAlias, at: decoration).noting("the alias is here", at: alias))
    }

    private mutating func refuseLongKey(_ key: Node) -> Stumble {
        fail(
            .error(.keyOverLines, at: letter(at: position))
                .noting("the key begins here", at: letter(at: Int(key.span.start)))
        )
    }
}

extension Diagnostic.Message {
    static let keyOverLines: Self = "a key must stand on one line"
    static let decoratedAlias: Self = "an alias can have neither tag nor anchor"

    fileprivate static func collectionBesideDecoration(_ what: Self) -> Self {
        "a \(what) cannot begin on the line of its tag or anchor"
    }

    fileprivate static func collectionOnKeyLine(_ what: Self) -> Self {
        "a \(what) cannot begin in the middle of a line"
    }
}
