/// What a part of a document is to somebody who hears it read.
///
/// Sources: ISO 32000-1 (PDF 1.7), section 14.8.4, standard structure types; ISO 32000-2, table 366, for
/// titles.
package enum Role: Hashable, Sendable {
    case document, part, section, division, blockQuote
    case heading(level: Int)
    /// What the whole is called, where its headings are those of its chapters.
    case title
    case paragraph, caption
    case list, listItem, label, listBody
    case table, tableHead, tableBody, tableRow, tableHeader, tableData
    case contents, contentsItem
    case figure, quote, span, link, reference, note

    /// The standard's own name for it.
    package var tag: String {
        switch self {
        case .document: "Document"
        case .part: "Part"
        case .section: "Sect"
        case .division: "Div"
        case .blockQuote: "BlockQuote"
        case .heading(let level): "H\(min(max(level, 1), 6))"
        case .title: "Title"
        case .paragraph: "P"
        case .caption: "Caption"
        case .list: "L"
        case .listItem: "LI"
        case .label: "Lbl"
        case .listBody: "LBody"
        case .table: "Table"
        case .tableHead: "THead"
        case .tableBody: "TBody"
        case .tableRow: "TR"
        case .tableHeader: "TH"
        case .tableData: "TD"
        case .contents: "TOC"
        case .contentsItem: "TOCI"
        case .figure: "Figure"
        case .quote: "Quote"
        case .span: "Span"
        case .link: "Link"
        case .reference: "Reference"
        case .note: "Note"
        }
    }
}

extension Role {
    private static let named = [Role](
        [
            .document, .part, .section, .division, .blockQuote, .title, .paragraph, .caption,
            .list, .listItem, .label, .listBody, .table, .tableHead, .tableBody, .tableRow,
            .tableHeader, .tableData, .contents, .contentsItem, .figure, .quote, .span, .link,
            .reference, .note,
        ] + (1...6).map { .heading(level: $0) }
    )

    /// By the standard's own name; a division where it has another one.
    package init(tag: String) {
        self = Role.named.first { $0.tag == tag } ?? .division
    }
}

/// Who a drawn thing belongs to: an element that is read, or the page's own furniture.
package enum Owner: Hashable, Sendable {
    case element(ElementID)
    case artifact(Artifact)
}

/// What is drawn but not read.
///
/// Source: ISO 32000-1, section 14.8.2.2.
package enum Artifact: String, Hashable, Sendable {
    /// Rules, tints, borders.
    case layout
    /// Running heads and whatever else stands at the head of page after page.
    case header
    /// Folios and whatever else stands at the foot of page after page.
    case footer
    /// Crop, fold and registration marks.
    case page
}
