import Content
import Diagnostics
import Layouts
import Unicode

/// What expressions and conditions of a layout come to, among the values at hand.
extension Composer {
    // MARK: Values

    /// The value an expression stands for, its list filters applied; nil where nothing was given.
    func value(of expression: Expression) -> Value? {
        switch expression.source {
        case .path(let names):
            guard let start = scope.value(at: names) else {
                return substitute(among: expression.filters)
            }
            return apply(expression.filters[...], to: start)
        case .literal(let text):
            return Value(.text(LocalizedText(text, at: expression.span)), at: expression.span)
        case .word(let name):
            guard let word = pack.word(name) else { return nil }
            return Value(.text(LocalizedText(word, at: expression.span)), at: expression.span)
        case .count(let name): return count(of: name, at: expression.span)
        default: return nil
        }
    }

    func values(of expression: Expression) -> [Value] {
        guard let value = value(of: expression) else { return [] }
        if case .list(let items) = value.content { return items }
        return value.isTruthy ? [value] : []
    }

    private func apply(_ filters: ArraySlice<Filter>, to start: Value) -> Value {
        filters.reduce(start) { value, filter in apply(filter, to: value) }
    }

    /// What a filter has rather than a value that is not given, with the filters after it.
    private func substitute(among filters: [Filter]) -> Value? {
        for (index, filter) in filters.enumerated() where filter.name == .rather {
            guard let other = filter.path.flatMap({ scope.value(at: $0) }), other.isTruthy else {
                continue
            }
            return apply(filters[(index + 1)...], to: other)
        }
        return nil
    }

    /// What a filter makes of a value: another in its place, or some of its items, or all in another order.
    private func apply(_ filter: Filter, to value: Value) -> Value {
        switch (filter.name, filter.path) {
        case (.to, let path?):
            return scope.value(at: path).map { Value(.list([value, $0]), at: value.span) } ?? value
        case (.rather, let path?):
            let other = scope.value(at: path)
            return other.flatMap { $0.isTruthy ? $0 : nil } ?? value
        case (.otherThan, let path?):
            guard let other = scope.value(at: path) else { return value }
            if case .list(let items) = value.content {
                return missing(items, in: other, at: value.span)
            }
            let isKnown = other.items.contains { areSame($0, value) }
            return isKnown ? Value(.list([]), at: value.span) : value
        case (.days, _): return eachDay(of: value)
        case (.among, let path?): return found(value, in: path)
        case (.longer, _): return longTexts(among: value, of: filter.number ?? 0)
        default:
            guard case .list(let items) = value.content,
                let chosen = chosen(from: items, by: filter)
            else { return value }
            return Value(.list(chosen), at: value.span)
        }
    }

    /// Items that a filter chooses, or puts in order; nil where it does neither.
    private func chosen(from items: [Value], by filter: Filter) -> [Value]? {
        let number = filter.number ?? 1
        return switch filter.name {
        case .first: Array(items.prefix(number))
        case .last: Array(items.suffix(number))
        case .skip: Array(items.dropFirst(number))
        case .reverse: items.reversed()
        case .sort: Sorting(of: self).sorted(items, by: filter.path)
        case .group: grouped(items, by: filter.path ?? [])
        case .whereTrue: items.filter { meets(filter.argument, $0) }
        default: nil
        }
    }

    private func grouped(_ items: [Value], by path: [String]) -> [Value] {
        var groups: [[Value]] = []
        var places: [String: Int] = [:]
        for item in items {
            let name =
                brief.registry.value(at: path[...], of: item).map { identity(of: $0) } ?? ""
            if let place = places[name] {
                groups[place].append(item)
            } else {
                places[name] = groups.count
                groups.append([item])
            }
        }
        return groups.flatMap(\.self)
    }

    /// The texts of more letters than so many.
    private func longTexts(among value: Value, of most: Int) -> Value {
        let texts = value.items.filter { text(of: $0, by: nil).count > most }
        return Value(.list(texts), at: value.span)
    }

    /// The items that are not among others, nor about one of them; two people of one name are two.
    private func missing(_ items: [Value], in others: Value, at span: Span) -> Value {
        let records = Set(others.items.compactMap { brief.registry.record(of: $0) })
        let left = items.filter { item in
            if let record = brief.registry.record(of: item) {
                return !records.contains(record) && !isAbout(others.items, record)
            }
            return !others.items.contains { areSame($0, item) }
        }
        return Value(.list(left), at: span)
    }

    /// Whether a record that is no thing of its own, such as a partner, is about one of some things.
    private func isAbout(_ things: [Value], _ record: Record) -> Bool {
        guard record.id == nil else { return false }
        return record.fields.contains { field in
            guard let kind = brief.registry.record(of: field.value)?.kind else { return false }
            return things.contains {
                brief.registry.record(of: $0)?.kind == kind && areSame($0, field.value)
            }
        }
    }

    /// The things of a list that have the ids; an id that none has stays what it is.
    private func found(_ value: Value, in path: [String]) -> Value {
        let things = scope.value(at: path)?.items ?? []
        let found = value.items.map { thing(named: identity(of: $0), among: things) ?? $0 }
        if case .list = value.content { return Value(.list(found), at: value.span) }
        return found.first ?? value
    }

    func thing(named id: String, among things: [Value]) -> Value? {
        things.first { thing in
            brief.registry.value(at: [.id], from: thing).map { identity(of: $0) } == id
        }
    }

    private func meets(_ test: Filter.Argument, _ item: Value) -> Bool {
        if case .lack(let path) = test {
            return !(brief.registry.value(at: path, from: item)?.isTruthy ?? false)
        }
        guard case .test(let path, let wanted) = test,
            let value = brief.registry.value(at: path, from: item)
        else { return false }
        return wanted.map { identity(of: value) == $0 } ?? value.isTruthy
    }

    /// Whether two values name the same thing, be it by an id or by its name.
    func areSame(_ one: Value, _ other: Value) -> Bool {
        identity(of: one) == identity(of: other)
            || text(of: one, by: nil) == text(of: other, by: nil)
    }

    /// What a value is compared by: the letters that were typed, where they are no prose.
    func identity(of value: Value) -> String {
        switch value.content {
        case .choice(let text), .identifier(let text), .country(let text), .language(let text):
            text
        case .reference(let reference): reference.id
        case .truth(let truth): truth ? "yes" : "no"
        default: text(of: value, by: nil).inEuropeanDigits(for: pack.digits)
        }
    }

    // MARK: Conditions

    func holds(_ condition: Condition) -> Bool {
        switch condition {
        case .given(let expression):
            guard let value = value(of: expression) else { return false }
            // A part of a name may be had in one language and not in another.
            if case .text(let text) = value.content {
                return !text.edition(in: language).content.isEmpty
            }
            return value.isTruthy
        case .equal(let expression, let text):
            return value(of: expression).map { identity(of: $0) == text } ?? false
        case .has(let expression, let text):
            return values(of: expression).contains { identity(of: $0) == text }
        case .atLeast(let expression, let number):
            guard let value = value(of: expression) else { return number <= 0 }
            if case .number(let given) = value.content { return given.value >= number }
            return Double(value.items.count) >= number
        case .not(let inner): return !holds(inner)
        case .all(let parts): return parts.allSatisfy { holds($0) }
        case .any(let parts): return parts.contains { holds($0) }
        }
    }
}
