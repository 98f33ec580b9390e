import Structure
import Units

extension Element {
    /// What the role alone does not say.
    ///
    /// Sources: ISO 32000-1, section 14.8.5; ISO 14289-1, 7.5, for the scope of every header.
    ///
    /// - Parameters:
    ///   - box: Where a figure stands, counted from the lower left corner of its page.
    ///   - inHead: Whether the row stands in the head of its table.
    func writeAttributes(
        box: Rect?,
        inHead: @autoclosure () -> Bool,
        into text: inout PDFText
    ) {
        switch role {
        case .tableHeader, .tableData: writeCell(inHead: inHead(), into: &text)
        case .table:
            guard let summary, !summary.isEmpty else { return }
            text.write("/A<</O/Table/Summary")
            text.write(text: summary)
            text.write(">>")
        case .list where numbering != .none:
            text.write("/A<</O/List/ListNumbering")
            text.write(name: numbering.rawValue)
            text.write(">>")
        case .figure:
            guard let box else { return }
            text.write("/A<</O/Layout/BBox[")
            for (index, length) in [box.minX, box.minY, box.maxX, box.maxY].enumerated() {
                if index > 0 { text.write(" ") }
                text.write(length)
            }
            text.write("]>>")
        default: return
        }
    }

    private func writeCell(inHead: Bool, into text: inout PDFText) {
        let isHeader = role == .tableHeader
        guard isHeader || cell.rowSpan > 1 || cell.columnSpan > 1 else { return }
        text.write("/A<</O/Table")
        if isHeader {
            text.write("/Scope")
            text.write(name: (cell.scope ?? (inHead ? .column : .row)).rawValue)
        }
        if cell.rowSpan > 1 {
            text.write("/RowSpan ")
            text.write(cell.rowSpan)
        }
        if cell.columnSpan > 1 {
            text.write("/ColSpan ")
            text.write(cell.columnSpan)
        }
        text.write(">>")
    }
}
