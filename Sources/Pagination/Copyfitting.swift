import Arrangement
import Diagnostics
import Flow
import Pages
import Typesetting
import Units

/// The search for a setting that fills the pages that were asked for.
///
/// Levers give way together, each within its bounds and no further than needed (see ``FitLevers``);
/// where that is not enough, blocks are left out by priority. A handful of make-ups decide.
struct Copyfitting {
    let flow: Flow
    let target: FitTarget
    let typesetting: (Flow) -> Typesetter
    private var levers: FitLevers
    private var made = 0
    /// The pages that come nearest to a target which is missed however tightly they are set.
    private(set) var nearest: Trial?

    init(flow: Flow, target: FitTarget, typesetting: @escaping (Flow) -> Typesetter) {
        self.flow = flow
        self.target = target
        self.typesetting = typesetting
        levers = FitLevers(target, on: FitHeights(of: flow, filling: 0, with: 0))
    }

    /// To set a document tighter takes no more make-ups than this, nor does it to set it looser.
    private var mostMakeups: Int { givesMuch ? 14 : 8 }
    /// The share of all that levers may give up to which pages are set looser to fill the last one.
    private static let little = 0.4
    /// Settings nearer to each other than this are as good as one.
    private var step: Double { givesMuch ? 0.015 : 0.06 }
    /// Whether type may become so much smaller that a step of the usual length would be seen, as on a
    /// sheet for the wall.
    private var givesMuch: Bool {
        target.levers.contains { $0.kind == .size && $0.bound < 0.9 }
    }

    struct Trial {
        /// The share that is saved of what all levers could save; below zero what is added.
        var saving: Double
        var setting: LeverSetting
        var attempt: Attempt
        var pages: Int { attempt.document.pages.count }
        /// In pages, the last one counted as far as it is filled.
        var length: Double { Double(pages - 1) + attempt.lastFill }
    }

    mutating func document(reporting report: inout Report) -> Document {
        let first = trial(0)
        let heights = FitHeights(
            of: flow,
            filling: first.attempt.filledHeight,
            with: first.attempt.document.pictureHeights
        )
        levers = FitLevers(target, on: heights)
        let chosen = fitted(first)
        let attempt =
            chosen.attempt.fillingPages(with: typesetting) { chosen.setting.applied(to: flow) }
            ?? chosen.attempt
        report.add(contentsOf: attempt.report)
        tell(chosen, after: first, reporting: &report)
        return attempt.document
    }

    private mutating func fitted(_ first: Trial) -> Trial {
        if target.admits(first) { return first }
        if let pages = target.pages, first.pages > pages { return tightened(first, to: pages) }
        let wanted = target.isAtMost ? first.pages : target.pages ?? first.pages
        let looser = loosened(first, to: wanted)
        if let looser, abs(looser.saving) <= Self.little { return looser }
        // Before pages are blown up to fill one more, they do without it.
        return withoutLastPage(first) ?? looser ?? first
    }

    /// Pages that do without a last one that is not filled; nil where they can't.
    private mutating func withoutLastPage(_ first: Trial) -> Trial? {
        guard target.isAtMost, first.pages > 1 else { return nil }
        made = 1
        let tighter = tightened(first, to: first.pages - 1)
        return target.admits(tighter) ? tighter : nil
    }

    private mutating func trial(_ saving: Double, leavingOutUpTo priority: Int? = nil) -> Trial {
        made += 1
        let setting = LeverSetting(
            levers.draws(saving: saving),
            within: target,
            leavingOutUpTo: priority
        )
        let varied = setting.isDesign ? flow : setting.applied(to: flow)
        return Trial(
            saving: saving,
            setting: setting,
            attempt: Attempt(varied, with: typesetting(varied))
        )
    }

    // MARK: Tighter

    private mutating func tightened(_ first: Trial, to pages: Int) -> Trial {
        let tightest = trial(1)
        if tightest.pages <= pages { return least(between: first, and: tightest, to: pages) }
        // Nothing goes for the sake of a fuller page alone.
        let priorities = target.leavesOut && target.pages != nil ? flow.priorities : []
        guard let last = priorities.last else { return missed(first, by: tightest) }
        let barest = trial(1, leavingOutUpTo: last)
        guard barest.pages <= pages else { return missed(first, by: tightest) }
        let kept = fewestLeftOut(barest, of: priorities, to: pages)
        return least(between: tightest, and: kept, to: pages)
    }

    /// Where pages can't be as few as is wished, they are as few as can be and no tighter than that takes.
    private mutating func missed(_ first: Trial, by tightest: Trial) -> Trial {
        nearest = tightest
        guard first.pages > tightest.pages else { return first }
        return least(between: first, and: tightest, to: tightest.pages)
    }

    /// Leaves out no more priorities than are needed.
    private mutating func fewestLeftOut(
        _ barest: Trial,
        of priorities: [Int],
        to pages: Int
    ) -> Trial {
        var best = barest
        var (low, high) = (0, priorities.count - 1)
        while low < high, made < mostMakeups - 2 {
            let middle = (low + high) / 2
            let next = trial(1, leavingOutUpTo: priorities[middle])
            if next.pages <= pages {
                (best, high) = (next, middle)
            } else {
                low = middle + 1
            }
        }
        return best
    }

    /// Takes back as much tightness as can be had, first where lengths say that it should do.
    private mutating func least(
        between first: Trial,
        and fitting: Trial,
        to pages: Int
    ) -> Trial {
        var best = fitting
        let isSame = first.setting.leavesOutUpTo == fitting.setting.leavesOutUpTo
        var (low, lowLength) = isSame ? (first.saving, first.length) : (0.0, Double(pages) + 0.5)
        while made < mostMakeups, best.saving - low > step {
            let slope = (lowLength - best.length) / (best.saving - low)
            let guess = slope > 0 ? low + (lowLength - Double(pages)) / slope : low
            let span = best.saving - low
            let next = trial(
                min(max(guess, low + span * 0.15), low + span * 0.85),
                leavingOutUpTo: fitting.setting.leavesOutUpTo
            )
            if next.pages <= pages {
                best = next
            } else {
                (low, lowLength) = (next.saving, next.length)
            }
        }
        return best
    }

    // MARK: Looser

    /// The least loosening that fills so many pages, the last one as far as is wished.
    private mutating func loosened(_ first: Trial, to pages: Int) -> Trial? {
        let wanted = Double(pages - 1) + (target.lastFill ?? 0)
        let loosest = trial(-1)
        guard loosest.length >= wanted else { return nil }
        var best = target.admits(loosest) ? loosest : nil
        var (tight, loose) = (first.saving, loosest.saving)
        while made < mostMakeups, tight - loose > step {
            let next = trial((tight + loose) / 2)
            if target.admits(next) { best = next }
            if next.length >= wanted { loose = next.saving } else { tight = next.saving }
        }
        return best
    }
}

extension FitTarget {
    /// Whether a trial is what was asked for.
    func admits(_ trial: Copyfitting.Trial) -> Bool {
        if let pages, isAtMost ? trial.pages > pages : trial.pages != pages { return false }
        // Where no number is asked for, a page alone is no last one.
        if pages == nil, trial.pages == 1 { return true }
        return trial.attempt.lastFill + 0.001 >= lastFill ?? 0
    }
}

extension Flow {
    /// Priorities that blocks have, the first to go first.
    fileprivate var priorities: [Int] {
        var found: Set<Int> = []
        visitBlocks { if let priority = $0.style.priority { found.insert(priority) } }
        return found.sorted()
    }
}

extension Document {
    /// How tall all pictures stand, one under the other.
    fileprivate var pictureHeights: Double {
        pictureSizes.reduce(0) { $0 + $1.height.points }
    }
}
