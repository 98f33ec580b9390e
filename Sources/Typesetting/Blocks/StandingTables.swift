import Arrangement
import Diagnostics
import Flow
import Structure
import Units

/// Tables that were set once and are kept standing until the pages are done.
///
/// Pages that tell their folios are made up again once these are known, and hardly a table changes by
/// that.
package struct StandingTables: Sendable {
    private var known: [ElementID: Composed] = [:]

    package init() {}

    /// All that a table's rows depend on, in one attempt at the pages.
    struct Request: Equatable {
        let table: Table
        let measure: Length
        let noteMeasure: Length
        let grid: GridKeeping
        let isRightToLeft: Bool
    }

    private struct Composed {
        let request: Request
        let galley: Galley
    }

    func galley(of element: ElementID, for request: Request) -> Galley? {
        guard let composed = known[element], composed.request == request else { return nil }
        return composed.galley
    }

    mutating func keep(_ galley: Galley, of element: ElementID, for request: Request) {
        known[element] = Composed(request: request, galley: galley)
    }
}

extension Typesetter {
    /// A table's rows, as they stand or else set anew.
    mutating func standing(_ table: Table, of block: Block, in setting: Setting) -> Galley {
        // In a trial pictures in it may be lower than they come to be.
        guard standingTables != nil, let element = block.element, !setting.isTrial else {
            return galley(of: table, keeping: block.style.grid, at: block.origin, in: setting)
        }
        let request = StandingTables.Request(
            table: table,
            measure: setting.measure,
            noteMeasure: setting.noteMeasure,
            grid: block.style.grid,
            isRightToLeft: setting.isRightToLeft
        )
        if let known = standingTables?.galley(of: element, for: request) { return known }
        let heard = report
        report = Report()
        let galley = galley(of: table, keeping: block.style.grid, at: block.origin, in: setting)
        // What is complained of must be complained of every time.
        if report.isEmpty { standingTables?.keep(galley, of: element, for: request) }
        let complaints = report
        report = heard
        report.add(contentsOf: complaints)
        return galley
    }
}
