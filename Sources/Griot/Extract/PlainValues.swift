internal import Content

/// Values as other programs keep them: one language, one line, no style.
struct PlainValues {
    let language: String
    let registry: Registry

    /// How far references are followed to find out what a thing is called; they may run in a circle.
    private static let depth = 4

    func text(_ value: Value?) -> String { text(value, depth: Self.depth) }

    private func text(_ value: Value?, depth: Int) -> String {
        guard let value, depth > 0 else { return "" }
        switch value.content {
        case .text(let text): return words(text)
        case .richText(let text): return text.edition(in: language).content.plainText
        case .number(let number): return number.typed + (number.isPercentage ? " %" : "")
        case .truth(let truth): return truth ? "yes" : "no"
        case .date(let date): return date.iso
        case .time(let time): return time.iso
        case .timeRange(let range):
            return range.start.iso + (range.end.map { "–\($0.iso)" } ?? "")
        case .dateTime(let moment): return moment.iso
        case .duration(let minutes): return "\(minutes) min"
        case .personName(let name): return self.name(name)
        case .phone(let phone): return phone.e164 ?? phone.typed
        case .address(let lines): return lines.map(words).joined(separator: ", ")
        case .email(let text), .url(let text), .country(let text), .language(let text),
            .colour(let text), .choice(let text), .identifier(let text):
            return text
        case .length(let value, let unit): return "\(value) \(unit)"
        case .reference(let reference):
            // A thing without a name would be called by the one that it belongs to.
            let called = registry.record(reference).map {
                name(of: $0, by: Record.callingFields, depth: depth - 1)
            }
            return called ?? reference.id
        case .record(let record): return name(of: record, depth: depth - 1)
        case .list(let items):
            return items.map { text($0, depth: depth) }.filter { !$0.isEmpty }
                .joined(separator: "; ")
        case .table: return ""
        }
    }

    func words(_ text: LocalizedText?) -> String {
        text?.edition(in: language).content ?? ""
    }

    /// What people call a thing: its name, its title, its label, at worst its id.
    func name(of record: Record) -> String { name(of: record, depth: Self.depth) }

    private func name(of record: Record, depth: Int) -> String {
        let others = KnownField.names([.text, .src, .person, .organisation])
        return name(of: record, by: Record.callingFields + others, depth: depth)
    }

    private func name(of record: Record, by fields: [String], depth: Int) -> String {
        for field in fields {
            let text = text(record[field], depth: depth)
            if !text.isEmpty { return text }
        }
        return record.id ?? ""
    }

    func name(_ name: PersonName) -> String {
        let name = name.edition(in: language)
        if let full = name.full { return words(full) }
        return [name.given, name.particles, name.family].filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}
