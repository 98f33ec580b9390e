@testable import Linebreaking

/// Every way of breaking a small paragraph, weighed one by one with TeX's rules as the paper and
/// the program state them, written apart from the search that it judges.
struct BruteForce {
    let paragraph: ScaledParagraph

    /// The fewest demerits, lines no worse than the tolerance; nil where there is no way.
    func fewestDemerits(tolerance: Int) -> Int? {
        var fewest: Int?
        func extend(_ start: Int, _ line: (fitness: Int, isFlagged: Bool), _ sum: Int) {
            for end in start...paragraph.items.count {
                guard let price = price(of: end) else { continue }
                if let fit = fit(from: start, to: end), fit.badness <= tolerance {
                    let isLast = end == paragraph.items.count
                    let isFlagged = isLast || isDiscretionary(end)
                    var demerits = square(10 + fit.badness)
                    if price > 0 { demerits += price * price }
                    if price < 0 && price > -10_000 { demerits -= price * price }
                    if isFlagged && line.isFlagged { demerits += isLast ? 5_000 : 10_000 }
                    if abs(fit.fitness - line.fitness) > 1 { demerits += 10_000 }
                    if isLast {
                        fewest = min(fewest ?? .max, sum + demerits)
                    } else {
                        extend(kept(after: end), (fit.fitness, isFlagged), sum + demerits)
                    }
                }
                if price <= -10_000 { return }
            }
        }
        extend(0, (2, false), 0)
        return fewest
    }

    private func square(_ value: Int) -> Int { value >= 10_000 ? 100_000_000 : value * value }

    private func isDiscretionary(_ index: Int) -> Bool {
        if case .discretionary = paragraph.items[index] { return true }
        return false
    }

    /// Nil where no line may end.
    private func price(of index: Int) -> Int? {
        guard index < paragraph.items.count else { return -10_000 }
        switch paragraph.items[index] {
        case .box: return nil
        case .penalty(let cost), .discretionary(_, let cost): return cost >= 10_000 ? nil : cost
        case .glue:
            guard index > 0 else { return nil }
            switch paragraph.items[index - 1] {
            case .box, .discretionary: return 0
            case .glue, .penalty: return nil
            }
        }
    }

    private func kept(after index: Int) -> Int {
        var index = isDiscretionary(index) ? index + 1 : index
        while index < paragraph.items.count {
            switch paragraph.items[index] {
            case .box, .discretionary: return index
            case .glue, .penalty: index += 1
            }
        }
        return index
    }

    private func fit(from start: Int, to end: Int) -> (badness: Int, fitness: Int)? {
        var width = 0
        var stretch = 0
        var shrink = 0
        for item in paragraph.items[min(start, end)..<end] {
            switch item {
            case .box(let own): width += own
            case .glue(let own, let more, let less):
                width += own
                stretch += more
                shrink += less
            case .penalty, .discretionary: break
            }
        }
        if end < paragraph.items.count, case .discretionary(let own, _) = paragraph.items[end] {
            width += own
        }
        let shortfall = paragraph.measure - width
        if shortfall >= 0 {
            if end == paragraph.items.count { return (0, 2) }
            let badness = ScaledJudge.badness(of: shortfall, over: stretch)
            return (badness, badness > 99 ? 0 : badness > 12 ? 1 : 2)
        }
        guard -shortfall <= shrink else { return nil }
        let badness = ScaledJudge.badness(of: -shortfall, over: shrink)
        return (badness, badness > 12 ? 3 : 2)
    }
}
