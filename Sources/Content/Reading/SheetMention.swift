import Diagnostics

extension Reader {
    /// Refuses the name of a spreadsheet where things are to be written: it would be printed as the name of
    /// somebody.
    ///
    /// - Parameter type: What may stand there.
    mutating func refusesSheet(_ text: String, where type: FieldType, at span: Span) -> Bool {
        let name = text.lowercased()
        guard text.utf8.count <= 200,
            let ending = Self.endings.first(where: { name.hasSuffix($0) }), name != ending
        else { return false }
        let shared = sharedKind(in: type)
        report.add(
            .error("‘\(text)’ is a spreadsheet, and papers name none", at: span)
                .hinting(shared.map { mend(ofSheet: name, ending, $0) })
                .hinting(
                    "cards, badges, certificates and letters are made of a spreadsheet as it is: griot merge badge --data \(text)"
                )
        )
        return true
    }

    private func mend(ofSheet name: String, _ ending: String, _ kind: Kind) -> Diagnostic.Message {
        let word = kind.wordForMany
        // What can't be read is to be saved as what can.
        let register = word + ([".csv", ".ods", ".tsv"].contains(ending) ? ending : ".xlsx")
        return name == register
            ? "‘\(register)’ is read where it lies beside the paper: write ‘all’ for whatever stands in it, or the ids of some, such as ‘awa-ndiaye’ for Awa NDIAYE"
            : "call it ‘\(register)’, let it lie beside the paper, and write ‘all’ for whatever stands in it, or the ids of some, such as ‘awa-ndiaye’ for Awa NDIAYE"
    }

    /// The kind whose things may be named there; nil where none is shared.
    private func sharedKind(in type: FieldType) -> Kind? {
        switch type {
        case .kind(let name): kinds[name].flatMap { $0.isShared ? $0 : nil }
        case .list(let item): sharedKind(in: item)
        case .record(let fields): fields.first.flatMap { sharedKind(in: $0.type) }
        default: nil
        }
    }

    private static let endings = [".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".numbers"]
}
