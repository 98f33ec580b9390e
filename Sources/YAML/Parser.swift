import Diagnostics

/// One reading of one file: where it stands, and what it has met so far.
///
/// It reads every byte once, keeps the line it is in, and goes down one function for each level
/// of the text, never deeper than ``Limits/nesting``.
struct Parser {
    /// The file with a few zeros after it, so that looking ahead never leaves it.
    ///
    /// The file itself holds no zero byte.
    let bytes: [UInt8]
    let count: Int
    let source: SourceID
    let limits: Limits
    var report = Report()

    var position = 0
    /// Where the line that holds ``position`` begins.
    var lineStart = 0
    /// How many spaces that line begins with, and where its first visible thing stands.
    var lineIndent = 0
    var lineContent = 0
    /// The first tab among the blanks that line begins with.
    var lineTab: Int?
    /// The first tab among the blanks last passed over.
    var gapTab: Int?

    var depth = 0
    var faults = 0
    var warnings = 0
    /// Nodes read so far, those behind aliases counted at every use; long texts count for more.
    var nodes = 0
    /// The deepest level met since the last ``mark()``.
    var reach = 0
    var aliasedNodes = 0
    var anchors: [String: Anchored] = [:]
    var handles: [String: String] = [:]
    var comments: [Span] = []
    /// The column of the collection that ended last, for messages about indentation.
    var closedColumn: Int?

    init(_ bytes: [UInt8], source: SourceID, limits: Limits) {
        self.bytes = bytes + [0, 0, 0, 0]
        count = bytes.count
        self.source = source
        self.limits = limits
    }
}

/// Why reading left the place it was at; what went wrong is in the report already.
enum Stumble: Error {
    /// The next entry may be read as if nothing had happened.
    case entry
    /// A limit was met; nothing more is read.
    case stop
}

extension Parser {
    var byte: UInt8 { bytes[position] }
    var next: UInt8 { bytes[position + 1] }
    var isAtEnd: Bool { position >= count }
    var column: Int { position - lineStart }
    var isFirstOnLine: Bool { position == lineContent }
    var isAtLineEnd: Bool { byte.isBreak || isAtEnd || byte == .hash }

    /// Whether an indicator stands here by itself (`-`, `?`, `:` before a blank).
    func isIndicator(_ sign: UInt8) -> Bool { byte == sign && next.isBlankBreakOrEnd }

    /// Whether `---` or `...` stands here alone at the start of a line.
    var isAtMarker: Bool {
        position == lineStart && isMarker(at: position)
    }

    /// Whether `---` or `...` stands alone at an offset with which a line begins.
    func isMarker(at offset: Int) -> Bool {
        let sign = bytes[offset]
        guard sign == .dash || sign == .dot else { return false }
        return bytes[offset + 1] == sign && bytes[offset + 2] == sign
            && (offset + 3 >= count || bytes[offset + 3].isBlankBreakOrEnd)
    }

    func span(_ start: Int, _ end: Int) -> Span { Span(source, start..<max(start, end)) }

    /// The letter at a place, however many bytes it has.
    func letter(at offset: Int) -> Span {
        var end = min(offset + 1, count)
        while end < count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return span(min(offset, count), end)
    }

    func string(_ start: Int, _ end: Int) -> String {
        bytes.withUnsafeBufferPointer {
            String(decoding: $0[start..<max(start, end)], as: UTF8.self)
        }
    }

    /// Where the line of an offset ends, blanks at its end and a comment left out.
    func visibleEnd(from offset: Int) -> Int {
        var end = offset
        var here = offset
        while !bytes[here].isBreak, here < count {
            if bytes[here] == .hash, here > offset, bytes[here - 1].isBlank { break }
            here += 1
            if !bytes[here - 1].isBlank { end = here }
        }
        return end
    }

    /// Reports what went wrong; the caller throws what comes back.
    mutating func fail(_ diagnostic: Diagnostic) -> Stumble {
        report.add(diagnostic)
        faults += 1
        guard faults < limits.errors else {
            report.add(.error(.tooManyErrors(limits.errors), at: letter(at: position)))
            return .stop
        }
        return .entry
    }

    /// Reports what is no mistake to YAML, but perhaps one to its writer.
    mutating func warn(_ diagnostic: Diagnostic) {
        warnings += 1
        if warnings <= limits.errors { report.add(diagnostic) }
    }

    mutating func enter(_ opening: Int) throws(Stumble) {
        depth += 1
        try checkDepth(depth, at: letter(at: opening))
    }

    mutating func checkDepth(_ level: Int, at place: Span) throws(Stumble) {
        reach = max(reach, level)
        guard level <= limits.nesting else {
            _ = fail(.error(.nestedTooDeeply(limits.nesting), at: place))
            throw .stop
        }
    }

    mutating func node(_ content: consuming Node.Content, _ start: Int, _ end: Int) -> Node {
        nodes += 1 + (end - start) >> Limits.textNode
        return Node(content, at: span(start, end))
    }

    mutating func emptyNode(at offset: Int) -> Node {
        let nowhere = Provenance(start: Int32(offset), end: Int32(offset))
        let scalar = Scalar(text: "", style: .plain, provenance: nowhere)
        return node(.scalar(scalar), offset, offset)
    }
}

extension Diagnostic.Message {
    fileprivate static func tooManyErrors(_ limit: Int) -> Self {
        "more than \(limit) errors; the rest of the file was not read"
    }

    fileprivate static func nestedTooDeeply(_ limit: Int) -> Self {
        "lists and mappings are nested more than \(limit) deep"
    }
}
