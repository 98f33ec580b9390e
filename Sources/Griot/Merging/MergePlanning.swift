internal import Content
internal import Diagnostics
internal import Flow

extension MergeShift {
    /// Which records are made, and the names of their files.
    mutating func plan() -> MergePlan {
        guard let composition = original?.composition else { return MergePlan() }
        guard !isBrokenForAll else { return MergePlan(failures: Set(rows.indices)) }
        if let objection = merge.only.flatMap({ Merge.objection(toOnly: $0) }) {
            report.add(.error(objection, at: nil))
            return MergePlan()
        }
        let numbers = numbers(of: composition.records)
        var plan = MergePlan()
        let wanted = merge.only.flatMap { RowTest($0, in: names) }
        let chosen = wanted.map { rows(that: $0, numbers, composition) } ?? Set(rows.indices)
        keepOnly(chosen)
        tellWithheld(in: chosen)
        plan.skipped = rows.count - chosen.count
        let broken = brokenRows
        count(broken, andWhatIsNotAmong: Set(numbers.values), in: chosen, &plan)
        var files = FileNames(pattern: merge.output)
        var unused = files.fields
        for (index, record) in composition.records.enumerated() {
            guard let record, let row = numbers[index] else { continue }
            func words(_ path: String) -> String {
                if let number = numberAsked(by: path, of: row) { return number }
                let typed = composition.words(at: path, of: record)
                // A head of a column is known by what it is called as well.
                let field = names.path(path).joined(separator: ".")
                return typed.isEmpty && field != path
                    ? composition.words(at: field, of: record) : typed
            }
            // A name stays a row's own whichever others are made.
            let file = merge.isApart ? files.next(words) : merge.output
            if broken.contains(row) { continue }
            if !unused.isEmpty { unused = unused.filter { words($0).isEmpty } }
            guard chosen.contains(row) else { continue }
            plan.rows.append(MergePlan.Row(record: index, place: row, file: file))
        }
        if let wanted, chosen.isEmpty || wanted.asksForNothing { refuse(wanted, in: &plan) }
        for field in files.fields
        where merge.isApart && unused.contains(field) && !plan.rows.isEmpty {
            refuse(emptyField: field, in: &plan)
        }
        return plan
    }

    /// The rows in which something stands, as it was typed or as papers print it.
    private func rows(
        that wanted: RowTest,
        _ numbers: [Int: Int],
        _ composition: Composition
    ) -> Set<Int> {
        var chosen = asked
        for (index, record) in composition.records.enumerated() {
            guard let record, let row = numbers[index] else { continue }
            let isMeant = wanted.holds { field in
                numberAsked(by: field, of: row) ?? composition.words(at: field, of: record)
            }
            if isMeant {
                chosen.insert(row)
            } else if wanted.asksForNothing {
                // What no column gives may be a part of what another does.
                chosen.remove(row)
            }
        }
        return chosen
    }

    /// Leaves out what is to be said of rows that nobody has asked for.
    private mutating func keepOnly(_ chosen: Set<Int>) {
        guard chosen.count < rows.count else { return }
        var rest = Report()
        for diagnostic in report.diagnostics {
            guard let row = diagnostic.span.flatMap(row(holding:)), !chosen.contains(row) else {
                rest.add(diagnostic)
                continue
            }
        }
        report = rest
    }

    /// Counts rows of which nothing is made: there are mistakes in them, or they name people who may not
    /// be named.
    private func count(
        _ broken: Set<Int>,
        andWhatIsNotAmong made: Set<Int>,
        in chosen: Set<Int>,
        _ plan: inout MergePlan
    ) {
        let secret = Set(withheld.compactMap { row(holding: $0) })
        for row in chosen {
            if broken.contains(row) || !made.contains(row) && !secret.contains(row) {
                plan.failures.insert(row)
            } else if !made.contains(row) {
                plan.withheld += 1
            }
        }
    }

    /// Makes nothing where no row is what was asked for.
    private mutating func refuse(_ wanted: RowTest, in plan: inout MergePlan) {
        let isKnown = columns.contains(wanted.field) || RowNumber(rawValue: wanted.field) != nil
        guard plan.rows.isEmpty && plan.failures.isEmpty && plan.withheld == 0 || !isKnown else {
            return
        }
        plan.rows = []
        if wanted.isForNumbers, let first = rows.indices.first, let last = rows.indices.last {
            let ends = (number(ofRow: first), number(ofRow: last))
            return report.add(
                .error(.noSuchRow(wanted.text), at: nil)
                    .hinting("the rows have the numbers \(ends.0) to \(ends.1)")
            )
        }
        guard isKnown else {
            return report.add(
                .error(.noSuchColumn(wanted.head), at: nil)
                    .hinting(Suggestion.didYouMean(wanted.field, among: columns))
                    .hinting(.rowsHave(heads.isEmpty ? columns : heads))
            )
        }
        report.add(.error(.noSuchRow(wanted.text), at: nil).hinting(meant(by: wanted)))
    }

    /// What the rows say there that is nearest to what was asked for, or the first of it.
    private func meant(by wanted: RowTest) -> Diagnostic.Message? {
        guard !said.isEmpty else { return nil }
        let near = Suggestion.nearest(to: wanted.wanted, among: said.map(\.asAsked))
        if let near, let word = said.first(where: { $0.asAsked == near }) {
            return Suggestion.didYouMean("\(wanted.head)=\(word)")
        }
        return "there are: \(Diagnostic.Message.quoted(said, first: 6))"
    }

    /// Makes nothing where files would be named by what no row has.
    private mutating func refuse(emptyField field: String, in plan: inout MergePlan) {
        report.add(
            .error(.emptyInAll(field), at: nil)
                .hinting(Suggestion.didYouMean(field, among: columns))
                .hinting(.rowsHave(columns))
        )
        plan.failures.formUnion(plan.rows.map(\.place))
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
            diagnostic.severity == .error && !mistakesOfSome.contains(diagnostic)
                && (diagnostic.message.topic == .consent
                    || diagnostic.span.map { $0.source != data } == true)
        }
    }

    /// Rows in which reading found a mistake, or in something that they name.
    private var brokenRows: Set<Int> {
        rowsWithMistakenThings.union(
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

    fileprivate static func noSuchColumn(_ head: String) -> Self {
        "there is no column ‘\(shortened(head))’"
    }
}

extension Diagnostic.Message {
    fileprivate static func rowsHave(_ columns: [String]) -> Self {
        "the rows have \(quoted(columns.map { shortened($0) }, first: columnsNamed))"
    }
}
