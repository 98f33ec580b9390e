import Content
import Diagnostics
import Layouts
import Structure
import Units

extension Composer {
    mutating func paragraph(_ runs: [RunRecipe], type: Type, recipe: Recipe) -> Block? {
        guard let said = said(by: runs) else { return nil }
        let element = element(.paragraph, origin: recipe.span)
        let line = line(of: said, type: type, in: element)
        var paragraph = paragraph(line, type: type)
        keepFirstWordWhole(of: &paragraph, in: element)
        return Block(
            .paragraph(paragraph),
            style: blockStyle(type),
            element: element,
            origin: recipe.span,
            anchor: recipe.anchor.map { Anchor(name: plainText($0)) }
                ?? anchor(ofCounted: runs, at: recipe.span)
        )
    }

    /// The name that the title of what is counted ends with.
    private mutating func anchor(ofCounted runs: [RunRecipe], at span: Span) -> Anchor? {
        guard !surroundings.counted.isEmpty, let mark = mark(of: runs) else { return nil }
        return name(mark, at: span).map { Anchor(name: $0) }
    }

    /// Where the layout begins: what stands in its file was written by whoever keeps it.
    var layoutSpan: Span { layout.span ?? brief.record.span }

    mutating func line(of said: Said, type: Type, in element: ElementID?) -> Line {
        var line = Line()
        for (run, pieces) in said {
            let inner = run.style.map { self.type(layout[$0], in: type) } ?? type
            var segment = segment(inner)
            if run.breaksLine, !line.text.isEmpty { line.append(.lineBreak, as: segment) }
            if run.fillsLine {
                let leads = run.hasLeaders && !line.text.isEmpty
                line.append(.leader(pattern: leads ? "." : ""), as: segment)
            }
            if let link = run.link {
                segment = self.segment(segment, linkedTo: plainText(link), in: element)
            }
            for piece in pieces { append(piece, to: &line, as: segment, in: element) }
        }
        return line
    }

    private mutating func append(
        _ piece: Printed,
        to line: inout Line,
        as segment: Line.Segment,
        in element: ElementID?
    ) {
        switch piece {
        case .nothing: break
        case .insert(let content): line.append(content, as: segment)
        case .text(let text, let language, let origin, let link):
            var segment = segment
            segment.origin = origin
            note(origin, asWordsOf: element)
            if let link, segment.link == nil {
                segment = self.segment(segment, to: link, in: element)
                segment.isVerbatim = true
            }
            segment = spoken(segment, in: language, element)
            append(cased(text, as: segment), to: &line, as: segment, in: element)
        case .rich(let inlines, let language, let origin):
            var segment = segment
            segment.origin = origin
            note(origin, asWordsOf: element)
            let isolation = isolation(of: inlines, in: language)
            var control = segment
            control.isVerbatim = true
            if let isolation { line.append(isolation.open, as: control) }
            append(inlines, to: &line, as: spoken(segment, in: language, element), in: element)
            if let isolation { line.append(isolation.close, as: control) }
        }
    }

    /// Remembers where the first words of an element were written, which its recipe's place is not.
    private mutating func note(_ origin: Span, asWordsOf element: ElementID?) {
        guard let element, flow.structure[element].words == nil, origin.source != layoutSpan.source
        else { return }
        flow.structure[element].words = origin
    }
}
