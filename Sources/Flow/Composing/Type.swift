import Arrangement
import Content
import Layouts
import Unicode
import Units

/// A style with its size in points: what a block, or a stretch of a line, is set in.
///
/// All that is made of it is found again by its identity: styles have sixty properties, too many to
/// be carried about and compared with each line.
struct Type {
    private final class Body {
        let style: Style
        let size: Length
        let isStressed: Bool

        init(_ style: Style, _ size: Length, _ isStressed: Bool) {
            self.style = style
            self.size = size
            self.isStressed = isStressed
        }
    }

    private var body: Body

    /// Where no style says another, and what its ems are of where there is no text: in frames.
    static let usualSize = Length.pt(10)

    init(style: Style, size: Length, isStressed: Bool = false) {
        body = Body(style, size, isStressed)
    }

    var style: Style {
        get { body.style }
        set { body = Body(newValue, body.size, body.isStressed) }
    }

    var size: Length {
        get { body.size }
        set { body = Body(body.style, newValue, body.isStressed) }
    }

    /// Whether it slants otherwise than the text around: the letters of scripts without italics are bold
    /// then, or nobody would see it.
    var isStressed: Bool {
        get { body.isStressed }
        set { body = Body(body.style, body.size, newValue) }
    }

    /// The same for copies, another after any change.
    var identity: ObjectIdentifier { ObjectIdentifier(body) }

    /// In the letters of the text that it stands in: a list in a box is set as the box is.
    func lettered(as text: Type) -> Type {
        guard style.font != text.style.font || size != text.size else { return self }
        var type = self
        type.style.font = text.style.font
        type.style.leading = text.style.leading
        type.style.grid = text.style.grid
        type.size = text.size
        return type
    }

    /// What a stretch inside it is set in where the layout has no style of that name.
    func `as`(_ name: ReservedStyle) -> Type {
        var type = self
        switch name {
        case .emphasis: type.style.isItalic = !(style.isItalic ?? false)
        case .strong: type.style.weight = 700
        case .superscript:
            type.style.rise = .absolute(size * 0.33)
            type.size = size * 0.68
        case .subscript:
            type.style.rise = .absolute(size * -0.12)
            type.size = size * 0.68
        default: break
        }
        return type
    }
}

extension Composer {
    /// The type of a block; what a style leaves open is the house's.
    func type(_ id: StyleID?) -> Type {
        type(id.map { layout[$0] } ?? Style())
    }

    func type(named style: ReservedStyle, else other: Type) -> Type {
        layout.styleNames[style.name].map { type($0) } ?? other
    }

    func type(_ style: Style) -> Type {
        Type(style: style, size: size(style.size ?? .absolute(Type.usualSize), in: Type.usualSize))
    }

    /// The type of a stretch inside a block: what it leaves open is the block's.
    func type(_ style: Style, in outer: Type) -> Type {
        Type(
            style: style.over(outer.style),
            size: style.size.map { size($0, in: outer.size) } ?? outer.size,
            isStressed: outer.isStressed
        )
    }

    mutating func type(inline name: ReservedStyle, in outer: Type) -> Type {
        if let known = common.types.type(inline: name, in: outer, language) { return known }
        var made =
            layout.styleNames[name.name].map { type(layout[$0], in: outer) } ?? outer.as(name)
        if name == .emphasis, made.style.isItalic != outer.style.isItalic {
            made.isStressed.toggle()
        }
        common.types.keep(made, inline: name, in: outer, language)
        return made
    }

    /// The type that a recipe asks for.
    mutating func type(of recipe: Recipe) -> Type {
        if let known = common.types.type(of: recipe.style, language) { return known }
        let made = type(recipe.style)
        common.types.keep(made, of: recipe.style, language)
        return made
    }

    private func size(_ measure: Measure, in outer: Length) -> Length {
        switch measure {
        case .ems(let number), .share(let number): outer * number
        default: resolve(measure, size: outer)
        }
    }

    mutating func textStyle(_ type: Type, language: String) -> TextStyleID {
        if let known = common.types.textStyle(of: type, language, surroundings.own) { return known }
        let id = findTextStyle(type, language: language)
        common.types.keep(id, of: type, language, surroundings.own)
        return id
    }

    private mutating func findTextStyle(_ type: Type, language: String) -> TextStyleID {
        let key = TypeKey(
            style: type.style,
            size: type.size,
            isStressed: type.isStressed,
            language: language,
            own: surroundings.own
        )
        if let known = common.types.textStyle(of: key) { return known }
        let script = speech.script(of: language)
        let id = flow.textStyles.id(of: makeTextStyle(type, script, language: language))
        common.types.keep(id, of: key)
        noteWishes(of: type, for: id, in: script)
        return id
    }

    private func makeTextStyle(_ type: Type, _ script: Script, language: String) -> TextStyle {
        let style = type.style
        let role = style.font ?? "serif"
        let family = house.brand.family(of: role, script: script.description)
        var result = TextStyle(family: family, size: type.size, language: language)
        result.companions = house.brand.fonts[role] ?? [:]
        result.weight = style.weight ?? 400
        result.isItalic = style.isItalic ?? false
        // A slant is foreign to scripts without italics; weight and colour do the work there.
        if type.isStressed { result.uprightWeight = max(result.weight, Self.stressWeight) }
        result.colour = colour(style.colour) ?? house.brand.textColour
        result.features = style.openTypeFeatures(in: script)
        result.tracking = script.isJoined ? 0 : style.tracking ?? 0
        result.rise = style.rise.map { resolve($0, size: type.size) } ?? .zero
        result.isUnderlined = style.isUnderlined ?? false
        return result
    }

    private static let stressWeight = 700

    mutating func paragraphStyle(_ type: Type) -> ParagraphStyle {
        if let known = common.types.paragraphStyle(of: type, language) { return known }
        let made = makeParagraphStyle(type)
        common.types.keep(made, of: type, language)
        return made
    }

    /// Glyphs that are scaled further are seen to be.
    private static let mostStretch = 0.05

    private mutating func makeParagraphStyle(_ type: Type) -> ParagraphStyle {
        let style = type.style
        var result = ParagraphStyle(leading: leading(of: type))
        result.strut = textStyle(type, language: language)
        result.alignment = style.alignment ?? .start
        result.firstIndent = style.indent.map { resolve($0, size: type.size) } ?? .zero
        result.hyphenates = (style.hyphenates ?? false) && pack.hyphenation != nil
        result.hyphenationLeft = pack.hyphenationLeft
        result.hyphenationRight = pack.hyphenationRight
        result.repeatsHyphen = pack.repeatsHyphen
        result.holdsNames = !pack.capitalNouns
        result.isBalanced = style.isBalanced ?? false
        result.hangsPunctuation = style.hangsPunctuation ?? true
        result.hangsMark = style.hangsMark ?? false
        result.orphans = style.orphans ?? 2
        result.widows = style.widows ?? 2
        result.minimumLastLine = style.minimumLastLine ?? 0.15
        result.lastLineGap = style.lastLineGap.map { resolve($0, size: type.size) } ?? .zero
        result.dropCap = style.dropCap ?? 0
        result.stretch = min(max(0, style.stretch ?? 0.02), Self.mostStretch)
        result.letterFit = style.letterFit.map { $0.least...$0.most }
        if let space = style.wordSpace {
            result.wordSpace = space.least...space.most
            result.idealWordSpace = space.ideal
        }
        result.looseness = style.looseness ?? 0
        result.isRightToLeft = pack.isRightToLeft
        if result.isBalanced { result.boundWords = pack.boundWords }
        if style.fitSize != nil || style.fitLines != nil {
            result.fit = ParagraphStyle.Fit(
                minimumSize: style.fitSize.map { resolve($0, size: type.size) } ?? type.size,
                lines: style.fitLines ?? 1,
                takesLinesFirst: style.takesLinesFirst ?? false
            )
        }
        return result
    }

    func leading(of type: Type) -> Length {
        let leading = type.style.leading ?? .lines(1)
        // Lines of the grid are widened with the grid.
        if case .lines = leading { return resolve(leading, size: type.size) }
        return resolve(leading, size: type.size) * pack.leading
    }

    mutating func blockStyle(_ type: Type) -> BlockStyle {
        if let known = common.types.blockStyle(of: type, language, surroundings.own) {
            return known
        }
        let made = makeBlockStyle(type)
        common.types.keep(made, of: type, language, surroundings.own)
        return made
    }

    private func makeBlockStyle(_ type: Type) -> BlockStyle {
        let style = type.style
        func length(_ measure: Measure?) -> Length {
            measure.map { resolve($0, size: type.size) } ?? .zero
        }
        var result = BlockStyle()
        result.spaceBefore = length(style.before)
        result.spaceStretch = length(style.beforeStretch)
        result.spaceAfter = length(style.after)
        result.padding = style.padding.map { insets($0, size: type.size) } ?? .zero
        result.marginLeft = length(pack.isRightToLeft ? style.marginEnd : style.marginStart)
        result.marginRight = length(pack.isRightToLeft ? style.marginStart : style.marginEnd)
        result.reachLeft = length(pack.isRightToLeft ? style.reachEnd : style.reachStart)
        result.reachRight = length(pack.isRightToLeft ? style.reachStart : style.reachEnd)
        result.background = colour(style.background)
        result.radius = length(style.radius)
        result.borderTop = line(style.borderTop)
        result.borderBottom = line(style.borderBottom)
        result.borderLeft = line(pack.isRightToLeft ? style.borderEnd : style.borderStart)
        result.borderRight = line(pack.isRightToLeft ? style.borderStart : style.borderEnd)
        result.keepsWithNext = style.keepsWithNext ?? false
        result.keepsTogether = style.keepsTogether ?? false
        result.keptHeight = style.keptHeight.map { resolve($0, size: type.size) }
        result.breakBefore = style.breakBefore ?? .none
        result.breakHeight = style.breakHeight.map { resolve($0, size: type.size) }
        result.float = style.float ?? .none
        result.grid = style.grid ?? .whole
        result.priority = style.priority
        result.isRightToLeft = pack.isRightToLeft
        return result
    }

    func line(_ border: Style.Border?) -> BlockStyle.Line? {
        guard let border, border.width > .zero, let colour = colour(border.colour) else {
            return nil
        }
        return BlockStyle.Line(width: border.width, colour: colour)
    }

    func insets(_ sides: Style.Sides, size: Length) -> Insets {
        let start = resolve(sides.start, size: size)
        let end = resolve(sides.end, size: size)
        return Insets(
            top: resolve(sides.top, size: size),
            right: pack.isRightToLeft ? start : end,
            bottom: resolve(sides.bottom, size: size),
            left: pack.isRightToLeft ? end : start
        )
    }

    /// A measure in points; a share is of the page's text width.
    func resolve(_ measure: Measure, size: Length) -> Length {
        switch measure {
        case .absolute(let length): length
        case .lines(let number): pitch * number
        case .ems(let number): size * number
        case .share(let share): pageGrid.width * share
        case .columns(let number): pageGrid.width(ofColumns: number)
        }
    }

    func extent(_ breadth: Breadth, size: Length) -> Extent {
        switch breadth {
        case .fixed(let measure): .fixed(resolve(measure, size: size))
        case .share(let share): .share(share)
        case .content: .content
        }
    }
}
