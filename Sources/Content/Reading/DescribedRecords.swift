import Diagnostics
import YAML

/// A shared record as a file of such describes it, be it right or wrong.
struct DescribedRecord: Sendable {
    let kind: String
    /// Nil where it has none that could be read; another may have the same.
    let id: String?
    /// All that is written of it.
    let node: Node
    /// Where it stands among all that are registered, with those that are described in it.
    let registered: Range<Int>

    var place: Span { node.span }

    /// Whether something is written under the name of a field, understood or not.
    func speaks(of field: String) -> Bool { node[field].map { !$0.isEmpty } ?? false }
}

/// What a list of several, or a field of one, has asked of all that is described of a kind.
struct Choosing: Sendable {
    let kind: String
    /// The places in a record that it looked at.
    let paths: [String]
    /// Whether these may lead into other records.
    let leadsOn: Bool

    /// Whether it may have passed over a record for what could not be read in it.
    ///
    /// - Parameter record: What was read of it; nil where nobody can refer to it.
    func mayMiss(_ described: DescribedRecord, readAs record: Record?) -> Bool {
        guard described.kind == kind else { return leadsOn }
        guard let record else { return true }
        return paths.contains { path in
            let field = String(path.prefix { $0 != "." })
            // A name may stand in parts beside the other fields.
            return record[field] == nil
                && (described.speaks(of: field) || field == KnownField.name.rawValue)
        }
    }
}

extension Everyone {
    var choosing: Choosing {
        Choosing(
            kind: kind.name,
            paths: clauses.map(\.path),
            leadsOn: clauses.contains(where: \.leadsOn)
        )
    }
}
