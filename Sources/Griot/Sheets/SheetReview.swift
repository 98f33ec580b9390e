internal import Content
internal import Diagnostics
internal import YAML

extension SheetTable {
    /// Why its rows can't be read as a whole, where the headings are wanting or stand over other cells.
    ///
    /// Each of the rows would else be told to mend a cell in which nothing is wrong.
    func objection(for field: String, of kind: Kind, among kinds: KindLibrary) -> Diagnostic? {
        kind.fields.first { $0.name == field }
            .flatMap { objection(toRowsAs: $0.type, among: kinds) }
    }

    /// The same, where each row is to be read as a type.
    func objection(toRowsAs type: FieldType, among kinds: KindLibrary) -> Diagnostic? {
        guard !heads.isEmpty else { return nil }
        // Those of the thing that is made of a row, and of whom it names.
        let known = type.fieldNames(among: kinds, deep: 3)
        return headlessness(known: known) ?? namelessness(known: known) ?? shift
    }

    // MARK: No headings

    private func headlessness(known: Set<String>) -> Diagnostic? {
        guard !known.isEmpty else { return nil }
        if let datum = heads.first(where: { Self.isDatum($0.value) }) {
            return .error(.noHeading(datum.value), at: datum.span)
                .hinting(exampleOfHeadings(known: known))
        }
        guard !heads.contains(where: { known.contains(names.path($0.value)[0]) }) else {
            return nil
        }
        return .error(.noFieldAmong(heads), at: heads[0].span)
            .hinting(suggestion(among: known.sorted()) ?? exampleOfHeadings(known: known))
    }

    /// People’s rows of which no column says what they are called.
    private func namelessness(known: Set<String>) -> Diagnostic? {
        let naming = ["name", "given", "family", "person", "id"]
        guard known.contains("given"),
            !heads.contains(where: { naming.contains(names.path($0.value)[0]) })
        else { return nil }
        let near = heads.prefix(Self.headsNamed).compactMap { head -> Diagnostic.Message? in
            guard let word = ColumnNames.nearest(to: head.value),
                naming.contains(ColumnNames.path(word)[0])
            else { return nil }
            return "‘\(shortened(head.value))’ → ‘\(word)’"
        }
        return .error("no column says what people are called", at: heads[0].span)
            .hinting(near.isEmpty ? nil : "did you mean: \(near)?")
            .hinting("call a column ‘Full name’, or two of them ‘First name’ and ‘Last name’")
    }

    private func exampleOfHeadings(known: Set<String>) -> Diagnostic.Message {
        known.contains("given")
            ? "put a row above it that says what each column holds: given, family, email …"
            : "put a row above it that says what each column holds: name, country …"
    }

    /// What those headings may mean that the message names; nil where nothing is like them.
    private func suggestion(among known: [String]) -> Diagnostic.Message? {
        let near: [Diagnostic.Message] = heads.prefix(Self.headsNamed).compactMap { head in
            Suggestion.nearest(to: names.path(head.value)[0], among: known)
                .map { "‘\(shortened(head.value))’ → ‘\($0)’" }
        }
        return near.isEmpty ? nil : "did you mean: \(near)?"
    }

    fileprivate static let headsNamed = 4

    /// An address or a number, which nobody calls a column by.
    private static func isDatum(_ head: String) -> Bool {
        if isEmail(head) { return true }
        let digits = head.count { $0.isASCII && $0.isNumber }
        return digits >= 7 && digits * 2 >= head.count
    }

    private static func isEmail(_ text: String) -> Bool {
        guard let at = text.firstIndex(of: "@"), at != text.startIndex else { return false }
        return text[at...].contains(".") && !text.contains(" ")
    }

    // MARK: Headings over other cells

    /// The addresses for e-mail, which cannot be taken for anything else, stand under another heading.
    private var shift: Diagnostic? {
        guard
            let meant = heads.first(where: { names.path($0.value) == [KnownField.email.rawValue] })
        else {
            return nil
        }
        var found: [Span: Int] = [:]
        var strangers = 0
        for row in rows.prefix(Self.rowsLookedAt) {
            for entry in (row.content.entries ?? []).flatMap(Self.leaves) {
                guard let text = entry.value.text else { continue }
                let isMeant = entry.key.span == meant.span
                if Self.isEmail(text) {
                    // A row that is as it should be is no row of a shifted sheet.
                    if isMeant { return nil }
                    found[entry.key.span, default: 0] += 1
                } else if isMeant {
                    strangers += 1
                }
            }
        }
        let least = max(1, min(rows.count, Self.rowsLookedAt) / 2)
        guard strangers >= least,
            let actual = heads.first(where: { found[$0.span, default: 0] >= least })
        else { return nil }
        return .error(.shifted(actual.value, meant.value), at: actual.span)
            .noting("they should stand under this one", at: meant.span)
            .hinting("put each heading over its own cells: one is left out, or one too many")
    }

    private static let rowsLookedAt = 50

    private static func leaves(of entry: Node.Entry) -> [Node.Entry] {
        entry.value.entries.map { $0.flatMap(leaves) } ?? [entry]
    }
}

extension Report {
    /// The report with one error for each row that has too few cells and in which nothing stands where it
    /// should, in the place of one for each of its cells.
    func gathering(shortRowsOf table: SheetTable) -> Report {
        let short = table.rows.filter { $0.lacking > 0 }
        guard !short.isEmpty else { return self }
        var rest = Report()
        var told: Set<Span> = []
        let (row, count) = rowsAndMistakes(of: short)
        for diagnostic in diagnostics {
            guard let place = diagnostic.span.flatMap({ row[$0] }),
                count[place.span, default: 0] > 1
            else {
                rest.add(diagnostic)
                continue
            }
            guard told.insert(place.span).inserted else { continue }
            let cells = table.heads.count - place.lacking
            rest.add(
                .error(.shortRow(cells, table.heads.count), at: place.span)
                    .hinting(
                        "leave an empty cell where nothing is known, that the others keep their places"
                    )
            )
        }
        return rest
    }

    /// The report with mends that speak of cells where nothing stands in a row of what is required: nobody
    /// writes `name:` into a sheet.
    func mendedInCells(of table: SheetTable) -> Report {
        guard !table.heads.isEmpty else { return self }
        let rows = Set(table.rows.map(\.span))
        var rest = Report()
        for diagnostic in diagnostics {
            if let span = diagnostic.span, table.brokenCells.contains(span),
                diagnostic.message.topic != .brokenCell
            {
                continue
            }
            guard diagnostic.severity == .error, let span = diagnostic.span, rows.contains(span)
            else {
                rest.add(diagnostic)
                continue
            }
            switch diagnostic.message.topic {
            case .absence:
                rest.add(
                    .error(diagnostic.message, at: span)
                        .hinting("fill in the cell that says so, or delete the row")
                )
            case .nameless:
                rest.add(
                    .error("this row names nobody", at: span)
                        .hinting("fill in the name, or delete the row")
                )
            default: rest.add(diagnostic)
            }
        }
        return rest
    }

    /// By the place of a mistake, the row it lies in; and how many each row has.
    private func rowsAndMistakes(of rows: [SheetTable.Row]) -> ([Span: SheetTable.Row], [Span: Int])
    {
        var found: [Span: SheetTable.Row] = [:]
        var count: [Span: Int] = [:]
        let places = rows.map(\.span)
        for case let span? in diagnostics.lazy.filter({ $0.severity == .error }).map(\.span) {
            guard let row = places.row(holding: span).map({ rows[$0] }) else { continue }
            found[span] = row
            count[row.span, default: 0] += 1
        }
        return (found, count)
    }
}

extension [Span] {
    /// The number of the row in which something begins.
    ///
    /// Rows stand in the order in which they were written, so half of them at a time is passed over.
    func row(holding span: Span) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].end < span.start { low = middle + 1 } else { high = middle }
        }
        guard low < count, self[low].source == span.source, self[low].start <= span.start else {
            return nil
        }
        return low
    }
}

extension Diagnostic.Message {
    private static func counted(cells: Int) -> Self { cells == 1 ? "1 cell" : "\(cells) cells" }

    private static func counted(headings: Int) -> Self {
        headings == 1 ? "1 heading" : "\(headings) headings"
    }

    static func shortRow(_ cells: Int, _ heads: Int) -> Self {
        "this row has \(counted(cells: cells)), and the first \(counted(headings: heads)): its cells stand under the wrong ones"
    }

    static func noHeading(_ text: String) -> Self {
        "the first row is to hold headings, and ‘\(shortened(text))’ is none"
    }

    static func noFieldAmong(_ heads: [Located<String>]) -> Self {
        let names = quoted(heads.map { shortened($0.value) }, first: SheetTable.headsNamed)
        return "none of these headings is known: \(names)"
    }

    static func shifted(_ actual: String, _ meant: String) -> Self {
        "the e-mail addresses stand under ‘\(shortened(actual))’ and not under ‘\(meant)’: the headings are shifted against the cells"
    }
}
