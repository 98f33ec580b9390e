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
        into dictionary: inout PDFText
    ) {
        switch role {
        case .tableHeader, .tableData: writeCell(inHead: inHead(), into: &dictionary)
        case .table:
            guard let summary, !summary.isEmpty else { return }
            dictionary.attributes(of: "/Table") { $0.entry("/Summary", text: summary) }
        case .list where numbering != .none:
            dictionary.attributes(of: "/List") {
                $0.entry("/ListNumbering", name: numbering.rawValue)
            }
        case .figure:
            guard let box else { return }
            dictionary.attributes(of: "/Layout") { $0.entry("/BBox", box) }
        default: return
        }
    }

    private func writeCell(inHead: Bool, into dictionary: inout PDFText) {
        let isHeader = role == .tableHeader
        guard isHeader || cell.rowSpan > 1 || cell.columnSpan > 1 else { return }
        dictionary.attributes(of: "/Table") { attributes in
            if isHeader {
                let scope = cell.scope ?? (inHead ? .column : .row)
                attributes.entry("/Scope", name: scope.rawValue)
            }
            if cell.rowSpan > 1 { attributes.entry("/RowSpan", cell.rowSpan) }
            if cell.columnSpan > 1 { attributes.entry("/ColSpan", cell.columnSpan) }
        }
    }
}

extension PDFText {
    /// - Parameter owner: Whose kind of attributes they are.
    fileprivate mutating func attributes(
        of owner: StaticString,
        _ attributes: (inout PDFText) -> Void
    ) {
        dictionary(at: "/A") {
            $0.entry("/O", owner)
            attributes(&$0)
        }
    }
}
