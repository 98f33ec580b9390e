/// A style that is looked up by its name, where a text rather than a recipe asks for it.
///
/// A layout that has none of that name leaves such words as the house sets them.
package enum ReservedStyle: Hashable, Sendable {
    case emphasis, strong, superscript, `subscript`, code, link
    case note, quote, list, listLabel
    case heading(level: Int)
    case contentsTitle, contentsBeneath
    case contents(level: Int)
    case table, tableHead, tableCell

    /// As `styles:` of a layout has it.
    package var name: String {
        switch self {
        case .emphasis: "emphasis"
        case .strong: "strong"
        case .superscript: "superscript"
        case .subscript: "subscript"
        case .code: "code"
        case .link: "link"
        case .note: "note"
        case .quote: "quote"
        case .list: "list"
        case .listLabel: "list-label"
        case .heading(let level): "heading-\(level)"
        case .contentsTitle: "contents-title"
        case .contentsBeneath: "contents-beneath"
        case .contents(let level): "contents-\(level)"
        case .table: "table"
        case .tableHead: "table-head"
        case .tableCell: "table-cell"
        }
    }

    /// What is set in it, and how where the layout has no such style.
    var help: String {
        switch self {
        case .emphasis: "Emphasis in rich text: italic, or upright in italic."
        case .strong: "Strong emphasis: bold."
        case .superscript:
            "Raised letters, endings of ordinals, and the marks of footnotes: two thirds as large, a "
                + "third of the size higher."
        case .subscript: "Lowered letters: two thirds as large."
        case .code: "Code: as what stands around it."
        case .link: "Addresses and whatever leads somewhere: as what stands around it."
        case .note:
            "Footnotes, at the foot of the page that their marks stand on, numbered through the paper: "
                + "in the layout’s usual type."
        case .quote: "Quoted paragraphs: as the text."
        case .list: "Lists: as the text."
        case .listLabel: "Their numbers and bullets: as the list."
        case .heading: "Headings within rich text, up to `heading-6`: as the text."
        case .contentsTitle: "The title of contents: as the contents."
        case .contentsBeneath: "What stands beneath an entry of contents: as the entry."
        case .contents: "Entries of contents by their level, up to `contents-6`: as the contents."
        case .table: "A table as a block: as the text."
        case .tableHead: "Cells of the head of a table that names no `head-style`: as the table."
        case .tableCell: "Other cells, where it names no `cell-style`: as the table."
        }
    }

    package var example: String {
        switch self {
        case .emphasis: "emphasis: {weight: semibold}"
        case .strong: "strong: {weight: bold, colour: primary}"
        case .superscript: "superscript: {features: [sups]}"
        case .subscript: "subscript: {features: [subs]}"
        case .code: "code: {size: 0.9em, colour: quiet}"
        case .link: "link: {colour: primary, underline: yes}"
        case .note: "note: {size: 7.5pt, leading: 9.5pt}"
        case .quote: "quote: {italic: yes, margin-start: 1em}"
        case .list: "list: {after: 3pt}"
        case .listLabel: "list-label: {colour: primary, weight: bold}"
        case .heading: "heading-2: {weight: bold, before: 1 line}"
        case .contentsTitle: "contents-title: {size: 14pt, after: 1 line}"
        case .contentsBeneath: "contents-beneath: {size: 8pt, colour: quiet}"
        case .contents: "contents-1: {weight: bold, before: 0.5 lines}"
        case .table: "table: {before: 1 line, after: 1 line}"
        case .tableHead: "table-head: {weight: bold}"
        case .tableCell: "table-cell: {figures: tabular}"
        }
    }

    /// One of each, in the order of the reference.
    package static let all: [ReservedStyle] = [
        .emphasis, .strong, .superscript, .subscript, .code, .link, .note, .quote, .list,
        .listLabel,
        .heading(level: 1), .contentsTitle, .contents(level: 1), .contentsBeneath, .table,
        .tableHead,
        .tableCell,
    ]
}
