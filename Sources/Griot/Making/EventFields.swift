internal import Content
internal import Diagnostics
internal import Flow

/// What the event of a folder says, beside what the papers of the folder print of it.
///
/// An event serves many papers, none of which prints all that it says: only where none of them does has
/// somebody written in vain.
struct EventFields {
    private let press: Press
    /// What papers have places for, by the event that they are about.
    private var places: [String: FieldPlaces] = [:]
    private var records: [String: Record] = [:]
    /// Whether a paper is not to be made as it is: nobody can tell what it prints.
    private var isUnsure = false

    init(in papers: [String], on press: Press) {
        self.press = press
        for paper in papers where !isUnsure { look(into: paper) }
    }

    /// Takes what is known of a paper since it was made; what its event says must have been read once.
    private mutating func look(into paper: String) {
        if let use = press.eventUses[paper] {
            guard let event = use.event else { return }
            if records[event] != nil { return add(use.places, to: event) }
        }
        var run = Run(Job(file: paper), on: press)
        guard let brief = run.brief(), !run.hasErrors else {
            isUnsure = true
            return
        }
        guard let (event, record) = brief.sharedEvent else { return }
        guard let printed = run.placesForEvent(of: brief) else {
            isUnsure = true
            return
        }
        records[event] = record
        add(printed, to: event)
    }

    private mutating func add(_ printed: FieldPlaces, to event: String) {
        places[event, default: FieldPlaces()].add(printed)
    }

    /// A warning for each event that says what no paper prints.
    var warnings: [Diagnostic] {
        if isUnsure { return [] }
        return records.sorted { $0.value.span.start < $1.value.span.start }.compactMap {
            id,
            event in
            let fields = Brief.unplaced(
                ofEvent: event,
                in: places[id] ?? FieldPlaces(),
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

/// What a paper prints of the event beside it.
struct EventUse: Sendable {
    /// Its id; nil where the paper is about none that is described for all.
    var event: String?
    var places = FieldPlaces()
}

extension Run {
    /// The same of a paper of which editions were made as it asks itself; nil where nobody can tell.
    func eventUse(of editions: [Edition]) -> EventUse? {
        guard let brief = editions.first?.brief else { return nil }
        guard let (event, _) = brief.sharedEvent else { return EventUse() }
        let asked = ownLayouts(of: brief).map(\.name)
        guard asked.allSatisfy({ places[$0] != nil }) else { return nil }
        return EventUse(
            event: event,
            places: asked.reduce(into: FieldPlaces()) { all, layout in
                if let printed = places[layout]?[.event] { all.add(printed) }
            }
        )
    }

    /// What the layouts that a paper asks for print of its event; nil where one can't be read.
    fileprivate mutating func placesForEvent(of brief: Brief) -> FieldPlaces? {
        var places = FieldPlaces()
        for layout in ownLayouts(of: brief) {
            guard let design = design(layout, for: brief) else { return nil }
            if let printed = design.places[.event] { places.add(printed) }
        }
        return places
    }
}

extension Brief {
    /// The event that it is about, where that is described beside it and not in it.
    fileprivate var sharedEvent: (id: String, record: Record)? {
        guard case .reference(let reference)? = record[.event]?.content else { return nil }
        return registry.record(reference).map { (reference.id, $0) }
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
