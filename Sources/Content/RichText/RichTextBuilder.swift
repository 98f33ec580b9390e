import Diagnostics
import YAML

/// Turns CommonMark's tree into ours, block by block.
struct RichTextBuilder {
    let bytes: [UInt8]
    let node: Node
    var report: Report
    /// How many bytes stand before the text that the writer has not written.
    private let lead: Int
    /// Offsets at which the lines of the text begin.
    private let lineStarts: [Int]
    /// As far as the source has been matched with text.
    var cursor = 0
    private var notes: [CommonMarkNode] = []
    /// Notes being read: one that leads to itself is not followed.
    private var openNotes: Set<Int> = []
    private var lengthOfNotes = 0
    private var hasWarnedOfHTML = false

    /// What stands in a note is not led to.
    var isInNote: Bool { !openNotes.isEmpty }
    /// Whether words of a link are being read: an address in them leads where they do.
    var isInLink = false

    init(bytes: [UInt8], node: Node, report: Report, lead: Int = 0) {
        self.bytes = bytes
        self.node = node
        self.report = report
        self.lead = lead
        lineStarts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
    }

    mutating func document(_ root: CommonMarkNode) -> [RichBlock] {
        notes = root.children.filter { if case .note = $0.kind { true } else { false } }
        return blocks(root.children)
    }

    func span(_ range: Range<Int>) -> Span {
        if lead == 0 { return node.span(ofUTF8: range) }
        let start = max(0, range.lowerBound - lead)
        return node.span(ofUTF8: start..<max(start, range.upperBound - lead))
    }

    /// The byte that a line and column of the library name.
    func offset(line: Int, column: Int) -> Int? {
        guard line >= 1, line <= lineStarts.count, column >= 1 else { return nil }
        let offset = lineStarts[line - 1] + column - 1
        return offset <= bytes.count ? offset : nil
    }

    private mutating func blocks(_ nodes: [CommonMarkNode]) -> [RichBlock] {
        nodes.compactMap { node in
            guard let (content, name) = content(of: node) else { return nil }
            var block = RichBlock(content, at: span(lines(of: node)))
            block.mark = name
            return block
        }
    }

    func lines(of block: CommonMarkNode) -> Range<Int> {
        guard let start = offset(line: block.line, column: max(1, block.column)),
            (1...lineStarts.count).contains(block.endLine)
        else { return 0..<bytes.count }
        let end = block.endLine < lineStarts.count ? lineStarts[block.endLine] - 1 : bytes.count
        return start..<max(start, end)
    }

    private mutating func content(
        of block: CommonMarkNode
    ) -> (content: RichBlock.Content, name: String?)? {
        switch block.kind {
        case .paragraph:
            warnOfUnreadTable(in: block)
            warnOfUnreadList(in: block)
            warnOfUnreadLines(in: block)
            let line = namedLine(block.children)
            return line.inlines.isEmpty ? nil : (.paragraph(line.inlines), line.name)
        case .heading(let level):
            let line = namedLine(block.children)
            return (.heading(level: level, line.inlines), line.name)
        default: return unnamedContent(of: block).map { ($0, nil) }
        }
    }

    private mutating func unnamedContent(of block: CommonMarkNode) -> RichBlock.Content? {
        switch block.kind {
        case .quote: return .quote(blocks(block.children))
        case .list(let start):
            return .list(items: block.children.map { blocks($0.children) }, start: start)
        case .table(let alignments): return table(block, alignments)
        case .rule: return .rule
        case .codeBlock: return .paragraph(codeLines(block))
        case .htmlBlock:
            let range = lines(of: block)
            warnOfHTML(at: span(range))
            return .paragraph([Inline(.text(trimmed(block.literal)), at: span(range))])
        default: return nil
        }
    }

    private func codeLines(_ block: CommonMarkNode) -> [Inline] {
        let place = span(lines(of: block))
        var text = block.literal.drop { $0 == "\n" }
        while text.last?.isWhitespace == true { text.removeLast() }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().flatMap { index, line -> [Inline] in
            let code = Inline(.code(Self.keepingBlanks(line)), at: place)
            return index == 0 ? [code] : [Inline(.lineBreak, at: place), code]
        }
    }

    /// A line of code whose blanks keep their number: those that begin it, and several together.
    private static func keepingBlanks(_ line: Substring) -> String {
        let blanks = line.prefix { $0 == " " }.count
        return String(repeating: "\u{A0}", count: blanks)
            + line.dropFirst(blanks).replacing("  ", with: "\u{A0}\u{A0}")
    }

    private mutating func table(
        _ block: CommonMarkNode,
        _ alignments: [UInt8]
    ) -> RichBlock.Content {
        warnOfCellsLeftOut(of: block)
        var rows = block.children.map { row in row.children.map { inlines($0.children) } }
        let head = rows.isEmpty ? [] : rows.removeFirst()
        let sides = alignments.map { letter -> RichTable.Alignment in
            switch letter {
            case UInt8(ascii: "c"): .centre
            case UInt8(ascii: "r"): .end
            default: .start
            }
        }
        return .table(RichTable(alignments: sides, head: head, rows: rows))
    }

    /// The note that a mark leads to.
    mutating func note(numbered text: String, at mark: Span) -> [RichBlock] {
        guard let number = Int(text), notes.indices.contains(number - 1),
            hasRoom(for: notes[number - 1], at: mark), openNotes.insert(number).inserted
        else { return [] }
        let resume = (cursor, isInLink)
        defer {
            openNotes.remove(number)
            (cursor, isInLink) = resume
        }
        isInLink = false
        cursor = offset(line: notes[number - 1].line, column: 1) ?? cursor
        return blocks(notes[number - 1].children)
    }

    /// Whether a note is followed: marks in notes that lead to further notes multiply.
    private mutating func hasRoom(for note: CommonMarkNode, at mark: Span) -> Bool {
        guard lengthOfNotes <= RichTextLimits.notes else { return false }
        guard openNotes.count < RichTextLimits.notesInside else {
            report.add(.error("notes lie too deep inside one another", at: mark))
            return false
        }
        lengthOfNotes += 1 + lines(of: note).count
        if lengthOfNotes > RichTextLimits.notes {
            report.add(.error("the notes of this text are longer than one text may be", at: mark))
        }
        return lengthOfNotes <= RichTextLimits.notes
    }

    /// Once a text is enough.
    mutating func warnOfHTML(at place: Span) {
        guard !hasWarnedOfHTML else { return }
        hasWarnedOfHTML = true
        report.add(
            .warning("HTML has no meaning here and is printed as it stands", at: place)
                .hinting("write *emphasis*, **weight**, 1^er^, or a backslash at a line’s end")
        )
    }
}
