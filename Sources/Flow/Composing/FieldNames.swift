import Content
import Diagnostics
import Layouts

/// Tells a field that was not given from one that does not exist.
extension Composer {
    mutating func checkPath(of expression: Expression) {
        if case .path(let names) = expression.source { check(names, at: expression.span) }
    }

    mutating func checkPaths(of condition: Condition) {
        switch condition {
        case .given(let field), .equal(let field, _), .has(let field, _), .atLeast(let field, _):
            checkPath(of: field)
        case .not(let inner): checkPaths(of: inner)
        case .all(let parts), .any(let parts): for part in parts { checkPaths(of: part) }
        }
    }

    /// Holds what filters name against the forms of the language and the fields of the kind.
    mutating func checkFilters(of expression: Expression) {
        for filter in expression.filters {
            switch filter.name {
            case .date: checkDateForm(of: filter)
            // Those are fields of the items of a list, which may be of several kinds.
            case .sort, .group, .whereTrue: break
            case .endAs, .into:
                if let word = filter.path?.first { check(word: word, at: filter.span) }
            default: if let path = filter.path { check(path, at: filter.span) }
            }
        }
    }

    private mutating func checkDateForm(of filter: Filter) {
        guard let form = filter.word, pack.dates[form] == nil, !Filter.dateForms.contains(form)
        else { return }
        let known = Filter.dateForms + pack.dates.keys.sorted()
        report.add(
            .error("the language ‘\(pack.tag)’ has no form ‘\(form)’ for dates", at: filter.span)
                .hinting(
                    Suggestion.didYouMean(form, among: known)
                        ?? "it knows \(known.joined(separator: ", "))"
                )
        )
    }

    /// Holds the first name of a path against the names in use and the fields of the kind.
    mutating func check(_ names: [String], at span: Span) {
        guard !common.knownPaths.contains(names) else { return }
        if let problem = problem(of: names, at: span) {
            report.add(problem)
        } else if let first = names.first, !scope.binds(first) {
            common.knownPaths.insert(names)
        }
    }

    /// That a path neither begins with a name in use nor leads to a field of the kind.
    func problem(of names: [String], at span: Span) -> Diagnostic? {
        guard let first = names.first, !scope.binds(first), let kinds = house.kinds,
            let kind = kinds[brief.record.kind]
        else { return nil }
        return kinds.problem(of: names, in: kind, besides: scope.names, at: span)
    }
}

extension KindLibrary {
    /// That a path names something that the kind has not.
    ///
    /// - Parameter others: Names that the first of the path may have been meant for besides fields.
    func problem(
        of names: [String],
        in kind: Kind,
        besides others: [String],
        at span: Span
    ) -> Diagnostic? {
        var fields = kind.fields
        var owner: String?
        for (index, name) in names.enumerated() where !Self.isAnswered(name) {
            guard let field = fields.first(where: { $0.name == name }) else {
                let known = fields.map(\.name) + (owner == nil ? others : [])
                return .error("‘\(owner ?? kind.name)’ has no field ‘\(name)’", at: span)
                    .hinting(
                        part(name, ofOneAmong: fields)
                            ?? Suggestion.didYouMean(name, among: known.unique)
                            // A field of the paper, asked of the wrong thing.
                            ?? Suggestion.didYouMean(name, among: kind.fields.map(\.name))
                            ?? Suggestion.oneOf(known.unique, for: name)
                    )
            }
            if let next = names.dropFirst(index + 1).first(where: { !Self.isAnswered($0) }),
                let problem = problem(of: next, in: field, at: span)
            {
                return problem
            }
            guard let inner = self.fields(within: field.type) else { return nil }
            fields = inner
            owner = name
        }
        return nil
    }

    /// Whether a list or a record answers to a name that is no field of it.
    ///
    /// Where names are withheld, a list holds how many there are.
    private static func isAnswered(_ name: String) -> Bool {
        Int(name) != nil || ["id", "count"].contains(name)
    }

    /// That something in one piece, or in parts of its own, has none of a name.
    private func problem(of part: String, in field: FieldDescription, at span: Span) -> Diagnostic?
    {
        guard let parts = field.type.piece.namesOfParts, !parts.contains(part) else { return nil }
        if field.type.isOneText {
            return .error("‘\(field.name)’ is a text, and has no field ‘\(part)’", at: span)
        }
        return .error("‘\(field.name)’ has no field ‘\(part)’", at: span)
            .hinting(Suggestion.oneOf(parts, for: part))
    }

    /// The hint that names a part where it is asked of what has it: of a person, and not of the name.
    private func part(_ name: String, ofOneAmong fields: [FieldDescription]) -> Diagnostic.Message?
    {
        let whole = fields.first {
            $0.isSpread && $0.type.piece.namesOfParts?.contains(name) == true
        }
        return whole.map { Suggestion.didYouMean("\($0.name).\(name)") }
    }

    /// The fields that may be asked of a value of this type; nil where it has none or other parts, or
    /// where there is no such value and nobody has looked.
    private func fields(within type: FieldType) -> [FieldDescription]? {
        switch type {
        case .kind(let name): isClosed(name) ? nil : self[name]?.fields
        case .list(let item): fields(within: item)
        case .record(let fields): fields
        default: nil
        }
    }
}

extension [String] {
    /// Each once, in order of the alphabet.
    fileprivate var unique: [String] { Set(self).sorted() }
}

extension FieldType {
    /// What a list is made of, or the type itself.
    fileprivate var piece: FieldType { if case .list(let item) = self { item.piece } else { self } }

    /// Whether it is what somebody wrote, without parts that could be asked for.
    fileprivate var isOneText: Bool {
        switch self {
        case .text, .line, .richText: true
        default: false
        }
    }
}
