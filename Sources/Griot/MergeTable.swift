internal import Content
internal import Diagnostics
internal import Exchange
internal import YAML

/// The rows of a merge, whatever they were written in.
struct MergeTable {
    struct Row {
        var span: Span
        var content: Node
        /// How many cells it has less than there are headings.
        var lacking = 0

        func holding(_ content: Node) -> Row {
            var row = self
            row.content = content
            return row
        }

        /// What was typed for a field, or for the field of a field; empty where nothing was.
        func text(of field: String) -> String {
            let node = field.split(separator: ".").reduce(Optional(content)) { node, name in
                node?[String(name)]
            }
            return node?.text ?? ""
        }
    }

    var rows: [Row]
    /// The heads of its columns, as they were typed; none of a list.
    var heads: [Located<String>] = []

    /// More rows than any event has guests: beyond, somebody has named the wrong file.
    static let mostRows = 100_000

    /// Reads comma-separated values, or a list in YAML or JSON.
    static func read(_ merge: Merge, on shelves: Shelves, reporting report: inout Report)
        -> MergeTable?
    {
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try FileReading.bytes(of: merge.data, limit: FileLimits.text)
        } catch {
            report.add(.error(.unreadable(merge.data, error), at: nil).hinting(error.hint))
            return nil
        }
        let name = merge.data.lowercased()
        let isList = [".yaml", ".yml", ".json"].contains { name.hasSuffix($0) }
        let isWorkbook =
            bytes.starts(with: [0x50, 0x4B]) || [".xlsx", ".xlsm"].contains { name.hasSuffix($0) }
        let table =
            isList
            ? list(bytes, named: merge.data, on: shelves, reporting: &report)
            : isWorkbook
                ? workbook(bytes, merge, on: shelves, reporting: &report)
                : text(bytes, named: merge.data, on: shelves, reporting: &report)
        guard let table, !table.rows.isEmpty else {
            if !report.hasErrors { report.add(.error(.noRows(merge.data), at: nil)) }
            return nil
        }
        guard table.rows.count <= mostRows else {
            report.add(
                .error(.tooManyRows(table.rows.count, limit: mostRows), at: table.rows[0].span)
                    .hinting("merge it in parts")
            )
            return nil
        }
        return table
    }

    private static func list(
        _ bytes: [UInt8],
        named name: String,
        on shelves: Shelves,
        reporting report: inout Report
    ) -> MergeTable? {
        let source = shelves.files.source(SourceFile(name: name, bytes: bytes))
        guard let root = parse(source, in: shelves.sources, reporting: &report).first else {
            return nil
        }
        // `people: […]` is a list with a heading.
        let items = root.items ?? root.entries?.lazy.compactMap(\.value.items).first
        guard let items else {
            report.add(
                .error("a list is expected here, an item for each paper", at: root.span)
                    .hinting("begin each line of it with ‘- ’")
            )
            return nil
        }
        return MergeTable(rows: items.map { Row(span: $0.span, content: $0) })
    }

    private static func text(
        _ bytes: [UInt8],
        named name: String,
        on shelves: Shelves,
        reporting report: inout Report
    ) -> MergeTable {
        let text = SpreadsheetText(bytes)
        var file = SourceFile(name: name, bytes: text.bytes)
        let source = shelves.files.source(file)
        let sheet = readCSV(source, in: shelves.sources, reporting: &report)
        file.grid = sheet.grid
        _ = shelves.files.source(file)
        return table(of: sheet)
    }

    static func table(of sheet: Spreadsheet) -> MergeTable {
        let columns = sheet.head.map { Column(path: ColumnNames.path($0.value), span: $0.span) }
        let rows = sheet.rows.map { row in
            let content = Node.mapping(entries(of: row.cells, in: columns), at: row.span)
            return Row(span: row.span, content: content, lacking: row.lacking)
        }
        return MergeTable(rows: rows, heads: sheet.head)
    }

    private struct Column {
        /// The field that it holds, or the field of a field: `consent.photo`.
        var path: [String]
        var span: Span
    }

    /// What the cells of a row hold, the parts of a field together at the end.
    private static func entries(of cells: [Spreadsheet.Cell], in columns: [Column]) -> [Node.Entry]
    {
        var entries: [Node.Entry] = []
        var parts: [String: [Node.Entry]] = [:]
        for cell in cells {
            let column = columns[cell.column]
            let key = Node.text(column.path.last ?? "", at: column.span)
            let entry = Node.Entry(key: key, value: .text(cell.text.value, at: cell.text.span))
            if column.path.count == 2 {
                parts[column.path[0], default: []].append(entry)
            } else {
                entries.append(entry)
            }
        }
        for (field, inner) in parts.sorted(by: { $0.key < $1.key }) {
            let key = Node.text(field, at: inner[0].key.span)
            entries.append(Node.Entry(key: key, value: .mapping(inner, at: inner[0].span)))
        }
        return entries
    }

    /// That columns mean the same field: what stands in all but the first of a row is not used.
    var rivals: [Diagnostic] {
        var known: [[String]: Located<String>] = [:]
        return heads.compactMap { head in
            let field = ColumnNames.path(head.value)
            guard let first = known[field] else {
                known[field] = head
                return nil
            }
            return .warning(.sameField(field.joined(separator: ".")), at: head.span)
                .noting("the other stands here", at: first.span)
                .hinting(
                    "each row gives the first that says something: rename one, or put both into one"
                )
        }
    }

    // MARK: Records

    /// The items of the field that the layout is made over for.
    struct Items {
        var items: [Node]

        /// The paper with these in the field, and whatever else its file says.
        func root(over base: Node?, field: String) -> Node? {
            guard let base else { return nil }
            let place = items[0].span
            var entries = (base.entries ?? []).filter { $0.key.text != field }
            entries.append(
                Node.Entry(key: .text(field, at: place), value: .list(items, at: place))
            )
            return .mapping(entries, at: base.span)
        }
    }

    /// Shapes each row as the field asks: a person, or a record with a person in it.
    ///
    /// - Parameter registers: What papers share, of which cells may say the ids.
    func items(
        for field: String,
        of kind: Kind,
        among kinds: KindLibrary,
        beside registers: [ContentFile]
    ) -> Items? {
        guard let description = kind.fields.first(where: { $0.name == field }),
            case .list(let type) = description.type
        else { return nil }
        var rows = rows
        if !heads.isEmpty {
            let cells = SheetCells(of: type, among: kinds, beside: registers)
            rows = rows.map { $0.holding(cells.understood($0.content)) }
        }
        switch type {
        case .record(let fields):
            let inner = fields.first { if case .kind = $0.type { true } else { false } }
            return Items(items: rows.map { Self.parted($0, fields, inner: inner?.name) })
        default: return Items(items: rows.map(\.content))
        }
    }

    /// What the record does not know itself belongs to the person in it.
    private static func parted(_ row: Row, _ fields: [FieldDescription], inner: String?) -> Node {
        guard let inner else { return row.content }
        guard let entries = row.content.entries else {
            let key = Node.text(inner, at: row.span)
            return .mapping([Node.Entry(key: key, value: row.content)], at: row.span)
        }
        if entries.contains(where: { $0.key.text == inner }) { return row.content }
        let kept = entries.filter { isOwn($0, of: fields) }
        let others = entries.filter { !isOwn($0, of: fields) }
        let person = Node.mapping(others, at: row.span)
        let entry = Node.Entry(key: .text(inner, at: row.span), value: person)
        return .mapping([entry] + kept, at: row.span)
    }

    /// A column `role` may mean what somebody is here as, or what they are at home: only where it
    /// holds one of the words that the record knows is it the record’s.
    private static func isOwn(_ entry: Node.Entry, of fields: [FieldDescription]) -> Bool {
        guard let field = fields.first(where: { $0.name == entry.key.text }) else { return false }
        guard case .choice(let choices) = field.type else { return true }
        let words = entry.value.text?.split(whereSeparator: \.isWhitespace) ?? []
        return choices.contains(words.joined(separator: "-").lowercased())
    }
}

extension Diagnostic.Message {
    static func sameField(_ field: String) -> Self {
        "a second column stands for ‘\(shortened(field))’"
    }

    static func noRows(_ path: String) -> Self { "‘\(path)’ has no rows" }

    static func tooManyRows(_ count: Int, limit: Int) -> Self {
        "there are \(count) rows, and at most \(limit) are merged at a time"
    }
}
