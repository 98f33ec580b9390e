import Diagnostics
import YAML

extension Reader {
    /// Reads the fields of a record, in the order in which they were given.
    ///
    /// - Parameters:
    ///   - owner: What a message calls the record.
    ///   - span: Where the whole record stands.
    mutating func readFields(
        _ index: FieldIndex,
        _ entries: [Node.Entry],
        of owner: Diagnostic.Message,
        at span: Span
    ) -> [Record.Field] {
        let outer = country
        defer { country = outer }
        adoptCountry(of: entries)
        let entries = joinedAtCommas(entries, among: index.known, reporting: &report)
        var read: [Record.Field] = []
        for entry in entries {
            guard let place = entry.key.text.flatMap({ index.names.firstIndex(of: $0) }) else {
                if entry.key.text.map(index.known.contains) != true {
                    refuse(entry.key, in: owner, index, entries)
                }
                continue
            }
            if let field = readField(index.fields[place], from: entry) { read.append(field) }
        }
        if let spread = index.spread {
            readSpread(spread, index.partKeys, entries, at: span, into: &read)
        }
        for field in index.ordered { checkOrder(of: field, in: read) }
        for field in index.parted { checkParts(of: field, in: read) }
        for field in index.accompanied { checkCompany(of: field, in: read, at: span) }
        refuseMissing(index, besides: read, of: owner, entries, at: span)
        return read
    }

    /// Reads what stands under the name of a field; nil where that is nothing, or nothing the field takes.
    private mutating func readField(_ field: FieldDescription, from entry: Node.Entry)
        -> Record.Field?
    {
        if let tag = entry.value.tag, tag.value.hasPrefix("!"), tag.value != "!" {
            refuseTag(tag, before: entry)
            return nil
        }
        if entry.value.isEmpty || field.isRequired && entry.value.saysNothing { return nil }
        if field.isRequired, entry.value.items?.isEmpty == true { tellOfNone(in: entry) }
        return read(entry.value, as: field.type, of: field).map {
            Record.Field(name: field.name, value: $0)
        }
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
        guard
            let text = entries.first(where: { $0.key.text == KnownField.country.rawValue })?.value
                .text,
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
}
