import Flow
import Units

extension [Block] {
    /// Lists with the items of lists in them as items of their own, where all are shaped alike.
    var partedAlike: [Block] {
        let lists = compactMap(\.items)
        guard lists.count == count else { return self }
        return zip(self, lists.partedAlike).map { block, items in
            var block = block
            block.content = .list(items)
            return block
        }
    }
}

extension [[ListItem]] {
    fileprivate var partedAlike: [[ListItem]] {
        guard let first, allSatisfy({ $0.count == first.count }) else { return self }
        return first.indices.reduce(into: map { _ in [] }) { parted, index in
            let parts = Self.parts(of: map { $0[index] })
            for list in parted.indices { parted[list] += parts[list] }
        }
    }

    /// Items as one each, or as one for each block in them and for each item of a list.
    private static func parts(of items: [ListItem]) -> [[ListItem]] {
        let bodies = items.map(\.body)
        guard let first = bodies.first, first.count > 1,
            bodies.allSatisfy({ $0.count == first.count && $0[0].items == nil })
        else { return items.map { [$0] } }
        return first.indices.reduce(into: items.map { _ in [] }) { parted, place in
            let blocks = bodies.map { $0[place] }
            let inner = blocks.compactMap(\.items)
            let lists = inner.count == blocks.count ? inner.partedAlike : []
            let isAlike = !lists.isEmpty && lists.allSatisfy { $0.count == lists[0].count }
            for (index, block) in blocks.enumerated() {
                let own = isAlike ? block.perItem(of: lists[index]) : [block]
                parted[index] += own.enumerated().map { number, block in
                    items[index].holding(block, isLabelled: place == 0 && number == 0)
                }
            }
        }
    }
}

extension ListItem {
    fileprivate func holding(_ block: Block, isLabelled: Bool) -> ListItem {
        var item = self
        item.body = [block]
        if !isLabelled {
            item.label.text = ""
            item.label.spans = []
            item.label.inserts = []
        }
        return item
    }
}

extension Block {
    fileprivate var items: [ListItem]? {
        if case .list(let items) = content { items } else { nil }
    }

    /// A list as one for each item, the space above and below left to the first and the last.
    fileprivate func perItem(of items: [ListItem]) -> [Block] {
        items.indices.map { index in
            var block = self
            block.content = .list([items[index]])
            if index > 0 { block.style.spaceBefore = .zero }
            if index < items.count - 1 { block.style.spaceAfter = .zero }
            return block
        }
    }
}
