import Diagnostics
import YAML

/// Offices that are named by what people call them: `office: Thiès`.
extension Reader {
    /// Whether a text may be what an office is called, rather than its address.
    func mayCallAnOffice(_ text: String, _ kind: Kind) -> Bool {
        kind.is(.office) && text.utf8.count <= 120 && text.contains(where: \.isLetter)
            && !text.contains { $0 == "," || $0.isNewline || $0.isNumber }
    }

    /// Lets references that are no id lead to the one office whose town or label they are.
    mutating func findOfficesByName() {
        let kind = KnownKind.office.rawValue
        let named = Set(pending.lazy.map(\.value))
            .filter { $0.kind == kind && registry.record($0) == nil }
        for reference in named {
            let meant = offices(called: reference.id)
            if meant.count == 1 { registry.name(meant[0], alsoAs: reference) }
        }
    }

    /// Those of which a text is the id, the town or the label, however it is typed.
    func offices(called text: String) -> [Record] {
        guard let called = identifier(madeOf: text) else { return [] }
        return registry.all.filter { record in
            record.is(.office) && record.callings.contains { identifier(madeOf: $0) == called }
        }
    }

    /// What people call the offices that are described.
    var namesOfOffices: [String] {
        registry.all.filter { $0.is(.office) }.flatMap(\.callings)
    }
}

/// What the offices that files describe may be called, as ids are made of it.
package func namesOfOffices(in files: [ContentFile]) -> Set<String> {
    var found: Set<String> = []
    var rest = files.map(\.root)
    while let node = rest.popLast() {
        rest += node.items ?? []
        rest += (node.entries ?? []).map(\.value).filter { $0.text == nil }
        guard node[field: .city] != nil, node[field: .lines] != nil else { continue }
        let words = [KnownField.id, .city, .label].compactMap { node[field: $0] }
            .flatMap { [$0] + ($0.entries ?? []).map(\.value) }
        found.formUnion(words.compactMap { $0.text.flatMap { identifier(madeOf: $0) } })
    }
    return found
}

extension Record {
    /// The id of an office, its town and its label in all languages.
    fileprivate var callings: [String] {
        let words = [self[.city], self[.label]].compactMap { value -> [String]? in
            guard case .text(let text)? = value?.content else { return nil }
            return text.editions.map(\.content)
        }
        return [id].compactMap(\.self) + words.flatMap(\.self)
    }
}
