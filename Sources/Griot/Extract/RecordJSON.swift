internal import Content
internal import Diagnostics

/// A paper and the records it leans on as JSON, every language in it.
enum RecordJSON {
    static func text(of brief: Brief) -> String {
        var json = JSONWriter()
        json.object([
            ("kind", { $0.string(brief.record.kind) }),
            ("file", { $0.string(brief.name) }),
            ("languages", { $0.strings(brief.languages) }),
            ("record", { $0.record(brief.record) }),
            ("shared", { json in json.array(brief.registry.all) { $0.record($1) } }),
        ])
        return json.text + "\n"
    }
}

extension JSONWriter {
    fileprivate mutating func record(_ record: Record) {
        var members: [Member] = []
        if !record.kind.isEmpty { members.append(("kind", { $0.string(record.kind) })) }
        if let id = record.id { members.append(("id", { $0.string(id) })) }
        let taken = Set(members.map(\.0))
        for field in record.fields where !taken.contains(field.name) {
            members.append((field.name, { $0.value(field.value) }))
        }
        object(members)
    }

    fileprivate mutating func value(_ value: Value) {
        switch value.content {
        case .text(let words): localized(words) { $0.string($1) }
        case .richText(let words): localized(words) { $0.string($1.plainText) }
        case .number(let number): self.number(typed: number.typed)
        case .truth(let truth): self.truth(truth)
        case .duration(let minutes): number(minutes)
        case .personName(let name): self.name(name)
        case .address(let lines):
            array(lines) { json, line in json.localized(line) { $0.string($1) } }
        case .reference(let reference):
            object([
                ("kind", { $0.string(reference.kind) }), ("ref", { $0.string(reference.id) }),
            ])
        case .record(let record): self.record(record)
        case .list(let items): array(items) { $0.value($1) }
        case .table(let table): self.table(table)
        default: string(PlainValues(language: "en", registry: Registry()).text(value))
        }
    }

    /// A string, or an object with one for each language.
    fileprivate mutating func localized<Content>(
        _ words: Localized<Content>,
        _ write: @escaping (inout JSONWriter, Content) -> Void
    ) {
        guard words.editions.contains(where: { $0.language != nil }) else {
            return write(&self, words.editions[0].content)
        }
        object(
            words.editions.map { edition in
                (edition.language ?? "und", { write(&$0, edition.content) })
            }
        )
    }

    fileprivate mutating func name(_ name: PersonName) {
        var members: [Member] = []
        for (key, words) in [
            ("honorific", name.honorific), ("academic_title", name.title), ("full", name.whole),
        ] {
            guard let words else { continue }
            members.append((key, { json in json.localized(words) { $0.string($1) } }))
        }
        for (key, part) in [
            ("given", \PersonName.given), ("particles", \.particles), ("family", \.family),
            ("degrees", \.degrees),
        ] {
            if let spelling = name.spelling(of: part) {
                members.append((key, { json in json.localized(spelling) { $0.string($1) } }))
            } else if !name[keyPath: part].isEmpty {
                members.append((key, { $0.string(name[keyPath: part]) }))
            }
        }
        object(members)
    }

    fileprivate mutating func table(_ table: TableValue) {
        let row: (inout JSONWriter, [LocalizedRichText]) -> Void = { json, cells in
            json.array(cells) { json, cell in json.localized(cell) { $0.string($1.plainText) } }
        }
        object([
            ("head", { row(&$0, table.head) }), ("rows", { $0.array(table.rows, row) }),
        ])
    }
}
