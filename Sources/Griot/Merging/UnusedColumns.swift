internal import Diagnostics

extension Report {
    /// The report with one diagnostic of all columns of which nothing is printed: a warning in the place of
    /// a mistake for each that no field takes; and a remark where the layout has no place for their fields, or
    /// the sheet is one that papers share and nothing in it is like a field.
    ///
    /// Whoever keeps a spreadsheet keeps more in it than papers want. What reading finds wrong at the head
    /// of a column is that it is no field; or that another bears the name already, which stays a mistake.
    func gathering(
        unusedColumnsOf table: SheetTable,
        unplaced: [Located<String>],
        by layout: String
    ) -> Report {
        var rest = Report()
        var strange: [Located<String>] = []
        var known: Set<Span> = []
        var hints: [Diagnostic.Message] = []
        let heads = Dictionary(table.soleHeads.map { ($0.span, $0) }) { first, _ in first }
        for diagnostic in diagnostics {
            guard diagnostic.severity == .error, let span = diagnostic.span, let head = heads[span]
            else {
                rest.add(diagnostic)
                continue
            }
            guard known.insert(span).inserted, !ColumnNames.isNumber(head.value) else { continue }
            // What somebody refused would be printed.
            guard !ColumnNames.speaksOfConsent(head.value) else {
                rest.add(unclearConsent(head))
                continue
            }
            strange.append(head)
            let meant = diagnostic.hints.first { $0.topic == .suggestion }
            if let meant {
                hints.append("‘\(shortened(head.value))’: \(meant)")
            } else if let near = ColumnNames.nearest(to: head.value) {
                hints.append("‘\(shortened(head.value))’: did you mean ‘\(near)’?")
            }
        }
        let unplaced = unplaced.filter { !known.contains($0.span) }
        guard let first = strange.first ?? unplaced.first else { return rest }
        let message: Diagnostic.Message =
            strange.isEmpty
            ? .notPrinted(unplaced, by: layout)
            : unplaced.isEmpty ? .notUsed(strange) : .notUsed(strange, unplaced, by: layout)
        // What papers share is read for each of them, and each time the desk’s own columns are no news.
        let isNews = table.purpose.isMerge ? !strange.isEmpty : !hints.isEmpty
        var told: Diagnostic =
            isNews ? .warning(message, at: first.span) : .remark(message, at: first.span)
        for hint in hints.prefix(Diagnostic.Message.columnsNamed) { told = told.hinting(hint) }
        rest.add(told)
        return rest
    }
}

/// A column that may hold refusals, which nobody can read.
private func unclearConsent(_ head: Located<String>) -> Diagnostic {
    .error(.unclearConsent(head.value).about(.consent), at: head.span)
        .hinting(
            "call it ‘consent photo’, ‘consent contact’, ‘consent quote’ or ‘consent list’, with yes or no in each row"
        )
        .hinting("where it says something else, call it otherwise")
}

extension Diagnostic.Message {
    /// A sheet of thousands of columns is some other file.
    static let columnsNamed = 40

    fileprivate static func unclearConsent(_ head: String) -> Self {
        "the column ‘\(shortened(head))’ seems to say what people agreed to, and not to what"
    }

    fileprivate static func notUsed(_ columns: [Located<String>]) -> Self {
        "not used: \(named(columns))"
    }

    fileprivate static func notUsed(
        _ columns: [Located<String>],
        _ unplaced: [Located<String>],
        by layout: String
    ) -> Self {
        "not used: \(named(columns)); and ‘\(layout)’ has no place for \(named(unplaced))"
    }

    fileprivate static func notPrinted(_ columns: [Located<String>], by layout: String) -> Self {
        "‘\(layout)’ has no place for \(named(columns))"
    }

    private static func named(_ columns: [Located<String>]) -> Self {
        quoted(columns.map { shortened($0.value) }, atMost: columnsNamed)
    }
}

extension SheetTable {
    /// The heads that stand for a field which no other stands for.
    fileprivate var soleHeads: [Located<String>] {
        var known: Set<[String]> = []
        return heads.filter { known.insert(names.path($0.value)).inserted }
    }
}
