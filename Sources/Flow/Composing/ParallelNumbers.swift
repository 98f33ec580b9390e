import Diagnostics

extension Composer {
    /// Tells where two languages that stand side by side have another number of parts, or of items in a
    /// list: what belongs beside what is then a guess.
    mutating func compareNumbers(
        _ own: [Block],
        _ other: [Block],
        _ pairs: [ParallelAlignment.Pair],
        _ otherLanguage: String
    ) {
        let isGuessed = pairs.contains { !$0.isEven && !$0.isMarked }
        if isGuessed, own.count != other.count, !own.isEmpty, !other.isEmpty {
            tellNumbers(own, other, pairs, otherLanguage)
        }
        for pair in pairs where pair.isEven {
            compareInside(own[pair.own.lowerBound], other[pair.other.lowerBound], otherLanguage)
        }
    }

    /// Lists have items and tables rows, and items may have lists.
    private mutating func compareInside(_ own: Block, _ other: Block, _ otherLanguage: String) {
        switch (own.content, other.content) {
        case (.list(let items), .list(let others)):
            let origins = [items, others].map { $0.map { $0.body.first?.firstOrigin } }
            if tell(.items, origins[0], origins[1], otherLanguage) { return }
            for (item, twin) in zip(items, others) {
                let pairs = pairs(of: item.body, beside: twin.body)
                compareNumbers(item.body, twin.body, pairs, otherLanguage)
            }
        case (.table(let table), .table(let twin)):
            let origins = [table, twin].map { table in
                table.rows.map { $0.cells.lazy.compactMap { $0.blocks.first?.firstOrigin }.first }
            }
            _ = tell(.rows, origins[0], origins[1], otherLanguage)
        default: break
        }
    }

    /// Tells of lists or tables with another number of parts; false where they have as many.
    private mutating func tell(
        _ part: Part,
        _ own: [Span?],
        _ other: [Span?],
        _ otherLanguage: String
    ) -> Bool {
        guard own.count != other.count else { return false }
        let longer = own.count > other.count ? own : other
        let surplus = longer[min(own.count, other.count)]
        tell(part, (own.count, other.count), otherLanguage, at: surplus)
        return true
    }

    /// At the first part that has nothing of its own beside it.
    private mutating func tellNumbers(
        _ own: [Block],
        _ other: [Block],
        _ pairs: [ParallelAlignment.Pair],
        _ otherLanguage: String
    ) {
        let uneven = pairs.first { !$0.isEven && !$0.isMarked }
        let longer = own.count > other.count ? own : other
        let surplus = uneven.flatMap { pair -> Block? in
            let blocks = pair.own.count > pair.other.count ? own[pair.own] : other[pair.other]
            return blocks.last
        }
        let all = own + other
        let areParagraphs = all.allSatisfy {
            if case .paragraph = $0.content { true } else { false }
        }
        tell(
            areParagraphs ? .paragraphs : .parts,
            (own.count, other.count),
            otherLanguage,
            at: (surplus ?? longer.last)?.firstOrigin
        )
    }

    private mutating func tell(
        _ part: Part,
        _ counts: (own: Int, other: Int),
        _ otherLanguage: String,
        at span: Span?
    ) {
        let isOwn = counts.own > counts.other
        let (more, fewer) = isOwn ? (language, otherLanguage) : (otherLanguage, language)
        let (most, least) = (max(counts.own, counts.other), min(counts.own, counts.other))
        report.add(
            .warning(.uneven(more, part.counted(most), fewer, least), at: span)
                .hinting(.evenOut(fewer))
        )
    }
}

/// What texts side by side are counted by.
private enum Part {
    case paragraphs, items, rows, parts

    func counted(_ count: Int) -> Diagnostic.Message {
        switch self {
        case .paragraphs: count == 1 ? "1 paragraph" : "\(count) paragraphs"
        case .items: count == 1 ? "1 list item" : "\(count) list items"
        case .rows: count == 1 ? "1 table row" : "\(count) table rows"
        case .parts: count == 1 ? "1 part" : "\(count) parts"
        }
    }
}

extension Block {
    /// Where its first words were written.
    var firstOrigin: Span? {
        switch content {
        case .paragraph(let paragraph): paragraph.spans.lazy.compactMap(\.origin).first ?? origin
        case .list(let items): items.lazy.compactMap { $0.body.first?.firstOrigin }.first ?? origin
        default: origin
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func uneven(_ more: String, _ parts: Self, _ fewer: String, _ least: Int)
        -> Self
    {
        "side by side ‘\(more)’ has \(parts), ‘\(fewer)’ \(least): what is over begins here"
    }

    fileprivate static func evenOut(_ fewer: String) -> Self {
        "write it in ‘\(fewer)’ too, or divide both alike: lengths tell what stands beside it, names such as {#a} at the ends of both do so better"
    }
}
