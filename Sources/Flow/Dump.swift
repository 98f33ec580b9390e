import Arrangement
import Structure
import Unicode
import Units

extension Flow {
    /// The flow as indented text: streams, masters, structure.
    package func dump() -> String {
        var writer = FlowWriter(styles: textStyles)
        writer.line("flow lang=\(metadata.language)\(isRightToLeft ? " right-to-left" : "")")
        writer.line("title ‘\(metadata.title)’")
        if let grid { writer.line("grid \(grid.pitch) from \(grid.start)") }
        if let pages = fit?.pages {
            writer.line("fit \(fit?.isAtMost == true ? "at most " : "")\(pages) pages")
        }
        if let fill = fit?.lastFill {
            writer.line("fit last page to \(fill)")
        }
        for (index, picture) in pictures.enumerated() {
            writer.line("picture \(index) \(picture.path)")
        }
        for (index, style) in textStyles.all.enumerated() {
            writer.line("style \(index) \(style.dump())")
        }
        for (_, master) in masters.sorted(by: { $0.key < $1.key }) { writer.write(master) }
        for stream in streams {
            writer.line("stream \(stream.name)")
            writer.write(stream.blocks)
        }
        return writer.text + "structure\n" + structure.dump()
    }
}

extension TextStyle {
    func dump() -> String {
        var text = "\(family) \(weight)\(isItalic ? " italic" : "") \(size) \(colour) \(language)"
        if let uprightWeight, !Language(language).usualScript.hasItalics {
            text += " upright \(uprightWeight)"
        }
        if !features.isEmpty { text += " \(features.joined(separator: ","))" }
        if tracking != 0 { text += " tracking \((tracking * 1000).inHundredths)‰" }
        if rise != .zero { text += " rise \(rise)" }
        if isUnderlined { text += " underlined" }
        return text
    }
}

/// Writes blocks as indented text.
struct FlowWriter {
    let styles: TextStyles
    var text = ""
    private var depth = 0

    init(styles: TextStyles) { self.styles = styles }

    mutating func line(_ words: String) {
        text += String(repeating: "  ", count: depth) + words + "\n"
    }

    mutating func indented(_ work: (inout FlowWriter) -> Void) {
        depth += 1
        work(&self)
        depth -= 1
    }

    mutating func write(_ master: Master) {
        line("master \(master.name) \(master.size)")
        for frame in master.frames {
            indented { writer in
                let across = "\(frame.left.points.inHundredths)+\(frame.width.points.inHundredths)"
                let limit = frame.limit.map { " within \(Self.words($0))" } ?? ""
                let down = "\(Self.words(frame.top)) to \(Self.words(frame.bottom))\(limit)"
                let columns = frame.columns > 1 ? " in \(frame.columns) columns" : ""
                let joins = frame.joinsText ? " joins text" : ""
                let least = frame.leastSize.inHundredths
                let shrinks = frame.leastSize < 1 ? " shrinks to \(least)" : ""
                switch frame.filling {
                case .stream(let name):
                    writer.line(
                        "frame \(frame.name) \(across) \(down)\(columns) stream \(name)\(joins)\(shrinks)"
                    )
                case .furniture(let blocks, let kind):
                    let opening = frame.openingLevel.map { " unless opened by \($0)" } ?? ""
                    writer.line("frame \(frame.name) \(across) \(down) \(kind.rawValue)\(opening)")
                    writer.write(blocks)
                }
            }
        }
    }

    private static func words(_ edge: Frame.Edge) -> String {
        switch edge {
        case .at(let length): length.points.inHundredths
        case .beside(let name, let gap): "\(name)+\(gap.points.inHundredths)"
        case .content: "content"
        }
    }

    mutating func write(_ blocks: [Block]) {
        indented { writer in for block in blocks { writer.write(block) } }
    }

    private mutating func write(_ block: Block) {
        let marks = Self.marks(of: block)
        switch block.content {
        case .paragraph(let paragraph): line("paragraph\(marks) \(words(of: paragraph))")
        case .list(let items):
            line("list\(marks)")
            for item in items {
                indented { writer in
                    writer.line("item \(writer.words(of: item.label)) indent \(item.indent)")
                    writer.write(item.body)
                }
            }
        case .table(let table): write(table, marks)
        case .picture(let picture):
            line("picture\(marks) \(picture.source) \(Self.words(picture.width))")
        case .rule(let stripe): line("rule\(marks) \(stripe.thickness) \(stripe.colour)")
        case .box(let inner):
            line("box\(marks)")
            write(inner)
        case .columns(let count, _, let inner):
            line("columns \(count)\(marks)")
            write(inner)
        case .row(let cells, let gutter):
            line("row\(marks) gutter \(gutter)")
            for cell in cells {
                indented { writer in
                    writer.line("cell \(Self.words(cell.width)) \(cell.alignment.rawValue)")
                    writer.write(cell.blocks)
                }
            }
        case .chart(let chart):
            line("chart \(chart.form.rawValue)\(marks)")
            for entry in chart.entries {
                indented { writer in
                    let words = "\(writer.words(of: entry.label)) \(writer.words(of: entry.figure))"
                    writer.line("\(words) \(entry.value.inHundredths) \(entry.colour)")
                }
            }
        case .code(let code): line("code\(marks) ‘\(code.payload)’ \(code.side)")
        case .space(let height): line("space \(height)")
        }
    }

    private mutating func write(_ table: Table, _ marks: String) {
        let widths = table.columns.map { Self.words($0.width) }.joined(separator: ", ")
        line("table\(marks) \(widths)")
        for (kind, rows) in [("head", table.head), ("row", table.rows)] {
            for row in rows {
                indented { writer in
                    writer.line(kind)
                    for cell in row.cells { writer.write(cell.blocks) }
                }
            }
        }
    }

    private static func words(_ extent: Extent) -> String {
        switch extent {
        case .fixed(let length): length.description
        case .share(let share): "\(share.inHundredths) parts"
        case .content: "content"
        }
    }

    private static func marks(of block: Block) -> String {
        var words = ""
        let style = block.style
        if style.spaceBefore != .zero { words += " before \(style.spaceBefore)" }
        if style.spaceStretch != .zero { words += " stretch \(style.spaceStretch)" }
        if style.spaceAfter != .zero { words += " after \(style.spaceAfter)" }
        if style.reaches { words += " reach \(style.reachLeft), \(style.reachRight)" }
        if style.keepsWithNext { words += " keep-with-next" }
        if style.keepsTogether { words += " keep-together" }
        if style.float != .none { words += " float-\(style.float.rawValue)" }
        if style.breakBefore != .none { words += " break-\(style.breakBefore.rawValue)" }
        if let height = style.breakHeight { words += " from \(height)" }
        if let priority = style.priority { words += " priority \(priority)" }
        if let anchor = block.anchor { words += " #\(anchor.name)" }
        if let continuation = block.continuation {
            words += continuation.begins ? " to-be-continued" : " continued"
        }
        return words
    }

    /// Text with the numbers of its styles, narrow and no-break spaces made visible.
    private func words(of paragraph: Paragraph) -> String {
        let bytes = Array(paragraph.text.utf8)
        let spans = paragraph.spans.map { span -> String in
            let text = String(decoding: bytes[span.range], as: UTF8.self)
            let link = span.link == nil ? "" : "→"
            return "\(span.style.index)\(link)‘\(Self.visible(text))’"
        }
        let inserts = paragraph.inserts.map { " @\($0.offset) \(Self.words($0.content))" }
        return spans.joined() + inserts.joined()
    }

    private static func words(_ insert: Insert.Content) -> String {
        switch insert {
        case .lineBreak: "new line"
        case .leader: "leader"
        case .footnote(let note): "note of \(note.blocks.count)"
        case .pageNumber: "page"
        case .pageCount: "pages"
        case .pageOf(let anchor): "page of #\(anchor)"
        case .runningTitle(let level, let which): "heading \(level) \(which.rawValue)"
        }
    }

    private static func visible(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xA0: result += "⍽"
            case 0x202F: result += "‿"
            case 0xFFFC: result += "◊"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
