internal import Content
internal import Diagnostics
internal import Flow

/// What the event of a folder says, beside what the papers of the folder print of it.
///
/// An event serves many papers, none of which prints all that it says: only where none of them does has
/// somebody written in vain.
struct EventFields {
    private let press: Press
    /// The events that papers are about, each with what these have places for.
    private var events: [Span: (record: Record, places: FieldPlaces)] = [:]
    /// Whether a paper is not to be made as it is: nobody can tell what it prints.
    private var isUnsure = false

    init(in papers: [String], on press: Press) {
        self.press = press
        for paper in papers where !isUnsure { look(into: paper) }
    }

    private mutating func look(into paper: String) {
        var run = Run(Job(file: paper), on: press)
        guard let brief = run.brief(), !run.hasErrors else {
            isUnsure = true
            return
        }
        guard let event = brief.sharedEvent else { return }
        var places = FieldPlaces()
        for layout in run.ownLayouts(of: brief) {
            guard let design = run.design(layout, for: brief) else {
                isUnsure = true
                return
            }
            if let printed = design.places["event"] { places.add(printed) }
        }
        events[event.span, default: (event, FieldPlaces())].places.add(places)
    }

    /// A warning for each event that says what no paper prints.
    var warnings: [Diagnostic] {
        if isUnsure { return [] }
        return events.sorted { $0.key.start < $1.key.start }.compactMap { _, event in
            let fields = Brief.unplaced(
                ofEvent: event.record,
                in: event.places,
                by: press.shelves.kinds
            )
            return fields.first.map { first in
                .warning(.printedNowhere(fields.map(\.value)), at: first.span)
                    .hinting(
                        "the layouts ‘programme’, ‘programme-grid’ and ‘programme-booklet’ print what guests need to know"
                    )
            }
        }
    }
}

extension Brief {
    /// The event that it is about, where that is described beside it and not in it.
    fileprivate var sharedEvent: Record? {
        guard case .reference(let reference)? = record["event"]?.content else { return nil }
        return registry.record(reference)
    }
}

extension Diagnostic.Message {
    private static let fieldsNamed = 8

    fileprivate static func printedNowhere(_ fields: [String]) -> Self {
        let names = quoted(fields.prefix(fieldsNamed))
        if fields.count == 1 { return "no paper of this folder prints \(names) of the event" }
        return fields.count > fieldsNamed
            ? "no paper of this folder prints what the event says in \(names) and other fields"
            : "no paper of this folder prints what the event says in \(names)"
    }
}
