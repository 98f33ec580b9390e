import Arrangement
import Content
import Diagnostics
import Layouts
import Structure
import Units

extension Composer {
    mutating func picture(_ recipe: PictureRecipe, type: Type, at span: Span) -> [Block] {
        if let name = recipe.logo { return logo(name, recipe: recipe, type: type, at: span) }
        guard let field = recipe.field else { return [] }
        checkPath(of: field)
        return values(of: field).flatMap { picture(recipe, of: $0, type: type) }
    }

    private mutating func picture(_ recipe: PictureRecipe, of value: Value, type: Type) -> [Block] {
        func part(_ path: KnownField...) -> Value? { brief.registry.value(at: path, from: value) }
        let file = part(.src) ?? value
        let path = text(of: file, by: nil)
        if path.isEmpty { return [] }
        let source = picture(at: PictureSource(path: path, origin: file.span))
        var picture = made(recipe, of: source, type: type)
        if case .number(let x)? = part(.focus, .x)?.content { picture.focusX = x.value }
        if case .number(let y)? = part(.focus, .y)?.content { picture.focusY = y.value }
        let isDecorative = part(.decorative)?.isTruthy ?? false
        let element = isDecorative ? nil : element(.figure, origin: value.span)
        let words = description(part(.alt), by: recipe)
        if let element { flow.structure[element].alternative = words.map { afterCount($0) } }
        if !isDecorative, surroundings.areRead {
            if words == nil { reportNoWords(at: value.span) }
            if let said = part(.alt), let words {
                reportEmptyDescription(words, at: said, of: path, above: part(.caption))
            }
        }
        var block = Block(
            .picture(picture),
            style: blockStyle(type),
            element: element,
            origin: value.span
        )
        let rights = [.credit, .licence].compactMap { part($0) }
        let below = captionsInParallel(part(.caption), rights, recipe: recipe)
        block.style.keepsWithNext = !below.isEmpty
        return below.isEmpty || block.style.float == .none
            ? [block] + below : [floating(block, with: below)]
    }

    /// What a picture shows, in the words of the content or else of the layout; nil where neither says it.
    private mutating func description(_ alternative: Value?, by recipe: PictureRecipe) -> String? {
        let own = recipe.alternative.map { plainText($0) } ?? ""
        let words = alternative.map { text(of: $0, by: nil) } ?? own
        return words.allSatisfy(\.isWhitespace) ? nil : words
    }

    /// A picture that floats takes along what stands below it.
    private func floating(_ picture: Block, with below: [Block]) -> Block {
        var picture = picture
        var whole = Block(.box([]), origin: picture.origin)
        whole.style.float = picture.style.float
        whole.style.spaceBefore = picture.style.spaceBefore
        whole.style.spaceAfter = below.last?.style.spaceAfter ?? .zero
        whole.style.keepsTogether = true
        whole.style.priority = picture.style.priority
        picture.style.float = .none
        picture.style.priority = nil
        whole.content = .box([picture] + below)
        return whole
    }

    private mutating func reportNoWords(at span: Span) {
        let told: Diagnostic =
            house.requiresDescriptions
            ? .error(.figureWithoutWords, at: span) : .warning(.figureWithoutWords, at: span)
        report.add(told.hinting(.describeThePicture))
    }

    /// What stands below a picture; where two languages stand in parallel, in both of them.
    private mutating func captionsInParallel(
        _ caption: Value?,
        _ rights: [Value],
        recipe: PictureRecipe
    ) -> [Block] {
        let own = heard(as: .caption) { $0.captions(caption, rights, recipe: recipe) }
        guard let parallel = surroundings.parallel,
            ([caption].compactMap(\.self) + rights)
                .contains(where: { $0.isThere(in: parallel.language) })
        else { return own }
        let other = speaking(parallel.language) {
            $0.heard(as: .caption) { $0.captions(caption, rights, recipe: recipe) }
        }
        return row(own, other, gutter: parallel.gutter).map { [$0] } ?? own
    }

    private mutating func captions(
        _ caption: Value?,
        _ rights: [Value],
        recipe: PictureRecipe
    ) -> [Block] {
        guard let style = caption == nil ? nil : recipe.captionStyle else {
            return recipe.creditStyle.map { printed(rights, type: type($0)) } ?? []
        }
        var blocks = caption.map { printedText($0, type: type(style)) } ?? []
        guard let smaller = recipe.creditStyle, !blocks.isEmpty else { return blocks }
        let words = printed(rights, type: type(layout[smaller], in: type(style)))
        blocks[blocks.count - 1].append(words: words)
        return blocks
    }

    /// Whose a picture is and on what terms it may be shown, in one paragraph.
    private mutating func printed(_ rights: [Value], type: Type) -> [Block] {
        var blocks: [Block] = []
        for value in rights {
            let words = printedText(value, type: type)
            if blocks.isEmpty {
                blocks = words
            } else {
                blocks[blocks.count - 1].append(words: words)
            }
        }
        return blocks
    }

    private mutating func printedText(_ value: Value, type: Type) -> [Block] {
        if case .richText(let text) = value.content {
            let edition = text.edition(in: language)
            return edition.content.blocks.flatMap { richBlock($0, type: type) }
        }
        let inline = Inline(.text(Self.bound(text(of: value, by: nil))), at: value.span)
        return richBlock(RichBlock(.paragraph([inline]), at: value.span), type: type)
    }

    /// `Photo: A. Sène`: what somebody did stays in a line with the name.
    private static func bound(_ words: String) -> String {
        guard let colon = words.firstIndex(of: ":"),
            words[..<colon].split(separator: " ").count == 1
        else { return words }
        let gap = words.index(after: colon)
        guard gap < words.endIndex, words[gap] == " " else { return words }
        return words[..<gap] + "\u{A0}" + words[words.index(after: gap)...]
    }

    private mutating func logo(
        _ name: String,
        recipe: PictureRecipe,
        type: Type,
        at span: Span
    ) -> [Block] {
        guard let logo = house.brand.logos[name] else { return [] }
        let source = picture(at: PictureSource(path: logo.file, origin: logo.span))
        let element = element(.figure, origin: span)
        let words = logo.alternative[language] ?? logo.alternative["*"]
        if let element { flow.structure[element].alternative = words ?? name }
        return [
            Block(
                .picture(made(recipe, of: source, type: type)),
                style: blockStyle(type),
                element: element,
                origin: span
            )
        ]
    }

    /// The place of a file among the flow's pictures.
    private mutating func picture(at source: PictureSource) -> Int {
        if let known = common.pictures[source.path] { return known }
        flow.pictures.append(source)
        common.pictures[source.path] = flow.pictures.count - 1
        return flow.pictures.count - 1
    }

    private func made(_ recipe: PictureRecipe, of source: Int, type: Type) -> Picture {
        Picture(
            source: source,
            width: extent(recipe.width, size: type.size),
            height: recipe.height.map { resolve($0, size: type.size) },
            maximumHeight: recipe.maximumHeight.map { resolve($0, size: type.size) },
            weight: recipe.weight.map { resolve($0, size: type.size) },
            shape: recipe.shape,
            position: pack.isRightToLeft ? 1 - recipe.position : recipe.position
        )
    }
}

extension Block {
    /// Goes on in the same paragraph with the words of another, a space between.
    fileprivate mutating func append(words blocks: [Block]) {
        guard case .paragraph(var mine) = content,
            case .paragraph(let other)? = blocks.first?.content,
            let last = mine.spans.last
        else { return }
        mine.text += "\u{2002}"
        mine.spans[mine.spans.count - 1].range = last.range.lowerBound..<mine.text.utf8.count
        let shift = mine.text.utf8.count
        mine.text += other.text
        for var span in other.spans {
            span.range = span.range.lowerBound + shift..<span.range.upperBound + shift
            span.element = span.element ?? blocks.first?.element
            mine.spans.append(span)
        }
        content = .paragraph(mine)
    }
}

extension Value {
    /// Whether it is a text that was written in a language.
    fileprivate func isThere(in language: String) -> Bool {
        switch content {
        case .text(let text): text.isThere(in: language)
        case .richText(let text): text.isThere(in: language)
        default: false
        }
    }
}

extension Localized {
    fileprivate func isThere(in language: String) -> Bool {
        guard let found = edition(in: language).language else { return false }
        return LanguageTag(found).isRelated(to: LanguageTag(language))
    }
}
