import Arrangement
import Content
import Diagnostics
import Layouts
import Structure
import Units

extension Composer {
    mutating func blocks(_ recipes: [Recipe]) -> [Block] {
        var result: [Block] = []
        compose(recipes, into: &result)
        return result
    }

    private mutating func compose(_ recipes: [Recipe], into result: inout [Block]) {
        for recipe in recipes { compose(recipe, into: &result) }
    }

    private mutating func blocks(_ each: EachRecipe, for values: [Value]) -> [Block] {
        var result: [Block] = []
        for (index, value) in taken(values, together: each.together?.path).enumerated() {
            if index > 0 { result += blocks(each.between) }
            result += binding(each.name, to: value, number: index + 1) {
                var made = $0.blocks(each.blocks, for: value).going(on: $0.heads(each.continued))
                if let priority = $0.priority(each.priority) { made.yield(at: priority) }
                return made
            }
        }
        return result
    }

    /// Things, or lists of those that follow one another and say the same in a field.
    private func taken(_ things: [Value], together field: [String]?) -> [Value] {
        guard let field else { return things }
        var groups: [(name: String, things: [Value])] = []
        for thing in things {
            let said = brief.registry.value(at: field[...], of: thing)
            let name = said.map { identity(of: $0) } ?? ""
            if groups.last?.name == name {
                groups[groups.count - 1].things.append(thing)
            } else {
                groups.append((name, [thing]))
            }
        }
        return groups.map { Value(.list($0.things), at: $0.things[0].span) }
    }

    /// The number that a thing says; nil where it says none.
    private func priority(_ field: Expression?) -> Int? {
        guard case .number(let number)? = field.flatMap({ value(of: $0) })?.content else {
            return nil
        }
        return Int(exactly: number.value.rounded())
    }

    private mutating func blocks(_ recipes: [Recipe], for thing: Value) -> [Block] {
        surroundings.things.append(thing.span)
        defer { surroundings.things.removeLast() }
        return blocks(recipes)
    }

    /// What stands again above a thing that goes on: nothing that waits for its first block is theirs.
    private mutating func heads(_ recipes: [Recipe]) -> [Block] {
        let outer = surroundings
        defer { surroundings = outer }
        return unread(recipes, as: .header)
    }

    /// Blocks that stand for something that has been read already.
    private mutating func unread(_ recipes: [Recipe], as artifact: Artifact) -> [Block] {
        guard !recipes.isEmpty else { return [] }
        let outer = surroundings.artifact
        surroundings.artifact = outer ?? artifact
        defer { surroundings.artifact = outer }
        return blocks(recipes)
    }

    /// The most recipes inside one another, a part's among those of the paper.
    ///
    /// Blocks lie no deeper but for what rich text holds, so nothing that walks them need count.
    private static let deepest = 64

    private mutating func compose(_ recipe: Recipe, into result: inout [Block]) {
        guard surroundings.depth < Self.deepest else {
            report.add(.error(.tooDeep, at: recipe.span).hinting(.layItFlatter))
            return
        }
        surroundings.depth += 1
        defer { surroundings.depth -= 1 }
        switch recipe.content {
        case .each(let each):
            let values = values(of: each.field)
            if isOwn(recipe), values.isEmpty { checkPath(of: each.field) }
            result += blocks(each, for: values)
        case .when(let condition, let steps, let otherwise):
            if isOwn(recipe) { checkPaths(of: condition) }
            compose(holds(condition) ? steps : otherwise, into: &result)
        case .part(let name, let arguments):
            guard countPart(at: recipe.span) else { return }
            compose(name, with: arguments, into: &result)
        case .apart(let telling, let steps):
            result += self.telling(telling) { $0.blocks(steps) }
        case .speaking(let field, let steps): result += speaking(field, steps)
        case .parallel(let field, let gutter, let steps):
            result += parallel(field, gutter: gutter, steps)
        case .heard(as: .nothing, let steps): result += unread(steps, as: .layout)
        case .heard(let hearing, let steps):
            result += heard(as: hearing == .caption ? .caption : .blockQuote) { $0.blocks(steps) }
        case .counted(let word, let steps): result += counted(as: word, steps, at: recipe.span)
        case .pause(let pause): surroundings.pendingBreak = pause
        default: result += placed(recipe)
        }
    }

    /// Whether a recipe is the layout's own: a part may ask for fields that not all kinds have which it
    /// serves.
    private func isOwn(_ recipe: Recipe) -> Bool { recipe.span.source == layoutSpan.source }

    /// Things that stand on the page.
    mutating func printed(_ recipe: Recipe) -> [Block] {
        let type = self.type(of: recipe)
        switch recipe.content {
        case .heading(let heading):
            return self.heading(heading, type: type, recipe: recipe).map { [$0] } ?? []
        case .headingNumber(let runs):
            return headingNumber(runs, type: type, recipe: recipe).map { [$0] } ?? []
        case .title(let runs):
            let title = paragraph(runs, type: type, recipe: recipe)
            if let element = title?.element { flow.structure[element].role = .title }
            return title.map { [$0] } ?? []
        case .paragraph(let runs):
            return paragraph(runs, type: type, recipe: recipe).map { [$0] } ?? []
        case .text(let field, let opening):
            return richText(field, type: type, opening: opening)
        case .list(let list): return self.list(list, type: type, at: recipe.span)
        case .table(let table):
            let look = recipe.style == nil ? self.type(named: .table, else: type) : type
            return self.table(table, type: type, look: look, at: recipe.span)
        case .picture(let picture): return self.picture(picture, type: type, at: recipe.span)
        case .chart(let chart): return self.chart(chart, type: type, at: recipe.span)
        case .code(let code): return self.code(code, type: type, at: recipe.span)
        case .contents(let contents): return placeContents(contents, type: type, recipe: recipe)
        case .rule(let thickness, let colour, let length):
            let stripe = Stripe(
                thickness: thickness,
                colour: colour ?? house.brand.textColour,
                length: length.map { resolve($0, size: type.size) }
            )
            return [Block(.rule(stripe), style: blockStyle(type), origin: recipe.span)]
        case .space(let height):
            return [Block(.space(resolve(height, size: type.size)), origin: recipe.span)]
        case .box(let steps):
            let inner = blocks(steps)
            if inner.isEmpty { return [] }
            return [Block(.box(inner), style: blockStyle(type), origin: recipe.span)]
        case .columns(let count, let gutter, let steps):
            let inner = blocks(steps)
            if inner.isEmpty { return [] }
            let columns = Block.Content.columns(
                count: count,
                gutter: resolve(gutter, size: type.size),
                inner
            )
            return [Block(columns, style: blockStyle(type), origin: recipe.span)]
        case .row(let cells, let gutter):
            return row(cells, gutter: gutter, type: type, at: recipe.span)
        case .timetable(let timetable):
            return self.timetable(timetable, type: type, at: recipe.span)
        case .index(let index): return self.index(index, type: type, at: recipe.span)
        case .each, .when, .part, .pause, .apart, .speaking, .parallel, .heard, .counted: return []
        }
    }

    /// Blocks that know what they are made for, the first of them taking on the break asked for
    /// before it: it itself, and not the first that stands inside it.
    private mutating func placed(_ recipe: Recipe) -> [Block] {
        let asked = surroundings.pendingBreak
        surroundings.pendingBreak = .none
        var blocks = paired(recipe)
        for index in blocks.indices { blocks[index].thing = surroundings.thing }
        guard asked != .none else { return blocks }
        if blocks.isEmpty {
            if surroundings.pendingBreak == .none { surroundings.pendingBreak = asked }
        } else {
            blocks[0].style.breakBefore = asked
            blocks[0].style.breakHeight = nil
        }
        return blocks
    }

    /// How often parts are set in a paper without asking what for: ten that each set the next one ten times
    /// are a million in as many lines.
    private static let usualParts = 100_000
    /// How often they are set for each thing that the writer has described.
    private static let partsOfAThing = 40

    /// Whether one more part may be set; the first that may not is told of.
    private mutating func countPart(at span: Span) -> Bool {
        paper.parts += 1
        if paper.parts == Self.usualParts {
            let things = brief.record.countOfRecords
            paper.mostParts = max(Self.usualParts, things * Self.partsOfAThing)
        }
        if paper.parts - 1 == paper.mostParts {
            report.add(.error(.tooManyParts(paper.mostParts), at: span).hinting(.setFewer))
        }
        return paper.parts <= paper.mostParts
    }

    private mutating func compose(
        _ name: String,
        with arguments: [PartArgument],
        into result: inout [Block]
    ) {
        guard let part = layout.parts[name] else { return }
        // They are told before any of them has its name.
        let told = arguments.map { value(of: $0.expression) }
        binding { composer in
            for (argument, value) in zip(arguments, told) {
                composer.scope.bind(argument.name, to: value, at: argument.expression.span)
            }
            composer.compose(part.blocks, into: &result)
        }
    }
}

extension [Block] {
    /// The blocks of one thing, with what stands above those of them that come first in a column; things
    /// inside it have theirs already.
    fileprivate func going(on head: [Block]) -> [Block] {
        guard !head.isEmpty else { return self }
        var blocks = self
        for index in indices where blocks[index].continuation == nil {
            blocks[index].continuation = Continuation(head: head, begins: index == startIndex)
        }
        return blocks
    }
}

extension Diagnostic.Message {
    fileprivate static let tooDeep: Self = "this lies too deep inside other parts and boxes"

    fileprivate static func tooManyParts(_ most: Int) -> Self {
        "parts are set more than \(most) times in one paper: the rest is left out"
    }

    fileprivate static let setFewer: Self =
        "parts that set others many times over set still more inside those"

    fileprivate static let layItFlatter: Self =
        "let fewer of them stand inside one another: 64 are the most"
}

extension [Block] {
    /// Lets all of them be left out at a priority that have none of their own.
    fileprivate mutating func yield(at priority: Int) {
        for index in indices where self[index].style.priority == nil {
            self[index].style.priority = priority
        }
    }
}
