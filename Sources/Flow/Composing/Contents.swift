import Diagnostics
import Layouts
import Structure
import Units

/// A table of contents that waits for the headings after it.
struct PendingContents {
    /// The anchor of the block that stands in its place.
    var name: String
    /// The stream it stands in.
    var stream: Int
    var recipe: ContentsRecipe
    /// The headings before it, and the level of the last of them.
    var headingsBefore: Int
    var level: Int
    var type: Type
    var element: ElementID?
    var span: Span
}

extension Composer {
    /// Puts an empty box where contents will stand.
    mutating func placeContents(
        _ contentsRecipe: ContentsRecipe,
        type: Type,
        recipe: Recipe
    ) -> [Block] {
        var result: [Block] = []
        let titleType = self.type(named: .contentsTitle, else: type)
        if let block = paragraph(contentsRecipe.title, type: titleType, recipe: recipe) {
            var block = block
            block.style.keepsWithNext = true
            block.anchor = titleAnchor(of: block)
            result.append(block)
        }
        let pending = PendingContents(
            name: "contents-\(contents.count + 1)",
            stream: flow.streams.count,
            recipe: contentsRecipe,
            headingsBefore: headings.anchors.count,
            level: headings.lastLevel,
            type: type,
            element: element(.contents, origin: recipe.span),
            span: recipe.span
        )
        contents.append(pending)
        let place = Anchor(name: pending.name)
        result.append(Block(.box([]), element: pending.element, origin: recipe.span, anchor: place))
        return result
    }

    /// The outline lists contents, and they are what their pages are about; they do not list themselves.
    private func titleAnchor(of block: Block) -> Anchor? {
        guard case .paragraph(let title) = block.content else { return nil }
        return Anchor(
            name: "contents-title-\(contents.count + 1)",
            title: title.text,
            level: max(headings.lastLevel, 1)
        )
    }

    /// Fills contents, wherever they stand, once every heading is known.
    mutating func fillContents() {
        guard !contents.isEmpty else { return }
        var made: [String: [Block]] = [:]
        for pending in contents { made[pending.name] = entries(of: pending) }
        func others(insteadOf block: Block) -> [Block]? {
            guard var entries = block.anchor.flatMap({ made[$0.name] }) else { return nil }
            for index in entries.indices { entries[index].thing = block.thing }
            if !entries.isEmpty, block.style.breakBefore != .none {
                entries[0].style.breakBefore = block.style.breakBefore
            }
            return entries
        }
        for stream in flow.streams.indices {
            let blocks = flow.streams[stream].blocks
            // Long papers are rebuilt only where some stand.
            guard blocks.contains(where: { $0.hasBlock { others(insteadOf: $0) != nil } })
            else { continue }
            flow.streams[stream].blocks = blocks.replacing(others)
        }
    }

    /// Keeps what contents have beneath a heading.
    mutating func list(_ runs: [Run], beneath heading: Block, type: Type) {
        guard let name = heading.anchor?.name, let said = said(by: runs) else { return }
        headings[beneath: name] = paragraph(line(of: said, type: type, in: nil), type: type).text
    }

    private mutating func entries(of pending: PendingContents) -> [Block] {
        headings.anchors(listedBy: pending).map { heading in
            let type = self.type(named: .contents(level: heading.level ?? 1), else: pending.type)
            let item = pending.element.flatMap { element(.contentsItem, in: $0) }
            var segment = segment(type)
            segment.origin = pending.span
            segment.element = item
            segment.link = .anchor(heading.name)
            segment.isVerbatim = true
            if let item { segment.element = flow.structure.add(.link, to: item) }
            var line = Line()
            append(heading.title, to: &line, as: segment, in: item)
            line.append(.leader(pattern: pending.recipe.hasLeaders ? "." : ""), as: segment)
            line.append(.pageOf(anchor: heading.name), as: segment)
            if let beneath = headings[beneath: heading.name] {
                segment.type = self.type(named: .contentsBeneath, else: type)
                line.append(.lineBreak, as: segment)
                line.append(beneath, as: segment)
            }
            return Block(
                .paragraph(paragraph(line, type: type)),
                style: blockStyle(type),
                element: item,
                origin: pending.span
            )
        }
    }
}
