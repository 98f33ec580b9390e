internal import Diagnostics

extension Report {
    /// The report with one warning of all columns that no field takes, in the place of a mistake for each.
    ///
    /// Whoever keeps a spreadsheet keeps more in it than papers want. What reading finds wrong at the head
    /// of a column is that it is no field; or that another bears the name already, which stays a mistake.
    func gathering(unusedColumnsOf table: MergeTable) -> Report {
        var rest = Report()
        var unused: [Located<String>] = []
        var hints: [Diagnostic.Message] = []
        let heads = Dictionary(table.soleHeads.map { ($0.span, $0) }) { first, _ in first }
        for diagnostic in diagnostics {
            guard diagnostic.severity == .error, let span = diagnostic.span, let head = heads[span]
            else {
                rest.add(diagnostic)
                continue
            }
            guard !unused.contains(where: { $0.span == span }) else { continue }
            unused.append(head)
            let meant = diagnostic.hints.first { "\($0)".hasPrefix("did you mean") }
            if let meant { hints.append("‘\(head.value)’: \(meant)") }
        }
        guard let first = unused.first else { return rest }
        let names = unused.map { "‘\($0.value)’" }.joined(separator: ", ")
        var warning = Diagnostic.warning("not used: \(names)", at: first.span)
        for hint in hints { warning = warning.hinting(hint) }
        rest.add(warning)
        return rest
    }
}

extension MergeTable {
    /// The heads that stand for a field which no other stands for.
    fileprivate var soleHeads: [Located<String>] {
        var known: Set<[String]> = []
        return heads.filter { known.insert(ColumnNames.path($0.value)).inserted }
    }
}
