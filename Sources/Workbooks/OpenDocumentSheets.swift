/// The sheets of an OpenDocument spreadsheet as they come, of which one is kept.
///
/// Equal cells beside one another, and equal rows below one another, are written once, with their number:
/// a sheet ends in a million empty rows. Notes at cells, drawings and what was tracked of changes hold
/// text as cells do, and are passed over with everything that is not asked for.
///
/// Source: OASIS, Open Document Format for Office Applications, version 1.3, part 3, chapter 9.
struct OpenDocumentSheets: XMLListener {
    /// That which was asked for, or the first that can be seen.
    private(set) var sheet: WorkbookSheet?
    /// Those that can be seen, in the order of their tabs.
    private(set) var names: [String] = []
    /// Whether it holds sheets at all: a letter is written by the same programs.
    private(set) var isSpreadsheet = false
    private(set) var refusal: WorkbookError?

    private let wanted: String?
    private let limits: WorkbookLimits
    private var size: SheetSize
    /// How deep within something that is passed over.
    private var depthPassedOver = 0

    private var style = ""
    private var hidingStyles: Set<String> = []
    private var row = WorkbookSheet.Row(number: 0)
    /// How many rows are as the one that is read, itself included.
    private var rows = 1
    private var column = 0
    private var cell: OpenDocumentCell?
    private var merged: [MergedCells] = []

    init(keeping name: String?, within limits: WorkbookLimits) {
        wanted = name
        self.limits = limits
        size = SheetSize(within: limits)
    }

    mutating func begin(_ name: String, _ attributes: [String: String]) {
        if depthPassedOver > 0 || !enters(name, attributes) { depthPassedOver += 1 }
    }

    /// Whether what stands in an element is asked for.
    private mutating func enters(_ name: String, _ attributes: [String: String]) -> Bool {
        if cell != nil { return cellTakes(name, attributes) }
        switch name {
        case "document-content", "automatic-styles", "body": return true
        case "spreadsheet": isSpreadsheet = true
        case "style": style = attributes["name"] ?? ""
        case "table-properties" where hidingStyles.count < 10_000:
            if attributes["display"] == "false" { hidingStyles.insert(style) }
        case "table": return begins(attributes)
        case "table-rows", "table-header-rows", "table-row-group": return sheet != nil
        case "table-row" where sheet != nil: beginRow(attributes)
        case "table-cell" where sheet != nil: cell = OpenDocumentCell(attributes)
        // Nobody sees what a cell holds over which another reaches.
        case "covered-table-cell":
            column += Self.count(attributes["number-columns-repeated"])
            return false
        default: return false
        }
        return true
    }

    private mutating func cellTakes(_ name: String, _ attributes: [String: String]) -> Bool {
        let isTaken = cell?.begin(name, attributes) ?? false
        refuseLongText()
        return isTaken
    }

    private mutating func refuseLongText() {
        guard let cell, cell.text.utf8.count > limits.text else { return }
        refusal = .tooLarge(.text, limit: limits.text)
    }

    /// Whether a sheet is the one to be kept.
    private mutating func begins(_ attributes: [String: String]) -> Bool {
        guard isSpreadsheet, !hidingStyles.contains(attributes["style-name"] ?? "") else {
            return false
        }
        guard names.count < 1_000 else {
            refusal = .tooLarge(.sheets, limit: 1_000)
            return false
        }
        let name = attributes["name"] ?? ""
        names.append(name)
        guard sheet == nil, wanted == nil || wanted == name else { return false }
        sheet = WorkbookSheet(name: name)
        return true
    }

    private mutating func beginRow(_ attributes: [String: String]) {
        row = WorkbookSheet.Row(number: row.number + rows)
        row.isHidden = ["collapse", "filter"].contains(attributes["visibility"])
        rows = Self.count(attributes["number-rows-repeated"])
        column = 0
    }

    mutating func add(_ text: String) {
        guard depthPassedOver == 0, cell != nil else { return }
        cell?.add(text)
        refuseLongText()
    }

    mutating func end(_ name: String) {
        guard depthPassedOver == 0 else {
            depthPassedOver -= 1
            return
        }
        switch name {
        case "table-cell": endCell()
        case "table-row": endRow()
        case "table": sheet?.fill(merged, atMost: size.room)
        default: cell?.end(name)
        }
    }

    private mutating func endCell() {
        guard let read = cell else { return }
        cell = nil
        let count = Self.count(read.attributes["number-columns-repeated"])
        defer { column += count }
        let text = read.shown
        guard !text.isEmpty, column + count <= Self.mostColumns else { return }
        refusal = size.add(cells: count, bytes: count * text.utf8.count)
        guard refusal == nil else { return }
        for place in column..<column + count {
            row.cells.append(.init(column: place, text: text, isError: read.isError))
        }
        let reach = Self.count(read.attributes["number-rows-spanned"])
        if reach > 1, merged.count < MergedCells.most {
            merged.append(.init(column: column, rows: row.number...row.number + reach - 1))
        }
    }

    private mutating func endRow() {
        guard !row.cells.isEmpty else { return }
        let bytes = row.cells.reduce(0) { $0 + $1.text.utf8.count }
        refusal =
            size.add(rows: rows)
            ?? size.add(cells: row.cells.count, bytes: bytes, times: rows - 1)
        guard refusal == nil else { return }
        for number in row.number..<row.number + rows {
            row.number = number
            sheet?.rows.append(row)
        }
        rows = 1
    }

    private static let mostColumns = 16_384

    /// How many things an attribute says there are: one where it says nothing, and never more than a program
    /// has rows.
    private static func count(_ typed: String?) -> Int {
        min(max(typed.flatMap { Int($0) } ?? 1, 1), 1_048_576)
    }
}
