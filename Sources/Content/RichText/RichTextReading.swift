import Diagnostics
import YAML

/// How much one rich text may hold.
enum RichTextLimits {
    /// Blocks and spans inside one another.
    static let nesting = 48
    /// Notes inside one another.
    static let notesInside = 8
    /// Bytes of notes, counted again for every mark that leads to one.
    static let notes = 256 << 10
}

extension Reader {
    /// Reads CommonMark, with what it lacks for papers.
    ///
    /// That is superscript `1^er^`, subscript `H~2~O`, notes in place `^[…]` beside `[^1]`, and words
    /// of another language `[…]{ar}`. HTML is printed as the text it is, with a warning.
    mutating func richText(in node: Node) -> RichText {
        let text = node.text ?? ""
        if let line = PlainParagraph.text(of: text) {
            guard !line.isEmpty else { return RichText(blocks: [], span: node.span) }
            return RichText(paragraph: [Inline(.text(line), at: node.span)], at: node.span)
        }
        if refusesLength(of: node) { return RichText(blocks: [], span: node.span) }
        let bytes = PastedList.withHyphens(Array(text.utf8))
        let tree = CommonMarkDocument(bytes).tree(depth: RichTextLimits.nesting)
        var builder = RichTextBuilder(bytes: bytes, node: node, report: report)
        if let cut = tree.firstCut {
            builder.report.add(
                .error(
                    "lists, quotations or emphasis lie too deep inside one another",
                    at: builder.span(builder.lines(of: cut))
                )
            )
        }
        let blocks = builder.document(tree)
        builder.warnOfNotesWithoutMark()
        report = builder.report
        return RichText(blocks: blocks, span: node.span)
    }
}

extension Reader {
    /// Reads the marks of a line, and the name at its end; nothing in it begins a list or a heading:
    /// `1. Wells` is a title.
    mutating func richLine(_ text: String, in node: Node) -> RichText {
        let plain = RichText(paragraph: [Inline(.text(text), at: node.span)], at: node.span)
        if PlainParagraph.isFreeOfMarks(text) { return plain }
        // A line that begins with a full stop begins no block.
        let lead = Array(".".utf8)
        let bytes = lead + (node.text ?? "").utf8.drop { PlainParagraph.isBlank($0) }
        let tree = CommonMarkDocument(bytes).tree(depth: RichTextLimits.nesting)
        guard tree.children.count == 1, case .paragraph = tree.children[0].kind,
            tree.firstCut == nil
        else {
            report.add(
                .warning(
                    "a title is one line, and its marks are printed as they stand",
                    at: node.span
                )
                .hinting("write it in one line, without a blank line in it")
            )
            return plain
        }
        let skipped = (node.text ?? "").utf8.prefix { PlainParagraph.isBlank($0) }.count
        var builder = RichTextBuilder(
            bytes: bytes,
            node: node,
            report: report,
            lead: lead.count - skipped
        )
        let named = builder.namedLine(tree.children[0].children)
        let inlines = named.inlines.dropping(lead: lead.count)
        // A name alone names nothing.
        guard !inlines.isEmpty || named.name == nil else { return plain }
        report = builder.report
        let bare = withoutNotes(inlines, at: node.span)
        return RichText(paragraph: bare, named: named.name, at: node.span)
    }

    /// The words of a title, which has no notes; that they are left out is reported.
    private mutating func withoutNotes(_ title: [Inline], at span: Span) -> [Inline] {
        let bare = title.withoutNotes
        if bare != title {
            report.add(
                .warning("a title takes no notes: this one is left out", at: span)
                    .hinting("put the note behind a word of the text below it")
            )
        }
        return bare
    }
}

extension RichText {
    /// One paragraph, and the name that its end gives it.
    fileprivate init(paragraph line: [Inline], named name: String? = nil, at span: Span) {
        var block = RichBlock(.paragraph(line), at: span)
        block.mark = name
        self.init(blocks: [block], span: span)
    }
}

extension [Inline] {
    /// The line without so many bytes of the text that it begins with.
    fileprivate func dropping(lead: Int) -> [Inline] {
        guard case .text(let text)? = first?.content else { return self }
        let rest = String(decoding: text.utf8.dropFirst(lead), as: UTF8.self)
        return (rest.isEmpty ? [] : [Inline(.text(rest), at: self[0].span)]) + dropFirst()
    }
}

/// Text that has nothing for CommonMark to read, which most texts are.
enum PlainParagraph {
    /// The text without blanks at its ends, or nil where it must be parsed.
    static func text(of text: String) -> String? {
        let plain = trimmed(text)
        let bytes = plain.utf8
        guard let first = bytes.first else { return "" }
        if "-+=#>0123456789".utf8.contains(first) { return nil }
        if first >= 0x80, PastedList.begins(plain) { return nil }
        return isFreeOfMarks(plain) ? plain : nil
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

    /// Whether nothing within a line is a mark.
    static func isFreeOfMarks(_ text: String) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
                UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "`"),
                UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "{"),
                UInt8(ascii: "@"), 0x0A, 0x0D, 0:
                return false
            case UInt8(ascii: "/") where previous == UInt8(ascii: "/"): return false
            default: break
            }
            previous = byte
        }
        return true
    }
}
