import Diagnostics

/// Lists and mappings in brackets and braces (section 7.4).
extension Parser {
    mutating func flowSequence(parent: Int) throws(Stumble) -> Node {
        let bracket = Bracket(start: position, sign: .openBracket, parent: parent)
        let level = depth
        try enter(position)
        position += 1
        var items: [Node] = []
        while try !closes(bracket) {
            items.append(try flowItem(in: bracket))
            try passComma(in: bracket)
        }
        position += 1
        depth = level
        return node(.sequence(items), bracket.start, position)
    }

    mutating func flowMapping(parent: Int) throws(Stumble) -> Node {
        let bracket = Bracket(start: position, sign: .openBrace, parent: parent)
        let level = depth
        try enter(position)
        position += 1
        var entries = Entries()
        while try !closes(bracket) {
            try flowEntry(of: &entries, in: bracket)
            try passComma(in: bracket)
        }
        position += 1
        depth = level
        return node(.mapping(entries.all), bracket.start, position)
    }

    /// A bracket or brace that is open.
    struct Bracket {
        let start: Int
        let sign: UInt8
        /// The column of the block collection around it; every line stands deeper.
        let parent: Int

        var closing: UInt8 { sign == .openBracket ? .closeBracket : .closeBrace }
    }

    /// Goes to the next thing between brackets; says whether it is the closing one.
    private mutating func closes(_ bracket: Bracket) throws(Stumble) -> Bool {
        try skip(in: bracket)
        if byte == bracket.closing { return true }
        if byte == .comma {
            throw fail(
                .error(.nothingBeforeComma, at: letter(at: position))
                    .noting(.openedHere(bracket), at: letter(at: bracket.start))
            )
        }
        return false
    }

    /// After an item: a comma, or the end, which is left for ``closes(_:)``.
    private mutating func passComma(in bracket: Bracket) throws(Stumble) {
        let end = position
        try skip(in: bracket)
        if byte == .comma {
            position += 1
        } else if byte != bracket.closing {
            throw position == end && isQuote(before: end)
                ? refuseAfterQuote(in: bracket) : refuseInstead(of: bracket)
        }
    }

    private func isQuote(before end: Int) -> Bool {
        end > 0 && [UInt8.doubleQuote, .singleQuote].contains(bytes[end - 1])
    }

    private mutating func skip(in bracket: Bracket) throws(Stumble) {
        try skipToContent()
        if isAtEnd || isAtMarker { throw refuseOpen(bracket) }
        guard isFirstOnLine, lineIndent <= bracket.parent else { return }
        if let lineTab { throw refuseTab(at: lineTab) }
        throw refuseShallow(bracket)
    }

    /// An item of a list, which may be a single pair without braces.
    private mutating func flowItem(in bracket: Bracket) throws(Stumble) -> Node {
        let start = position
        let level = depth
        var entries = Entries()
        if isIndicator(.question) {
            try flowEntry(of: &entries, in: bracket)
        } else {
            let line = lineStart
            let key = try flowNode(in: bracket)
            let end = position
            skipBlanks()
            guard lineStart == line, isColon(after: key) else {
                if isColon(after: key), !isFirstOnLine {
                    throw fail(.error(.keyOverLines, at: letter(at: position)))
                }
                position = end
                return key
            }
            try enter(start)
            _ = entries.begin(key)
            position += 1
            entries.finish(key, try flowValue(in: bracket))
        }
        depth = level
        return node(.mapping(entries.all), start, entries.end ?? start)
    }

    private mutating func flowEntry(
        of entries: inout Entries,
        in bracket: Bracket
    ) throws(Stumble) {
        if isIndicator(.question) {
            position += 1
            try skip(in: bracket)
        }
        let key = try flowNode(in: bracket)
        if let first = entries.begin(key) { try refuseDuplicate(key, first: first) }
        try skip(in: bracket)
        guard isColon(after: key) else {
            entries.finish(key, emptyNode(at: Int(key.written.end)))
            return
        }
        position += 1
        entries.finish(key, try flowValue(in: bracket))
        warnOfMerge(key)
    }

    private mutating func flowValue(in bracket: Bracket) throws(Stumble) -> Node {
        let end = position
        try skip(in: bracket)
        return byte == .comma || byte == bracket.closing
            ? emptyNode(at: end) : try flowNode(in: bracket)
    }

    /// A node between brackets, with its tag and anchor; empty where only a sign follows.
    private mutating func flowNode(in bracket: Bracket) throws(Stumble) -> Node {
        let mark = mark()
        var whole = Decoration.none
        while byte == .ampersand || byte == .bang {
            whole = try join(whole, try decoration(in: .flow))
            try skip(in: bracket)
        }
        let start = position
        switch byte {
        case .star:
            let alias = try alias(in: .flow)
            if let first = whole.first {
                throw fail(
                    .error(.decoratedAlias, at: first)
                        .noting("the alias is here", at: alias.written)
                )
            }
            settle(mark)
            return alias
        case .doubleQuote:
            return decorate(try doubleQuoted(parent: bracket.parent), with: whole, since: mark)
        case .singleQuote:
            return decorate(try singleQuoted(parent: bracket.parent), with: whole, since: mark)
        case .openBracket:
            return decorate(try flowSequence(parent: bracket.parent), with: whole, since: mark)
        case .openBrace:
            return decorate(try flowMapping(parent: bracket.parent), with: whole, since: mark)
        case .comma, bracket.closing:
            return decorate(emptyNode(at: start), with: whole, since: mark)
        case .closeBracket, .closeBrace: throw refuseInstead(of: bracket)
        case .colon where isFlowColon:
            return decorate(emptyNode(at: start), with: whole, since: mark)
        default:
            return decorate(try flowPlain(parent: bracket.parent), with: whole, since: mark)
        }
    }

    private var isFlowColon: Bool {
        byte == .colon && (next.isBlankBreakOrEnd || next.isFlowIndicator)
    }

    /// Whether a colon here makes a key of what stands before; quotes and brackets need no blank.
    private func isColon(after key: Node) -> Bool {
        guard byte == .colon else { return false }
        if isFlowColon { return true }
        return key.alias == nil && key.scalar?.style != .plain
    }
}

extension Parser {
    private mutating func refuseOpen(_ bracket: Bracket) -> Stumble {
        let place = letter(at: position)
        let stumble = fail(
            .error(.neverClosed(bracket), at: letter(at: bracket.start))
                .noting(isAtEnd ? "the file ends here" : "the document ends here", at: place)
                .hinting(.close(bracket))
        )
        goBack(to: bracket.start)
        return stumble
    }

    private mutating func refuseShallow(_ bracket: Bracket) -> Stumble {
        let sign = letter(at: position)
        let note = Diagnostic.Message.openedHere(bracket)
        if byte == bracket.closing {
            return fail(
                .error(.shallowClosing(column + 1, atLeast: bracket.parent + 2), at: sign)
                    .noting(note, at: letter(at: bracket.start))
                    .hinting("put a space or two before it")
            )
        }
        let stumble = fail(
            .error(.shallowInBrackets(bracket, column + 1), at: sign)
                .noting(note, at: letter(at: bracket.start))
                .hinting(.closeOrIndent(bracket, column: bracket.parent + 2))
        )
        goBack(to: bracket.start)
        return stumble
    }

    /// Letters that touch a closing quotation mark: as a rule it was meant to open a text, and the one
    /// before it was never closed.
    private mutating func refuseAfterQuote(in bracket: Bracket) -> Stumble {
        let mark = letter(at: position - 1)
        return fail(
            .error(.touchesQuote, at: mark)
                .noting(.openedHere(bracket), at: letter(at: bracket.start))
                .hinting(.pairQuotes)
        )
    }

    private mutating func refuseInstead(of bracket: Bracket) -> Stumble {
        let note = Diagnostic.Message.openedHere(bracket)
        let opening = letter(at: bracket.start)
        if byte == .closeBracket || byte == .closeBrace {
            let problem = Diagnostic.error(.wrongClosing(bracket), at: letter(at: position))
            return fail(
                problem.noting(note, at: opening).hinting(.closeFirst(bracket, before: byte))
            )
        }
        let end = visibleEnd(from: position)
        let problem = Diagnostic.error(
            .commaMissing(bracket),
            at: span(position, min(end, position + 1))
        )
        let hint: Diagnostic.Message? =
            byte == .colon
            ? "text that holds ‘: ’ needs quotes" : followsCurledMark ? .straightQuotes : nil
        return fail(problem.noting(note, at: opening).hinting(hint))
    }

    /// `“{title}”`: whether a mark stands close before that a word processor makes of a straight one.
    private var followsCurledMark: Bool {
        ["“", "”", "„", "«", "‘", "’"].contains {
            bytes[..<position].suffix($0.utf8.count).elementsEqual($0.utf8)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static let nothingBeforeComma: Self = "nothing stands before this comma"

    fileprivate static func openedHere(_ bracket: Parser.Bracket) -> Self {
        "‘\(Character(Unicode.Scalar(bracket.sign)))’ is opened here"
    }

    fileprivate static func neverClosed(_ bracket: Parser.Bracket) -> Self {
        "‘\(Character(Unicode.Scalar(bracket.sign)))’ is never closed"
    }

    static func close(_ bracket: Parser.Bracket) -> Self {
        "write ‘\(Character(Unicode.Scalar(bracket.closing)))’ where it ends"
    }

    fileprivate static func closeOrIndent(_ bracket: Parser.Bracket, column: Int) -> Self {
        "write ‘\(Character(Unicode.Scalar(bracket.closing)))’ before it, or begin it in column \(column) or further in"
    }

    fileprivate static func wrongClosing(_ bracket: Parser.Bracket) -> Self {
        "‘\(Character(Unicode.Scalar(bracket.closing)))’ should stand here, to close what is open"
    }

    fileprivate static func closeFirst(_ bracket: Parser.Bracket, before sign: UInt8) -> Self {
        "write ‘\(Character(Unicode.Scalar(bracket.closing)))’ before ‘\(Character(Unicode.Scalar(sign)))’"
    }

    fileprivate static func commaMissing(_ bracket: Parser.Bracket) -> Self {
        "a comma or ‘\(Character(Unicode.Scalar(bracket.closing)))’ is missing before this"
    }

    fileprivate static let straightQuotes: Self =
        "curled quotation marks are letters to YAML: put straight ones (\") about the text"

    fileprivate static let touchesQuote: Self =
        "this mark ends a quoted text, but letters follow at once"
    fileprivate static let pairQuotes: Self =
        "look for a text before it whose quotation mark was never closed, or write a comma after it"

    fileprivate static func shallowClosing(_ column: Int, atLeast least: Int) -> Self {
        "the closing sign stands in column \(column), but must be indented to column \(least) at least"
    }

    fileprivate static func shallowInBrackets(_ bracket: Parser.Bracket, _ column: Int) -> Self {
        "‘\(Character(Unicode.Scalar(bracket.sign)))’ is still open where this line begins in column \(column)"
    }
}
