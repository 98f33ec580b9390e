import Diagnostics
import YAML

extension Reader {
    /// Reads a file of shared records.
    mutating func readRegister(_ file: ContentFile) {
        if let word = file.root[.kind] {
            readSingle(file, kindWord: word)
            return
        }
        let stem = stem(ofFile: file.name)
        if let kind = kinds.kind(ofMany: stem) ?? kinds[stem], kind.isShared,
            !holdsCollections(file.root)
        {
            if let list = misnamedList(in: file.root, of: kind) {
                readCollection(list, of: kind, isOne: false)
            } else {
                readCollection(file.root, of: kind, isOne: stem == kind.name)
            }
            return
        }
        guard let entries = file.root.entries else {
            if !file.root.isEmpty { reportStranger(file) }
            return
        }
        guard holdsCollections(file.root) else {
            reportStranger(file)
            return
        }
        let known = kinds.sharedWords + ["lang"]
        // What mostly holds other things is a paper that does not say so.
        let strangers = entries.count { !($0.key.text.map(known.contains) ?? false) }
        let things = entries.count { $0.key.text != "lang" }
        guard strangers * 2 < things else { return reportStranger(file) }
        checkKeys(of: entries, among: known, in: "a file of shared records", reporting: &report)
        readCollections(in: entries, besides: [])
    }

    /// What stands under `peoples:`, which is refused; nil where no list stands under a word so near.
    private mutating func misnamedList(in root: Node, of kind: Kind) -> Node? {
        let entries = (root.entries ?? []).filter { $0.key.text != "lang" }
        guard entries.count == 1, let list = entries.first, list.value.items != nil,
            let word = list.key.text,
            let meant = Suggestion.nearest(to: word, among: [kind.wordForMany])
        else { return nil }
        report.add(
            .error("‘\(shortened(word))’ is no word for what papers share", at: list.key.span)
                .hinting("did you mean ‘\(meant)’?")
        )
        return list.value
    }

    /// Reads `people:`, `event:` and the like wherever they stand at the top of a file.
    mutating func readCollections(in entries: [Node.Entry], besides fields: Set<String>) {
        for entry in entries {
            guard let key = entry.key.text, !fields.contains(key) else { continue }
            if let kind = kinds.kind(ofMany: key) {
                readCollection(entry.value, of: kind, isOne: false)
            } else if let kind = kinds[key], kind.isShared {
                readCollection(entry.value, of: kind, isOne: true)
            }
        }
    }

    private func holdsCollections(_ root: Node) -> Bool {
        (root.entries ?? []).contains { entry in
            guard let key = entry.key.text else { return false }
            return (kinds.kind(ofMany: key) ?? kinds[key].flatMap { $0.isShared ? $0 : nil }) != nil
                && entry.value.text == nil
        }
    }

    /// A file whose `kind` is a shared kind is one record of it.
    private mutating func readSingle(_ file: ContentFile, kindWord word: Node) {
        guard let name = word.text, let kind = kinds[name], kind.isShared,
            let entries = file.root.entries
        else {
            reportUnknownKind(word)
            return
        }
        describe(file.root, as: kind) { reader in
            let also = [PaperKey.kind, .lang].map(\.rawValue)
            let record = reader.readRecord(of: kind, entries, at: file.root.span, also: also)
            let identified = reader.identified(record, at: entries)
            reader.register(identified)
            return identified.id
        }
    }

    /// Notes what one record comes to, with whatever is described in it.
    ///
    /// - Parameter read: Reads it, and returns its id.
    private mutating func describe(
        _ node: Node,
        as kind: Kind,
        _ read: (inout Reader) -> String?
    ) {
        let first = registry.all.count
        let id = read(&self)
        // Whoever writes a paper mends what stands in it.
        guard node.span.source != paperSource else { return }
        described.append(
            DescribedRecord(
                kind: kind.name,
                id: id,
                node: node,
                registered: first..<registry.all.count
            )
        )
    }

    /// The record with the id by which others refer to it; that there is none is reported.
    private mutating func identified(_ record: Record, at entries: [Node.Entry]) -> Record {
        var record = record
        guard record.id == nil else { return record }
        // The one event of a folder needs no id, as nobody has to choose it.
        if record.is(.event) {
            record.id = KnownKind.event.rawValue
            return record
        }
        // What is wrong with one that is there has been told.
        if entries.contains(where: { $0.key.text == KnownField.id.rawValue && !$0.value.isEmpty }) {
            return record
        }
        report.add(
            .error("a shared record needs an id to be referred to by", at: entries[0].key.span)
                .hinting("add ‘id: …’, such as ‘id: fatou-diallo’")
        )
        return record
    }

    /// Reads a list of records, a mapping of ids to records, or a single one.
    private mutating func readCollection(_ node: Node, of kind: Kind, isOne: Bool) {
        if let items = node.items {
            for item in items { readMember(item, of: kind, id: nil) }
            return
        }
        guard let entries = node.entries else {
            if !node.isEmpty { refuse(collection: node, of: kind, isOne: isOne) }
            return
        }
        let fields = Set(kind.fields.map(\.name) + [KnownField.id.rawValue])
        if isOne
            || entries.contains(where: {
                fields.contains($0.key.text ?? "") && $0.value.text != nil
            })
        {
            readMember(node, of: kind, id: nil)
            return
        }
        for entry in entries {
            guard let id = readID(entry.key) else { continue }
            readMember(entry.value, of: kind, id: id)
        }
    }

    /// Text where things of a kind are described.
    private mutating func refuse(collection node: Node, of kind: Kind, isOne: Bool) {
        let example = kind.fields.first { $0.isRequired } ?? kind.fields.first
        let field = example.map { "\($0.name): \($0.shortExample(in: language))" } ?? "…"
        if isOne {
            report.add(
                .error(
                    "‘\(kind.name)’ describes one here, and ‘\(shortened(node.text ?? ""))’ only names one",
                    at: node.span
                )
                .hinting(
                    "leave the line out: this file has no field that names one; or describe it: ‘\(kind.name): {id: …, \(field)}’"
                )
            )
        } else {
            report.add(
                .error("‘\(kind.wordForMany)’ must be a list", at: node.span)
                    .hinting("write it like this: \(kind.wordForMany): [{id: …, \(field)}]")
            )
        }
    }

    private mutating func readMember(_ node: Node, of kind: Kind, id: String?) {
        describe(node, as: kind) { $0.member(node, of: kind, id: id) }
    }

    /// Reads one record of many, and returns its id.
    private mutating func member(_ node: Node, of kind: Kind, id: String?) -> String? {
        guard let entries = node.entries else {
            if id != nil, let short = kind.shorthandField,
                let value = read(node, as: short.type, of: short)
            {
                let field = Record.Field(name: short.name, value: value)
                register(Record(kind: kind.name, id: id, fields: [field], span: node.span))
                return id
            }
            report.add(
                .error(
                    "a record of kind ‘\(kind.name)’ is a mapping, not \(node.kind)",
                    at: node.span
                )
            )
            return id
        }
        let record = readRecord(of: kind, entries, id: id, at: node.span, also: ["lang"])
        let identified = identified(record, at: entries)
        register(identified)
        return identified.id
    }

    private mutating func reportUnknownKind(_ word: Node) {
        guard let name = word.text else {
            report.add(.error("‘kind’ must be the name of a kind", at: word.span))
            return
        }
        let papers = kinds.papers.map(\.name)
        report.add(
            .error("there is no kind ‘\(shortened(name))’", at: word.span)
                .hinting(kinds.nearest(to: name, among: kinds.all).map { "did you mean ‘\($0)’?" })
                .hinting("the kinds of paper are: \(papers.joined(separator: ", "))")
        )
    }

    private mutating func reportStranger(_ file: ContentFile) {
        report.add(
            .error(
                "this file does not say what it holds",
                at: file.root.entries?.first?.key.span ?? file.root.span
            )
            .hinting(typedKind(of: file.root))
            .hinting(
                "begin it with ‘kind: \(kinds.named(likeFile: file.name)?.name ?? "workshop-summary")’, or name it people.yaml, event.yaml, …"
            )
        )
    }

    /// `Kind: Report` and `type: report`, as they were meant.
    private func typedKind(of root: Node) -> Diagnostic.Message? {
        let words = ["kind", "type", "genre", "sorte"]
        let entry = root.entries?.first { words.contains($0.key.text?.lowercased() ?? "") }
        guard let typed = entry?.value.text?.lowercased(),
            let kind = kinds[typed]
                ?? kinds.nearest(to: typed, among: kinds.papers).flatMap({ kinds[$0] })
        else { return nil }
        return "write: kind: \(kind.name)"
    }
}
