import Flow
import Pages
import Typesetting

/// How much text there is over what so many pages hold.
///
/// The last page often has less room than one in its place that others follow: what stands at its foot, such
/// as a contact block, comes along. So the text is cut to end on that page, which says how much stands there.
struct Surplus {
    /// The pages as they came out, and what they were made of.
    let attempt: Attempt
    let flow: Flow
    /// How many there should be.
    let pages: Int
    let typesetting: (Flow) -> Typesetter

    /// Cuts that are tried at most: each is a make-up of all pages before it.
    private static let mostCuts = 6
    /// A last page of which this share is filled tells well enough what goes onto it.
    private static let enough = 0.7

    /// How many lines of the text’s leading would have to go; nil where no cut ends on that page.
    var lines: Int? {
        guard let stream = Makeup.leading(of: flow) else { return nil }
        var best: Attempt?
        var (low, high) = (0, flow.streams[stream].blocks.count)
        for _ in 0..<Self.mostCuts where high - low > 1 {
            let middle = (low + high) / 2
            guard let cut = self.cut(after: middle, of: stream) else { break }
            let count = cut.document.pages.count
            if count > pages {
                high = middle
            } else {
                low = middle
                if count == pages { best = cut }
                if count == pages, cut.lastFill >= Self.enough { break }
            }
        }
        return best.map { attempt.lines(beyond: $0, leading: flow.bodyLeading) }
    }

    /// The pages of the first blocks of the text; nil where other text would lead without the rest.
    private func cut(after count: Int, of stream: Int) -> Attempt? {
        var flow = flow
        flow.streams[stream].blocks.removeSubrange(count...)
        guard Makeup.leading(of: flow) == stream else { return nil }
        return Attempt(flow, with: typesetting(flow))
    }
}
