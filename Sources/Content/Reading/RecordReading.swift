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
            if kind.isShared, let mention = FileMention(text) {
                return readFile(mention, of: kind, named: node)
            }
            if kind.isShared, isIdentifier(text),
                declared.contains(text) || kind.shorthand == nil || looksLikeIdentifier(text)
            {
                let reference = Reference(kind: name, id: text)
                pending.append(Located(reference, at: node.span))
                return Value(.reference(reference), at: node.span)
            }
            if kind.isShared, refusesQuotationMarks(around: text, at: node.span) { return nil }
            if refusesSheet(text, where: .kind(name), at: node.span) { return nil }
            return readShorthand(of: kind, from: node, of: field)
        }
        guard let entries = node.entries else {
            mismatch(node, .kind(name), of: field)
            return nil
        }
        // `{fr: …, en: …}` where the kind has no such fields is its shorthand in two languages.
        if kind.shorthand != nil, isLanguageMap(entries),
            !entries.contains(where: { isField($0.key.text ?? "", of: kind) })
        {
            return readShorthand(of: kind, from: node, of: field)
        }
        let record = readRecord(of: kind, entries, at: node.span)
        if kind.isShared { register(record) }
        return Value(.record(record), at: node.span)
    }

    /// Whether a key is a field, or one written wrong: `nam` is the language of few, and meant by fewer.
    private func isField(_ key: String, of kind: Kind) -> Bool {
        let names = kind.fields.map(\.name)
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
        guard let short = kind.fields.first(where: { $0.name == kind.shorthand }) else {
            mismatch(node, .kind(kind.name), of: field)
            return nil
        }
        guard let value = read(node, as: short.type, of: short) else { return nil }
        if kind.isShared, case .personName(let name) = value.content {
            typedNames.append((kind.name, Located(name, at: node.span)))
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
        var own = kind.isShared ? ["id"] : []
        own += also
        let index = index(of: kind, also: own)
        let fields = readFields(index, entries, of: "‘\(kind.name)’", at: span)
        let typed = entries.first { $0.key.text == "id" }.flatMap { readID($0.value) }
        return Record(kind: kind.name, id: id ?? typed, fields: fields, span: span)
    }

    mutating func readParts(
        _ fields: [FieldDescription],
        from node: Node,
        of field: FieldDescription
    ) -> Value? {
        guard let entries = node.entries else {
            mismatch(node, .record(fields), of: field)
            return nil
        }
        let read = readFields(FieldIndex(fields), entries, of: "‘\(field.name)’", at: node.span)
        return Value(.record(Record(kind: "", fields: read, span: node.span)), at: node.span)
    }

    /// Ten thousand people are of one kind: what is to be known of its fields is found once.
    private mutating func index(of kind: Kind, also: [String]) -> FieldIndex {
        if let known = indexes[kind.name], known.also == also { return known }
        let index = FieldIndex(kind.fields, also: also)
        indexes[kind.name] = index
        return index
    }

    private mutating func readFields(
        _ index: FieldIndex,
        _ entries: [Node.Entry],
        of owner: Diagnostic.Message,
        at span: Span
    ) -> [Record.Field] {
        let outer = country
        defer { country = outer }
        adoptCountry(of: entries)
        let (fields, names, known) = (index.fields, index.names, index.known)
        let entries = joinedAtCommas(entries, among: known, reporting: &report)
        var read: [Record.Field] = []
        for entry in entries {
            guard let place = entry.key.text.flatMap({ names.firstIndex(of: $0) }) else {
                if entry.key.text.map(known.contains) != true {
                    refuse(entry.key, in: owner, index, entries)
                }
                continue
            }
            let field = fields[place]
            if let tag = entry.value.tag, tag.value.hasPrefix("!"), tag.value != "!" {
                refuseTag(tag, before: entry)
                continue
            }
            if entry.value.isEmpty || field.isRequired && entry.value.saysNothing { continue }
            if field.isRequired, entry.value.items?.isEmpty == true { tellOfNone(in: entry) }
            guard let value = self.read(entry.value, as: field.type, of: field) else { continue }
            read.append(Record.Field(name: field.name, value: value))
        }
        if let spread = index.spread {
            readSpread(spread, index.partKeys, entries, at: span, into: &read)
        }
        for field in index.ordered { checkOrder(of: field, in: read) }
        let missing = index.required.filter { field in
            !read.contains { $0.name == field.name }
        }
        if !missing.isEmpty {
            let tried = namesTried(in: entries, index, of: owner)
            refuse(missing.filter { !tried.contains($0.name) }, of: owner, entries, at: span)
        }
        return read
    }

    /// Who writes `items: []` says that there are none, and may have meant to come back to it.
    private mutating func tellOfNone(in entry: Node.Entry) {
        let name = entry.key.text ?? ""
        report.add(
            .warning("‘\(name)’ is empty: none is printed", at: entry.value.span)
                .hinting("add what belongs there, a line each that begins with ‘- ’")
        )
    }

    /// A last day that comes before the first.
    private mutating func checkOrder(of field: FieldDescription, in read: [Record.Field]) {
        func day(_ name: String?) -> (date: CalendarDate, span: Span)? {
            guard let value = read.first(where: { $0.name == name })?.value,
                case .date(let date) = value.content
            else { return nil }
            return (date, value.span)
        }
        guard let last = day(field.name), let first = day(field.harmony.after),
            last.date < first.date
        else { return }
        report.add(
            .warning("\(last.date.iso) comes before \(first.date.iso)", at: last.span)
                .noting("the first day is said here", at: first.span)
                .hinting("exchange the two, or mend one of them")
        )
    }

    /// The fields that a writer meant to give, well or badly.
    ///
    /// A key written wrong has been reported; that the right one is missing is no news.
    private mutating func namesTried(
        in entries: [Node.Entry],
        _ index: FieldIndex,
        of owner: Diagnostic.Message
    ) -> Set<String> {
        let (names, known) = (index.names, index.known)
        var tried = Set(
            entries.filter { !$0.value.saysNothing || $0.value.tag != nil }.compactMap(\.key.text)
        )
        tried.formUnion(
            entries.compactMap { $0.key.text.flatMap { nameBeforeSign(in: $0, among: names) } }
        )
        for key in tried.subtracting(known).sorted().prefix(ReadingLimits.suggestions) {
            if let meant = meant(by: key, in: owner, index, entries) { tried.insert(meant) }
        }
        if let spread = index.spread, !tried.isDisjoint(with: index.partKeys) {
            tried.insert(spread.name)
        }
        return tried
    }

    /// `title: !Attention` says to YAML what sort of thing an empty title is.
    private mutating func refuseTag(_ tag: Located<String>, before entry: Node.Entry) {
        let rest = entry.value.text.map { $0.isEmpty ? "" : " \($0)" } ?? " …"
        report.add(
            .error("‘\(tag.value)’ is a tag to YAML, and no text", at: tag.span)
                .hinting("write: \(entry.key.text ?? ""): \"\(tag.value)\(rest)\"")
        )
    }

    /// Telephone numbers of a record belong to its country.
    private mutating func adoptCountry(of entries: [Node.Entry]) {
        guard let text = entries.first(where: { $0.key.text == "country" })?.value.text,
            case .country(let code)? = readCountry(trimmed(text))
        else { return }
        country = code
    }

    /// Reads the parts of a value that stand beside the other fields.
    private mutating func readSpread(
        _ field: FieldDescription,
        _ partKeys: [String],
        _ entries: [Node.Entry],
        at span: Span,
        into read: inout [Record.Field]
    ) {
        let parts = entries.filter { partKeys.contains($0.key.text ?? "") && !$0.value.isEmpty }
        guard let first = parts.first, let last = parts.last else { return }
        let place = first.span.joined(to: last.span)
        guard !read.contains(where: { $0.name == field.name }) else {
            report.add(
                .error("‘\(field.name)’ is given whole and in parts", at: first.key.span)
                    .hinting("keep one of the two")
            )
            return
        }
        switch field.type {
        case .personName:
            let name = readNameParts(parts, of: field)
            if name.isNobody {
                refuseAddress(of: parts)
                return
            }
            read.append(Record.Field(name: field.name, value: Value(.personName(name), at: place)))
        case .timeRange:
            guard let range = readTimeRange(parts, of: field, at: place) else { return }
            read.append(Record.Field(name: field.name, value: range))
        default: break
        }
    }

    /// Reports required fields that were not given.
    private mutating func refuse(
        _ missing: [FieldDescription],
        of owner: Diagnostic.Message,
        _ entries: [Node.Entry],
        at span: Span
    ) {
        // Who it is about says more than the name of a kind, which may be the field’s too.
        let whose = entries.lazy.compactMap { $0.value.text.map(trimmed) }.first { !$0.isEmpty }
        for field in missing {
            let owner =
                owner == "‘\(field.name)’" ? whose.map { "‘\(shortened($0))’" } ?? owner : owner
            let empty = entries.first { $0.key.text == field.name }
            // A whole mapping is too much to mark: its first line says enough.
            // A column’s head stands outside the row whose cell is wanting.
            let first = entries.first.map(\.key.span).flatMap { key in
                key.source == span.source && key.start >= span.start ? key : nil
            }
            let place = empty?.key.span ?? first ?? span
            let message: Diagnostic.Message =
                empty == nil ? "\(owner) needs ‘\(field.name)’" : "‘\(field.name)’ is empty"
            report.add(
                .error(message.about(.absence), at: place)
                    .hinting("add ‘\(field.name): \(field.shortExample(in: language))’")
            )
        }
    }

    mutating func readID(_ node: Node) -> String? {
        guard let text = node.text.map(trimmed), !text.isEmpty else {
            if node.text == nil { report.add(.error("an id is one word", at: node.span)) }
            return nil
        }
        if isIdentifier(text) { return text }
        report.add(
            .error("‘\(shortened(text))’ cannot be an id", at: node.span)
                .hinting("use letters, figures and hyphens, such as ‘\(slug(text))’")
        )
        return nil
    }

    /// An id made of any text.
    func slug(_ text: String) -> String {
        identifier(madeOf: text) ?? "fatou-diallo"
    }

    /// Makes a record known to everybody who names its id.
    mutating func register(_ record: Record) {
        guard let id = record.id else { return }
        let reference = Reference(kind: record.kind, id: id)
        if let first = places[reference] {
            if isDescribedTwice(record, id, first: first) { return }
            report.add(
                .error("two records of kind ‘\(record.kind)’ have the id ‘\(id)’", at: record.span)
                    .noting("the other is here", at: first)
                    .hinting("give one of them another id, or keep one")
            )
            return
        }
        places[reference] = record.span
        registry.add(record, id: id)
    }
}

extension Node {
    /// Whether it is there and holds no word, as in `title: ""`.
    ///
    /// Who writes `items: []` says that there are none.
    fileprivate var saysNothing: Bool {
        isEmpty || text?.contains { !$0.isWhitespace } == false
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
