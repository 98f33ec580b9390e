import Content
import Diagnostics
import Layouts

/// Tells a field that was not given from one that does not exist.
extension Composer {
    mutating func checkPath(of expression: Expression) {
        if case .path(let names) = expression.source { check(names, at: expression.span) }
    }

    /// Holds the first name of a path against the names in use and the fields of the kind.
    mutating func check(_ names: [String], at span: Span) {
        guard let first = names.first, !bindings.contains(where: { $0.name == first }),
            let kinds = house.kinds, let kind = kinds[brief.record.kind]
        else { return }
        var fields = kind.fields
        var owner: String?
        for name in names where Int(name) == nil {
            guard let field = fields.first(where: { $0.name == name }) else {
                if name == "id" || fields.contains(where: { $0.isSpread }) { return }
                let known = fields.map(\.name) + (owner == nil ? bindings.map(\.name) : [])
                report.add(
                    .error("‘\(owner ?? kind.name)’ has no field ‘\(name)’", at: span)
                        .hinting(Suggestion.didYouMean(name, among: known))
                )
                return
            }
            guard let inner = kinds.fields(within: field.type) else { return }
            fields = inner
            owner = name
        }
    }
}

extension KindLibrary {
    /// The fields that may be asked of a value of this type; nil where it has none or other parts, or
    /// where there is no such value and nobody has looked.
    fileprivate func fields(within type: FieldType) -> [FieldDescription]? {
        switch type {
        case .kind(let name): isClosed(name) ? nil : self[name]?.fields
        case .list(let item): fields(within: item)
        case .record(let fields): fields
        default: nil
        }
    }
}
