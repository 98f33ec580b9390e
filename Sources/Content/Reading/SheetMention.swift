import Diagnostics

extension Reader {
    /// Refuses the name of a spreadsheet where things are to be written: it would be printed as the name of
    /// somebody.
    mutating func refusesSheet(_ text: String, at span: Span) -> Bool {
        let name = text.lowercased()
        guard text.utf8.count <= 200,
            let ending = Self.endings.first(where: { name.hasSuffix($0) }), name != ending
        else { return false }
        report.add(
            .error("‘\(text)’ is a spreadsheet, and papers name none", at: span)
                .hinting(
                    "write those who stand in it here, a line each: ‘- Awa NDIAYE’; or describe them in ‘people.yaml’ and name their ids"
                )
                .hinting(
                    "cards, badges, certificates and letters are made of a spreadsheet as it is: griot merge badge --data \(text)"
                )
        )
        return true
    }

    private static let endings = [".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".numbers"]
}
