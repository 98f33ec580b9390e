import Diagnostics
import Flow
import Pages
import Typesetting
import Units

/// The search for a setting that fills the pages that were asked for.
///
/// Leading, gaps, tracking and pictures give way together, each within its bounds and no further than
/// needed; where that is not enough, blocks are left out by priority. A handful of make-ups decide.
struct Copyfitting {
    let flow: Flow
    let target: FitTarget
    let typesetting: (Flow) -> Typesetter
    private var made = 0

    init(flow: Flow, target: FitTarget, typesetting: @escaping (Flow) -> Typesetter) {
        self.flow = flow
        self.target = target
        self.typesetting = typesetting
    }

    /// A whole document takes no more make-ups than this.
    private static let mostMakeups = 9

    private struct Trial {
        var tightness: Double
        var priority: Int?
        var attempt: Attempt
        var pages: Int { attempt.document.pages.count }
    }

    mutating func document(reporting report: inout Report) -> Document {
        let first = trial(0)
        let chosen: Trial
        if first.pages > target.pages {
            chosen = tightened(first)
        } else if first.pages < target.pages, !target.isAtMost {
            chosen = loosened(first)
        } else {
            chosen = first
        }
        report.add(contentsOf: chosen.attempt.report)
        tell(chosen, after: first, reporting: &report)
        return chosen.attempt.document
    }

    private mutating func trial(_ tightness: Double, leavingOutUpTo priority: Int? = nil) -> Trial {
        made += 1
        let setting = Setting(tightness: tightness, within: target, leavingOutUpTo: priority)
        let varied = tightness == 0 && priority == nil ? flow : setting.applied(to: flow)
        let attempt = Attempt(varied, with: typesetting(varied))
        return Trial(tightness: tightness, priority: priority, attempt: attempt)
    }

    // MARK: Tighter

    private mutating func tightened(_ first: Trial) -> Trial {
        let tightest = trial(1)
        if tightest.pages <= target.pages { return least(from: 0, to: tightest) }
        let priorities = target.leavesOut ? flow.priorities : []
        guard let last = priorities.last else { return tightest }
        let barest = trial(1, leavingOutUpTo: last)
        guard barest.pages <= target.pages else { return tightest }
        let kept = fewestLeftOut(barest, of: priorities)
        return least(from: 0, to: kept)
    }

    /// Leaves out no more priorities than are needed.
    private mutating func fewestLeftOut(_ barest: Trial, of priorities: [Int]) -> Trial {
        var best = barest
        var (low, high) = (0, priorities.count - 1)
        while low < high, made < Self.mostMakeups - 2 {
            let middle = (low + high) / 2
            let next = trial(1, leavingOutUpTo: priorities[middle])
            if next.pages <= target.pages {
                (best, high) = (next, middle)
            } else {
                low = middle + 1
            }
        }
        return best
    }

    /// Takes back as much tightness as can be had.
    private mutating func least(from low: Double, to fitting: Trial) -> Trial {
        var best = fitting
        var low = low
        while made < Self.mostMakeups, best.tightness - low > 0.1 {
            let next = trial((low + best.tightness) / 2, leavingOutUpTo: fitting.priority)
            if next.pages <= target.pages { best = next } else { low = next.tightness }
        }
        return best
    }

    // MARK: Looser

    private mutating func loosened(_ first: Trial) -> Trial {
        let loosest = trial(-1)
        guard loosest.pages >= target.pages else { return first }
        var (best, near) = (loosest, 0.0)
        while made < Self.mostMakeups, near - best.tightness > 0.1 {
            let next = trial((near + best.tightness) / 2)
            if next.pages >= target.pages { best = next } else { near = next.tightness }
        }
        // Past the target on the other side is no better than short of it.
        return best.pages == target.pages ? best : first
    }

    // MARK: What to say

    private func tell(_ chosen: Trial, after first: Trial, reporting report: inout Report) {
        if chosen.pages > target.pages {
            let lines = chosen.attempt.lines(after: target.pages)
            let section = chosen.attempt.section(atPage: target.pages)
            report.add(
                .error(.over(target, by: lines, in: section), at: target.origin)
                    .hinting(.shorten(by: lines))
            )
        } else if chosen.pages < target.pages, !target.isAtMost {
            report.add(.warning(.fillsOnly(chosen.pages, of: target.pages), at: target.origin))
        } else if chosen.tightness != 0 || chosen.priority != nil {
            let setting = Setting(tightness: chosen.tightness, within: target)
            let left = flow.count(ofPriorityUpTo: chosen.priority)
            report.add(.remark(.fitted(target, by: setting, leavingOut: left), at: target.origin))
        }
    }
}

extension Flow {
    /// Priorities that blocks have, the first to go first.
    fileprivate var priorities: [Int] {
        var found: Set<Int> = []
        visitBlocks { if let priority = $0.style.priority { found.insert(priority) } }
        return found.sorted()
    }

    fileprivate func count(ofPriorityUpTo most: Int?) -> Int {
        guard let most else { return 0 }
        var count = 0
        visitBlocks { if let priority = $0.style.priority, priority <= most { count += 1 } }
        return count
    }

    private func visitBlocks(_ visit: (Block) -> Void) {
        for stream in streams {
            for block in stream.blocks {
                _ = block.mapping {
                    visit($0)
                    return $0
                }
            }
        }
    }
}

extension Diagnostic.Message {
    static func over(_ target: FitTarget, by lines: Int, in section: String?) -> Self {
        let place = section.map { " from ‘\($0)’ on" } ?? ""
        let pages = "\(target.pages) page\(target.pages == 1 ? "" : "s")"
        return "does not fit \(pages): \(lines) line\(lines == 1 ? "" : "s") too many\(place)"
    }

    static func shorten(by lines: Int) -> Self {
        "shorten the text by \(lines) line\(lines == 1 ? "" : "s"), or give parts a priority"
    }

    static func fillsOnly(_ pages: Int, of wanted: Int) -> Self {
        "the text fills only \(pages) of \(wanted) pages, however loosely it is set"
    }

    static func fitted(_ target: FitTarget, by setting: Setting, leavingOut left: Int) -> Self {
        func per(_ share: Double) -> String { "\((share * 100).inHundredths) %" }
        var steps: [String] = []
        if setting.leading != 1 { steps.append("leading at \(per(setting.leading))") }
        if setting.spaces != 1 { steps.append("gaps at \(per(setting.spaces))") }
        if setting.pictures != 1 { steps.append("pictures at \(per(setting.pictures))") }
        if setting.tracking != 0 {
            steps.append("letters \(per(-setting.tracking)) of an em closer")
        }
        if left > 0 { steps.append("\(left) part\(left == 1 ? "" : "s") left out") }
        let pages = "\(target.pages) page\(target.pages == 1 ? "" : "s")"
        return "fitted to \(pages): \(steps.joined(separator: ", "))"
    }
}
