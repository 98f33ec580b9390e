import Content
import Layouts
import Units

/// Another language that blocks stand in beside the paper's own.
struct Parallel {
    var language: String
    var gutter: Measure
}

extension Composer {
    /// Composes blocks in two languages side by side, each pair level at its top.
    ///
    /// What is chosen and repeated is so for both; each heading, paragraph and list is composed once
    /// in either language, with that language's words, punctuation and direction.
    mutating func parallel(_ field: Expression, gutter: Measure, _ steps: [Recipe]) -> [Block] {
        checkPath(of: field)
        guard parallel == nil, let tag = otherLanguage(named: field) else { return blocks(steps) }
        parallel = Parallel(language: tag, gutter: gutter)
        defer { parallel = nil }
        return blocks(steps)
    }

    /// What stands on the page for a recipe, beside its like where two languages stand in parallel.
    mutating func paired(_ recipe: Recipe) -> [Block] {
        guard let parallel, recipe.content.speaks else { return printed(recipe) }
        self.parallel = nil
        defer { self.parallel = parallel }
        let own = printed(recipe)
        isBesideItself = true
        defer { isBesideItself = false }
        let other = speaking(parallel.language) { $0.printed(recipe) }
        return rows(of: own, beside: other, gutter: parallel.gutter)
    }

    /// A row for each pair; where one language has another number of blocks, one row of all.
    private func rows(of own: [Block], beside other: [Block], gutter: Measure) -> [Block] {
        guard own.count == other.count else {
            let whole = row(own, other, gutter: gutter)
            return whole.map { [$0] } ?? []
        }
        return zip(own, other).compactMap { row([$0], [$1], gutter: gutter) }
    }

    private func row(_ own: [Block], _ other: [Block], gutter: Measure) -> Block? {
        guard let first = own.first ?? other.first else { return nil }
        let cells = [own, other].map { RowCell(width: .share(1), blocks: $0, isDivisible: true) }
        let content = Block.Content.row(cells, gutter: resolve(gutter, size: type(nil).size))
        var style = BlockStyle()
        style.spaceBefore = max(first.style.spaceBefore, other.first?.style.spaceBefore ?? .zero)
        let last = own.last ?? first
        style.spaceAfter = max(last.style.spaceAfter, other.last?.style.spaceAfter ?? .zero)
        style.keepsWithNext = last.style.keepsWithNext
        style.breakBefore = first.style.breakBefore
        return Block(content, style: style, origin: first.origin)
    }
}

extension Recipe.Content {
    /// Whether it is composed once in either language; a box holds both, pictures stand across.
    fileprivate var speaks: Bool {
        switch self {
        case .heading, .paragraph, .text, .list, .table, .row, .columns: true
        default: false
        }
    }
}
