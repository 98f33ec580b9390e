import Content
import Diagnostics
import Layouts
import Structure
import Units

extension Composer {
    /// Adds rich text to a line.
    mutating func append(
        _ inlines: [Inline],
        to line: inout Line,
        as segment: Line.Segment,
        in element: ElementID?
    ) {
        for inline in inlines {
            var segment = segment
            segment.origin = inline.span
            append(inline, to: &line, as: segment, in: element)
        }
    }

    private mutating func append(
        _ inline: Inline,
        to line: inout Line,
        as segment: Line.Segment,
        in element: ElementID?
    ) {
        switch inline.content {
        case .text(let text):
            append(cased(text, as: segment), to: &line, as: segment, in: element)
        case .code(let text):
            var code = styled(segment, .code)
            code.isVerbatim = true
            line.append(text, as: code)
        case .lineBreak: line.append(.lineBreak, as: segment)
        case .emphasis(let inner):
            append(inner, to: &line, as: styled(segment, .emphasis), in: element)
        case .strong(let inner):
            append(inner, to: &line, as: styled(segment, .strong), in: element)
        case .superscript(let inner):
            append(inner, to: &line, as: styled(segment, .superscript), in: element)
        case .subscript(let inner):
            append(inner, to: &line, as: styled(segment, .subscript), in: element)
        // Words that lead somewhere already lead nowhere else.
        case .link(_, let inner) where segment.link != nil:
            append(inner, to: &line, as: segment, in: element)
        case .link(let destination, let inner) where inner.isEmpty:
            append(mentionOf: destination, to: &line, as: segment, in: element)
        case .link(let destination, let inner):
            var linked = self.segment(segment, linkedTo: destination, in: element)
            linked.isVerbatim = inner.plainText == destination
            append(inner, to: &line, as: linked, in: element)
        case .language(let tag, let inner):
            append(inner, in: tag, to: &line, as: segment, in: element)
        case .footnote(let blocks):
            append(footnote: blocks, to: &line, as: segment, in: element, origin: inline.span)
        }
    }

    /// Adds words of another language; those that run the other way keep their marks and their order to
    /// themselves.
    private mutating func append(
        _ inlines: [Inline],
        in language: String,
        to line: inout Line,
        as segment: Line.Segment,
        in element: ElementID?
    ) {
        let isolation = isolation(of: language)
        var control = segment
        control.isVerbatim = true
        if let isolation { line.append(isolation.open, as: control) }
        append(inlines, to: &line, as: spoken(segment, in: language, element), in: element)
        if let isolation { line.append(isolation.close, as: control) }
    }

    private mutating func styled(_ segment: Line.Segment, _ name: ReservedStyle) -> Line.Segment {
        var segment = segment
        segment.type = type(inline: name, in: segment.type)
        segment.isShifted = segment.isShifted || name == .superscript || name == .subscript
        return segment
    }

    private mutating func append(
        footnote blocks: [RichBlock],
        to line: inout Line,
        as segment: Line.Segment,
        in element: ElementID?,
        origin: Span
    ) {
        guard surroundings.areRead, let inner = segment.element ?? element else { return }
        line.dropBlankBeforeMark()
        // A note may hold links of its own, and so is no part of one.
        let link = flow.structure.nearest(.link, around: inner)
        let outer = link.flatMap { flow.structure[$0].parent } ?? inner
        let (number, isNew) = paper.footnotes.number(
            ofNoteAt: blocks.first?.span,
            naming: &paper.headings
        )
        if isNew { append(noteOf: blocks, number, to: &line, as: segment, in: outer, origin) }
        let reference = flow.structure.add(.reference, to: outer, origin: origin)
        line.append(
            pack.figures("\(number.value)"),
            as: figures(segment, leadingTo: number.note, in: reference)
        )
    }

    /// The raised number of a note, which leads from its mark to its words, or back.
    private mutating func figures(
        _ segment: Line.Segment,
        leadingTo name: String,
        in element: ElementID?
    ) -> Line.Segment {
        var raised = styled(segment, .superscript)
        raised.isVerbatim = true
        raised.link = .anchor(name)
        raised.element = element.map {
            flow.structure.add(.link, to: $0, origin: segment.origin)
        }
        return raised
    }

    /// Hangs a note on a line, and those that are marked in it: the lines of a note carry none.
    private mutating func append(
        noteOf blocks: [RichBlock],
        _ number: FootnoteNumbers.Number,
        to line: inout Line,
        as segment: Line.Segment,
        in outer: ElementID,
        _ origin: Span
    ) {
        let element = flow.structure.add(.note, to: outer, origin: origin)
        let (isInNote, place) = (paper.footnotes.isInNote, paper.footnotes.waiting.count)
        paper.footnotes.isInNote = true
        let body = under(element) { $0.noteBlocks(blocks, number) }
        paper.footnotes.isInNote = isInNote
        let note = Footnote(blocks: body, element: element, mark: Anchor(name: number.mark))
        paper.footnotes.waiting.insert(note, at: place)
        guard !isInNote else { return }
        for note in paper.footnotes.waiting { line.append(.footnote(note), as: segment) }
        paper.footnotes.waiting = []
    }

    private mutating func noteBlocks(
        _ blocks: [RichBlock],
        _ number: FootnoteNumbers.Number
    ) -> [Block] {
        let type = type(named: .note, else: self.type(Style()))
        var made = blocks.enumerated().flatMap { index, block -> [Block] in
            guard index == 0, case .paragraph(let inlines) = block.content else {
                return richBlock(block, type: type)
            }
            let element = element(.paragraph, origin: block.span)
            var line = Line()
            let label = figures(
                segment(type),
                leadingTo: number.mark,
                in: self.element(.label, in: element)
            )
            line.append(pack.figures("\(number.value)"), as: label)
            var gap = segment(type)
            gap.isVerbatim = true
            line.append("\u{2005}", as: gap)
            append(inlines, to: &line, as: segment(type), in: element)
            let content = Block.Content.paragraph(paragraph(line, type: type))
            return [Block(content, style: blockStyle(type), element: element, origin: block.span)]
        }
        if !made.isEmpty { made[0].anchor = Anchor(name: number.note) }
        return made
    }
}
