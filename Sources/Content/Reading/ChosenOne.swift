import Diagnostics
import YAML

/// Whom a `where` in the place of one thing means.
enum Chosen {
    case one(Value)
    /// None of whom it is so, or several; it has been told.
    case nobody

    var value: Value? { if case .one(let value) = self { value } else { nil } }
}

extension Reader {
    /// The one of whom it is so, where one is asked for: `signatory: {where: {role: Director}}`.
    ///
    /// - Returns: Nil where a node describes one otherwise.
    mutating func one(chosenBy node: Node, as kind: Kind) -> Chosen? {
        guard let everyone = everyone(chosenBy: node, as: .kind(kind.name)) else { return nil }
        guard !everyone.clauses.isEmpty else { return .nobody }
        choosings.append(everyone.choosing)
        let described = registry.all.prefix(countOfAll ?? 0).filter { $0.kind == kind.name }
        let ids = chosen(by: everyone, among: Array(described)).compactMap(\.id)
        if ids.count == 1 {
            return .one(Value(.reference(Reference(kind: kind.name, id: ids[0])), at: node.span))
        }
        if ids.count > 1 {
            report.add(
                .error("it is so of several, and one is asked for", at: everyone.span)
                    .hinting(
                        "for one of them, write its id in the place of this: \(Diagnostic.Message.quoted(ids, first: 6))"
                    )
            )
        }
        return .nobody
    }
}
