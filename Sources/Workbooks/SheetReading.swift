/// The cells of a sheet of SpreadsheetML as they come.
struct SheetReading: XMLListener {
    private(set) var sheet: WorkbookSheet
    private(set) var refusal: WorkbookError?
    private let shared: [String]
    private let meanings: [NumberFormats.Meaning]
    private let countsFrom1904: Bool
    private var size: SheetSize

    private var row = WorkbookSheet.Row(number: 0)
    private var column = -1
    private var type = "n"
    private var style = 0
    private var value = ""
    private var isValue = false
    private var isPhonetic = false
    private var merged: [MergedCells] = []

    init(
        _ name: String,
        sharing shared: [String],
        meaning meanings: [NumberFormats.Meaning],
        countsFrom1904: Bool,
        limits: WorkbookLimits
    ) {
        sheet = WorkbookSheet(name: name)
        self.shared = shared
        self.meanings = meanings
        self.countsFrom1904 = countsFrom1904
        size = SheetSize(within: limits)
    }

    mutating func begin(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "row":
            row = WorkbookSheet.Row(
                number: attributes["r"].flatMap { Self.number(ofRow: $0) } ?? row.number + 1
            )
            row.isHidden = ["1", "true"].contains(attributes["hidden"])
            column = -1
        case "mergeCell":
            guard merged.count < MergedCells.most, let place = attributes["ref"] else { return }
            if let cells = MergedCells(place) { merged.append(cells) }
        case "c":
            column = attributes["r"].flatMap { Self.column(of: $0) } ?? column + 1
            type = attributes["t"] ?? "n"
            style = attributes["s"].flatMap { Int($0) } ?? 0
            value = ""
        case "rPh": isPhonetic = true
        case "v", "t": isValue = !isPhonetic
        default: break
        }
    }

    mutating func add(_ text: String) { if isValue { value += text } }

    mutating func end(_ name: String) {
        switch name {
        case "v", "t": isValue = false
        case "rPh": isPhonetic = false
        case "c": endCell()
        case "row": endRow()
        case "mergeCells": sheet.fill(merged, atMost: size.room)
        default: break
        }
    }

    private mutating func endRow() {
        guard !row.cells.isEmpty, refusal == nil else { return }
        refusal = size.add(rows: 1)
        sheet.rows.append(row)
    }

    private mutating func endCell() {
        guard let text = text() else {
            // A name that is lost would be missed by nobody.
            refusal = .damaged(part: "xl/sharedStrings.xml")
            return
        }
        if text.isEmpty { return }
        refusal = size.add(bytes: text.utf8.count)
        guard refusal == nil else { return }
        row.cells.append(WorkbookSheet.Cell(column: column, text: text, isError: type == "e"))
    }

    /// Nil where it is a text of the workbook's that the workbook does not hold.
    private func text() -> String? {
        switch type {
        case "s" where value.isEmpty: return ""
        case "s":
            guard let index = Int(value), shared.indices.contains(index) else { return nil }
            return shared[index]
        case "b": return value == "1" ? "yes" : value == "0" ? "no" : value
        case "n":
            let isDate = meanings.indices.contains(style) && meanings[style] == .date
            let date = isDate ? CellText.date(value, countsFrom1904: countsFrom1904) : nil
            return date ?? CellText.number(value)
        case "d": return value.hasSuffix("T00:00:00") ? String(value.prefix(10)) : value
        default: return value
        }
    }

    /// Nil where it is none of the 1,048,576.
    private static func number(ofRow text: String) -> Int? {
        Int(text).flatMap { (1...1_048_576).contains($0) ? $0 : nil }
    }

    /// The column of `BC12`, from zero; nil where that is none of the 16,384.
    static func column(of place: some StringProtocol) -> Int? {
        var column = 0
        for byte in place.utf8 {
            guard (0x41...0x5A).contains(byte) else { break }
            column = column * 26 + Int(byte) - 0x40
            if column > 16_384 { return nil }
        }
        return column > 0 ? column - 1 : nil
    }
}
