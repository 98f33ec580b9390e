import Typesetting
import Units

/// A space above a strip that may be wider than it is drawn.
struct ElasticSpace: Hashable {
    let strip: Int
    /// In points, as are all others here.
    let height: Double
    let mostAdded: Double
}

/// How far the spaces of a column are widened so that it ends at its foot.
///
/// The taller a space is the sooner it takes a step: what stands above a heading takes one before what
/// stands above a picture does, and those above a title of a part two before those above titles of its
/// parts take one. Spaces of one height take their steps together: where some of them would have to go
/// without, the column ends a step or two above its foot rather than with spaces that differ.
struct Feathering {
    /// For each space.
    private(set) var steps: [Int]
    private(set) var total = 0

    /// - Parameters:
    ///   - wanted: How many steps all of them take at the most.
    ///   - step: What one of them takes at a time, so that lines stay on the grid.
    init(_ spaces: some RandomAccessCollection<ElasticSpace>, by wanted: Int, of step: Double) {
        steps = [Int](repeating: 0, count: spaces.count)
        // Claims are reckoned again rather than written down: columns are priced by the thousand.
        while total < wanted {
            var (greatest, next) = (0.0, 0)
            for (index, space) in spaces.enumerated() {
                greatest = max(greatest, claim(of: space, index, to: step))
            }
            guard greatest > 0 else { return }
            let least = greatest - 0.001
            for (index, space) in spaces.enumerated()
            where claim(of: space, index, to: step) > least { next += 1 }
            guard next <= wanted - total || wanted - total > Self.mostLeft else { return }
            for (index, space) in spaces.enumerated()
            where total < wanted && claim(of: space, index, to: step) > least {
                steps[index] += 1
                total += 1
            }
        }
    }

    /// How much a space has for itself to take the next step; nought where it may not be wider.
    ///
    /// It is in half steps, as far as heights can be told apart on a page.
    private func claim(of space: ElasticSpace, _ index: Int, to step: Double) -> Double {
        guard steps[index] < Int(space.mostAdded / step + 0.01) else { return 0 }
        return max(1, (space.height / step * 2).rounded()) / Double(steps[index] + 1)
    }

    /// How many steps short of its foot a column may end: more would be seen beside the page that faces it.
    private static let mostLeft = 2
}

extension FilledColumn {
    /// The same column with the spaces in it wider, so that it ends at its foot.
    ///
    /// - Parameters:
    ///   - amount: What they take up together, in points.
    ///   - step: What one of them takes at a time.
    func stretched(by amount: Double, in step: Double) -> FilledColumn {
        guard amount > 0 else { return self }
        var galley = poured.galley
        galley.strips = Array(galley.strips[range])
        let spaces = galley.elasticSpaces.filter { $0.strip > 0 }
        let feathering = Feathering(spaces, by: Int((amount / step).rounded()), of: step)
        for (space, steps) in zip(spaces, feathering.steps) {
            galley.strips[space.strip].spaceBefore += .pt(Double(steps) * step)
        }
        var changed = self
        changed.poured = PouredGalley(galley, noteGap: poured.noteGap, line: poured.line)
        changed.range = galley.strips.indices
        return changed
    }
}

extension Galley {
    /// From the first to the last.
    var elasticSpaces: [ElasticSpace] {
        strips.indices.compactMap { index in
            let most = strips[index].spaceStretch
            guard most > .zero else { return nil }
            return ElasticSpace(
                strip: index,
                height: strips[index].spaceBefore.points,
                mostAdded: most.points
            )
        }
    }
}

extension PouredGalley {
    /// Those in a column: above what comes first in it there is none.
    func elasticSpaces(from start: Int, to end: Int) -> ArraySlice<ElasticSpace> {
        let first = elasticSpaces.partition(at: start + 1)
        return elasticSpaces[first..<max(first, elasticSpaces.partition(at: end))]
    }
}

extension [ElasticSpace] {
    /// The index of the first that stands above a strip or after it.
    fileprivate func partition(at strip: Int) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].strip < strip { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
