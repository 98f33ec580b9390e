internal import Content
internal import Diagnostics
internal import Flow

extension MergeShift {
    /// Which records are made, and the names of their files.
    mutating func plan() -> MergePlan {
        guard let composition else { return MergePlan() }
        guard !isBrokenForAll else { return MergePlan(failed: rows.count) }
        if let objection = merge.only.flatMap({ Merge.objection(toOnly: $0) }) {
            report.add(.error("\(objection)", at: nil))
            return MergePlan()
        }
        let numbers = numbers(of: composition.records)
        let broken = brokenRows
        var plan = MergePlan()
        count(broken, andWhatIsNotAmong: Set(numbers.values), in: &plan)
        let wanted = merge.only.flatMap { RowTest($0) }
        var names = FileNames(pattern: merge.output)
        var unused = names.fields
        for (index, record) in composition.records.enumerated() {
            guard let record, let row = numbers[index] else { continue }
            func words(_ path: String) -> String {
                path == "index" || path == "row"
                    ? "\(row + 1)" : composition.words(at: path, of: record)
            }
            // A name stays a row's own whichever others are made.
            let file = merge.isApart ? names.next(words) : merge.output
            if broken.contains(row) { continue }
            if !unused.isEmpty { unused = unused.filter { words($0).isEmpty } }
            if let wanted, !wanted.holds(words) {
                plan.skipped += 1
            } else {
                plan.rows.append(MergePlan.Row(record: index, number: row + 1, file: file))
            }
        }
        if let wanted { refuse(wanted, whereNoRowHasItIn: &plan) }
        for field in names.fields where merge.isApart && unused.contains(field) {
            refuse(emptyField: field, in: &plan)
        }
        return plan
    }

    /// Counts rows of which nothing is made: there are mistakes in them, or they name people who may not
    /// be named.
    private func count(
        _ broken: Set<Int>,
        andWhatIsNotAmong made: Set<Int>,
        in plan: inout MergePlan
    ) {
        let secret = Set(withheld.compactMap { row(holding: $0) })
        for row in rows.indices {
            if broken.contains(row) || !made.contains(row) && !secret.contains(row) {
                plan.failed += 1
            } else if !made.contains(row) {
                plan.withheld += 1
            }
        }
    }

    /// Makes nothing where no row is what was asked for.
    private mutating func refuse(_ wanted: RowTest, whereNoRowHasItIn plan: inout MergePlan) {
        let isKnown = columns.contains(wanted.field)
        guard plan.rows.isEmpty || wanted.asksForNothing && !isKnown else { return }
        plan.rows = []
        report.add(
            .error(.noSuchRow(wanted.text), at: nil)
                .hinting(isKnown ? nil : Suggestion.didYouMean(wanted.field, among: columns))
                .hinting(.rowsHave(columns))
        )
    }

    /// Makes nothing where files would be named by what no row has.
    private mutating func refuse(emptyField field: String, in plan: inout MergePlan) {
        report.add(
            .error(.emptyInAll(field), at: nil)
                .hinting(Suggestion.didYouMean(field, among: columns))
                .hinting(.rowsHave(columns))
        )
        plan.failed += plan.rows.count
        plan.rows = []
    }

    /// The row of each record.
    private func numbers(of records: [Value?]) -> [Int: Int] {
        var numbers: [Int: Int] = [:]
        var row = 0
        for (index, record) in records.enumerated() {
            guard let span = record?.span else { continue }
            while row < rows.count, rows[row].end <= span.start { row += 1 }
            if row < rows.count { numbers[index] = row }
        }
        return numbers
    }

    /// Whether reading found a mistake in what all rows share: no paper would be right.
    private var isBrokenForAll: Bool {
        guard let data = rows.first?.source else { return false }
        return report.diagnostics.contains { diagnostic in
            diagnostic.severity == .error && diagnostic.span.map { $0.source != data } == true
        }
    }

    /// Rows in which reading found a mistake.
    private var brokenRows: Set<Int> {
        Set(
            report.diagnostics.filter { $0.severity == .error }
                .compactMap { $0.span.flatMap { row(holding: $0) } }
        )
    }
}

extension Diagnostic.Message {
    static func emptyInAll(_ field: String) -> Self {
        "no row has anything for ‘{\(field)}’ in the names of the files"
    }

    static func noSuchRow(_ test: String) -> Self { "no row has ‘\(test)’" }
}

extension Diagnostic.Message {
    fileprivate static func rowsHave(_ columns: [String]) -> Self {
        let names = columns.prefix(columnsNamed).map { shortened($0) }.joined(separator: ", ")
        return columns.count > columnsNamed ? "the rows have \(names) …" : "the rows have \(names)"
    }
}
