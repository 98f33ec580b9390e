import Diagnostics
import YAML

/// One kind of block: the key that names it, the keys beside it, and what they make.
struct RecipeKind: Sendable {
    let name: String
    let help: String
    /// What its own keys are read into, and what is made of that.
    let draft: any RecipeDraft
    /// Makes the block of what a mapping says, if that makes one; the span is that of the key that names it,
    /// with what it says.
    let read: @Sendable (Node, Span, inout Desk) -> Recipe?

    /// - Parameters:
    ///   - blank: What it is before any key is read.
    ///   - check: Whether what its keys said makes sense together; reports it where it does not, at what
    ///     names the block.
    ///   - make: Makes the block of what its keys said; nil where these make none.
    init<Said: Sendable>(
        _ name: String,
        _ help: String,
        _ blank: Said,
        _ properties: [Property<Said>],
        check: @escaping @Sendable (Said, Span, inout Desk) -> Bool = { _, _, _ in true },
        make: @escaping @Sendable (Said) -> Recipe.Content?
    ) {
        self.name = name
        self.help = help
        let draft = Draft(blank: blank, properties: properties, check: check, make: make)
        self.draft = draft
        // Made where the draft’s own type is known: reading through ‘any’ would look each key up the long way.
        read = { draft.recipe($0, called: name, at: $1, desk: &$2) }
    }

    private struct Draft<Said: Sendable>: RecipeDraft {
        let blank: Said
        let properties: [Property<Said>]
        let check: @Sendable (Said, Span, inout Desk) -> Bool
        let make: @Sendable (Said) -> Recipe.Content?

        func content(of said: Said, at place: Span, desk: inout Desk) -> Recipe.Content? {
            check(said, place, &desk) ? make(said) : nil
        }
    }

    static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

/// How the keys of one kind of block are read: into a value that has a place for each of them.
protocol RecipeDraft: Sendable {
    associatedtype Said: Sendable

    var blank: Said { get }
    var properties: [Property<Said>] { get }

    func content(of said: Said, at place: Span, desk: inout Desk) -> Recipe.Content?
}

extension RecipeDraft {
    /// What the reference says of its keys.
    var keys: [Key] { properties.map(\.key) }

    /// Makes the block of what a mapping says, if that makes one; the place is that of the key that
    /// names it, with what it says.
    fileprivate func recipe(
        _ node: Node,
        called name: String,
        at place: Span,
        desk: inout Desk
    ) -> Recipe? {
        var (said, common) = (blank, CommonKeys())
        let what: Diagnostic.Message = "a ‘\(name)’ block"
        for entry in desk.entries(of: node, of: what) ?? [] {
            if Property.take(entry, into: &said, by: properties, at: &desk) { continue }
            let beside = CommonKeys.properties
            if Property.take(entry, into: &common, by: beside, at: &desk) { continue }
            let known = properties.map(\.key.name) + beside.map(\.key.name)
            desk.refuse(entry.key, in: what, known: known)
        }
        guard let content = content(of: said, at: place, desk: &desk) else { return nil }
        return Recipe(
            content: content,
            style: common.style,
            anchor: common.anchor,
            span: node.span
        )
    }
}

/// What every block understands.
private struct CommonKeys: Sendable {
    var style: StyleID?
    var anchor: Template?

    static let properties: [Property<CommonKeys>] = [
        Property(
            "style",
            \.style,
            .style,
            "How it looks: a style’s name, or what differs from one."
        ),
        Property("anchor", \.anchor, .template, "The name that links lead to."),
    ]
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
                    OtherWords.didYouMean(written, among: RecipeKind.all.map(\.name))
                        ?? "the kinds are \(RecipeKind.all.map(\.name).joined(separator: ", "))"
                )
            )
            return nil
        }
        let place = named?.span ?? node.span
        return kind.read(node, place, &self)
    }

    /// Holds a part's arguments against what it takes.
    ///
    /// - Returns: False where one is missing: all that the part says of it would be wrong as well.
    mutating func has(
        _ arguments: [String: Expression],
        for name: String,
        at span: Span
    ) -> Bool {
        guard let part = parts[name] else { return true }
        let missing = part.takes.keys.filter { arguments[$0] == nil }.sorted()
        /// Those that are there under a name nearly theirs.
        var misspelt: Set<String> = []
        for argument in arguments.keys.filter({ part.takes[$0] == nil }).sorted() {
            let meant = Suggestion.nearest(to: argument, among: missing)
            if let meant { misspelt.insert(meant) }
            report.add(
                .error("the part ‘\(name)’ takes no ‘\(argument)’", at: arguments[argument]?.span)
                    .hinting(
                        meant.map(Suggestion.didYouMean)
                            ?? Suggestion.oneOf(part.takes.keys.sorted(), for: argument)
                    )
            )
        }
        for needed in missing where !misspelt.contains(needed) {
            report.add(
                .error("the part ‘\(name)’ needs ‘\(needed)’", at: span)
                    .hinting("add ‘with: {\(needed): …}’")
            )
        }
        return missing.isEmpty
    }
}
