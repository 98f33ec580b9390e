import Diagnostics
import Flow
import Glyphs
import Pages
import Pagination
import Structure
import TypeSupport
import Typesetting
import Units

/// A flow with one stream in one frame, 60 pt wide and `lines` lines of 12 pt tall.
func flow(_ blocks: [Block], lines: Int = 10, columns: Int = 1) -> Flow {
    var flow = Flow()
    flow.streams = [Stream(name: "main", blocks: blocks)]
    flow.masters = ["page": master("page", lines: lines, columns: columns)]
    return flow
}

/// A frame as wide as the text, of a stream that has its name.
func side(_ name: String, top: Frame.Edge, bottom: Frame.Edge) -> Frame {
    Frame(
        name: name,
        left: .pt(20),
        width: .pt(60),
        top: top,
        bottom: bottom,
        filling: .stream(name)
    )
}

func master(_ name: String, lines: Int, columns: Int = 1, furniture: [Frame] = []) -> Master {
    let gutter = 12.0
    let frame = Frame(
        name: "main",
        left: .pt(20),
        width: .pt(60 * Double(columns) + gutter * Double(columns - 1)),
        top: .at(.pt(20)),
        bottom: .at(.pt(20 + 12 * Double(lines))),
        columns: columns,
        gutter: .pt(gutter),
        filling: .stream("main")
    )
    return Master(
        name: name,
        size: Size(width: .pt(300), height: .pt(60 + 12 * Double(lines))),
        frames: [frame] + furniture
    )
}

/// A table of one column, a line a row: `head`, and under it `row-1` and so on.
func tableOfLines(_ count: Int) -> Block {
    func row(_ words: String) -> Table.Row {
        Table.Row(cells: [Table.Cell(blocks: [paragraph(words)])])
    }
    return Block(
        .table(
            Table(
                columns: [.init(width: .share(1))],
                head: [row("head")],
                rows: (1...count).map { row("row-\($0)") }
            )
        )
    )
}

struct Made {
    var document: Document
    var report: Report

    /// The lines of each page, in the order in which they are drawn.
    var pages: [[String]] {
        document.pages.map { page in
            page.fragments.flatMap(\.marks).compactMap { mark in
                guard case .text(let text) = mark else { return nil }
                return text.run.text
            }
        }
    }

    /// Baselines of all text, page by page.
    var baselines: [[Double]] {
        document.pages.map { page in
            page.fragments.flatMap { fragment in
                fragment.marks.compactMap { mark in
                    guard case .text(let text) = mark else { return nil }
                    return (fragment.origin.y + text.origin.y).points
                }
            }
        }
    }
}

func make(_ flow: Flow) -> Made {
    var report = Report()
    let document = makeUp(
        flow,
        typesetting: { _ in
            Typesetter(lines: Monospace(), pictures: [Size(width: .pt(60), height: .pt(120))])
        },
        reporting: &report
    )
    return Made(document: document, report: report)
}

func furniture(_ name: String, at y: Double, _ paragraph: Paragraph) -> Frame {
    Frame(
        name: name,
        left: .pt(20),
        width: .pt(200),
        top: .at(.pt(y)),
        bottom: .at(.pt(y + 12)),
        filling: .furniture([Block(.paragraph(paragraph))], .footer)
    )
}

/// A paragraph that is one insert and nothing else, after `lead`.
func inserting(_ content: Insert.Content, after lead: String = "") -> Paragraph {
    var paragraph = text(lead + "\u{FFFC}")
    paragraph.inserts = [Insert(offset: lead.utf8.count, content: content)]
    return paragraph
}
