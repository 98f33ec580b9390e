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
            let node = field.utf8.contains(UInt8(ascii: ".")) ? part(field) : content[field]
            return node?.text ?? ""
        }

        private func part(_ path: String) -> Node? {
            path.split(separator: ".").reduce(Optional(content)) { $0?[String($1)] }
        }
    }

    var rows: [Row]
    /// The heads of its columns, as they were typed; none of a list.
    var heads: [Located<String>] = []
    /// What they mean beside one another.
    var names = ColumnNames([])
    /// The sheets of its workbook that nobody has chosen, where none was chosen.
    var otherSheets: [String] = []

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
        if let refusal = refusal(of: bytes, named: merge.data) {
            report.add(refusal)
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
            if !report.hasErrors {
                let problem = Diagnostic.error(.noRows(merge.data), at: nil)
                report.add(table?.offeringOtherSheets(problem) ?? problem)
            }
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

    /// That a file is of a sort that is not read; nil where it may hold a sheet or a list.
    private static func refusal(of bytes: [UInt8], named path: String) -> Diagnostic? {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return .error(.oldWorkbook(path), at: nil)
                .hinting("open it, and save it as ‘.xlsx’, without a password")
        }
        if bytes.prefix(200).firstRange(of: Array("opendocument.spreadsheet".utf8)) != nil {
            return .error(.openDocument(path), at: nil)
                .hinting("open it, and save it as ‘.xlsx’ or as CSV")
        }
        // Workbooks are archives, and UTF-16 has a nought in every Latin letter.
        let marks: [[UInt8]] = [[0x50, 0x4B], [0xFF, 0xFE], [0xFE, 0xFF]]
        guard bytes.prefix(1_024).contains(0), !marks.contains(where: bytes.starts) else {
            return nil
        }
        return .error(.noSheet(path), at: nil)
            .hinting("save it from the program it was made in as ‘.xlsx’ or as CSV")
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
        if let warning = text.warning(in: source) { report.add(warning) }
        let sheet = readCSV(source, in: shelves.sources, reporting: &report)
        file.grid = sheet.grid
        _ = shelves.files.source(file)
        return table(of: sheet, reporting: &report)
    }

    static func table(of sheet: Spreadsheet, reporting report: inout Report) -> MergeTable {
        for loss in lostLetters(in: sheet) { report.add(loss) }
        if let total = sheet.rows.first(where: \.isTotal) {
            report.add(.remark(.totalPassedOver, at: total.span))
        }
        let names = ColumnNames(sheet.head.map(\.value))
        let columns = sheet.head.map { Column(path: names.path($0.value), span: $0.span) }
        let rows = sheet.rows.filter { !$0.isTotal }.map { row in
            let content = Node.mapping(entries(of: row.cells, in: columns), at: row.span)
            return Row(span: row.span, content: content, lacking: row.lacking)
        }
        return MergeTable(rows: rows, heads: sheet.head, names: names)
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
}

extension Diagnostic.Message {
    static func noSheet(_ path: String) -> Self { "‘\(path)’ is no sheet and no list" }

    static func openDocument(_ path: String) -> Self {
        "‘\(path)’ can't be read: it is a sheet of LibreOffice (.ods)"
    }

    static func oldWorkbook(_ path: String) -> Self {
        "‘\(path)’ can't be read: it is a workbook of the old kind (.xls), or one that is locked by a password"
    }

    static func noRows(_ path: String) -> Self { "‘\(path)’ has no rows" }

    static func tooManyRows(_ count: Int, limit: Int) -> Self {
        "there are \(count) rows, and at most \(limit) are merged at a time"
    }
}
