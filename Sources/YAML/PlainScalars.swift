import Diagnostics

/// Text without quotes (section 7.3.3).
extension Parser {
    /// Reads the first line of an unquoted text, up to a colon that ends a key.
    mutating func plainLine(in context: Context) throws(Stumble) -> Node {
        try checkPlainStart(in: context)
        let start = position
        let end = plainRun(in: context)
        return try plainNode(start, end)
    }

    /// Goes on with an unquoted text over the lines that are indented deep enough.
    mutating func continuePlain(
        _ first: Node,
        parent: Int,
        in place: Surroundings
    ) throws(Stumble) -> Node {
        let start = Int(first.span.start)
        guard !first.isEmpty, goesOn(parent: parent, in: .block) else { return first }
        var text = TextBuilder()
        text.append(start..<Int(first.span.end), of: bytes)
        var end = Int(first.span.end)
        repeat {
            let dash = isIndicator(.dash) ? position : nil
            fold(from: end, into: &text)
            let lineStart = position
            end = plainRun(in: .block)
            text.append(lineStart..<end, of: bytes)
            skipBlanks()
            if isIndicator(.colon) {
                throw refuseKeyInText(key: span(lineStart, end), text: first, in: place)
            }
            if let dash, !beginsLikeAnItem(first) { warnOfDash(dash, under: parent, in: place) }
            position = end
        } while goesOn(parent: parent, in: .block)
        try checkLength(text.count, at: start)
        var scalar = text.scalar(.plain, endingAt: end)
        scalar.aside = aside(after: end)
        return node(.scalar(scalar), start, end)
    }

    /// Reads unquoted text between brackets, over as many lines as it has.
    mutating func flowPlain(parent: Int) throws(Stumble) -> Node {
        let first = try plainLine(in: .flow)
        let start = Int(first.span.start)
        var end = Int(first.span.end)
        guard goesOn(parent: parent, in: .flow) else { return first }
        var text = TextBuilder()
        text.append(start..<end, of: bytes)
        repeat {
            fold(from: end, into: &text)
            let lineStart = position
            end = plainRun(in: .flow)
            text.append(lineStart..<end, of: bytes)
        } while goesOn(parent: parent, in: .flow)
        try checkLength(text.count, at: start)
        var scalar = text.scalar(.plain, endingAt: end)
        scalar.aside = aside(after: end)
        return node(.scalar(scalar), start, end)
    }

    /// Passes over a line of unquoted text and gives its end, blanks left out.
    private mutating func plainRun(in context: Context) -> Int {
        var here = position
        var end = position
        scan: while true {
            let byte = bytes[here]
            switch byte {
            case .newline, .carriageReturn, 0: break scan
            case .space, .tab:
                here += 1
                continue scan
            case .hash where here > position && bytes[here - 1].isBlank: break scan
            case .colon:
                let next = bytes[here + 1]
                if next.isBlankBreakOrEnd || context == .flow && next.isFlowIndicator { break scan }
            case .comma, .openBracket, .closeBracket, .openBrace, .closeBrace:
                if context == .flow { break scan }
            default: break
            }
            here += 1
            end = here
        }
        position = end
        return end
    }

    /// At the end of a line of text: goes to the next line if the text goes on there.
    private mutating func goesOn(parent: Int, in context: Context) -> Bool {
        let end = position
        let line = (lineStart, lineIndent, lineContent, lineTab)
        skipBlanks()
        while byte.isBreak {
            passBreak()
            skipBlanks()
        }
        let indent = (gapTab ?? position) - lineStart
        let isNext =
            lineStart != line.0 && !isAtEnd && indent > parent && byte != .hash
            && !(lineStart == position && isAtMarker) && mayGoOn(in: context)
        if isNext {
            lineContent = position
            lineTab = gapTab
            lineIndent = indent
        } else {
            position = end
            (lineStart, lineIndent, lineContent, lineTab) = line
        }
        return isNext
    }

    private func mayGoOn(in context: Context) -> Bool {
        guard context == .flow else { return true }
        if byte == .colon { return !next.isBlankBreakOrEnd && !next.isFlowIndicator }
        return !byte.isFlowIndicator
    }

    /// One line end becomes a space, each further one a line end (section 6.5).
    func fold(from end: Int, into text: inout TextBuilder) {
        var breaks: [Int] = []
        var here = end
        while here < position {
            if bytes[here].isBreak {
                breaks.append(here)
                if bytes[here] == .carriageReturn, bytes[here + 1] == .newline { here += 1 }
            }
            here += 1
        }
        guard let first = breaks.first else { return }
        if breaks.count == 1 { text.append(.space, from: first) }
        for offset in breaks.dropFirst() { text.append(.newline, from: offset) }
    }

    mutating func plainNode(_ start: Int, _ end: Int) throws(Stumble) -> Node {
        try checkLength(end - start, at: start)
        return plainText(start, end)
    }

    private mutating func plainText(_ start: Int, _ end: Int) -> Node {
        let scalar = Scalar(
            text: string(start, end),
            style: .plain,
            provenance: Provenance(start: Int32(start), end: Int32(end)),
            aside: aside(after: end)
        )
        return node(.scalar(scalar), start, end)
    }

    /// A comment that stands one blank behind a text: two blanks, or a tab, say that one is meant.
    ///
    /// What touches its sign, as in `#3`, is warned of in every file.
    private func aside(after end: Int) -> String? {
        guard bytes[end] == .space, bytes[end + 1] == .hash, !mayBeText(bytes[end + 2]) else {
            return nil
        }
        var close = end + 1
        while !bytes[close].isBreak, close < count { close += 1 }
        return string(end + 1, close)
    }

    mutating func checkLength(_ length: Int, at start: Int) throws(Stumble) {
        guard length > limits.textLength else { return }
        _ = fail(.error(.textTooLong(limits.textLength), at: letter(at: start)))
        throw .stop
    }

    /// Some signs cannot begin unquoted text.
    private mutating func checkPlainStart(in context: Context) throws(Stumble) {
        if isFirstOnLine, context == .block, let blank = invisibleBlank(at: position) {
            throw refuseInvisible(blank)
        }
        if byte == .percent, column == 0 { throw refuseLateDirective() }
        switch byte {
        case .dash, .question, .colon:
            guard next.isBlankBreakOrEnd || context == .flow && next.isFlowIndicator else { return }
        case .closeBracket, .closeBrace:
            throw fail(
                .error(.nothingToClose(string(position, position + 1)), at: letter(at: position))
            )
        case .comma, .hash, .ampersand, .star, .bang, .bar, .angle, .singleQuote, .doubleQuote,
            .percent, .openBracket, .openBrace, UInt8(ascii: "@"), UInt8(ascii: "`"):
            break
        default: return
        }
        throw fail(
            .error(.badStart(string(position, position + 1)), at: letter(at: position))
                .hinting(quoted(from: position, in: context))
        )
    }

    /// A key stands where an unquoted text goes on.
    private mutating func refuseKeyInText(
        key: Span,
        text: Node,
        in place: Surroundings
    ) -> Stumble {
        if let blank = invisibleBlank(at: Int(key.start)) { return refuseInvisible(blank) }
        if let line = lineWithoutColon(text, before: key) {
            return refuseKeyWithoutColon(line, isLong: false)
        }
        let name = string(Int(key.start), Int(key.end)).shortened
        return fail(
            Diagnostic.error(.keyInText(name), at: span(position, position + 1))
                .noting("the text begins here", at: letter(at: Int(text.span.start)))
                .hinting(
                    place.key.map { mend(ofKey: key, called: name, below: $0) }
                        ?? mend(ofKey: key, called: name, inTextFrom: Int(text.span.start))
                )
        )
    }

    /// What is to be done about a key in a text that stands under no other.
    private func mend(
        ofKey key: Span,
        called name: String,
        inTextFrom start: Int
    ) -> Diagnostic.Message {
        let end = visibleEnd(from: start)
        if let hint = missingSpace(start, end) ?? wideColon(in: string(start, end)) { return hint }
        let here = Int(key.start) - lineStart + 1
        return columnOfKey(above: start).map { .moveKey(name, from: here, to: $0) }
            ?? "a text that holds ‘: ’ needs quotes"
    }

    /// What is to be done about a key in the text of another, which may be an item whose sign was not read.
    private func mend(
        ofKey key: Span,
        called name: String,
        below owner: Span
    ) -> Diagnostic.Message {
        let start = Int(owner.start)
        let end = visibleEnd(from: start)
        if bytes[start] == .dash { return .spaceBehindDash(string(start + 1, end).shortened) }
        let line = string(start, end)
        if let sign = line.first, "–—•·‣◦▪●■".contains(sign) {
            let words = line.dropFirst().drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
            return .spaceBehindDash(String(words).shortened)
        }
        let here = Int(key.start) - lineStart + 1
        return .moveKey(name, from: here, to: columnOf(owner))
    }

    /// `total 45`, above a key in the same column: it was to be one itself.
    private mutating func lineWithoutColon(_ text: Node, before key: Span) -> Node? {
        let start = Int(text.span.start)
        let end = visibleEnd(from: start)
        let between = bytes[end..<Int(key.start)]
        guard columnOf(text.span) == Int(key.start) - lineStart + 1,
            beginsLine(start), between.count(where: { $0 == .newline }) == 1,
            keyBeforeBlank(in: string(start, end)) != nil
        else { return nil }
        return plainText(start, end)
    }

    /// The column of the key under which the item of a list stands; nil where none is above it.
    private func columnOfKey(above item: Int) -> Int? {
        func start(ofLineWith offset: Int) -> Int {
            var start = offset
            while start > 0, !bytes[start - 1].isBreak { start -= 1 }
            return start
        }
        func content(ofLineAt start: Int) -> Int {
            bytes[start...].firstIndex { !$0.isBlank } ?? start
        }
        var line = start(ofLineWith: item)
        let dash = content(ofLineAt: line)
        guard bytes[dash] == .dash else { return nil }
        let column = dash - line
        while line > 0 {
            line = start(ofLineWith: line - 1)
            let first = content(ofLineAt: line)
            let isKey = !bytes[first].isBreak && bytes[first] != .hash && bytes[first] != .dash
            if isKey, first - line <= column { return first - line + 1 }
        }
        return nil
    }

    private func beginsLine(_ offset: Int) -> Bool {
        var start = offset
        while start > 0, bytes[start - 1].isBlank { start -= 1 }
        return start == 0 || bytes[start - 1].isBreak
    }

    private func beginsLikeAnItem(_ text: Node) -> Bool {
        text.text?.first.map { "-–—•".contains($0) } ?? false
    }

    private mutating func warnOfDash(_ dash: Int, under column: Int, in place: Surroundings) {
        warn(
            .warning(.dashInText, at: span(dash, dash + 1))
                .hinting(
                    place.key == nil && column >= 0 ? .moveDash(to: column + 1) : .dashUnderKey
                )
        )
    }

    /// The column, from one, of the line that a place stands in.
    func columnOf(_ place: Span) -> Int {
        var start = Int(place.start)
        while start > 0, !bytes[start - 1].isBreak { start -= 1 }
        return Int(place.start) - start + 1
    }
}

extension Diagnostic.Message {
    fileprivate static let dashInText: Self =
        "this dash begins no item: it is part of the text before it"

    fileprivate static func moveDash(to column: Int) -> Self {
        "begin it in column \(column), as the item above; a dash in a text is written in quotes"
    }

    fileprivate static let dashUnderKey: Self =
        "a list begins on the line after its key; a dash in a text is written in quotes"

    fileprivate static func textTooLong(_ limit: Int) -> Self {
        "this text has more than the \(limit) bytes a text may have"
    }

    fileprivate static func nothingToClose(_ sign: String) -> Self { "‘\(sign)’ closes nothing" }

    fileprivate static func badStart(_ sign: String) -> Self {
        "unquoted text cannot begin with ‘\(sign)’"
    }

    static func spaceBehindDash(_ line: String) -> Self {
        "an item begins with a hyphen and a space: write ‘- \(line)’"
    }

    fileprivate static func keyInText(_ key: String) -> Self {
        "the key ‘\(key)’ stands inside a text that goes on over several lines"
    }

    fileprivate static func moveKey(_ key: String, from column: Int, to right: Int) -> Self {
        "begin ‘\(key)’ in column \(right), not \(column), to set it beside the key before it; text that holds ‘: ’ needs quotes"
    }
}
