import Diagnostics
import YAML

/// What must hold between fields, as a kind file says it under a field.
struct Harmony: Hashable, Sendable {
    /// Things of a list that may not overlap: `{time: time, by: [room], unless: {status: cancelled}}`.
    ///
    /// What stands together in one item of `by` is of one sort: `[speakers.person, moderators]`.
    struct Apart: Hashable, Sendable {
        /// The field that says when.
        var time: String
        /// The paths of what can be in one thing at a time only: a room, a person.
        var by: [[String]]
        var unless: Exceptions
    }

    /// Things that are let be where a field says one of these words.
    struct Exceptions: Hashable, Sendable {
        var wordsByField: [String: [String]] = [:]

        init() {}

        init(in node: Node?) {
            for entry in node?.entries ?? [] {
                guard let field = entry.key.text else { continue }
                let words = entry.value.items ?? [entry.value]
                wordsByField[field] = words.compactMap(\.text)
            }
        }
    }

    /// A number, or a unit of per cent, of which the numbers of a field are parts where other fields say
    /// some words: `{field: unit, where: {kind: stacked}}`.
    struct Parts: Hashable, Sendable {
        var whole: String
        var condition: Exceptions
    }

    var apart: Apart?
    var parts: Parts?
    /// The fields of the same record of which one must be there beside it, or nothing of it is printed.
    var company: [String] = []
    /// The path of the things that its ids must name.
    var among: String?
    /// The paths of the first and of the last day it may be on, or of the hours it may take.
    var within: [String] = []
    /// What need not keep within those hours.
    var unless = Exceptions()
    /// The field of the same record whose day comes before it, or is the same.
    var after: String?
    /// The field that no two things of a list may say alike: the days of a programme, their date.
    var once: String?
    /// The greatest number it may be, or how many things a list may hold.
    var most: Int?
    /// For words that it may say, the field of the same record that must then say something.
    var needs: [String: String] = [:]

    init() {}

    init(describedBy node: Node, reporting report: inout Report) {
        among = node["among"]?.text
        within = node["within"]?.items?.compactMap(\.text) ?? []
        unless = Exceptions(in: node["unless"])
        after = node["after"]?.text
        once = node["once"]?.text
        if let number = node["most"] {
            most = number.text.flatMap { Int($0) }
            if most == nil { report.add(.error("‘most’ must be a whole number", at: number.span)) }
        }
        if let node = node["parts-of"], let whole = node.text ?? node["field"]?.text {
            parts = Parts(whole: whole, condition: Exceptions(in: node["where"]))
        }
        company = node["needs"]?.items?.compactMap(\.text) ?? []
        for entry in node["needs"]?.entries ?? [] {
            if let word = entry.key.text { needs[word] = entry.value.text }
        }
        guard let apart = node["apart"], let time = apart["time"]?.text else { return }
        self.apart = Apart(
            time: time,
            by: (apart["by"]?.items ?? []).map { item in
                item.items?.compactMap(\.text) ?? [item.text].compactMap { $0 }
            },
            unless: Exceptions(in: apart["unless"])
        )
    }
}
