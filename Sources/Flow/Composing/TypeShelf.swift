import Layouts
import Units

/// What a text style is known by while a document is composed.
struct TypeKey: Hashable {
    var style: Style
    var size: Length
    var isStressed: Bool
    var language: String
    /// What `own` stands for.
    var own: Colour?

    /// Styles have sixty properties; these few tell most of them apart.
    func hash(into hasher: inout Hasher) {
        hasher.combine(size.points)
        hasher.combine(style.weight)
        hasher.combine(style.font)
        hasher.combine(language)
    }
}

/// Types and what was made of them: a paper asks for few, and for each with every line.
struct TypeShelf {
    /// A type as it is used: what is made of it differs with the language and with what `own` is.
    private struct Use: Hashable {
        var type: ObjectIdentifier
        var language: String
        var own: Colour?
    }

    private struct Block: Hashable {
        var style: StyleID?
        var language: String
    }

    /// A stretch inside what is set in a type.
    private struct Stretch: Hashable {
        var outer: ObjectIdentifier
        var name: ReservedStyle
        var language: String
    }

    private var blocks: [Block: Type] = [:]
    private var stretches: [Stretch: Type] = [:]
    private var textStyles: [Use: TextStyleID] = [:]
    private var paragraphStyles: [Use: ParagraphStyle] = [:]
    private var blockStyles: [Use: BlockStyle] = [:]
    /// By their looks: types that were made apart may look alike.
    private var looks: [TypeKey: TextStyleID] = [:]
    /// Kept, so that no other comes to have its identity.
    private var kept: [ObjectIdentifier: Type] = [:]

    /// Types are made anew for emphasis and the like; past so many all are forgotten.
    private static let most = 512

    func type(of style: StyleID?, _ language: String) -> Type? {
        blocks[Block(style: style, language: language)]
    }

    func type(inline name: ReservedStyle, in outer: Type, _ language: String) -> Type? {
        stretches[Stretch(outer: outer.identity, name: name, language: language)]
    }

    func textStyle(of type: Type, _ language: String, _ own: Colour?) -> TextStyleID? {
        textStyles[Use(type: type.identity, language: language, own: own)]
    }

    func paragraphStyle(of type: Type, _ language: String) -> ParagraphStyle? {
        paragraphStyles[Use(type: type.identity, language: language)]
    }

    func blockStyle(of type: Type, _ language: String, _ own: Colour?) -> BlockStyle? {
        blockStyles[Use(type: type.identity, language: language, own: own)]
    }

    mutating func keep(_ type: Type, of style: StyleID?, _ language: String) {
        blocks[Block(style: style, language: language)] = type
    }

    mutating func keep(_ type: Type, inline name: ReservedStyle, in outer: Type, _ language: String)
    {
        keep(outer)
        stretches[Stretch(outer: outer.identity, name: name, language: language)] = type
    }

    mutating func keep(_ made: TextStyleID, of type: Type, _ language: String, _ own: Colour?) {
        keep(type)
        textStyles[Use(type: type.identity, language: language, own: own)] = made
    }

    mutating func keep(_ made: ParagraphStyle, of type: Type, _ language: String) {
        keep(type)
        paragraphStyles[Use(type: type.identity, language: language)] = made
    }

    mutating func keep(_ made: BlockStyle, of type: Type, _ language: String, _ own: Colour?) {
        keep(type)
        blockStyles[Use(type: type.identity, language: language, own: own)] = made
    }

    func textStyle(of look: TypeKey) -> TextStyleID? { looks[look] }

    mutating func keep(_ made: TextStyleID, of look: TypeKey) { looks[look] = made }

    private mutating func keep(_ type: Type) {
        if kept.count >= Self.most {
            let looks = looks
            self = TypeShelf()
            self.looks = looks
        }
        kept[type.identity] = type
    }
}
