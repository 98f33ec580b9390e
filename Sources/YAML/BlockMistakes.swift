import Diagnostics

/// What people get wrong between keys, dashes and indentation, and what they are told.
extension Parser {
    mutating func wrongIndentation(expected columns: [Int]) -> Stumble {
        let end = visibleEnd(from: position)
        let known = Set(columns.map { $0 + 1 }).sorted()
        if let blank = invisibleBlank(at: position) { return refuseInvisible(blank) }
        return fail(
            .error(.wrongIndentation(column + 1, expected: known), at: span(position, end))
                .hinting("let lines that belong together begin in the same column")
        )
    }

    mutating func refuseKeyWithoutColon(_ key: Node, isLong: Bool) -> Stumble {
        if let blank = invisibleBlank(at: Int(key.span.start)) { return refuseInvisible(blank) }
        if isLong { return fail(.error(.keyOverLines, at: letter(at: Int(key.span.start)))) }
        let start = Int(key.written.start)
        guard let text = key.text, key.scalar?.style == .plain else {
            return fail(.error(.colonMissing("this"), at: key.written))
        }
        let problem = Diagnostic.error(.colonMissing("‘\(text.shortened)’"), at: key.written)
        return fail(
            problem.hinting(
                missingSpace(start, visibleEnd(from: start)) ?? wideColon(in: text)
                    ?? (isSentence(text) ? .indentText : nil)
                    ?? keyBeforeBlank(in: text).map { .writeColonBetween($0) } ?? .writeColon(text)
            )
        )
    }

    /// More words than a key has: a line of a text that was to go on.
    private func isSentence(_ text: String) -> Bool {
        text.split(separator: " ").count > 4
    }

    /// `title：Wells`, with the colon of Chinese and Japanese, or one that a phone has put in.
    func wideColon(in text: String) -> Diagnostic.Message? {
        guard let sign = text.firstIndex(where: { "：﹕︓꞉".contains($0) }) else { return nil }
        let value = text[text.index(after: sign)...].drop(while: \.isWhitespace)
        return .writeColonInstead("\(text[..<sign]): \(value)")
    }

    /// `title Wells` as it was meant, where its first word is written as keys are.
    func keyBeforeBlank(in text: String) -> String? {
        let word = text.utf8.prefix { $0 != .space }
        let isKey = word.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "_") }
        let rest = text.utf8.dropFirst(word.count + 1)
        guard isKey, word.count > 3, !rest.isEmpty else { return nil }
        return "\(Substring(word)): \(Substring(rest))"
    }

    /// `key:value`, where the blank after the colon was forgotten.
    func missingSpace(_ start: Int, _ end: Int) -> Diagnostic.Message? {
        let signs = [UInt8.colon, UInt8(ascii: "="), UInt8(ascii: ";")]
        guard let sign = bytes[start..<max(start, end)].firstIndex(where: { signs.contains($0) }),
            sign > start, bytes[sign + 1] != UInt8(ascii: "/")
        else { return nil }
        func part(_ start: Int, _ end: Int) -> Substring {
            let text = string(start, end)[...]
            let tail = text.drop(while: \.isWhitespace)
            return tail[
                ..<(tail.lastIndex { !$0.isWhitespace }.map { tail.index(after: $0) }
                    ?? tail.startIndex)
            ]
        }
        let (key, value) = (part(start, sign), part(sign + 1, end))
        let line = "\(key): \(value)"
        guard bytes[sign] != .colon else {
            let isInvisible = invisibleBlank(at: sign + 1) != nil
            return isInvisible ? .writeVisibleSpace(line) : .writeSpace(line)
        }
        // An equals sign after several words belongs to a text.
        return key.contains(" ") || value.isEmpty ? nil : .writeColonInstead(line)
    }

    /// A colon and a blank in unquoted text, where no key can begin: the rest of the line is taken
    /// for text, as it was most likely meant.
    mutating func textWithColon(_ key: Node, in place: Surroundings) throws(Stumble) -> Node {
        let problem = Diagnostic.error(.colonInText, at: span(position, position + 1))
        let start = Int(key.written.start)
        let end = visibleEnd(from: start)
        guard let owner = place.key, key.scalar?.style == .plain, start > Int(owner.end) else {
            throw fail(problem.hinting("write text that holds ‘: ’ in quotes"))
        }
        let name = string(Int(owner.start), Int(owner.end))
        try keepOn(problem.hinting(.writeQuoted(name + ": ", string(start, end))))
        position = end
        return try plainNode(start, end)
    }

    /// The line on which a text begins, as it should be: its text in double quotes.
    ///
    /// Between brackets the text ends at the next comma or bracket, and stands alone.
    func quoted(from start: Int, in context: Context = .block) -> Diagnostic.Message {
        var end = visibleEnd(from: start)
        if context == .flow {
            let stop = bytes[start..<max(start, end)].firstIndex {
                $0 == .comma || $0 == .closeBracket || $0 == .closeBrace
            }
            end = stop ?? end
            while end > start, bytes[end - 1].isBlank { end -= 1 }
            return .writeQuoted("", string(start, end))
        }
        var begin = start
        while begin > 0, !bytes[begin - 1].isBreak { begin -= 1 }
        while begin < start, bytes[begin].isBlank { begin += 1 }
        return .writeQuoted(string(begin, start), string(start, end))
    }

    mutating func refuseDuplicate(_ key: Node, first: Span) throws(Stumble) {
        let name = key.text ?? ""
        let problem = Diagnostic.error(.duplicateKey(name), at: key.written)
        let isItem = name.utf8.first == .dash && name.utf8.count > 1
        let start = Int(key.written.start)
        try keepOn(
            problem.noting("the first is here", at: first)
                .hinting(
                    isItem
                        ? .spaceBehindDash(string(start + 1, visibleEnd(from: start)).shortened)
                        : "keep one of the two, or give them different names"
                )
        )
    }

    /// YAML 1.1 had merge keys; 1.2 has not, and silence would lose what was meant.
    mutating func warnOfMerge(_ key: Node) {
        guard key.text == "<<", key.scalar?.style == .plain else { return }
        warn(
            .warning(.mergeKey, at: key.written).hinting("repeat here the entries that are needed")
        )
    }

    /// `colour: #0a3d62` and `room: Hall #3` lose to a comment what was meant as text.
    mutating func warnOfSwallowedText(_ comment: Span) {
        let start = Int(comment.start)
        var end = start + 1
        while !bytes[end].isBlankBreakOrEnd { end += 1 }
        // Comments of habit have a blank, or more signs, after the first.
        guard mayBeText(bytes[start + 1]) else { return }
        while bytes[end - 1].isFlowIndicator { end -= 1 }
        let text = string(start, end)
        warn(
            .warning(.swallowedText(text), at: span(start, end))
                .hinting(
                    quotedWith(comment) ?? "if it is meant as text, write it in quotes: \"\(text)\""
                )
        )
    }

    /// Whether a sign for comments with this byte behind it may be meant as text: `#3`, and not `# 3`.
    func mayBeText(_ byte: UInt8) -> Bool {
        !byte.isBlankBreakOrEnd && byte != .hash && byte != .bang
    }

    /// The line of a comment, as it should be were that part of its text.
    private func quotedWith(_ comment: Span) -> Diagnostic.Message? {
        var begin = Int(comment.start)
        while begin > 0, !bytes[begin - 1].isBreak { begin -= 1 }
        let line = bytes[begin..<Int(comment.start)]
        let colon = line.indices.first { line[$0] == .colon && bytes[$0 + 1].isBlank }
        guard let colon, line.allSatisfy({ $0 != .openBrace && $0 != .openBracket }) else {
            return nil
        }
        var start = colon + 1
        while bytes[start].isBlank { start += 1 }
        guard bytes[start] != .doubleQuote, bytes[start] != .singleQuote else { return nil }
        let mended = Diagnostic.Message.writeQuoted(
            String(string(begin, start).drop { $0 == " " }),
            string(start, Int(comment.end))
        )
        return "if it is meant as text, \(mended)"
    }

    /// A blank that looks like a space and is none.
    struct InvisibleBlank {
        let name: Diagnostic.Message
        let place: Span
        /// Whether nobody would miss it.
        var isNothing = false
    }

    func invisibleBlank(at offset: Int) -> InvisibleBlank? {
        switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
        case (0xC2, 0xA0, _):
            InvisibleBlank(name: "no-break space (U+00A0)", place: letter(at: offset))
        case (0xE2, 0x80, 0xAF):
            InvisibleBlank(name: "narrow no-break space (U+202F)", place: letter(at: offset))
        case (0xE3, 0x80, 0x80):
            InvisibleBlank(name: "ideographic space (U+3000)", place: letter(at: offset))
        case (0xE2, 0x80, 0x8B):
            InvisibleBlank(
                name: "zero-width space (U+200B)",
                place: letter(at: offset),
                isNothing: true
            )
        default: nil
        }
    }

    mutating func refuseInvisible(_ blank: InvisibleBlank) -> Stumble {
        fail(
            .error(.invisibleIndentation(blank.name), at: blank.place)
                .hinting(blank.isNothing ? "delete it" : "replace it by an ordinary space")
        )
    }
}

extension Diagnostic.Message {
    fileprivate static let colonInText: Self =
        "a colon and a space end a key, but no key can begin here"
    static let keyMissing: Self = "a key is missing after this"
    static let dashMissing: Self = "every item of this list begins with ‘- ’, this line does not"
    static let dashAmongKeys: Self = "an item of a list stands among the keys of a mapping"
    fileprivate static let mergeKey: Self =
        "‘<<’ merges nothing in YAML 1.2; it is a key like any other"

    fileprivate static func swallowedText(_ text: String) -> Self {
        "‘\(text.shortened)’ is read as a comment, since a blank stands before ‘#’"
    }

    static func wrongIndentation(_ column: Int, expected: [Int]) -> Self {
        let places = expected.dropFirst().reduce("column \(expected.first ?? 1)") { said, next in
            "\(said) or column \(next)" as Self
        }
        return "this line begins in column \(column), its neighbours in \(places)"
    }

    fileprivate static func duplicateKey(_ key: String) -> Self {
        "the key ‘\(key.shortened)’ stands here for the second time"
    }

    fileprivate static func colonMissing(_ what: Self) -> Self {
        "\(what) needs a colon and a value"
    }

    fileprivate static func invisibleIndentation(_ name: Self) -> Self {
        "this line is indented with a \(name), which is not indentation to YAML"
    }

    fileprivate static func writeColon(_ key: String) -> Self {
        "write ‘\(key.shortened): …’, or indent the line if it goes on with the text before"
    }

    fileprivate static func writeColonBetween(_ line: String) -> Self {
        "write ‘\(line.shortened)’, or indent the line if it goes on with the text before"
    }

    fileprivate static func writeSpace(_ line: String) -> Self {
        "a space is missing after the colon: write ‘\(line.shortened)’"
    }

    fileprivate static func writeVisibleSpace(_ line: String) -> Self {
        "the blank after the colon is a no-break space, which is none to YAML: write ‘\(line.shortened)’"
    }

    fileprivate static func writeColonInstead(_ line: String) -> Self {
        "a colon and a space end a key: write ‘\(line.shortened)’"
    }

    fileprivate static let indentText: Self =
        "indent the line by two spaces if it goes on with the text before, and write ‘|’ behind the key of that text"

    static func moveBeside(_ key: String, column: Int) -> Self {
        "begin it in column \(column), where ‘\(key.shortened)’ begins, to set it beside that; a new item begins with ‘- ’"
    }

    static func writeDash(_ line: String, column: Int) -> Self {
        "write ‘- \(line.shortened)’, or begin the line in another column than \(column)"
    }

    static func indentListOrKey(column: Int) -> Self {
        "begin the list deeper than column \(column), under the key it belongs to"
    }

    /// What stands before a text, and the text as it should be, in straight double quotes.
    static func writeQuoted(_ before: String, _ text: String) -> Self {
        var text = text
        // Curly quotes around the whole were meant as YAML’s; they are letters to it.
        if let first = text.first, let last = text.last, text.count > 2, "“”„".contains(first),
            "“”".contains(last)
        {
            text = String(text.dropFirst().dropLast())
        }
        let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "write: \(before.drop { $0 == " " })\"\(quoted)\""
    }
}
