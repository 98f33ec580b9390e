import Content
import Diagnostics

/// What names stand for: the fields of the paper, and before them what recipes call by a name.
struct Scope {
    let brief: Brief
    /// The record of the paper as a value, which is asked for most of what recipes print.
    private let paper: Value
    /// The latest last: it hides what was bound to its name before, and a field of that name.
    private var bound: [(name: String, value: Value)]

    init(of brief: Brief) {
        self.brief = brief
        paper = Value(.record(brief.record), at: brief.record.span)
        bound = [("paper", paper)]
    }

    /// Names beside those of fields.
    var names: [String] { bound.map(\.name) }
    /// How many values are bound to names.
    var count: Int { bound.count }

    func binds(_ name: String) -> Bool { bound.contains { $0.name == name } }

    /// Lets a name stand for a value; where nothing was given it still hides a field of its name.
    mutating func bind(_ name: String, to value: Value?, at span: Span) {
        bound.append((name, value ?? Value(.list([]), at: span)))
    }

    /// Forgets the latest names, so that no more than so many are left.
    mutating func forget(after count: Int) { bound.removeSubrange(count...) }

    /// The value at a path of names; nil where there is none.
    func value(at path: [String]) -> Value? {
        guard let first = path.first else { return nil }
        if let known = bound.last(where: { $0.name == first }) {
            return brief.registry.value(at: path.dropFirst(), of: known.value)
        }
        return brief.registry.value(at: path[...], of: paper)
    }
}

extension Composer {
    /// Composes with a name standing for a value and `index` for its number.
    mutating func binding<Result>(
        _ name: String,
        to value: Value,
        number: Int,
        _ work: (inout Composer) -> Result
    ) -> Result {
        binding { composer in
            let index = Value(.number(Number(Double(number))), at: value.span)
            composer.scope.bind(name, to: value, at: value.span)
            composer.scope.bind("index", to: index, at: value.span)
            return work(&composer)
        }
    }

    /// Composes, and forgets the names that were given meanwhile.
    mutating func binding<Result>(_ work: (inout Composer) -> Result) -> Result {
        let outer = scope.count
        defer { scope.forget(after: outer) }
        return work(&self)
    }
}
