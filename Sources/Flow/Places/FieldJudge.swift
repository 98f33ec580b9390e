package import Content
package import Diagnostics
package import Layouts

extension Layout {
    /// Fields that a layout asks for and that its kind, or the thing it asks, has not: they would print nothing,
    /// whatever the content.
    ///
    /// Names in shared parts are left alone, since those serve several kinds; what these are handed is the
    /// layout's own.
    package func unknownFields(of kind: Kind, among kinds: KindLibrary) -> [Diagnostic] {
        guard let span else { return [] }
        let own = parts.filter { $0.value.blocks.first?.span.source == span.source }
        var walk = LayoutWalk(
            parts: own,
            judge: FieldJudge(kind: kind, kinds: kinds, source: span.source)
        )
        walk.walk(self)
        return walk.judge?.problems ?? []
    }
}

/// Holds what a file asks for against the fields that there are.
struct FieldJudge {
    let kind: Kind
    let kinds: KindLibrary
    /// The file of which it is told; what others ask for is theirs.
    let source: SourceID
    /// What was told, each place once.
    private(set) var problems: [Diagnostic] = []
    private var told: Set<Span> = []
    /// Ways from the paper on of which it is known that they lead to a field.
    private var known: Set<[String]> = []

    init(kind: Kind, kinds: KindLibrary, source: SourceID) {
        self.kind = kind
        self.kinds = kinds
        self.source = source
    }

    /// Whether one of some ways from the paper on leads to a field; that none does is told.
    ///
    /// - Parameter names: Those in use, one of which may have been meant.
    mutating func admits(
        _ paths: [[String]],
        besides names: @autoclosure () -> [String],
        at span: Span
    ) -> Bool {
        guard span.source == source, !paths.contains(where: known.contains) else { return true }
        var first: Diagnostic?
        for path in paths {
            guard
                let problem = kinds.problem(of: path, in: kind, besides: names(), at: span)
            else {
                known.insert(path)
                return true
            }
            first = first ?? problem
        }
        guard let first else { return true }
        if told.insert(span).inserted { problems.append(first) }
        return false
    }
}

/// What a layout asks for, be it printed or not.
extension LayoutWalk {
    mutating func ask(_ condition: Condition) {
        switch condition {
        case .given(let field), .equal(let field, _), .has(let field, _), .atLeast(let field, _):
            ask(field)
        case .not(let inner): ask(inner)
        case .all(let inner), .any(let inner): for condition in inner { ask(condition) }
        }
    }

    mutating func ask(_ expression: Expression?) { if let expression { ask(expression) } }

    /// Whether there is the field that an expression begins with.
    @discardableResult
    mutating func ask(_ expression: Expression) -> Bool {
        guard judge != nil else { return true }
        let names = expression.path
        let isKnown = names.map { ask(for: $0, at: expression.span) } ?? true
        // Whether what the filters ask are fields that no filter has made something else of.
        var things = isKnown ? names.map { named($0) } : nil
        for filter in expression.filters {
            things = ask(filter, of: things)
        }
        return isKnown
    }

    /// What a filter asks for, in the paper or of the things that it is given; its result is what it leaves of
    /// these, nil where that is something else.
    private mutating func ask(_ filter: Filter, of things: [Place]?) -> [Place]? {
        switch (filter.name, filter.argument) {
        case (.sort, .path(let path)), (.group, .path(let path)):
            askThings(things, for: path, at: filter.span)
            return things
        case (.whereTrue, .test(let field, _)), (.whereTrue, .lack(let field)):
            askThings(things, for: field.split(separator: ".").map(String.init), at: filter.span)
            return things
        case (.sort, _), (.first, _), (.last, _), (.skip, _), (.reverse, _), (.longer, _):
            return things
        // Those name words of the language.
        case (.endAs, _), (.into, _): return nil
        case (.otherThan, .path(let path)):
            ask(for: path, at: filter.span)
            return things
        case (.among, .path(let path)):
            return ask(for: path, at: filter.span) ? named(path) : nil
        case (_, .path(let path)):
            ask(for: path, at: filter.span)
            return nil
        default: return nil
        }
    }

    /// Asks each thing of a field for one of its own.
    mutating func askThings(of field: Expression, for asked: Expression) {
        guard judge != nil, let path = asked.path,
            field.filters.allSatisfy({ $0.name.leavesThings })
        else { return }
        askThings(field.path.map { named($0) }, for: path, at: asked.span)
    }

    private mutating func askThings(_ things: [Place]?, for path: [String], at span: Span) {
        guard let things, !things.isEmpty, things.allSatisfy(\.isField) else { return }
        _ = judge?.admits(things.map { $0.path + path }, besides: [], at: span)
    }

    @discardableResult
    private mutating func ask(for names: [String], at span: Span) -> Bool {
        guard judge != nil else { return true }
        guard let known = bound.last(where: { $0.name == names[0] }) else {
            return judge?.admits([names], besides: bound.map(\.name), at: span) ?? true
        }
        guard names.count > 1, !known.places.isEmpty, known.places.allSatisfy(\.isField) else {
            return true
        }
        let paths = known.places.map { $0.path + names.dropFirst() }
        return judge?.admits(paths, besides: [], at: span) ?? true
    }
}

extension Filter.Name {
    /// Whether it gives some of the things that it is given, as they are.
    fileprivate var leavesThings: Bool {
        switch self {
        case .sort, .group, .whereTrue, .longer, .first, .last, .skip, .reverse, .otherThan: true
        default: false
        }
    }
}
