import Diagnostics
import YAML

/// How much one rich text may hold.
enum RichTextLimits {
    /// Bytes.
    static let length = 128 << 10
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
            let inline = Inline(.text(line), at: node.span)
            return RichText(
                blocks: [RichBlock(.paragraph([inline]), at: node.span)],
                span: node.span
            )
        }
        guard text.utf8.count <= RichTextLimits.length else {
            report.add(
                .error("this text is longer than one text may be", at: node.span)
                    .hinting("part it into sections")
            )
            return RichText(blocks: [], span: node.span)
        }
        let bytes = Array(text.utf8)
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
        report = builder.report
        return RichText(blocks: blocks, span: node.span)
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
        var previous: UInt8 = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
                UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "`"),
                UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "{"), 0x0A,
                0x0D, 0:
                return nil
            case UInt8(ascii: "/") where previous == UInt8(ascii: "/"): return nil
            default: break
            }
            previous = byte
        }
        return plain
    }
}
