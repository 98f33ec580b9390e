internal import Content

/// The lists and tables of a record as sheets for spreadsheets.
struct Lists {
    struct Sheet {
        /// From the names of the fields that lead to it: `days-items`.
        var name: String
        var head: [String] = []
        var rows: [[String: String]] = []
    }

    private let values: PlainValues
    private(set) var sheets: [Sheet] = []

    /// - Parameter names: What many records of a kind are called, by the kind.
    init(of brief: Brief, naming names: [String: String], _ values: PlainValues) {
        self.values = values
        for field in brief.record.fields { add(field.value, at: field.name, under: nil) }
        for record in brief.registry.all {
            add(record, to: names[record.kind] ?? record.kind, under: nil)
        }
        for index in sheets.indices { sheets[index].leaveOutEmptyColumns() }
        sheets.removeAll { $0.rows.isEmpty || $0.head.isEmpty }
    }

    private mutating func add(
        _ value: Value,
        at path: String,
        under parent: (name: String, text: String)?
    ) {
        switch value.content {
        case .table(let table): add(table, to: path)
        case .record(let record):
            for field in record.fields {
                add(field.value, at: "\(path)-\(field.name)", under: nil)
            }
        case .list(let items):
            for item in items {
                guard let record = item.record else { continue }
                add(record, to: path, under: parent)
                let first = record.fields.first.map { ($0.name, values.text($0.value)) }
                for field in record.fields {
                    guard case .list = field.value.content else { continue }
                    add(field.value, at: "\(path)-\(field.name)", under: first)
                }
            }
        default: break
        }
    }

    private mutating func add(
        _ record: Record,
        to name: String,
        under parent: (name: String, text: String)?
    ) {
        var row: [(String, String)] = []
        // The day of an item, say, which stands in the record around it.
        if let parent { row.append((parent.name, parent.text)) }
        if let id = record.id { row.append((KnownField.id.rawValue, id)) }
        for field in record.fields {
            if case .table = field.value.content { continue }
            row.append((field.name, values.text(field.value)))
            guard case .personName(let name) = field.value.content else { continue }
            let person = name.edition(in: values.language)
            row += [("given", person.given), ("family", person.family)]
        }
        add(row, to: name)
    }

    private mutating func add(_ table: TableValue, to name: String) {
        let heads = table.head.map { $0.edition(in: values.language).content.plainText }
        for row in table.rows {
            let cells = row.map { $0.edition(in: values.language).content.plainText }
            add(Array(zip(heads, cells)), to: name)
        }
    }

    private mutating func add(_ row: [(String, String)], to name: String) {
        let place = sheets.firstIndex { $0.name == name } ?? sheets.count
        if place == sheets.count { sheets.append(Sheet(name: name)) }
        for (column, _) in row where !sheets[place].head.contains(column) {
            sheets[place].head.append(column)
        }
        sheets[place].rows.append(Dictionary(row) { first, _ in first })
    }
}

extension Lists.Sheet {
    /// What stands in a sheet of its own may have no word here.
    fileprivate mutating func leaveOutEmptyColumns() {
        head = head.filter { column in rows.contains { $0[column].map { !$0.isEmpty } ?? false } }
    }

    /// As every spreadsheet reads it, accents included.
    ///
    /// Source: RFC 4180. The mark at the start is what Excel tells UTF-8 by.
    var csv: String {
        let rows = [head] + rows.map { row in head.map { row[$0] ?? "" } }
        return "\u{FEFF}"
            + rows.map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// A cell in quotes where it needs them; what a spreadsheet would run as a formula is made text.
    private static func cell(_ text: String) -> String {
        let text = runs(text) ? "'" + text : text
        guard text.utf8.contains(where: { ",;\"\r\n\t".utf8.contains($0) }) else { return text }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }

    /// Whether a spreadsheet would take a text for a formula that is no number and no telephone.
    private static func runs(_ text: String) -> Bool {
        switch text.unicodeScalars.first {
        case "=", "@", "\t", "\r": true
        case "+", "-":
            !text.unicodeScalars.dropFirst().allSatisfy {
                ("0"..."9").contains($0) || " \u{A0}\u{202F}().,%/".unicodeScalars.contains($0)
            }
        default: false
        }
    }
}
