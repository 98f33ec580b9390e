import Arrangement
import Flow
import Pages
import Units

/// The levers of a target, with what each is worth on the pages at hand.
///
/// To save so much height, the draws with the least sum of squares are each in proportion to what the
/// lever is worth: where little text stands on pages full of pictures, pictures give most. A lever
/// later in the layout's order is twice as dear as the one before it.
struct FitLevers {
    private struct Lever {
        var kind: LeverKind
        /// The points of height that it saves when drawn as far as it may be.
        var worth: Double
        /// Its share of a draw, 1 for the lever that is drawn most.
        var ratio: Double
    }

    private var levers: [Lever] = []

    init(_ target: FitTarget, on heights: FitHeights) {
        var price = 1.0
        for lever in target.levers {
            let worth = heights.worth(of: lever)
            levers.append(
                Lever(kind: lever.kind, worth: worth, ratio: worth / price)
            )
            price *= 2
        }
        levers.removeAll { $0.worth < 0.01 }
        let most = levers.map(\.ratio).max() ?? 1
        for index in levers.indices { levers[index].ratio /= most }
    }

    /// What all levers save when drawn as far as they may be, in points.
    var worth: Double { levers.reduce(0) { $0 + $1.worth } }

    /// The draws that save a share of that, from -1 (as much is added) to 1.
    func draws(saving share: Double) -> [LeverKind: Double] {
        let size = abs(share)
        guard size > 0 else { return [:] }
        let pull = size >= 1 ? Double.infinity : pull(saving: size)
        var draws: [LeverKind: Double] = [:]
        for lever in levers {
            let draw = min(1, pull * lever.ratio)
            if draw >= Self.leastDraw { draws[lever.kind] = share < 0 ? -draw : draw }
        }
        return draws
    }

    /// What is less than this is seen by nobody, nor worth a word.
    private static let leastDraw = 0.05

    /// Levers stop at their bounds, so the pull that saves a share is found by bisection.
    private func pull(saving share: Double) -> Double {
        var (low, high) = (0.0, 1 / (levers.map(\.ratio).min() ?? 1))
        for _ in 0..<40 {
            let middle = (low + high) / 2
            let saved = levers.reduce(0) { $0 + $1.worth * min(1, middle * $1.ratio) }
            if saved < share * worth { low = middle } else { high = middle }
        }
        return high
    }
}

/// How the height of all columns that text fills is made up, in points.
struct FitHeights {
    var text: Double
    var gaps: Double
    /// The room that rows have at least, be it filled or not.
    var rows: Double
    var pictures: Double

    init(of flow: Flow, filling height: Double, with pictures: Double) {
        var (gaps, rows) = (0.0, 0.0)
        flow.visitBlocks { block in
            gaps += (block.style.spaceBefore + block.style.spaceAfter).points
            switch block.content {
            case .space(let space): gaps += space.points
            case .table(let table) where table.givesRoom:
                rows += table.rows.reduce(0) { $0 + $1.leastHeight.points }
            default: break
            }
        }
        self.gaps = min(gaps, height / 2)
        self.rows = min(rows, height / 2)
        self.pictures = min(pictures, height)
        text = max(0, height - self.gaps - self.pictures)
    }

    fileprivate func worth(of lever: FitLever) -> Double {
        switch lever.kind {
        case .leading, .size: text * (1 - lever.bound)
        case .rows: rows * (1 - lever.bound)
        case .gaps: gaps * (1 - lever.bound)
        case .pictures: pictures * (1 - lever.bound)
        // A letter is half an em wide.
        case .tracking: text * lever.bound / 0.5
        }
    }
}

extension Flow {
    func visitBlocks(_ visit: (Block) -> Void) {
        for stream in streams {
            for block in stream.blocks { block.visitBlocks(visit) }
        }
    }
}
