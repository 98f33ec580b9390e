internal import Content
internal import Diagnostics
internal import Exchange
internal import YAML

/// The rows of a sheet under its headings; or those of a list, which has none.
struct SheetTable {
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
            return node?.text ?? node?.entries?.first(where: \.isSpelling)?.value.text ?? ""
        }

        func text(of field: KnownField) -> String { text(of: field.rawValue) }

        private func part(_ path: String) -> Node? {
            path.split(separator: ".").reduce(Optional(content)) { $0?[String($1)] }
        }
    }

    /// What a sheet is read for; what can be done about a whole sheet differs.
    enum Purpose {
        /// A paper for each row.
        case merge
        /// What papers share, a thing of some kind in each row.
        case register(Kind)

        var isMerge: Bool { if case .merge = self { true } else { false } }
        var kind: Kind? { if case .register(let kind) = self { kind } else { nil } }
    }

    var rows: [Row]
    /// The heads of its columns, as they were typed; none of a list.
    var heads: [Located<String>] = []
    /// What they mean beside one another.
    var names = ColumnNames([])
    /// The sheets of its workbook that nobody has chosen, where none was chosen.
    var otherSheets: [String] = []
    var purpose = Purpose.merge
    /// Where a program has put that its formula failed.
    var brokenCells: Set<Span> = []

    /// More rows than any event has guests: beyond, somebody has named the wrong file.
    static let mostRows = 100_000

    /// A file that may be a sheet.
    struct File {
        /// As messages name it.
        var path: String
        var bytes: [UInt8]
        /// Which sheet of a workbook; nil is the first.
        var sheet: String?
        var purpose: Purpose
    }

    /// Reads comma-separated values or a workbook; nil, with a report, where that has no rows.
    static func read(_ file: File, on shelves: Shelves, reporting report: inout Report)
        -> SheetTable?
    {
        if let refusal = refusal(of: file.bytes, named: file.path) {
            report.add(refusal)
            return nil
        }
        let name = file.path.lowercased()
        let isWorkbook =
            file.bytes.starts(with: [0x50, 0x4B])
            || [".xlsx", ".xlsm", ".ods"].contains { name.hasSuffix($0) }
        var heard = Report()
        let table =
            isWorkbook
            ? workbook(file, on: shelves, reporting: &heard)
            : text(file, on: shelves, reporting: &heard)
        report.add(contentsOf: heard)
        return table?.filled(file.path, unlessTold: heard.hasErrors, reporting: &report)
    }

    /// The table where it has rows, and not more than anybody means.
    func filled(_ path: String, unlessTold isTold: Bool, reporting report: inout Report)
        -> SheetTable?
    {
        guard !rows.isEmpty else {
            if !isTold { report.add(offeringOtherSheets(.error(.noRows(path), at: nil))) }
            return nil
        }
        guard rows.count <= Self.mostRows else {
            report.add(
                purpose.isMerge
                    ? .error(.tooManyRows(rows.count, limit: Self.mostRows), at: rows[0].span)
                        .hinting("merge it in parts")
                    : .error(.tooManyToShare(rows.count, Self.mostRows), at: rows[0].span)
                        .hinting("keep those in it whom papers name, or call it something else")
            )
            return nil
        }
        return self
    }

    /// That a file is of a sort that is not read; nil where it may hold a sheet or a list.
    static func refusal(of bytes: [UInt8], named path: String) -> Diagnostic? {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return .error(.oldWorkbook(path), at: nil)
                .hinting("open it, and save it as ‘.xlsx’ or as ‘.ods’, without a password")
        }
        // Workbooks are archives, and UTF-16 has a nought in every Latin letter.
        let marks: [[UInt8]] = [[0x50, 0x4B], [0xFF, 0xFE], [0xFE, 0xFF]]
        guard bytes.prefix(1_024).contains(0), !marks.contains(where: bytes.starts) else {
            return nil
        }
        return .error(.noSheet(path), at: nil)
            .hinting("save it from the program it was made in as ‘.xlsx’, as ‘.ods’ or as CSV")
    }

    private static func text(
        _ file: File,
        on shelves: Shelves,
        reporting report: inout Report
    ) -> SheetTable? {
        if let sheet = file.sheet {
            report.add(
                .error(.noSheets(file.path, sheet), at: nil)
                    .hinting(
                        "leave out ‘--sheet’, or save the workbook itself as ‘.xlsx’ or ‘.ods’"
                    )
            )
            return nil
        }
        let text = SpreadsheetText(file.bytes)
        var written = SourceFile(name: file.path, bytes: text.bytes)
        let source = shelves.files.source(written)
        if let warning = text.warning(in: source) { report.add(warning) }
        let sheet = readCSV(source, in: shelves.sources, reporting: &report)
        written.grid = sheet.grid
        _ = shelves.files.source(written)
        let broken = sheet.rows.flatMap(\.cells).filter(\.isBroken).map(\.text)
        for cell in broken { report.add(.brokenCell(cell)) }
        var table = SheetTable(of: sheet, for: file.purpose, reporting: &report)
        table.brokenCells = Set(broken.map(\.span))
        return table
    }
}

// MARK: Rows of cells

extension SheetTable {
    init(of sheet: Spreadsheet, for purpose: Purpose, reporting report: inout Report) {
        for loss in Self.lostLetters(in: sheet) { report.add(loss) }
        for pile in Self.piledMarks(in: sheet) { report.add(pile) }
        if let total = sheet.rows.first(where: \.isTotal) {
            report.add(.remark(.totalPassedOver, at: total.span))
        }
        let names = ColumnNames(sheet.head.map(\.value), ofRowsAs: purpose.kind)
        let columns = sheet.head.map { Column(path: names.path($0.value), span: $0.span) }
        let crossed = CrossedColumns(
            of: sheet,
            holding: columns.map(\.path),
            reporting: &report
        )
        var dittos = SheetDittos(holding: columns.map(\.path))
        rows = sheet.rows.filter { !$0.isTotal }.map { row in
            let cells = dittos.understood(crossed.answered(row))
            let content = Node.mapping(Self.entries(of: cells, in: columns), at: row.span)
            return Row(span: row.span, content: content, lacking: row.lacking)
        }
        for remark in dittos.remarks { report.add(remark) }
        heads = sheet.head
        self.names = names
        self.purpose = purpose
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
            let place = inner[0].value.span.joined(to: inner[inner.count - 1].value.span)
            let isSpelled = inner.allSatisfy(\.isSpelling)
            let plain = isSpelled ? entries.firstIndex { $0.key.text == field } : nil
            guard let plain else {
                entries.append(Node.Entry(key: key, value: .mapping(inner, at: place)))
                continue
            }
            // What no head gives a language serves all those that have no column.
            let own = entries[plain]
            let first = Node.Entry(key: .text("und", at: own.key.span), value: own.value)
            let forms = Node.mapping([first] + inner, at: own.value.span.joined(to: place))
            entries[plain] = Node.Entry(key: own.key, value: forms)
        }
        return entries
    }
}

extension Spreadsheet.Cell {
    /// Whether a program has put into it that its formula failed, or the formula itself.
    fileprivate var isBroken: Bool {
        switch text.value.utf8.first {
        case UInt8(ascii: "#"): Self.errors.contains(text.value.uppercased())
        case UInt8(ascii: "="): text.value.contains("(") && text.value.hasSuffix(")")
        default: false
        }
    }

    /// As Excel and LibreOffice write them in English and in French; “#N/A” is no answer (see ``SheetDittos``).
    private static let errors: Set = [
        "#REF!", "#VALUE!", "#VALEUR!", "#NAME?", "#NOM?", "#DIV/0!", "#NULL!", "#NUL!", "#NUM!",
        "#NOMBRE!", "#SPILL!", "#PROPAGATION!", "#CALC!", "#BUSY!", "#FIELD!", "#CHAMP!",
    ]
}

extension Node.Entry {
    /// Whether it says something in a language: of the parts of a field, none has so short a name.
    fileprivate var isSpelling: Bool { (2...3).contains(key.text?.utf8.count ?? 0) }
}

extension Diagnostic.Message {
    static func noSheet(_ path: String) -> Self { "‘\(path)’ is no sheet and no list" }

    fileprivate static func noSheets(_ path: String, _ sheet: String) -> Self {
        "there is no sheet ‘\(sheet)’: ‘\(path)’ is no workbook, and has one sheet alone"
    }

    static func oldWorkbook(_ path: String) -> Self {
        "‘\(path)’ can't be read: it is a workbook of the old kind (.xls), or one that is locked by a password"
    }

    static func noRows(_ path: String) -> Self { "‘\(path)’ has no rows" }

    static func tooManyRows(_ count: Int, limit: Int) -> Self {
        "there are \(count) rows, and at most \(limit) are merged at a time"
    }

    fileprivate static func tooManyToShare(_ count: Int, _ limit: Int) -> Self {
        "there are \(count) rows, and papers share at most \(limit) of a kind"
    }
}
