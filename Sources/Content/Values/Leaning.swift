extension Brief {
    /// The shared records that the paper refers to, and those to which these refer, each once.
    package func recordsLeantOn() -> [Record] {
        var found: [Record] = []
        var known: Set<Reference> = []
        var rest = record.fields.map(\.value)
        while let value = rest.popLast() {
            switch value.content {
            case .reference(let reference):
                guard known.insert(reference).inserted, let record = registry.record(reference)
                else { continue }
                found.append(record)
                rest += record.fields.map(\.value)
            case .record(let record): rest += record.fields.map(\.value)
            case .list(let items): rest += items
            default: break
            }
        }
        return found
    }
}
