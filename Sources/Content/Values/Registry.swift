/// The records that papers share, found by kind and id.
package struct Registry: Hashable, Sendable {
    private var records: [Reference: Record] = [:]
    /// In the order of the sources.
    package private(set) var all: [Record] = []

    package init() {}

    /// A registry of these, in this order.
    init(_ records: [Record]) {
        all = records
        for record in records {
            guard let id = record.id else { continue }
            self.records[Reference(kind: record.kind, id: id)] = record
        }
    }

    package func record(_ reference: Reference) -> Record? { records[reference] }

    /// The record a value is or refers to.
    package func record(of value: Value) -> Record? {
        switch value.content {
        case .record(let record): record
        case .reference(let reference): records[reference]
        default: nil
        }
    }

    /// The value at a path of field names joined by points, such as `event.city`.
    ///
    /// References are followed. A list on the way is walked: `roles.person.name` of three roles
    /// is a list of three names; a number picks one item, from one: `roles.1.person`. Nil where a
    /// field was not given.
    package func value(at path: String, of record: Record) -> Value? {
        value(at: Self.steps(of: path)[...], of: Value(.record(record), at: record.span))
    }

    /// As ``value(at:of:)``, from any value.
    package func value(at path: String, from value: Value) -> Value? {
        self.value(at: Self.steps(of: path)[...], of: value)
    }

    /// As ``value(at:of:)``, the names of the path taken apart already.
    package func value(at path: ArraySlice<String>, of value: Value) -> Value? {
        guard let step = path.first else { return value }
        if case .list(let items) = value.content {
            if let number = Int(step) {
                guard items.indices.contains(number - 1) else { return nil }
                return self.value(at: path.dropFirst(), of: items[number - 1])
            }
            let found = items.flatMap { self.value(at: path, of: $0)?.items ?? [] }
            return found.isEmpty ? nil : Value(.list(found), at: value.span)
        }
        guard let next = part(step, of: value) else { return nil }
        return self.value(at: path.dropFirst(), of: next)
    }

    private static func steps(of path: String) -> [String] {
        path.split(separator: ".").map(String.init)
    }

    private func part(_ name: String, of value: Value) -> Value? {
        if let record = record(of: value) {
            if let given = record[name] { return given }
            guard name == KnownField.id.rawValue, let id = record.id else { return nil }
            return Value(.identifier(id), at: record.span)
        }
        return value.part(name)
    }

    /// Lets a record be found by what somebody called it, besides its id.
    mutating func name(_ record: Record, alsoAs reference: Reference) {
        records[reference] = record
    }

    mutating func add(_ record: Record, id: String) {
        records[Reference(kind: record.kind, id: id)] = record
        all.append(record)
    }
}
