import Diagnostics

/// What values lead to: the shared records that they name, those that these name in turn, and whom they
/// describe themselves.
struct Reach {
    private(set) var references: Set<Reference> = []
    /// Names of people who have no id there, as they may be written.
    private(set) var names: Set<String> = []

    init(of values: [Value], in registry: Registry) {
        var rest = values
        while let value = rest.popLast() {
            switch value.content {
            case .reference(let reference):
                guard references.insert(reference).inserted else { continue }
                rest += registry.record(reference)?.fields.map(\.value) ?? []
            case .record(let record):
                if record.id == nil { names.formUnion(record.personName?.writtenForms ?? []) }
                rest += record.fields.map(\.value)
            case .list(let items): rest += items
            default: break
            }
        }
    }
}
