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
            append(
                inner,
                to: &line,
                as: styled(segment, .superscript),
                in: element
            )
        case .subscript(let inner):
            append(
                inner,
                to: &line,
                as: styled(segment, .subscript),
                in: element
            )
        // Words that lead somewhere already lead nowhere else.
        case .link(_, let inner) where segment.link != nil:
            append(inner, to: &line, as: segment, in: element)
        case .link(let destination, let inner):
            var linked = self.segment(segment, linkedTo: destination, in: element)
            linked.isVerbatim = inner.plainText == destination
            append(inner, to: &line, as: linked, in: element)
        case .language(let tag, let inner):
            // Words that run the other way keep their marks and their order to themselves.
            let isolation = isolation(of: tag)
            var control = segment
            control.isVerbatim = true
            if let isolation { line.append(isolation.open, as: control) }
            append(
                inner,
                to: &line,
                as: spoken(segment, in: tag, element),
                in: element
            )
            if let isolation { line.append(isolation.close, as: control) }
        case .footnote(let blocks):
            append(footnote: blocks, to: &line, as: segment, in: element, origin: inline.span)
        }
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
        // A note may hold links of its own, and so is no part of one.
        let link = flow.structure.nearest(.link, around: inner)
        let outer = link.flatMap { flow.structure[$0].parent } ?? inner
        let (number, isNew) = footnotes.number(ofNoteAt: blocks.first?.span)
        let mark = pack.figures("\(number)")
        if isNew { append(noteOf: blocks, mark: mark, to: &line, as: segment, in: outer, origin) }
        var raised = styled(segment, .superscript)
        raised.element = flow.structure.add(.reference, to: outer, origin: origin)
        raised.isVerbatim = true
        raised.link = nil
        line.append(mark, as: raised)
    }

    /// Hangs a note on a line, and those that are marked in it: the lines of a note carry none.
    private mutating func append(
        noteOf blocks: [RichBlock],
        mark: String,
        to line: inout Line,
        as segment: Line.Segment,
        in outer: ElementID,
        _ origin: Span
    ) {
        let element = flow.structure.add(.note, to: outer, origin: origin)
        let (isInNote, place) = (footnotes.isInNote, footnotes.waiting.count)
        footnotes.isInNote = true
        let body = under(element) { $0.noteBlocks(blocks, mark: mark) }
        footnotes.isInNote = isInNote
        footnotes.waiting.insert(Footnote(blocks: body, element: element), at: place)
        guard !isInNote else { return }
        for note in footnotes.waiting { line.append(.footnote(note), as: segment) }
        footnotes.waiting = []
    }

    private mutating func noteBlocks(_ blocks: [RichBlock], mark: String) -> [Block] {
        let type = type(named: .note, else: self.type(Style()))
        return blocks.enumerated().flatMap { index, block -> [Block] in
            guard index == 0, case .paragraph(let inlines) = block.content else {
                return richBlock(block, type: type)
            }
            let element = element(.paragraph, origin: block.span)
            var line = Line()
            var label = styled(segment(type), .superscript)
            label.isVerbatim = true
            line.append(mark, as: label)
            var gap = segment(type)
            gap.isVerbatim = true
            line.append("\u{2005}", as: gap)
            append(inlines, to: &line, as: segment(type), in: element)
            let content = Block.Content.paragraph(paragraph(line, type: type))
            return [Block(content, style: blockStyle(type), element: element, origin: block.span)]
        }
    }
}
