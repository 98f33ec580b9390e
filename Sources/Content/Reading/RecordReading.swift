import Diagnostics
import YAML

extension Reader {
    /// Reads a thing that a kind describes: its id, its shorthand, or its fields.
    mutating func readRecord(
        ofKind name: String,
        from node: Node,
        of field: FieldDescription
    ) -> Value? {
        guard let kind = kinds[name] else { return nil }
        if let text = node.text.map(trimmed) {
            return readText(text, standingFor: kind, from: node, of: field)
        }
        guard let entries = node.entries else {
            mismatch(node, .kind(name), of: field)
            return nil
        }
        // `{fr: …, en: …}` where the kind has no such fields is its shorthand in two languages.
        if kind.shorthand != nil, standsAlone(node, among: kind.fields) {
            return readShorthand(of: kind, from: node, of: field)
        }
        if kind.isShared {
            if let chosen = one(chosenBy: node, as: kind) { return chosen.value }
            if refusesNameless(node, as: kind) { return nil }
        }
        let record = readRecord(of: kind, entries, at: node.span)
        if kind.isShared { register(record) }
        return Value(.record(record), at: node.span)
    }

    /// Reads what stands for a thing in one text: the file or the id of a shared one, or the shorthand.
    private mutating func readText(
        _ text: String,
        standingFor kind: Kind,
        from node: Node,
        of field: FieldDescription
    ) -> Value? {
        if kind.isShared, let mention = FileMention(text) {
            return readFile(mention, of: kind, named: node)
        }
        if kind.isShared, mayRefer(text, to: kind) {
            let reference = Reference(kind: kind.name, id: text)
            pending.append(Located(reference, at: node.span))
            return Value(.reference(reference), at: node.span)
        }
        if kind.isShared, refusesQuotationMarks(around: text, at: node.span) { return nil }
        if refusesSheet(text, where: .kind(kind.name), at: node.span) { return nil }
        return readShorthand(of: kind, from: node, of: field)
    }

    private func mayRefer(_ text: String, to kind: Kind) -> Bool {
        guard isIdentifier(text) else { return mayCallAnOffice(text, kind) }
        return declared.contains(text) || kind.shorthand == nil || looksLikeIdentifier(text)
    }

    /// Whether a key is a field, or one written wrong: `nam` is the language of few, and meant by fewer.
    private func isField(_ key: String, among fields: [FieldDescription]) -> Bool {
        let names = fields.map(\.name)
        return names.contains(key)
            || key.count == 3 && Suggestion.nearest(to: key, among: names) != nil
    }

    /// Refuses an id between marks that a word processor made of plain ones: to YAML they are letters.
    private mutating func refusesQuotationMarks(around text: String, at span: Span) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
            first.isQuotationMark, last.isQuotationMark, text.count > 2
        else { return false }
        let id = trimmed(String(text.dropFirst().dropLast()))
        guard isIdentifier(id), declared.contains(id) || looksLikeIdentifier(id) else {
            return false
        }
        report.add(
            .error("the quotation marks are taken for a part of the id", at: span)
                .hinting("write ‘\(id)’ without them")
        )
        return true
    }

    private mutating func readShorthand(
        of kind: Kind,
        from node: Node,
        of field: FieldDescription
    ) -> Value? {
        guard let short = kind.shorthandField else {
            mismatch(node, .kind(kind.name), of: field)
            return nil
        }
        guard let value = read(node, as: short.type, of: short) else { return nil }
        if kind.isShared, case .personName(let name) = value.content {
            let typed = Located(name, at: node.span)
            if let known = described(by: typed, as: kind) { return known }
            typedNames.append((kind.name, typed))
        }
        if kind.is(.organisation), let text = node.text {
            typedBodies.append(Located(trimmed(text), at: node.span))
        }
        let record = Record(
            kind: kind.name,
            fields: [Record.Field(name: short.name, value: value)],
            span: node.span
        )
        return Value(.record(record), at: node.span)
    }

    /// Reads the fields of a record; `also` names keys that are read elsewhere.
    mutating func readRecord(
        of kind: Kind,
        _ entries: [Node.Entry],
        id: String? = nil,
        at span: Span,
        also: [String] = []
    ) -> Record {
        var own = kind.isShared ? [KnownField.id.rawValue] : []
        own += also
        let index = index(of: kind, also: own)
        let fields = readFields(index, entries, of: "‘\(kind.name)’", at: span)
        let typed = entries.first { $0.key.text == KnownField.id.rawValue }.flatMap {
            readID($0.value)
        }
        return Record(kind: kind.name, id: id ?? typed, fields: fields, span: span)
    }

    /// Reads fields that are described in place, in a field of another record; or its shorthand.
    mutating func readParts(
        _ fields: [FieldDescription],
        from node: Node,
        of field: FieldDescription
    ) -> Value? {
        if let short = field.shorthandField, standsAlone(node, among: fields) {
            return readBare(node, as: short, ofRecord: .record(fields))
        }
        guard let entries = node.entries else {
            mismatch(node, .record(fields), of: field)
            return nil
        }
        var index = FieldIndex(fields)
        index.hasShorthand = field.shorthandField != nil
        let read = readFields(index, entries, of: "‘\(field.name)’", at: node.span)
        return Value(.record(Record(kind: "", fields: read, span: node.span)), at: node.span)
    }

    /// Whether a node is a text, or one in several languages, where a record may stand.
    private func standsAlone(_ node: Node, among fields: [FieldDescription]) -> Bool {
        guard let entries = node.entries else { return node.text != nil }
        return isLanguageMap(entries)
            && !entries.contains { isField($0.key.text ?? "", among: fields) }
    }

    private mutating func readBare(
        _ node: Node,
        as short: FieldDescription,
        ofRecord type: FieldType
    ) -> Value? {
        if let text = node.text, refusesSheet(text, where: type, at: node.span) { return nil }
        fieldsLeftOut.append(short.name)
        defer { fieldsLeftOut.removeLast() }
        return read(node, as: short.type, of: short).map { value in
            let fields = [Record.Field(name: short.name, value: value)]
            return Value(.record(Record(kind: "", fields: fields, span: node.span)), at: node.span)
        }
    }

    /// Ten thousand people are of one kind: what is to be known of its fields is found once.
    private mutating func index(of kind: Kind, also: [String]) -> FieldIndex {
        if let known = indexes[kind.name], known.also == also { return known }
        var index = FieldIndex(kind.fields, also: also)
        index.hasShorthand = kind.shorthand != nil
        indexes[kind.name] = index
        return index
    }
}

extension Unicode.Scalar {
    /// Whether it is a mark that encloses words in some language, or one of the typewriter’s.
    fileprivate var isQuotationMark: Bool {
        switch self {
        case "“", "”", "„", "‟", "«", "»", "‹", "›", "‘", "’", "‚", "‛", "\"", "'": true
        default: false
        }
    }
}
