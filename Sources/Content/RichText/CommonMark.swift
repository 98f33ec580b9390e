internal import CCommonMark

/// A parsed CommonMark text; the only place that touches the C library's nodes.
///
/// The library reads any bytes to an end and never fails. Footnotes are on, tables are the only
/// extension: the others keep their state in globals, which two texts read at once would share.
struct CommonMarkDocument: ~Copyable {
    private let root: OpaquePointer

    init(_ bytes: [UInt8]) {
        Self.registerExtensions
        let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8)!
        if let table = cmark_find_syntax_extension("table") {
            cmark_parser_attach_syntax_extension(parser, table)
        }
        bytes.withUnsafeBytes { buffer in
            cmark_parser_feed(
                parser,
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                buffer.count
            )
        }
        root = cmark_parser_finish(parser)!
        cmark_parser_free(parser)
    }

    deinit { cmark_node_free(root) }

    private static let registerExtensions: Void = cmark_gfm_core_extensions_ensure_registered()

    /// Copies the tree out; what lies deeper than `depth` is left out and makes the tree shallow.
    func tree(depth: Int) -> CommonMarkNode { Self.copy(of: root, depth: depth) }

    private static func copy(of node: OpaquePointer, depth: Int) -> CommonMarkNode {
        var copy = CommonMarkNode(
            kind: kind(of: node),
            literal: cmark_node_get_literal(node).map { String(cString: $0) } ?? "",
            line: Int(cmark_node_get_start_line(node)),
            column: Int(cmark_node_get_start_column(node)),
            endLine: Int(cmark_node_get_end_line(node))
        )
        var child = cmark_node_first_child(node)
        if depth <= 0, child != nil { copy.isCut = true }
        while depth > 0, let current = child {
            copy.children.append(Self.copy(of: current, depth: depth - 1))
            child = cmark_node_next(current)
        }
        return copy
    }

    private static func kind(of node: OpaquePointer) -> CommonMarkNode.Kind {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: return .document
        case CMARK_NODE_PARAGRAPH: return .paragraph
        case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_BLOCK_QUOTE: return .quote
        case CMARK_NODE_LIST:
            let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
            return .list(start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil)
        case CMARK_NODE_ITEM: return .item
        case CMARK_NODE_CODE_BLOCK: return .codeBlock
        case CMARK_NODE_HTML_BLOCK: return .htmlBlock
        case CMARK_NODE_THEMATIC_BREAK: return .rule
        case CMARK_NODE_FOOTNOTE_DEFINITION: return .note
        case CMARK_NODE_TEXT: return .text
        case CMARK_NODE_SOFTBREAK: return .softBreak
        case CMARK_NODE_LINEBREAK: return .lineBreak
        case CMARK_NODE_CODE: return .code
        case CMARK_NODE_HTML_INLINE: return .html
        case CMARK_NODE_EMPH: return .emphasis
        case CMARK_NODE_STRONG: return .strong
        case CMARK_NODE_LINK:
            return .link(cmark_node_get_url(node).map { String(cString: $0) } ?? "")
        case CMARK_NODE_IMAGE: return .image
        case CMARK_NODE_FOOTNOTE_REFERENCE: return .noteMark
        default: return tableKind(of: node)
        }
    }

    /// The extension makes its kinds at run time, so they can only be told by their names.
    private static func tableKind(of node: OpaquePointer) -> CommonMarkNode.Kind {
        switch String(cString: cmark_node_get_type_string(node)) {
        case "table":
            let count = Int(cmark_gfm_extensions_get_table_columns(node))
            guard let letters = cmark_gfm_extensions_get_table_alignments(node) else {
                return .table(alignments: [])
            }
            return .table(alignments: (0..<count).map { letters[$0] })
        case "table_header", "table_row": return .row
        case "table_cell": return .cell
        default: return .paragraph
        }
    }
}

/// A node of CommonMark, with the place that the library gives it.
struct CommonMarkNode {
    enum Kind {
        case document, paragraph, heading(level: Int), quote, list(start: Int?), item
        case codeBlock, htmlBlock, rule, note
        /// Alignments as letters: `l`, `c`, `r`, or 0.
        case table(alignments: [UInt8])
        case row, cell
        case text, softBreak, lineBreak, code, html, emphasis, strong, link(String), image
        /// Its literal is the number of the note, from one.
        case noteMark
    }

    var kind: Kind
    var literal: String
    /// From one; 0 where the library knows none.
    var line: Int
    /// In bytes, from one.
    var column: Int
    var endLine: Int
    var children: [CommonMarkNode] = []
    /// Whether children were left out, being too deep.
    var isCut = false

    /// The first node that lost what was in it.
    var firstCut: CommonMarkNode? {
        if isCut { return self }
        for child in children {
            if let cut = child.firstCut { return cut }
        }
        return nil
    }
}
