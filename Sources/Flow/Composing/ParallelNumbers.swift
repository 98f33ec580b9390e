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
        if own.count != other.count, !own.isEmpty, !other.isEmpty {
            tellNumbers(own, other, pairs, otherLanguage)
        }
        for pair in pairs where pair.isEven {
            guard case .list(let items) = own[pair.own.lowerBound].content,
                case .list(let others) = other[pair.other.lowerBound].content,
                items.count != others.count
            else { continue }
            tellItems(items, others, otherLanguage)
        }
    }

    /// At the first part that has nothing of its own beside it.
    private mutating func tellNumbers(
        _ own: [Block],
        _ other: [Block],
        _ pairs: [ParallelAlignment.Pair],
        _ otherLanguage: String
    ) {
        let uneven = pairs.first { !$0.isEven }
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
            areParagraphs ? "paragraph" : "part",
            (own.count, other.count),
            otherLanguage,
            at: (surplus ?? longer.last)?.firstOrigin
        )
    }

    private mutating func tellItems(
        _ own: [ListItem],
        _ other: [ListItem],
        _ otherLanguage: String
    ) {
        let longer = own.count > other.count ? own : other
        let surplus = longer[min(own.count, other.count)]
        tell(
            "list item",
            (own.count, other.count),
            otherLanguage,
            at: surplus.body.first?.firstOrigin
        )
    }

    private mutating func tell(
        _ part: String,
        _ counts: (own: Int, other: Int),
        _ otherLanguage: String,
        at span: Span?
    ) {
        let isOwn = counts.own > counts.other
        let (more, fewer) = isOwn ? (language, otherLanguage) : (otherLanguage, language)
        let (most, least) = (max(counts.own, counts.other), min(counts.own, counts.other))
        report.add(
            .warning(.uneven(part, more, most, fewer, least), at: span)
                .hinting(.evenOut(more, fewer, part))
        )
    }
}

extension Block {
    /// Where its first words were written.
    fileprivate var firstOrigin: Span? {
        switch content {
        case .paragraph(let paragraph): paragraph.spans.lazy.compactMap(\.origin).first ?? origin
        case .list(let items): items.lazy.compactMap { $0.body.first?.firstOrigin }.first ?? origin
        default: origin
        }
    }
}

extension Diagnostic.Message {
    static func uneven(_ part: String, _ more: String, _ most: Int, _ fewer: String, _ least: Int)
        -> Self
    {
        let parts = "\(most) \(part)\(most == 1 ? "" : "s")"
        return "side by side ‘\(more)’ has \(parts), ‘\(fewer)’ \(least): what is over begins here"
    }

    static func evenOut(_ more: String, _ fewer: String, _ part: String) -> Self {
        "write this \(part) in ‘\(fewer)’ too, or divide both alike: lengths tell what stands beside it"
    }
}
