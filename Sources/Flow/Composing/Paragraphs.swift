import Content
import Diagnostics
import Layouts
import Structure
import Units

extension Composer {
    // MARK: Blocks

    mutating func paragraph(_ runs: [Run], type: Type, recipe: Recipe) -> Block? {
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
    private mutating func anchor(ofCounted runs: [Run], at span: Span) -> Anchor? {
        guard !surroundings.counted.isEmpty, let mark = mark(of: runs) else { return nil }
        return name(mark, at: span).map { Anchor(name: $0) }
    }

    mutating func heading(_ heading: HeadingRecipe, type: Type, recipe: Recipe) -> Block? {
        guard let said = said(by: heading.words) else { return nil }
        let mark = mark(of: heading.words)
        let name = recipe.anchor.map { plainText($0) } ?? mark
        // Capitals are a way of printing: the outline has the words as they are written.
        var plain = type
        plain.style.capitals = Style.Capitals.none
        let title = paragraph(line(of: said, type: plain, in: nil), type: plain)
        var block = self.heading(
            level: heading.level,
            type: type,
            title: title,
            name: name,
            origin: recipe.span
        ) {
            $0.line(of: said, type: type, in: $1)
        }
        // One that no outline lists is led to all the same.
        if block.anchor == nil { block.anchor = mark.map { Anchor(name: $0) } }
        if let mark, let anchor = block.anchor, anchor.name != mark {
            block.anchor?.alias = mark
            places.add(mark, as: anchor.name, of: surroundings.things, at: recipe.span)
        }
        list(heading, as: block, type: type)
        return block
    }

    /// What `{#wells}` at the end of a title names it.
    private func mark(of runs: [Run]) -> String? {
        for case .field(let title) in runs.flatMap(\.template.pieces) {
            guard case .richText(let text)? = value(of: title)?.content,
                let mark = text.edition(in: language).content.blocks.last?.mark
            else { continue }
            return mark
        }
        return nil
    }

    /// A heading with its place in the outline; a level is never passed over.
    mutating func heading(
        level: Int,
        type: Type,
        title: Paragraph? = nil,
        name: String? = nil,
        origin: Span,
        _ words: (inout Composer, ElementID?) -> Line
    ) -> Block {
        let isListed = surroundings.areListed
        let passed = headings.levelsPassed(byOneWrittenAs: level)
        let level = headings.level(of: level, isListed: isListed)
        let element = element(.heading(level: level), origin: origin)
        if let element { flow.structure[element].passedLevels = passed }
        let paragraph = paragraph(words(&self, element), type: type)
        let anchor = Anchor(
            name: isListed ? headings.nextName(given: name) : name ?? "",
            title: Self.outlineTitle(of: (title ?? paragraph).text),
            level: level
        )
        if isListed {
            if let name { places.add(name, as: anchor.name, of: surroundings.things, at: origin) }
            headings.add(anchor)
            headings[entryOf: anchor.name].words = entryWords(of: title ?? paragraph, type: type)
        }
        var style = blockStyle(type)
        style.keepsWithNext = type.style.keepsWithNext ?? true
        return Block(
            .paragraph(paragraph),
            style: style,
            element: element,
            origin: origin,
            anchor: isListed ? anchor : nil
        )
    }

    /// Words without what else happens in them.
    static func outlineTitle(of text: String) -> String {
        let holdsInserts = text.utf8.contains(0xEF)
        return Isolate.removed(
            from: holdsInserts ? text.replacing("\u{FFFC}", with: " ") : text
        )
    }

    // MARK: Runs

    /// Runs as far as content has something to say for them.
    typealias Said = [(run: Run, pieces: [Printed])]

    /// What runs print; nil where they have fields and none of them was given.
    mutating func said(by runs: [Run]) -> Said? {
        var said: Said = []
        var hasField = false
        var isGiven = false
        for run in runs {
            let joins = !said.isEmpty && !run.breaksLine && !run.fillsLine
            let words = printed(
                run.template.pieces,
                after: joins ? .words : hasField && said.isEmpty ? .nothing : .anything
            )
            hasField = hasField || words.fields > 0
            isGiven = isGiven || words.given > 0
            if words.fields > 0, words.given == 0 { continue }
            said.append((run, words.pieces))
        }
        if hasField, !isGiven { return nil }
        return said.isEmpty ? nil : said
    }

    /// What pieces of a template print.
    private struct Words {
        var pieces: [Printed] = []
        /// How many fields of the content they name, and how many of them were given.
        var fields = 0
        var given = 0
        /// Whether a field was not given that stands outside brackets.
        var lacksField = false
    }

    /// What stands in a line before pieces of a template.
    private enum Before {
        /// Words to which marks join them.
        case words
        /// Fields of which none was given: marks that would join these pieces to them are left out.
        case nothing
        case anything
    }

    private mutating func printed(_ pieces: [Template.Piece], after before: Before) -> Words {
        var words = Words()
        for piece in pieces {
            let isFirst =
                words.pieces.isEmpty && before != .words
                && (before == .nothing || words.fields > 0)
            switch piece {
            case .text(let text):
                let text = isFirst ? Self.withoutJoint(text) : text
                if text.isEmpty { continue }
                words.pieces.append(.text(own(text), language: nil, origin: layoutSpan))
            case .field(let expression):
                let value = print(expression)
                if expression.isContent {
                    words.fields += 1
                    if value.isNothing { words.lacksField = true } else { words.given += 1 }
                }
                if !value.isNothing { words.pieces.append(value) }
            case .optional(let inner):
                let inner = printed(
                    inner,
                    after: isFirst ? .nothing : words.pieces.isEmpty ? before : .words
                )
                words.fields += inner.fields
                if inner.lacksField || inner.given == 0 { continue }
                words.pieces += inner.pieces
                words.given += inner.given
            }
        }
        return words
    }

    private static func withoutJoint(_ text: String) -> String {
        String(text.drop { " \u{A0}\u{202F},;:·".contains($0) })
    }

    /// Marks between fields as the page's language has them, whatever stands on either side.
    private func own(_ marks: String) -> String {
        let isMarks = !marks.unicodeScalars.contains { $0.properties.isAlphabetic }
        guard isMarks, !pack.ownMarks.isEmpty else { return marks }
        return marks.reduce(into: "") { $0 += pack.ownMarks[String($1)] ?? String($1) }
    }

    var layoutSpan: Span { layout.span ?? brief.record.span }

    mutating func line(of said: Said, type: Type, in element: ElementID?) -> Line {
        var line = Line()
        for (run, pieces) in said {
            let inner = run.style.map { self.type(layout[$0], in: type) } ?? type
            var segment = segment(inner)
            if run.breaksLine, !line.text.isEmpty { line.append(.lineBreak, as: segment) }
            if run.fillsLine { line.append(.leader(pattern: ""), as: segment) }
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
            append(inlines, to: &line, as: spoken(segment, in: language, element), in: element)
        }
    }

    /// Remembers where the first words of an element were written, which its recipe's place is not.
    private mutating func note(_ origin: Span, asWordsOf element: ElementID?) {
        guard let element, flow.structure[element].words == nil, origin.source != layoutSpan.source
        else { return }
        flow.structure[element].words = origin
    }

    /// The segment in another language, marked so for those who hear it.
    mutating func spoken(
        _ segment: Line.Segment,
        in language: String?,
        _ element: ElementID?
    ) -> Line.Segment {
        guard let language, language != segment.language else { return segment }
        var segment = segment
        segment.language = language
        segment.typedIn = nil
        if let outer = segment.element ?? element, surroundings.areRead {
            let span = flow.structure.add(.span, to: outer, origin: segment.origin)
            flow.structure[span].language = language
            segment.element = span
        }
        return segment
    }

    mutating func segment(
        _ segment: Line.Segment,
        linkedTo destination: String,
        in element: ElementID?
    ) -> Line.Segment {
        if destination.isEmpty { return segment }
        if destination.hasPrefix("#") {
            return self.segment(segment, toPlace: String(destination.dropFirst()), in: element)
        }
        switch LinkDestination.reading(destination) {
        case .success(let destination):
            return self.segment(segment, to: .address(destination.address), in: element)
        case .failure(let objection):
            report.add(
                .warning(.linkToNowhere(destination), at: segment.origin ?? layoutSpan)
                    .hinting(.mend(objection))
            )
            return segment
        }
    }

    mutating func segment(
        _ segment: Line.Segment,
        to target: LinkTarget,
        in element: ElementID?
    ) -> Line.Segment {
        var segment = segment
        segment.link = target
        segment.type = type(inline: .link, in: segment.type)
        if let outer = segment.element ?? element, surroundings.areRead {
            segment.element = flow.structure.add(.link, to: outer, origin: segment.origin)
        }
        return segment
    }

    /// A template as bare text, for names, alternatives and the outline.
    mutating func plainText(_ template: Template) -> String {
        let pieces = printed(template.pieces, after: .anything).pieces
        let text = pieces.map { piece in
            switch piece {
            case .text(let text, _, _, _): text
            case .rich(let inlines, _, _): inlines.plainText
            case .nothing, .insert: ""
            }
        }.joined()
        return Isolate.removed(from: text)
    }
}

extension Expression {
    /// Whether it asks the content, rather than the house or the page.
    fileprivate var isContent: Bool {
        switch source {
        case .path, .count: true
        default: false
        }
    }
}
