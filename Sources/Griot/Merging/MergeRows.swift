internal import Content
internal import Diagnostics
internal import YAML

extension Merge {
    /// The rows that it makes papers of: of a sheet, or of a list in YAML or JSON.
    func table(on shelves: Shelves, reporting report: inout Report) -> SheetTable? {
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try shelves.files.text(of: data)
        } catch {
            report.add(
                .error(.unreadable(data, error), at: nil).hinting(exchanged ?? error.hint)
            )
            return nil
        }
        let name = data.lowercased()
        guard [".yaml", ".yml", ".json"].contains(where: { name.hasSuffix($0) }) else {
            let file = SheetTable.File(path: data, bytes: bytes, sheet: sheet, purpose: .merge)
            return SheetTable.read(file, on: shelves, reporting: &report)
        }
        if let refusal = SheetTable.refusal(of: bytes, named: data) {
            report.add(refusal)
            return nil
        }
        return list(in: bytes, on: shelves, reporting: &report)
    }

    /// `griot merge people.csv --data badge`.
    private var exchanged: Diagnostic.Message? {
        let name = subject.lowercased()
        let isSheet = SheetRegisters.endings.contains { name.hasSuffix(".\($0)") }
        return isSheet
            ? "the layout comes first, and the sheet behind ‘--data’: griot merge \(data) --data \(subject)"
            : nil
    }

    private func list(in bytes: [UInt8], on shelves: Shelves, reporting report: inout Report)
        -> SheetTable?
    {
        let source = shelves.files.source(SourceFile(name: data, bytes: bytes))
        var heard = Report()
        defer { report.add(contentsOf: heard) }
        guard let root = parse(source, in: shelves.sources, reporting: &heard).first else {
            if !heard.hasErrors { heard.add(.error(.noRows(data), at: nil)) }
            return nil
        }
        // `people: […]` is a list with a heading.
        let items = root.items ?? root.entries?.lazy.compactMap(\.value.items).first
        guard let items else {
            if heard.hasErrors { return nil }
            let isJSON = data.lowercased().hasSuffix(".json")
            heard.add(
                .error("a list is expected here, an item for each paper", at: root.span)
                    .hinting(
                        isJSON
                            ? "put ‘[’ before the first item and ‘]’ behind the last"
                            : "begin each line of it with ‘- ’"
                    )
            )
            return nil
        }
        let table = SheetTable(rows: items.map { SheetTable.Row(span: $0.span, content: $0) })
        return table.filled(data, unlessTold: heard.hasErrors, reporting: &heard)
    }
}
