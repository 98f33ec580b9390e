import Arrangement
import Diagnostics
import Layouts
import Structure
import Units

/// A table of contents that waits for the headings after it.
struct PendingContents {
    /// The anchor of the block that stands in its place.
    var name: String
    /// The stream it stands in.
    var stream: Int
    var recipe: ContentsRecipe
    /// The headings before it, and the level of the last of them.
    var headingsBefore: Int
    var level: Int
    var type: Type
    var element: ElementID?
    var span: Span
}

extension Composer {
    /// Puts an empty box where contents will stand.
    mutating func placeContents(
        _ contentsRecipe: ContentsRecipe,
        type: Type,
        recipe: Recipe
    ) -> [Block] {
        var result: [Block] = []
        let titleType = self.type(named: .contentsTitle, else: type)
        if let block = paragraph(contentsRecipe.title, type: titleType, recipe: recipe) {
            var block = block
            block.style.keepsWithNext = true
            block.anchor = titleAnchor(of: block)
            // As the outline has it: beside the heading above, so that none is passed over.
            if let title = block.element, let level = block.anchor?.level {
                flow.structure[title].role = .heading(level: level)
            }
            result.append(block)
        }
        let pending = PendingContents(
            name: "contents-\(paper.contents.count + 1)",
            stream: flow.streams.count,
            recipe: contentsRecipe,
            headingsBefore: paper.headings.anchors.count,
            level: paper.headings.lastLevel,
            type: type,
            element: element(.contents, origin: recipe.span),
            span: recipe.span
        )
        paper.contents.append(pending)
        let place = Anchor(name: pending.name)
        result.append(Block(.box([]), element: pending.element, origin: recipe.span, anchor: place))
        return result
    }

    /// The outline lists contents, and they are what their pages are about; they do not list themselves.
    private func titleAnchor(of block: Block) -> Anchor? {
        guard case .paragraph(let title) = block.content else { return nil }
        return Anchor(
            name: "contents-title-\(paper.contents.count + 1)",
            title: title.text,
            level: max(paper.headings.lastLevel, 1),
            isOfContents: true
        )
    }

    /// Fills contents, wherever they stand, once every heading is known.
    mutating func fillContents() {
        guard !paper.contents.isEmpty else { return }
        var made: [String: [Block]] = [:]
        for pending in paper.contents { made[pending.name] = entries(of: pending) }
        func others(insteadOf block: Block) -> [Block]? {
            guard var entries = block.anchor.flatMap({ made[$0.name] }) else { return nil }
            for index in entries.indices { entries[index].thing = block.thing }
            if !entries.isEmpty, block.style.breakBefore != .none {
                entries[0].style.breakBefore = block.style.breakBefore
            }
            return entries
        }
        for stream in flow.streams.indices {
            let blocks = flow.streams[stream].blocks
            // Long papers are rebuilt only where some stand.
            guard blocks.contains(where: { $0.hasBlock { others(insteadOf: $0) != nil } })
            else { continue }
            flow.streams[stream].blocks = blocks.replacing(others)
        }
    }

    /// Keeps what contents say of a heading besides its words.
    mutating func list(_ recipe: HeadingRecipe, as heading: Block, type: Type) {
        guard let name = heading.anchor?.name, heading.anchor?.level != nil else { return }
        paper.headings[entryOf: name].number = plainWords(of: recipe.number, type: type)
        paper.headings[entryOf: name].beneath = plainWords(of: recipe.beneath, type: type)
    }

    private mutating func plainWords(of runs: [RunRecipe], type: Type) -> String? {
        guard let said = said(by: runs) else { return nil }
        return paragraph(line(of: said, type: type, in: nil), type: type).text
    }

    /// The words of a title as it prints them, with what its writer set apart in them.
    mutating func entryWords(of title: Paragraph, type: Type) -> [ContentsEntry.Words] {
        let text = Array(title.text.utf8)
        return title.spans.map { span in
            let style = flow.textStyles[span.style]
            let usual = flow.textStyles[textStyle(type, language: style.language)]
            return ContentsEntry.Words(
                text: Self.outlineTitle(of: String(decoding: text[span.range], as: UTF8.self)),
                style: style.setApart(from: usual)
            )
        }
    }

    /// Each entry refers to what it leads to, as its own standard type wants.
    ///
    /// Source: ISO 32000-1, table 333, of what TOCI may hold.
    private mutating func entries(of pending: PendingContents) -> [Block] {
        var lists = pending.element.map { ListsOfContents(outermost: $0) }
        let headings = paper.headings.anchors(listedBy: pending)
        let blocks = headings.map { heading in
            let type = self.type(named: .contents(level: heading.level ?? 1), else: pending.type)
            let list = lists?.list(ofLevel: heading.level ?? 1, in: &flow.structure)
            let item = list.flatMap { element(.contentsItem, in: $0) }
            var segment = segment(type)
            segment.origin = pending.span
            segment.element = item
            segment.link = .anchor(heading.name)
            segment.isVerbatim = true
            if let item {
                let reference = flow.structure.add(.reference, to: item)
                segment.element = flow.structure.add(.link, to: reference)
            }
            var line = Line()
            let entry = paper.headings[entryOf: heading.name]
            if let number = entry.number {
                line.append(number + Self.afterNumber, as: segment)
            }
            for words in entry.words {
                var segment = segment
                if let style = words.style { segment.type = self.type(inline: style, in: type) }
                append(words.text, to: &line, as: segment, in: item)
            }
            line.append(.leader(pattern: pending.recipe.hasLeaders ? "." : ""), as: segment)
            line.append(.pageOf(anchor: heading.name), as: segment)
            if let beneath = entry.beneath {
                segment.type = self.type(named: .contentsBeneath, else: type)
                line.append(.lineBreak, as: segment)
                line.append(beneath, as: segment)
            }
            return Block(
                .paragraph(paragraph(line, type: type)),
                style: blockStyle(type),
                element: item,
                origin: pending.span
            )
        }
        return held(blocks, ofLevels: headings.map { $0.level ?? 1 })
    }

    /// Entries with the chapter that they belong to, where those of it are few: at the head of a page, the
    /// last two of a chapter tell of none, and leave the rest of it white.
    private func held(_ entries: [Block], ofLevels levels: [Int]) -> [Block] {
        let top = levels.min() ?? 1
        let starts = levels.indices.filter { levels[$0] == top }
        var held = entries
        for (start, end) in zip(starts, starts.dropFirst() + [entries.count])
        where end - start <= Self.entriesHeld {
            for index in start..<end - 1 { held[index].style.keepsWithNext = true }
        }
        return held
    }

    /// More of them are too many to be left white at the foot of a page.
    private static let entriesHeld = 6

    /// An en that no line ends at.
    private static let afterNumber = "\u{A0}\u{A0}"
}

/// What a table of contents says of a heading.
struct ContentsEntry {
    struct Words {
        var text: String
        /// In which its writer has set it apart; nil for the rest.
        var style: ReservedStyle?
    }

    var number: String?
    var words: [Words] = []
    var beneath: String?
}

extension [ContentsEntry.Words] {
    /// Bytes of the whole that stand raised.
    var raised: [Range<Int>] {
        var (ranges, end) = ([Range<Int>](), 0)
        for words in self {
            let start = end
            end += words.text.utf8.count
            if words.style == .superscript { ranges.append(start..<end) }
        }
        return ranges
    }
}

/// Contents within contents: those of a chapter stand in a list of their own, in that of the chapters.
///
/// Source: ISO 32000-1, table 333, of TOC.
private struct ListsOfContents {
    private var open: [(list: ElementID, level: Int?)]

    init(outermost: ElementID) { open = [(outermost, nil)] }

    /// The list in which an entry stands; the first entry says of what level the outermost is.
    mutating func list(ofLevel level: Int, in structure: inout StructureTree) -> ElementID {
        while open.count > 1, let innermost = open[open.count - 1].level, innermost > level {
            open.removeLast()
        }
        let (list, known) = open[open.count - 1]
        guard let known, known < level else {
            open[open.count - 1].level = level
            return list
        }
        open.append((structure.add(.contents, to: list), level))
        return open[open.count - 1].list
    }
}

extension TextStyle {
    /// The style in which words of a line differ from the others.
    fileprivate func setApart(from usual: TextStyle) -> ReservedStyle? {
        if rise > usual.rise { return .superscript }
        if rise < usual.rise { return .subscript }
        if isItalic != usual.isItalic { return .emphasis }
        return weight > usual.weight ? .strong : nil
    }
}
