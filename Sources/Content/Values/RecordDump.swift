import Diagnostics

extension Brief {
    /// The paper and what it leans on, as indented text.
    package func dump() -> String {
        var lines = ["brief \(name) (\(languages.joined(separator: ", ")))"]
        for layout in layouts { lines.append("layout \(layout.value)") }
        if let brand { lines.append("brand \(brand.value)") }
        if let fit { lines.append("fit \(fit.value)") }
        let shared = registry.all.map { $0.dump() }
        return lines.joined(separator: "\n") + "\n" + record.dump() + shared.joined()
    }
}

extension Record {
    /// The record and all it holds, as indented text.
    package func dump() -> String {
        lines(indent: "").joined(separator: "\n") + "\n"
    }

    fileprivate var heading: String {
        let name = kind.isEmpty ? "record" : kind
        return id.map { "\(name) \($0)" } ?? name
    }

    fileprivate func lines(indent: String) -> [String] {
        [indent + heading] + fields.flatMap { $0.lines(indent: indent + "  ") }
    }
}

extension Record.Field {
    fileprivate func lines(indent: String) -> [String] {
        value.lines(after: "\(name): ", indent: indent)
    }
}

extension Value {
    fileprivate func lines(after label: String, indent: String) -> [String] {
        switch content {
        case .record(let record):
            [indent + label + record.heading]
                + record.fields.flatMap { $0.lines(indent: indent + "  ") }
        case .list(let items):
            [indent + label + "list"]
                + items.flatMap { $0.lines(after: "- ", indent: indent + "  ") }
        case .text(let text): text.lines(after: indent + label + "text")
        case .richText(let text): text.lines(after: indent + label, indent: indent + "  ")
        case .table(let table):
            [indent + label + "table"]
                + ([table.head] + table.rows).map { row in
                    indent + "  "
                        + row.map { $0.editions[0].content.plainText }.joined(separator: " | ")
                }
        default: [indent + label + summary]
        }
    }

    /// A value that fits one line.
    private var summary: String {
        switch content {
        case .number(let number):
            "number \(number.typed)" + (number.isPercentage ? " %" : "")
        case .truth(let truth): truth ? "yes" : "no"
        case .date(let date): "date \(date.iso)"
        case .time(let time): "time \(time.iso)"
        case .timeRange(let range): "time range \(range.iso)"
        case .dateTime(let moment): "datetime \(moment.iso)"
        case .duration(let minutes): "duration \(minutes) min"
        case .personName(let name): "name \(name.dump())"
        case .phone(let phone): "phone \(phone.e164 ?? "–") ‘\(phone.typed)’"
        case .email(let text): "e-mail \(text)"
        case .url(let text): "url \(text)"
        case .address(let lines):
            "address " + lines.map { $0.editions[0].content }.joined(separator: " / ")
        case .country(let code): "country \(code)"
        case .language(let tag): "language \(tag)"
        case .colour(let colour): "colour \(colour)"
        case .length(let value, let unit): "length \(value) \(unit)"
        case .choice(let word): "choice \(word)"
        case .identifier(let word): "id \(word)"
        case .reference(let reference): "→ \(reference.kind) \(reference.id)"
        case .text, .richText, .record, .list, .table: ""
        }
    }
}

extension PersonName {
    /// The parts that were given, each with its name.
    package func dump() -> String {
        guard forms.isEmpty else {
            return forms.map { "(\($0.language ?? "–")) \($0.name.dump())" }.joined(separator: "; ")
        }
        let parts = [
            ("honorific", honorific?.editions[0].content), ("title", title?.editions[0].content),
            ("given", given), ("particles", particles), ("family", family),
            ("degrees", degrees),
            ("full", full?.editions[0].content), ("sort as", sortAs),
        ]
        return parts.compactMap { name, part in
            part.flatMap { $0.isEmpty ? nil : "\(name) ‘\($0)’" }
        }.joined(separator: ", ")
    }
}

extension LocalizedText {
    fileprivate func lines(after label: String) -> [String] {
        editions.map { edition in
            let language = edition.language.map { " (\($0))" } ?? ""
            return "\(label)\(language) “\(edition.content)”"
        }
    }
}

extension LocalizedRichText {
    fileprivate func lines(after label: String, indent: String) -> [String] {
        editions.flatMap { edition in
            let language = edition.language.map { " (\($0))" } ?? ""
            return ["\(label)rich text\(language)"]
                + edition.content.blocks.flatMap { $0.lines(indent: indent) }
        }
    }
}
