import Diagnostics
import Layouts
import Structure
import Units

/// A table of contents that waits for the headings after it.
struct PendingContents {
    /// The anchor of the block that stands in its place.
    var name: String
    var levels: Int
    var type: Type
    var element: ElementID?
    var span: Span
}

extension Composer {
    /// Puts an empty box where contents will stand.
    mutating func placeContents(
        levels: Int,
        title: [Run],
        type: Type,
        recipe: Recipe
    ) -> [Block] {
        var result: [Block] = []
        let titleType = self.type(named: "contents-title", else: type)
        if let block = paragraph(title, type: titleType, recipe: recipe) {
            var block = block
            block.style.keepsWithNext = true
            result.append(block)
        }
        let pending = PendingContents(
            name: "contents-\(contents.count + 1)",
            levels: levels,
            type: type,
            element: element(.contents, origin: recipe.span),
            span: recipe.span
        )
        contents.append(pending)
        let place = Anchor(name: pending.name)
        result.append(Block(.box([]), element: pending.element, origin: recipe.span, anchor: place))
        return result
    }

    /// Fills contents once every heading is known.
    mutating func fillContents() {
        for pending in contents {
            let entries = entries(of: pending)
            for stream in flow.streams.indices {
                let blocks = flow.streams[stream].blocks
                guard let index = blocks.firstIndex(where: { $0.anchor?.name == pending.name })
                else {
                    continue
                }
                flow.streams[stream].blocks.replaceSubrange(index...index, with: entries)
            }
        }
    }

    private mutating func entries(of pending: PendingContents) -> [Block] {
        headings.compactMap { heading -> Block? in
            guard let level = heading.level, level <= pending.levels else { return nil }
            let type = self.type(named: "contents-\(level)", else: pending.type)
            let item = pending.element.flatMap { element(.contentsItem, in: $0) }
            var segment = segment(type)
            segment.origin = pending.span
            segment.element = item
            segment.link = .anchor(heading.name)
            segment.isVerbatim = true
            if let item { segment.element = flow.structure.add(.link, to: item) }
            var line = Line()
            line.append(heading.title, as: segment)
            line.append(.leader(pattern: "."), as: segment)
            line.append(.pageOf(anchor: heading.name), as: segment)
            return Block(
                .paragraph(paragraph(line, type: type)),
                style: blockStyle(type),
                element: item,
                origin: pending.span
            )
        }
    }
}
