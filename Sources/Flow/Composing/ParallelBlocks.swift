import Content
import Layouts
import Structure
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
        guard surroundings.parallel == nil, let tag = otherLanguage(named: field) else {
            return blocks(steps)
        }
        surroundings.parallel = Parallel(language: tag, gutter: gutter)
        defer { surroundings.parallel = nil }
        return blocks(steps)
    }

    /// What stands on the page for a recipe, beside its like where two languages stand in parallel.
    mutating func paired(_ recipe: Recipe) -> [Block] {
        guard let parallel = surroundings.parallel, recipe.content.speaks else {
            return printed(recipe)
        }
        surroundings.parallel = nil
        defer { surroundings.parallel = parallel }
        let before = paper.numbering
        let own = printed(recipe)
        surroundings.isBesideItself = true
        defer { surroundings.isBesideItself = false }
        paper.numbering.countAgain(from: before)
        let other = speaking(parallel.language) { $0.printed(recipe) }
        tellMarks(own, other, parallel.language)
        let pairs = pairs(of: own, beside: other)
        compareNumbers(own, other, pairs, parallel.language)
        return pairs.compactMap {
            row(Array(own[$0.own]), Array(other[$0.other]), gutter: parallel.gutter)
        }
    }

    /// Which blocks stand in one row: those of one name, and of the others each with its like, as far as
    /// that can be told.
    func pairs(of own: [Block], beside other: [Block]) -> [ParallelAlignment.Pair] {
        var pairs: [ParallelAlignment.Pair] = []
        var (i, j) = (0, 0)
        for pair in ParallelMarks(own.map(\.mark), other.map(\.mark)).pairs {
            let between = (i..<pair.own.lowerBound, j..<pair.other.lowerBound)
            pairs += unmarkedPairs(own, between.0, other, between.1) + [pair]
            (i, j) = (pair.own.upperBound, pair.other.upperBound)
        }
        return pairs + unmarkedPairs(own, i..<own.count, other, j..<other.count)
    }

    private func unmarkedPairs(
        _ own: [Block],
        _ range: Range<Int>,
        _ other: [Block],
        _ otherRange: Range<Int>
    ) -> [ParallelAlignment.Pair] {
        let pairs: [ParallelAlignment.Pair] =
            range.count == otherRange.count
            ? range.indices.map { index in
                let place = index - range.lowerBound
                return .init(own: place..<place + 1, other: place..<place + 1)
            }
            : ParallelAlignment(own[range].map(alignable), other[otherRange].map(alignable)).pairs
        return pairs.map { $0.moved(by: (range.lowerBound, otherRange.lowerBound)) }
    }

    private func alignable(_ block: Block) -> ParallelAlignment.Item {
        var letters = 0
        _ = block.mapping {
            if case .paragraph(let paragraph) = $0.content {
                letters += paragraph.text.unicodeScalars.count
            }
            return $0
        }
        let (kind, mayDivide): (Int, Bool) =
            switch block.content {
            case .paragraph: isHeading(block) ? (0, false) : (1, true)
            case .list: (2, false)
            case .table: (3, false)
            default: (4, false)
            }
        return .init(length: Double(letters), kind: kind, mayDivide: mayDivide)
    }

    private func isHeading(_ block: Block) -> Bool {
        guard let element = block.element else { return false }
        return switch flow.structure[element].role {
        case .heading, .title: true
        default: false
        }
    }

    func row(_ own: [Block], _ other: [Block], gutter: Measure) -> Block? {
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
        case .heading, .title, .paragraph, .text, .list, .table, .row, .columns: true
        default: false
        }
    }
}
