import Diagnostics

/// What lies between things: blanks, comments, line ends (sections 6.1 to 6.7).
extension Parser {
    mutating func skipBlanks() {
        gapTab = nil
        while byte.isBlank {
            if byte == .tab, gapTab == nil { gapTab = position }
            position += 1
        }
    }

    mutating func passBreak() {
        position += byte == .carriageReturn && next == .newline ? 2 : 1
        lineStart = position
    }

    /// Passes over blanks, comments and empty lines to the next visible thing.
    mutating func skipToContent() throws(Stumble) {
        while true {
            let startsLine = position == lineStart
            skipBlanks()
            if startsLine { measureLine() }
            if byte == .hash {
                try comment()
            } else if byte.isBreak {
                passBreak()
            } else {
                return
            }
        }
    }

    private mutating func measureLine() {
        lineContent = position
        lineTab = gapTab
        lineIndent = (gapTab ?? position) - lineStart
    }

    private mutating func comment() throws(Stumble) {
        let start = position
        guard column == 0 || bytes[start - 1].isBlank else {
            throw fail(
                .error(.commentTouchesText, at: letter(at: start))
                    .hinting("write a space before ‘#’, or quotes around text that holds it")
            )
        }
        while !byte.isBreak, !isAtEnd { position += 1 }
        comments.append(span(start, position))
        if start != lineContent { warnOfSwallowedText(span(start, position)) }
    }

    /// After something that must be the last on its line.
    mutating func expectLineEnd(after what: Diagnostic.Message) throws(Stumble) {
        skipBlanks()
        guard !isAtLineEnd else { return }
        let end = visibleEnd(from: position)
        let text = string(position, end)
        let problem = Diagnostic.error(.unexpectedText(text, after: what), at: span(position, end))
        if let hint = closedLater(before: end) ?? quotedWhole() {
            throw fail(problem.hinting(hint))
        }
        let isApostrophe = position > 0 && bytes[position - 1] == .singleQuote
        throw fail(problem.hinting(isApostrophe ? .doubleApostrophes : nil))
    }

    /// What to do where a bracket or a brace was closed too early or once too often:
    /// `title: {en: Wells}, fr: Puits`, `list: [a, b]]`.
    private func closedLater(before end: Int) -> Diagnostic.Message? {
        let closed = bytes[..<position].lastIndex { !$0.isBlank } ?? 0
        guard bytes[closed] == .closeBracket || bytes[closed] == .closeBrace else { return nil }
        if byte == .closeBracket || byte == .closeBrace {
            return "delete it: nothing is open any more"
        }
        guard byte == .comma, position + 1 < end else { return nil }
        let begin = (bytes[..<closed].lastIndex(where: \.isBreak) ?? -1) + 1
        let line = string(begin, closed) + string(position, end) + string(closed, closed + 1)
        return "write: \(String(line.drop { $0 == " " }))"
    }

    /// The line with its whole value in quotes, where a value that YAML closed early begins it:
    /// `title: [Draft] Wells`, `title: "Wells" and water`, `title: > Wells`.
    private func quotedWhole() -> Diagnostic.Message? {
        var begin = position
        while begin > 0, !bytes[begin - 1].isBreak { begin -= 1 }
        guard
            let colon = bytes[begin..<position].indices.first(where: {
                bytes[$0] == .colon && bytes[$0 + 1].isBlank
            })
        else { return nil }
        var start = colon + 1
        while bytes[start].isBlank { start += 1 }
        guard start < position else { return nil }
        if bytes[start] == .singleQuote {
            return .writeQuoted(string(begin, start), unquoted(start))
        }
        if bytes[start] == .doubleQuote, let text = innerText(start) {
            return .writeQuoted(string(begin, start), text)
        }
        let line = quoted(from: start)
        return bytes[start] == .doubleQuote
            ? "\(line), or leave the inner quotes out" : line
    }

    /// `Le "grand" fleuve`, where quotes stand around the whole and around a word in it: what YAML takes for
    /// the closing one has a blank before it or a letter behind it.
    private func innerText(_ start: Int) -> String? {
        let text = string(start, visibleEnd(from: start))
        guard text.utf8.count > 4, text.hasSuffix("\""),
            let close = text.dropFirst().firstIndex(of: "\""),
            close < text.index(before: text.endIndex)
        else { return nil }
        let isInner =
            text[text.index(before: close)].isWhitespace || text[text.index(after: close)].isLetter
        return isInner ? String(text.dropFirst().dropLast()) : nil
    }

    /// The text of a line from an apostrophe on, without that where another ends it.
    private func unquoted(_ start: Int) -> String {
        let text = string(start, visibleEnd(from: start))
        return text.hasSuffix("'") ? String(text.dropFirst().dropLast()) : text
    }

    /// Leaves an entry that could not be read: goes to the next line that is indented no deeper
    /// than `column`, or to the end of the document.
    mutating func leaveEntry(of column: Int) {
        repeat {
            while !byte.isBreak, !isAtEnd { position += 1 }
            if isAtEnd { return }
            passBreak()
            skipBlanks()
            measureLine()
            if byte.isBreak || byte == .hash { continue }
            if lineIndent <= column || lineStart == position && isAtMarker { return }
        } while true
    }

    /// A tab where only spaces count.
    mutating func refuseTab(at offset: Int) -> Stumble {
        fail(
            .error(.tabInIndentation, at: span(offset, offset + 1))
                .hinting("replace the tab by spaces, two for each level")
        )
    }
}

extension Diagnostic.Message {
    fileprivate static let tabInIndentation: Self =
        "a tab is used for indentation, where only spaces count"
    fileprivate static let commentTouchesText: Self = "a comment begins right after other text"

    fileprivate static let doubleApostrophes: Self =
        "within single quotes an apostrophe is doubled: ''; or write the text in double quotes"

    fileprivate static func unexpectedText(_ text: String, after what: Self) -> Self {
        "‘\(text.shortened)’ cannot follow \(what) on the same line"
    }
}

extension String {
    /// A text short enough for a message.
    var shortened: String {
        guard utf8.count > 40, count > 40 else { return self }
        return prefix(38) + "…"
    }
}
