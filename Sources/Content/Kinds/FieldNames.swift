extension FieldType {
    /// The fields that a thing of this type may have, and those of the things in it, so many deep.
    package func fieldNames(among kinds: KindLibrary, deep depth: Int) -> Set<String> {
        guard depth > 0 else { return [] }
        let fields: [FieldDescription]
        switch self {
        case .list(let item): return item.fieldNames(among: kinds, deep: depth)
        case .kind(let name): fields = kinds[name]?.fields ?? []
        case .record(let own): fields = own
        default: return []
        }
        var names: Set<String> = Set(KnownField.names([.id, .name]))
        for field in fields {
            names.insert(field.name)
            if field.isSpread {
                names.formUnion(FieldIndex.partKeys(of: field.type, besides: fields))
            }
            if field.isRequired || field.name == KnownField.person.rawValue {
                names.formUnion(field.type.fieldNames(among: kinds, deep: depth - 1))
            }
        }
        return names
    }
}
