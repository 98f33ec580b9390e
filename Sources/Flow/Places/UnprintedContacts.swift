package import Content
package import Diagnostics

extension Brief {
    /// Where shared records say how to reach somebody, and the layout has no place for it: a file that goes
    /// out with the pages need not say it either.
    ///
    /// - Parameter places: Those of the layout.
    package func unprintedContacts(in places: FieldPlaces, by kinds: KindLibrary) -> Set<Span> {
        var walk = ContactWalk(registry: registry, kinds: kinds)
        for field in record.fields { walk.walk(field.value, in: places[field.name]) }
        let all = Set(recordsLeantOn().flatMap { $0.contacts(by: kinds) })
        return all.subtracting(walk.printed)
    }
}

/// Goes through a paper and what it leans on beside the places of its layout.
private struct ContactWalk {
    let registry: Registry
    let kinds: KindLibrary
    /// Where what has a place stands.
    private(set) var printed: Set<Span> = []
    /// Shared records that stand on address cards.
    private var exported: Set<Reference> = []

    init(registry: Registry, kinds: KindLibrary) {
        self.registry = registry
        self.kinds = kinds
    }

    mutating func walk(_ value: Value, in places: FieldPlaces?) {
        guard let places else { return }
        if places.isCarded { export(value) }
        if case .list(let items) = value.content {
            for item in items { walk(item, in: places) }
            return
        }
        guard let record = registry.record(of: value) else { return }
        for field in record.fields {
            guard let place = places[field.name] else { continue }
            printed.insert(field.value.span)
            walk(field.value, in: place)
        }
    }

    private mutating func export(_ value: Value) {
        if case .reference(let reference) = value.content,
            !exported.insert(reference).inserted
        {
            return
        }
        if case .list(let items) = value.content {
            for item in items { export(item) }
        }
        guard let record = registry.record(of: value) else { return }
        printed.formUnion(record.contacts(by: kinds))
        for field in record.fields { export(field.value) }
    }
}

extension Record {
    fileprivate func contacts(by kinds: KindLibrary) -> [Span] {
        guard let kind = kinds[kind] else { return [] }
        return fields.compactMap { given in
            let field = kind.fields.first { $0.name == given.name }
            return field?.isWayToReachSomebody == true ? given.value.span : nil
        }
    }
}
