import Arrangement
import Content
import Diagnostics
import Layouts
import Structure
import Unicode
import Units

extension Composer {
    /// A field of rich text as blocks, its first paragraph in a style of its own if it has one.
    mutating func richText(_ field: Expression, type: Type, opening: StyleID?) -> [Block] {
        checkPath(of: field)
        guard let value = value(of: field), value.isTruthy else { return [] }
        let opening = opening.map { self.type($0) } ?? type
        var result: [Block] = []
        for item in value.items {
            result += richText(item, type: type, opening: result.isEmpty ? opening : type)
        }
        return result
    }

    private mutating func richText(_ value: Value, type: Type, opening: Type) -> [Block] {
        switch value.content {
        case .richText(let text):
            let edition = text.edition(in: language)
            paper.footnotes.beginText()
            return untranslated(edition.language) { composer in
                composer.richBlocks(edition.content.blocks, type: type, opening: opening)
            }
        case .table(let table):
            return self.table(
                of: table,
                recipe: TableRecipe(),
                type: type,
                look: self.type(named: .table, else: type),
                at: value.span
            )
        default:
            let text = text(of: value, by: nil)
            if text.isEmpty { return [] }
            let inline = Inline(.text(text), at: value.span)
            return richBlock(RichBlock(.paragraph([inline]), at: value.span), type: opening)
        }
    }

    /// A text that is there only in another language runs and is punctuated as that one is.
    private mutating func untranslated(
        _ language: String?,
        _ work: (inout Composer) -> [Block]
    ) -> [Block] {
        guard let other = speech.foreign(language), let pack = speech.pack(for: other) else {
            return inLanguage(language, work)
        }
        return inLanguage(other) { composer in
            let home = composer.speech.turn(to: other, pack, isOfLayout: false)
            defer { composer.speech.turnBack(to: home) }
            return work(&composer)
        }
    }

    /// Blocks of another language stand under an element that says so.
    mutating func inLanguage(
        _ language: String?,
        _ work: (inout Composer) -> [Block]
    ) -> [Block] {
        guard let other = speech.foreign(language), let division = element(.division) else {
            return work(&self)
        }
        flow.structure[division].language = other
        return under(division, work)
    }

    private mutating func richBlocks(_ blocks: [RichBlock], type: Type, opening: Type) -> [Block] {
        var result: [Block] = []
        var isOpening = true
        var above: RichBlock.Content?
        for block in blocks {
            var type = (isOpening ? opening : type).below(above, of: block.content)
            var opens = false
            if case .heading(let level, _) = block.content {
                type = self.type(named: .heading(level: level), else: type)
                opens = true
            }
            let made = richBlock(block, type: type)
            result += made
            // The text goes on past what floats.
            if !made.isEmpty, made.allSatisfy({ $0.style.float != .none }) { continue }
            above = block.content
            isOpening = opens
        }
        return result
    }

    /// A paragraph runs as the language does that it is said to be in, or else as its letters do: the
    /// page's direction would put the full stop of another language at the wrong end.
    private func turn(_ paragraph: inout Paragraph, of line: Line) {
        if let language = line.onlyLanguage, language != self.language {
            paragraph.style.isRightToLeft = Language(language).isRightToLeft
        } else if pack.isRightToLeft || mayRunFromRightToLeft(paragraph.text),
            let direction = direction(ofFirstAndMostLettersIn: paragraph.text)
        {
            paragraph.style.isRightToLeft = direction == .rightToLeft
            keepEdge(of: &paragraph)
        }
    }

    /// A ragged text among others keeps their edge, whichever way it runs: a line alone at the other side
    /// of the column belongs to nothing.
    private func keepEdge(of paragraph: inout Paragraph) {
        guard paragraph.style.isRightToLeft != pack.isRightToLeft else { return }
        switch paragraph.style.alignment {
        case .start: paragraph.style.alignment = .end
        case .end: paragraph.style.alignment = .start
        case .centre, .justified: break
        }
    }

    mutating func richBlock(_ block: RichBlock, type: Type) -> [Block] {
        var made = bare(block, type: type)
        guard let mark = block.mark else { return made }
        for index in made.indices { made[index].mark = mark }
        // Headings have theirs, which the outline leads to as well.
        if let first = made.indices.first(where: { made[$0].anchor == nil }) {
            made[first].anchor = name(mark, at: block.span).map { Anchor(name: $0) }
        }
        return made
    }

    private mutating func bare(_ block: RichBlock, type: Type) -> [Block] {
        switch block.content {
        case .paragraph(let inlines): return richParagraph(inlines, type: type, at: block.span)
        case .heading(let level, let inlines):
            return richHeading(inlines, level: level, type: type, of: block).map { [$0] } ?? []
        case .list(let items, let start):
            return [richList(items, start: start, type: type, at: block.span)]
        case .quote(let blocks):
            let quoteType = paper.footnotes.isInNote ? type : self.type(named: .quote, else: type)
            guard let quote = element(.blockQuote, origin: block.span) else { return [] }
            return under(quote) { composer in
                blocks.flatMap { composer.richBlock($0, type: quoteType) }
            }
        case .table(let table): return [richTable(table, type: type, at: block.span)]
        case .rule:
            let colour = house.brand.textColour
            let stripe = Stripe(thickness: .pt(0.5), colour: colour)
            let rule = Block(.rule(stripe), style: blockStyle(type), origin: block.span)
            return [rule.parted(by: resolve(.lines(0.5), size: type.size))]
        }
    }

    /// None where nothing of it is printed.
    private mutating func richParagraph(_ inlines: [Inline], type: Type, at origin: Span) -> [Block]
    {
        let type = inlines.areLinesOfCode ? type.ofCode : type
        let element = element(.paragraph, origin: origin)
        var line = Line()
        append(inlines, to: &line, as: segment(type), in: element)
        if line.text.isEmpty { return [] }
        var paragraph = paragraph(line, type: type)
        keepFirstWordWhole(of: &paragraph, in: element)
        turn(&paragraph, of: line)
        let made = Block(
            .paragraph(paragraph),
            style: blockStyle(type),
            element: element,
            origin: origin
        )
        guard inlines.areLinesOfCode else { return [made] }
        return [made.parted(by: resolve(.lines(0.5), size: type.size))]
    }

    /// Headings inside a text stand below the one that leads to it; a mark without words makes none, which
    /// would be a nameless place in the outline.
    private mutating func richHeading(
        _ inlines: [Inline],
        level: Int,
        type: Type,
        of block: RichBlock
    ) -> Block? {
        guard inlines.plainText.contains(where: { !$0.isWhitespace }) else { return nil }
        return heading(
            level: min(6, level),
            type: type,
            title: titleWithoutNotes(of: inlines, type: type),
            name: block.mark,
            origin: block.span
        ) { composer, element in
            var line = Line()
            composer.append(inlines, to: &line, as: composer.segment(type), in: element)
            return line
        }
    }

    /// What the outline calls a heading that has notes; nil where it has none.
    private mutating func titleWithoutNotes(of inlines: [Inline], type: Type) -> Paragraph? {
        let bare = inlines.withoutNotes
        guard bare != inlines else { return nil }
        var plain = type
        plain.style.capitals = Style.Capitals.none
        var line = Line()
        append(bare, to: &line, as: segment(plain), in: nil)
        return paragraph(line, type: plain)
    }
}

extension Block {
    /// With space above and below.
    func parted(by gap: Length) -> Block {
        var block = self
        block.style.spaceBefore = max(style.spaceBefore, gap)
        block.style.spaceAfter = max(style.spaceAfter, gap)
        return block
    }
}

extension Type {
    /// The type of a part of a text below another: where a gap says that a paragraph begins, an indent would
    /// say it again; where neither does, two paragraphs would be read as one.
    fileprivate func below(_ above: RichBlock.Content?, of content: RichBlock.Content) -> Type {
        guard let above else { return self }
        var type = self
        switch (above, content) {
        case (.list, _), (.quote, _), (.table, _), (.rule, _):
            type.style.indent = style.indent?.hanging
        case (.paragraph(let inlines), _) where inlines.areLinesOfCode:
            type.style.indent = style.indent?.hanging
        case (.paragraph, .paragraph) where isRunTogether: type.style.indent = Self.usualIndent
        default: return self
        }
        return type
    }

    /// Whether nothing tells where its paragraphs begin; those that find the grid with their first line
    /// leave a gap above.
    private var isRunTogether: Bool {
        let isAtStart = style.alignment != .centre && style.alignment != .end
        let isGapless = style.before == nil && style.after == nil && style.grid != .first
        return isAtStart && isGapless && style.indent == nil
    }

    private static let usualIndent = Measure.ems(1.3)
}

extension [Inline] {
    /// Whether they are lines that a program is to read: they stand as they were typed.
    fileprivate var areLinesOfCode: Bool {
        !isEmpty
            && allSatisfy {
                switch $0.content {
                case .code, .lineBreak: true
                default: false
                }
            }
    }
}

extension Type {
    fileprivate var ofCode: Type {
        var type = self
        type.style.indent = .zero
        type.style.alignment = .start
        type.style.hyphenates = false
        return type
    }
}

extension Measure {
    /// An indent that lets only later lines stand in.
    fileprivate var hanging: Measure {
        switch self {
        case .absolute(let length): .absolute(min(length, .zero))
        case .lines(let number): .lines(min(number, 0))
        case .ems(let number): .ems(min(number, 0))
        case .share(let share): .share(min(share, 0))
        case .columns(let number): .columns(min(number, 0))
        }
    }
}
