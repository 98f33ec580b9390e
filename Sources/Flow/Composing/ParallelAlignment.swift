import Glibc

/// Which blocks of two languages belong beside each other where their numbers differ.
///
/// What is of one kind, and of a length that goes with the other's, is likely its translation; a
/// paragraph may have been divided in two, or not been written yet.
///
/// Source: Gale and Church, “A Program for Aligning Sentences in Bilingual Corpora”, Computational
/// Linguistics 19 (1993).
struct ParallelAlignment {
    /// Blocks that stand in one row, from the places of both languages.
    struct Pair: Hashable {
        var own: Range<Int>
        var other: Range<Int>
        /// Whether the writer has said so.
        var isMarked = false

        var isEven: Bool { own.count == 1 && other.count == 1 }
    }

    /// A block as far as it tells what it may be the translation of.
    struct Item: Hashable {
        /// Its letters.
        var length: Double
        /// What kind of block it is: only those of one kind are taken for each other.
        var kind: Int
        /// Whether two of them may be what is one in the other language.
        var mayDivide: Bool
    }

    private let own: [Item]
    private let other: [Item]

    init(_ own: [Item], _ other: [Item]) {
        self.own = own
        self.other = other
    }

    /// Letters of the second language for one of the first; the likeliest of these is taken, and that of
    /// both texts as a whole.
    private static let ratios = [1.0, 0.8, 1.25]
    /// Of that ratio from 1, by its logarithm: Arabic has four letters where French has five.
    private static let usualDeparture = 0.2
    /// Beyond so many pairs to be compared, blocks stand beside each other as they come.
    private static let mostPairs = 250_000
    /// Of the difference in length, for each letter; the paper's figure.
    private static let variance = 6.8

    /// What each way of pairing costs besides what lengths say: the logarithms of how seldom it is
    /// found.
    private enum Prior {
        static let uneven = 3.1
        static let unwritten = 5.3
    }

    /// The likeliest pairs, in order, which hold every block once.
    var pairs: [Pair] {
        guard own.count * other.count <= Self.mostPairs else { return inOrder }
        let sums = [own, other].map { $0.reduce(0) { $0 + $1.length } }
        let ratios = Self.ratios + (sums[0] > 0 && sums[1] > 0 ? [sums[1] / sums[0]] : [])
        let found = ratios.map { ratio in
            let (pairs, cost) = pairs(ratio: ratio)
            let departure = log(ratio) / Self.usualDeparture
            return (pairs: pairs, cost: cost + departure * departure / 2)
        }
        return found.min { $0.cost < $1.cost }?.pairs ?? inOrder
    }

    private var inOrder: [Pair] {
        (0..<max(own.count, other.count)).map { index in
            func place(in count: Int) -> Range<Int> {
                min(index, count)..<min(index + 1, count)
            }
            return Pair(own: place(in: own.count), other: place(in: other.count))
        }
    }

    /// Of ways that are as good the first is taken: what is not written yet is likely the last.
    private static let steps = [(1, 0), (0, 1), (1, 1), (2, 1), (1, 2)]

    /// By dynamic programming over how many blocks of either language have been paired.
    private func pairs(ratio: Double) -> (pairs: [Pair], cost: Double) {
        let width = other.count + 1
        var costs = [Double](repeating: .infinity, count: (own.count + 1) * width)
        var steps = [Int](repeating: -1, count: costs.count)
        costs[0] = 0
        for i in 0...own.count {
            for j in 0...other.count where i + j > 0 {
                for (number, step) in Self.steps.enumerated() where step.0 <= i && step.1 <= j {
                    let pair = Pair(own: i - step.0..<i, other: j - step.1..<j)
                    let before = costs[(i - step.0) * width + j - step.1]
                    let cost = before + self.cost(of: pair, ratio: ratio)
                    if cost < costs[i * width + j] - 1e-9 {
                        (costs[i * width + j], steps[i * width + j]) = (cost, number)
                    }
                }
            }
        }
        var pairs: [Pair] = []
        var (i, j) = (own.count, other.count)
        while i + j > 0 {
            let step = Self.steps[steps[i * width + j]]
            pairs.append(Pair(own: i - step.0..<i, other: j - step.1..<j))
            (i, j) = (i - step.0, j - step.1)
        }
        return (pairs.reversed(), costs[costs.count - 1])
    }

    private func cost(of pair: Pair, ratio: Double) -> Double {
        if pair.own.isEmpty || pair.other.isEmpty { return Prior.unwritten }
        let items = (Array(own[pair.own]), Array(other[pair.other]))
        let all = items.0 + items.1
        guard all.allSatisfy({ $0.kind == all[0].kind }),
            pair.isEven || all.allSatisfy(\.mayDivide)
        else { return .infinity }
        let lengths = (
            items.0.reduce(0) { $0 + $1.length } * ratio, items.1.reduce(0) { $0 + $1.length }
        )
        let mean = max((lengths.0 + lengths.1) / 2, 1)
        let distance = (lengths.0 - lengths.1) / sqrt(Self.variance * mean)
        return (pair.isEven ? 0 : Prior.uneven) + min(distance * distance / 2, Self.mostOfLength)
    }

    /// Two paragraphs of one place differ by much more than the paper's sentences do.
    private static let mostOfLength = 14.0
}
