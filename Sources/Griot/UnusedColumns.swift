internal import Diagnostics

extension Report {
    /// The report with one warning of all columns that no field takes, in the place of a mistake for each.
    ///
    /// Whoever keeps a spreadsheet keeps more in it than papers want. What reading finds wrong at the head
    /// of a column is that it is no field; or that another bears the name already, which stays a mistake.
    func gathering(unusedColumnsOf table: MergeTable) -> Report {
        var rest = Report()
        var unused: [Located<String>] = []
        var known: Set<Span> = []
        var hints: [Diagnostic.Message] = []
        let heads = Dictionary(table.soleHeads.map { ($0.span, $0) }) { first, _ in first }
        for diagnostic in diagnostics {
            guard diagnostic.severity == .error, let span = diagnostic.span, let head = heads[span]
            else {
                rest.add(diagnostic)
                continue
            }
            guard known.insert(span).inserted else { continue }
            unused.append(head)
            let meant = diagnostic.hints.first { "\($0)".hasPrefix("did you mean") }
            if let meant { hints.append("‘\(shortened(head.value))’: \(meant)") }
        }
        guard let first = unused.first else { return rest }
        var warning = Diagnostic.warning(.notUsed(unused), at: first.span)
        for hint in hints.prefix(Diagnostic.Message.columnsNamed) {
            warning = warning.hinting(hint)
        }
        rest.add(warning)
        return rest
    }
}

extension Diagnostic.Message {
    /// A sheet of thousands of columns is some other file.
    static let columnsNamed = 40

    fileprivate static func notUsed(_ columns: [Located<String>]) -> Self {
        let names = columns.prefix(columnsNamed).map { "‘\(shortened($0.value))’" }.joined(
            separator: ", "
        )
        let others = columns.count - columnsNamed
        return others > 0 ? "not used: \(names) and \(others) others" : "not used: \(names)"
    }
}

extension MergeTable {
    /// The heads that stand for a field which no other stands for.
    fileprivate var soleHeads: [Located<String>] {
        var known: Set<[String]> = []
        return heads.filter { known.insert(names.path($0.value)).inserted }
    }
}
