import Diagnostics

/// Text in quotes (sections 7.3.1 and 7.3.2).
extension Parser {
    mutating func singleQuoted(parent: Int) throws(Stumble) -> Node {
        try quoted(.singleQuote, .single, parent: parent)
    }

    mutating func doubleQuoted(parent: Int) throws(Stumble) -> Node {
        try quoted(.doubleQuote, .double, parent: parent)
    }

    private mutating func quoted(
        _ quote: UInt8,
        _ style: Scalar.Style,
        parent: Int
    ) throws(Stumble) -> Node {
        let start = position
        if let node = try quotedWord(quote, style) { return node }
        position = start + 1
        var text = TextBuilder()
        var part = position
        // Blanks before a line end are dropped, unless an escape wrote them.
        var kept = 0
        while true {
            switch byte {
            case quote:
                text.append(part..<position, of: bytes)
                if quote == .singleQuote, next == .singleQuote {
                    text.append(.singleQuote, from: position)
                    kept = text.count
                    position += 2
                    part = position
                    continue
                }
                position += 1
                try checkLength(text.count, at: start)
                let scalar = text.scalar(style, endingAt: position - 1)
                return node(.scalar(scalar), start, position)
            case .backslash where quote == .doubleQuote:
                text.append(part..<position, of: bytes)
                try escape(into: &text, opening: start, parent: parent)
                kept = text.count
                part = position
            case .newline, .carriageReturn:
                let end = trimmedEnd(from: part)
                if end > part {
                    text.append(part..<end, of: bytes)
                } else if text.count > kept {
                    text.truncate(to: kept)
                }
                let gap = end
                try nextQuotedLine(opening: start, parent: parent)
                fold(from: gap, into: &text)
                kept = text.count
                part = position
            case 0 where isAtEnd: throw refuseOpenQuote(start)
            default: position += 1
            }
        }
    }

    /// The common case: a quoted text on one line without escapes.
    private mutating func quotedWord(
        _ quote: UInt8,
        _ style: Scalar.Style
    ) throws(Stumble) -> Node? {
        let start = position
        var here = start + 1
        while bytes[here] != quote {
            let byte = bytes[here]
            if byte.isBreak || byte == 0 || byte == .backslash && quote == .doubleQuote {
                return nil
            }
            here += 1
        }
        if quote == .singleQuote, bytes[here + 1] == .singleQuote { return nil }
        try checkLength(here - start, at: start)
        position = here + 1
        let place = Provenance(start: Int32(start + 1), end: Int32(here))
        let scalar = Scalar(text: string(start + 1, here), style: style, provenance: place)
        return node(.scalar(scalar), start, position)
    }

    private func trimmedEnd(from part: Int) -> Int {
        var end = position
        while end > part, bytes[end - 1].isBlank { end -= 1 }
        return end
    }

    /// From the end of a line inside quotes to the first visible thing of the text.
    private mutating func nextQuotedLine(opening: Int, parent: Int) throws(Stumble) {
        repeat {
            passBreak()
            if isAtMarker { throw refuseOpenQuote(opening) }
            skipBlanks()
        } while byte.isBreak
        lineContent = position
        lineTab = gapTab
        lineIndent = (gapTab ?? position) - lineStart
        guard lineIndent <= parent, !isAtEnd else { return }
        if let lineTab { throw refuseTab(at: lineTab) }
        throw refuseShallowQuote(opening, parent: parent)
    }

    private mutating func escape(
        into text: inout TextBuilder,
        opening: Int,
        parent: Int
    ) throws(Stumble) {
        let start = position
        position += 1
        if byte.isBreak {
            let end = position
            try nextQuotedLine(opening: opening, parent: parent)
            // An escaped line end vanishes; empty lines after it stay.
            appendEmptyLines(after: end, to: &text)
            return
        }
        if let digits = hexadecimalDigits(byte) {
            position += 1
            text.append(try codePoint(digits, since: start), from: start)
            return
        }
        guard !isAtEnd else { throw refuseOpenQuote(opening) }
        guard let scalar = Self.escapes[byte] else { throw refuseEscape(start) }
        position += 1
        text.append(scalar, from: start)
    }

    private func appendEmptyLines(after end: Int, to text: inout TextBuilder) {
        var here = end
        var isFirst = true
        while here < position {
            let length = bytes[here] == .carriageReturn && bytes[here + 1] == .newline ? 2 : 1
            if bytes[here].isBreak {
                if !isFirst { text.append(.newline, from: here) }
                isFirst = false
            }
            here += length
        }
    }

    private func hexadecimalDigits(_ byte: UInt8) -> Int? {
        switch byte {
        case UInt8(ascii: "x"): 2
        case UInt8(ascii: "u"): 4
        case UInt8(ascii: "U"): 8
        default: nil
        }
    }

    private mutating func codePoint(
        _ digits: Int,
        since start: Int
    ) throws(Stumble) -> Unicode.Scalar {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = byte.hexadecimalValue else { throw refuseEscape(start) }
            value = value << 4 | digit
            position += 1
        }
        // JSON writes what lies beyond four digits as a pair of surrogates.
        if (0xD800...0xDBFF).contains(value), byte == .backslash, next == UInt8(ascii: "u") {
            return try pair(value, since: start)
        }
        guard let scalar = Unicode.Scalar(value) else { throw refuseEscape(start) }
        return scalar
    }

    private mutating func pair(_ high: UInt32, since start: Int) throws(Stumble) -> Unicode.Scalar {
        position += 2
        var low: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = byte.hexadecimalValue else { throw refuseEscape(start) }
            low = low << 4 | digit
            position += 1
        }
        guard (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + low - 0xDC00)
        else { throw refuseEscape(start) }
        return scalar
    }

    /// Production `c-ns-esc-char`.
    private static let escapes: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "t"): "\t", .tab: "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}",
        .space: " ", .doubleQuote: "\"", UInt8(ascii: "/"): "/", .backslash: "\\",
        UInt8(ascii: "N"): "\u{85}", UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}",
        UInt8(ascii: "P"): "\u{2029}",
    ]
}

extension Parser {
    private mutating func refuseEscape(_ start: Int) -> Stumble {
        let end = min(max(position + 1, start + 2), count)
        let problem = Diagnostic.error(.unknownEscape, at: span(start, end))
        return fail(problem.hinting("write ‘\\\\’ for a backslash, or use single quotes"))
    }

    /// Goes back to the line of the quote, so that the lines after it are read as usual.
    private mutating func refuseOpenQuote(_ opening: Int) -> Stumble {
        let sign = string(opening, opening + 1)
        let end = letter(at: position)
        let stumble = fail(
            .error(.openQuote(sign), at: letter(at: opening))
                .noting(isAtEnd ? "the file ends here" : "the document ends here", at: end)
                .hinting(.closeQuote(sign))
        )
        goBack(to: opening)
        return stumble
    }

    private mutating func refuseShallowQuote(_ opening: Int, parent: Int) -> Stumble {
        let sign = string(opening, opening + 1)
        let stumble = fail(
            .error(.shallowQuote(sign, column + 1), at: letter(at: position))
                .noting("it is opened here", at: letter(at: opening))
                .hinting(.closeOrIndentQuote(sign, column: parent + 2))
        )
        goBack(to: opening)
        return stumble
    }

    /// Stands again in a line that was left too early.
    mutating func goBack(to offset: Int) {
        position = offset
        var start = offset
        while start > 0, !bytes[start - 1].isBreak { start -= 1 }
        lineStart = start
    }
}

extension Diagnostic.Message {
    fileprivate static let unknownEscape: Self =
        "this is no escape that text in double quotes knows"

    fileprivate static func openQuote(_ sign: String) -> Self {
        "the quote \(sign) is never closed"
    }

    fileprivate static func closeQuote(_ sign: String) -> Self {
        sign == "'"
            ? "write the closing quote \(sign); within single quotes an apostrophe is doubled: ''"
            : "write the closing quote \(sign); within double quotes write \\\" for the sign itself"
    }

    fileprivate static func shallowQuote(_ sign: String, _ column: Int) -> Self {
        "the quote \(sign) is still open where this line begins in column \(column)"
    }

    fileprivate static func closeOrIndentQuote(_ sign: String, column: Int) -> Self {
        "write the closing quote \(sign) before it, or begin it in column \(column) or further in"
    }
}
