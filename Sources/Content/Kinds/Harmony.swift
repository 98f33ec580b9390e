import YAML

/// What must hold between fields, as a kind file says it under a field.
package struct Harmony: Hashable, Sendable {
    /// Things of a list that may not overlap: `{time: time, by: [room], unless: {status: cancelled}}`.
    ///
    /// What stands together in one item of `by` is of one sort: `[speakers.person, moderators]`.
    package struct Apart: Hashable, Sendable {
        /// The field that says when.
        package var time: String
        /// The paths of what can be in one thing at a time only: a room, a person.
        package var by: [[String]]
        /// Things that are let be where a field says so.
        package var unless: [String: String]
    }

    package var apart: Apart?
    /// The path of the things that its ids must name.
    package var among: String?
    /// The paths of the first and of the last day it may be on.
    package var within: [String] = []
    /// The field that no two things of a list may say alike: the days of a programme, their date.
    package var once: String?

    package init() {}

    init(describedBy node: Node) {
        among = node["among"]?.text
        within = node["within"]?.items?.compactMap(\.text) ?? []
        once = node["once"]?.text
        guard let apart = node["apart"], let time = apart["time"]?.text else { return }
        let unless = (apart["unless"]?.entries ?? []).compactMap { entry in
            entry.key.text.flatMap { key in entry.value.text.map { (key, $0) } }
        }
        self.apart = Apart(
            time: time,
            by: (apart["by"]?.items ?? []).map { item in
                item.items?.compactMap(\.text) ?? [item.text].compactMap { $0 }
            },
            unless: Dictionary(unless) { first, _ in first }
        )
    }
}
