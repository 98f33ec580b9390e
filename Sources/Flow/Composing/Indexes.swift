import Content
import Diagnostics
import Layouts
import Structure
import Unicode

extension Composer {
    /// A paragraph for each name: the name, then the pages that tell of it.
    mutating func index(_ recipe: IndexRecipe, type: Type, at span: Span) -> [Block] {
        let list = element(.list, origin: span)
        return entries(of: recipe).map { entry in
            let item = list.flatMap { element(.listItem, in: $0) }
            let body = item.flatMap { element(.listBody, in: $0) }
            var segment = segment(type)
            segment.origin = entry.origin
            segment.element = body
            var line = Line()
            line.append(entry.name, as: segment)
            line.append(.leader(pattern: recipe.hasLeaders ? "." : ""), as: segment)
            for (index, anchor) in entry.anchors.enumerated() {
                if index > 0 { line.append(pack.listComma, as: segment) }
                var page = segment
                page.link = .anchor(anchor)
                if let body { page.element = flow.structure.add(.link, to: body) }
                line.append(.pageOf(anchor: anchor), as: page)
            }
            return Block(
                .paragraph(paragraph(line, type: type)),
                style: blockStyle(type),
                element: body,
                origin: entry.origin
            )
        }
    }

    private struct IndexEntry {
        var name: String
        var anchors: [String]
        var origin: Span
    }

    private mutating func entries(of recipe: IndexRecipe) -> [IndexEntry] {
        guard let each = recipe.each, let under = recipe.entries, let anchor = recipe.anchor else {
            return []
        }
        checkPath(of: each)
        var names: [String: Int] = [:]
        var found: [(value: Value, entry: IndexEntry)] = []
        for (index, thing) in values(of: each).enumerated() {
            binding(recipe.name, to: thing, number: index + 1) { composer in
                let place = composer.plainText(anchor)
                for value in composer.values(of: under) {
                    let name = composer.text(of: value, by: under.filters)
                    if name.isEmpty { continue }
                    if let known = names[name] {
                        found[known].entry.anchors.append(place)
                    } else {
                        names[name] = found.count
                        let entry = IndexEntry(name: name, anchors: [place], origin: value.span)
                        found.append((value, entry))
                    }
                }
            }
        }
        let order = Sorting(of: self).order(of: found.map(\.value))
        return order.map { found[$0].entry }
    }
}
