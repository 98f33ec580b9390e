import Diagnostics

/// Text kept line by line after `|`, or folded after `>` (section 8.1).
extension Parser {
    mutating func blockScalar(parent: Int) throws(Stumble) -> Node {
        let start = position
        let header = try blockHeader()
        let indent: Int
        if let extra = header.indent {
            indent = max(parent, 0) + extra
        } else {
            indent = try detectIndent(parent: parent)
        }
        var lines = BlockLines(isFolded: header.style == .folded)
        var end = position
        while !isAtEnd, let line = try blockLine(indent: indent) {
            lines.add(line, of: bytes)
            if line.hasText { end = line.text.upperBound }
        }
        lines.finish(header.chomping)
        try checkLength(lines.text.count, at: start)
        closedColumn = indent
        let scalar = lines.text.scalar(header.style, endingAt: min(max(end, lines.end), count))
        return node(.scalar(scalar), start, max(end, start + 1))
    }

    private struct BlockHeader {
        let style: Scalar.Style
        var indent: Int?
        var chomping = Chomping.clip
    }

    private mutating func blockHeader() throws(Stumble) -> BlockHeader {
        var header = BlockHeader(style: byte == .bar ? .literal : .folded)
        position += 1
        let start = position
        var hasChomping = false
        while !byte.isBlankBreakOrEnd {
            if byte.isDigit, byte != UInt8(ascii: "0"), header.indent == nil {
                header.indent = Int(byte - UInt8(ascii: "0"))
            } else if byte == .dash || byte == UInt8(ascii: "+"), !hasChomping {
                header.chomping = byte == .dash ? .strip : .keep
                hasChomping = true
            } else {
                let end = visibleEnd(from: start)
                throw fail(
                    .error(.badBlockHeader(string(start, end)), at: span(start, end))
                        .hinting("begin the text on the next line, indented")
                )
            }
            position += 1
        }
        try expectLineEnd(after: header.style == .literal ? "‘|’" : "‘>’")
        if byte == .hash {
            try skipComment()
        }
        if byte.isBreak { passBreak() }
        return header
    }

    private mutating func skipComment() throws(Stumble) {
        let start = position
        while !byte.isBreak, !isAtEnd { position += 1 }
        comments.append(span(start, position))
    }

    /// The indentation of the first line with text; empty lines before it may not be deeper.
    private mutating func detectIndent(parent: Int) throws(Stumble) -> Int {
        var here = position
        var deepest = 0
        var deepestLine = here
        while true {
            let line = here
            while bytes[here] == .space { here += 1 }
            let indent = here - line
            if bytes[here].isBreak {
                if indent > deepest {
                    deepest = indent
                    deepestLine = line
                }
                here += bytes[here] == .carriageReturn && bytes[here + 1] == .newline ? 2 : 1
                continue
            }
            // Without a line of text the longest of the empty ones counts, the last one among them.
            if here >= count { return max(deepest, indent, parent + 1) }
            if indent == 0, isMarker(at: here) { return max(deepest, parent + 1) }
            if indent <= parent {
                if bytes[here] == .tab { throw refuseTab(at: here) }
                return max(deepest, parent + 1)
            }
            guard deepest <= indent else {
                throw fail(
                    .error(
                        .deepEmptyLine(deepest, than: indent),
                        at: span(deepestLine, deepestLine + deepest)
                    )
                    .hinting("delete the spaces of the empty line")
                )
            }
            return indent
        }
    }

    /// Reads a line if it belongs to the text; leaves it alone if not.
    private mutating func blockLine(indent: Int) throws(Stumble) -> BlockLine? {
        let start = position
        var here = start
        while here < start + indent, bytes[here] == .space { here += 1 }
        let isShallow = here < start + indent
        if isShallow || indent == 0 {
            if isShallow, !bytes[here].isBreak, here < count {
                if bytes[here] == .tab { throw refuseTab(at: here) }
                return nil
            }
            if indent == 0, isAtMarker { return nil }
        }
        let text = here
        while !bytes[here].isBreak, here < count { here += 1 }
        let end = here
        position = here
        // The end of the file ends a line as well as a line end would.
        if !isAtEnd { passBreak() }
        return BlockLine(text: text..<end, lineEnd: end)
    }
}

/// What happens to the line ends after the text (section 8.1.1.2).
enum Chomping { case clip, strip, keep }

/// A line of a block scalar without its indentation.
struct BlockLine {
    let text: Range<Int>
    /// Where its line end stands, or the end of the file.
    let lineEnd: Int

    var hasText: Bool { !text.isEmpty }
}

/// The lines of a block scalar becoming a text.
struct BlockLines {
    let isFolded: Bool
    private(set) var text = TextBuilder()
    /// Line ends since the last line with text.
    private var pending: [Int] = []
    private var hasText = false
    private var wasIndented = false
    private(set) var end = 0

    init(isFolded: Bool) { self.isFolded = isFolded }

    mutating func add(_ line: BlockLine, of bytes: [UInt8]) {
        if line.hasText {
            let first = bytes[line.text.lowerBound]
            release(before: first.isBlank)
            text.append(line.text, of: bytes)
            wasIndented = first.isBlank
            hasText = true
        }
        pending.append(line.lineEnd)
    }

    /// Writes the line ends that separate two lines of text.
    private mutating func release(before isIndented: Bool) {
        let keepsAll = !isFolded || !hasText || wasIndented || isIndented
        if keepsAll {
            for offset in pending { text.append(.newline, from: offset) }
        } else if pending.count == 1 {
            text.append(.space, from: pending[0])
        } else {
            for offset in pending.dropFirst() { text.append(.newline, from: offset) }
        }
        pending.removeAll(keepingCapacity: true)
    }

    mutating func finish(_ chomping: Chomping) {
        switch chomping {
        case .strip: break
        case .clip: if hasText, let first = pending.first { text.append(.newline, from: first) }
        case .keep: for offset in pending { text.append(.newline, from: offset) }
        }
        if text.count > 0, let last = pending.last, chomping != .strip {
            end = (chomping == .clip ? pending[0] : last) + 1
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func badBlockHeader(_ text: String) -> Self {
        "‘\(text.shortened)’ cannot follow ‘|’ or ‘>’, which begin a text on the next line"
    }

    fileprivate static func deepEmptyLine(_ spaces: Int, than indent: Int) -> Self {
        spaces == 1
            ? "this empty line has a space, and the first line of text has none"
            : "this empty line has \(spaces) spaces, more than the \(indent) of the first line of text"
    }
}
