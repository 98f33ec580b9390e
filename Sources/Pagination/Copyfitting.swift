import Diagnostics
import Flow
import Pages
import Typesetting
import Units

/// The search for a setting that fills the pages that were asked for.
struct Copyfitting {
    let flow: Flow
    let target: FitTarget
    let typesetting: (Flow) -> Typesetter

    func document(reporting report: inout Report) -> Document {
        makeUpAsIs(flow, with: typesetting(flow), reporting: &report)
    }
}
