import Diagnostics
import YAML

extension Reader {
    /// Reads a table: `head` and `rows`, or rows of which the first is the head, or mappings
    /// whose keys are the head.
    mutating func readTable(_ node: Node, of field: FieldDescription) -> Value? {
        var head: [LocalizedRichText] = []
        var rows: [[LocalizedRichText]] = []
        if let entries = node.entries {
            checkKeys(of: entries, among: ["head", "rows"], in: "a table", reporting: &report)
            head = node["head"].map { readRow($0, of: field) } ?? []
            rows = readRows(node["rows"]?.items ?? [], below: head.count, of: field)
        } else if let items = node.items, items.allSatisfy({ $0.entries != nil }), !items.isEmpty {
            (head, rows) = readNamedCells(items, of: field)
        } else if let items = node.items, items.allSatisfy({ $0.items != nil }), !items.isEmpty {
            head = readRow(items[0], of: field)
            rows = readRows(items.dropFirst(), below: head.count, of: field)
        } else {
            mismatch(node, .table, of: field)
            return nil
        }
        checkWidths(of: rows, head: head)
        if head.isEmpty, let width = rows.first?.count { tellOfNoHead(across: width, node) }
        (head, rows) = (head.asRow, rows.map(\.asRow))
        return Value(.table(TableValue(head: head, rows: rows)), at: node.span)
    }

    private mutating func tellOfNoHead(across width: Int, _ node: Node) {
        report.add(
            .warning(
                "this table has no head: to those who hear it, its columns have no names",
                at: node.span
            )
            .hinting(
                "add ‘head:’ with a name for each of its \(width) columns: head: [Country, Number]"
            )
        )
    }

    /// Rows typed as lists; those that a comma within a number has made longer are told of.
    private mutating func readRows(
        _ rows: some Collection<Node>,
        below head: Int,
        of field: FieldDescription
    ) -> [[LocalizedRichText]] {
        let width = head > 0 ? head : rows.first?.items?.count ?? 0
        return rows.map { row in
            let cells = row.items ?? []
            if let (number, isUnlike) = PartedNumber.first(in: cells),
                isUnlike || cells.count != width
            {
                report.add(number.diagnostic)
                return Array(readRow(row, of: field).prefix(width))
            }
            return readRow(row, of: field)
        }
    }

    private mutating func readRow(_ node: Node, of field: FieldDescription) -> [LocalizedRichText] {
        guard let cells = node.items else {
            mismatch(node, .list(of: .text), of: field)
            return []
        }
        return cells.map { readCell($0, of: field) }
    }

    private mutating func readCell(_ node: Node, of field: FieldDescription) -> LocalizedRichText {
        let empty = LocalizedRichText(RichText(blocks: [], span: node.span), at: node.span)
        return node.isEmpty ? empty : readLocalizedRichText(node, of: field) ?? empty
    }

    /// Rows written as mappings; the head is every key in the order in which it first comes.
    private mutating func readNamedCells(
        _ items: [Node],
        of field: FieldDescription
    ) -> (head: [LocalizedRichText], rows: [[LocalizedRichText]]) {
        var keys: [Node] = []
        var known: Set<String> = []
        for entry in items.flatMap({ $0.entries ?? [] }) {
            if let key = entry.key.text, known.insert(key).inserted { keys.append(entry.key) }
        }
        let rows = items.map { item in
            keys.map { key in
                item[key.text!].map { readCell($0, of: field) }
                    ?? LocalizedRichText(RichText(blocks: [], span: item.span), at: item.span)
            }
        }
        return (keys.map { readCell($0, of: field) }, rows)
    }

    private mutating func checkWidths(
        of rows: [[LocalizedRichText]],
        head: [LocalizedRichText]
    ) {
        let width = head.isEmpty ? rows.first?.count ?? 0 : head.count
        for row in rows where row.count != width && !row.isEmpty {
            let place = row[min(width, row.count - 1)].editions[0].span
            report.add(
                .warning(.rowOfCells(row.count, inTableOf: width), at: place)
                    .hinting(row.count < width ? .writeEmptyCells : .nameTheColumn)
            )
        }
        for row in [head] + rows where row.count > TableLimits.columns {
            report.add(.error(.tooManyColumns, at: row[TableLimits.columns].editions[0].span))
        }
    }
}

/// How much a table may hold.
enum TableLimits {
    /// Side by side; every row is filled up to the longest.
    static let columns = 100
}

extension [LocalizedRichText] {
    /// As many cells as a row may have.
    fileprivate var asRow: [LocalizedRichText] {
        count > TableLimits.columns ? Array(prefix(TableLimits.columns)) : self
    }
}

extension Diagnostic.Message {
    fileprivate static func rowOfCells(_ count: Int, inTableOf width: Int) -> Self {
        count == 1
            ? "this row has 1 cell where the table has \(width)"
            : "this row has \(count) cells where the table has \(width)"
    }

    fileprivate static var writeEmptyCells: Self { "an empty cell is written \"\"" }
    fileprivate static var nameTheColumn: Self {
        "the table is given a column without a heading: name it in the head, or join cells"
    }
    fileprivate static var tooManyColumns: Self {
        "a table has no more than \(TableLimits.columns) columns; the rest of this row is left out"
    }
}
