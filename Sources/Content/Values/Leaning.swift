import Diagnostics

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
            case .record(let record):
                // Somebody described elsewhere who is called otherwise here.
                if isDescribedElsewhere(record),
                    known.insert(Reference(kind: record.kind, id: record.id ?? "")).inserted
                {
                    found.append(record)
                }
                rest += record.fields.map(\.value)
            case .list(let items): rest += items
            default: break
            }
        }
        return found
    }
}

extension Brief {
    private func isDescribedElsewhere(_ record: Record) -> Bool {
        record.id != nil && record.span.source != self.record.span.source
    }
}
