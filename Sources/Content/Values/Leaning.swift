package import Diagnostics

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

    /// The paper, and the shared records, without what is said at some places.
    package func without(_ places: Set<Span>) -> Brief {
        var copy = self
        copy.record = record.without(places)
        copy.registry = Registry(registry.all.map { $0.without(places) })
        return copy
    }
}

extension Record {
    fileprivate func without(_ places: Set<Span>) -> Record {
        var copy = self
        copy.fields = fields.compactMap { field in
            if places.contains(field.value.span) { return nil }
            return Field(name: field.name, value: field.value.without(places))
        }
        return copy
    }
}

extension Value {
    fileprivate func without(_ places: Set<Span>) -> Value {
        switch content {
        case .record(let record): Value(.record(record.without(places)), at: span)
        case .list(let items): Value(.list(items.map { $0.without(places) }), at: span)
        default: self
        }
    }
}
