import Content
import Diagnostics
import Layouts
import Structure
import Unicode
import Units

extension Composer {
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
            paper.places.add(mark, as: anchor.name, of: surroundings.things, at: recipe.span)
        }
        list(heading, as: block, type: type)
        return block
    }

    /// What `{#wells}` at the end of a title names it.
    func mark(of runs: [RunRecipe]) -> String? {
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
        let passed = paper.headings.levelsPassed(byOneWrittenAs: level)
        let level = paper.headings.level(of: level, isListed: isListed)
        let element = headingElement(level: level, origin: origin)
        if let element { flow.structure[element].passedLevels = passed }
        let paragraph = paragraph(words(&self, element), type: type)
        let words = entryWords(of: title ?? paragraph, type: type)
        let anchor = Anchor(
            name: isListed ? paper.headings.nextName(given: name) : name ?? "",
            title: Self.outlineTitle(of: (title ?? paragraph).text),
            raised: words.raised,
            level: level
        )
        if isListed {
            if let name {
                paper.places.add(name, as: anchor.name, of: surroundings.things, at: origin)
            }
            paper.headings.add(anchor)
            paper.headings[entryOf: anchor.name].words = words
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

    /// Of a heading whose number has been printed, the element that this stands in.
    private mutating func headingElement(level: Int, origin: Span) -> ElementID? {
        guard let begun = paper.headings.takeBegun(), surroundings.areRead else {
            return element(.heading(level: level), origin: origin)
        }
        flow.structure[begun].role = .heading(level: level)
        flow.structure[begun].origin = origin
        return begun
    }

    /// A number is heard as part of its heading, wherever it is printed.
    ///
    /// Source: ISO 14289-1, 7.4.1, by which headings are what the eye takes for them.
    mutating func headingNumber(_ runs: [RunRecipe], type: Type, recipe: Recipe) -> Block? {
        guard let heading = element(.paragraph, origin: recipe.span) else {
            return paragraph(runs, type: type, recipe: recipe)
        }
        let block = under(heading) { $0.paragraph(runs, type: type, recipe: recipe) }
        guard let number = block?.element else {
            flow.structure.withdraw(from: Int(heading.index))
            return block
        }
        flow.structure[number].role = .span
        paper.headings.begin(in: heading)
        return block
    }

    /// Words without what else happens in them.
    static func outlineTitle(of text: String) -> String {
        let holdsInserts = text.holds(0xEF)
        return Isolate.removed(
            from: holdsInserts ? text.replacing("\u{FFFC}", with: " ") : text
        )
    }
}
