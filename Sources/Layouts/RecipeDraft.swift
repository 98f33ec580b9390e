import Diagnostics
import Units
import YAML

/// What the keys of one recipe said, before it is known whether they make a recipe.
struct RecipeDraft {
    var runs: [Run]?
    var level = 1
    var field: Expression?
    var condition: Condition?
    var opening: StyleID?
    var name = "item"
    var blocks: [Recipe] = []
    var otherwise: [Recipe] = []
    var between: [Recipe] = []
    var continued: [Recipe] = []
    var priority: Expression?
    var together: Expression?
    var thickness: Length = .pt(0.5)
    var length: Measure?
    var colour: Colour?
    var count = 2
    var gutter: Measure = .absolute(.mm(4))
    var cells: [CellRecipe] = []
    var space: Measure?
    var pause: Style.Break?
    var number: [Run] = []
    var inContents: [Run] = []
    var contents = ContentsRecipe()
    var part: String?
    var counted: String?
    var arguments: [String: Expression] = [:]
    var list = ListRecipe()
    var table = TableRecipe()
    var picture = PictureRecipe()
    var chart = ChartRecipe()
    var code = CodeRecipe()
    var telling = TellingRecipe()
    var timetable = TimetableRecipe()
    var index = IndexRecipe()
    var style: StyleID?
    var anchor: Template?
}

/// One kind of block: the key that names it, the keys beside it, and what they make.
struct RecipeKind: Sendable {
    let name: String
    let help: String
    let properties: [Property<RecipeDraft>]
    let make: @Sendable (RecipeDraft) -> Recipe.Content?

    /// Keys that every block understands.
    static let common: [Property<RecipeDraft>] = [
        Property(
            "style",
            \.style,
            .style,
            "How it looks: a style’s name, or what differs from one."
        ),
        Property("anchor", \.anchor, .template, "The name that links lead to."),
    ]

    init(
        _ name: String,
        _ help: String,
        _ properties: [Property<RecipeDraft>],
        make: @escaping @Sendable (RecipeDraft) -> Recipe.Content?
    ) {
        self.name = name
        self.help = help
        self.properties = properties + Self.common
        self.make = make
    }

    static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

extension Desk {
    mutating func recipes(_ node: Node) -> [Recipe] {
        guard let items = items(of: node, of: "a list of blocks") else { return [] }
        return items.compactMap { recipe($0) }
    }

    private mutating func recipe(_ node: Node) -> Recipe? {
        let node = resolved(node)
        guard let entries = entries(of: node, of: "a block") else { return nil }
        let named = entries.first { $0.key.text.map { RecipeKind.byName[$0] != nil } ?? false }
        guard let kind = named.flatMap({ RecipeKind.byName[$0.key.text ?? ""] }) else {
            let written = entries.first?.key.text ?? ""
            report.add(
                .error(
                    "‘\(written)’ is not a kind of block",
                    at: entries.first?.key.span ?? node.span
                )
                .hinting(
                    Suggestion.didYouMean(written, among: RecipeKind.all.map(\.name))
                        ?? "the kinds are \(RecipeKind.all.map(\.name).joined(separator: ", "))"
                )
            )
            return nil
        }
        var draft = RecipeDraft()
        Property.read(
            node,
            into: &draft,
            by: kind.properties,
            of: "a ‘\(kind.name)’ block",
            at: &self
        )
        if let part = draft.part,
            !has(draft.arguments, for: part, at: named?.span ?? node.span)
        {
            return nil
        }
        guard let content = kind.make(draft) else { return nil }
        return Recipe(content: content, style: draft.style, anchor: draft.anchor, span: node.span)
    }

    /// Holds a part's arguments against what it takes.
    ///
    /// - Returns: False where one is missing: all that the part says of it would be wrong as well.
    private mutating func has(
        _ arguments: [String: Expression],
        for name: String,
        at span: Span
    ) -> Bool {
        guard let part = parts[name] else { return true }
        for argument in arguments.keys.filter({ part.takes[$0] == nil }).sorted() {
            report.add(
                .error("the part ‘\(name)’ takes no ‘\(argument)’", at: arguments[argument]?.span)
                    .hinting(Suggestion.didYouMean(argument, among: part.takes.keys.sorted()))
            )
        }
        let missing = part.takes.keys.filter { arguments[$0] == nil }.sorted()
        for needed in missing {
            report.add(
                .error("the part ‘\(name)’ needs ‘\(needed)’", at: span)
                    .hinting("add ‘with: {\(needed): …}’: \(part.takes[needed] ?? "")")
            )
        }
        return missing.isEmpty
    }
}
