package import Diagnostics

/// Shared records in which something is wrong: those of them that a paper has to do with keep it from
/// being made, and no others.
package struct MistakenRecords: Sendable {
    private struct Entry {
        let record: DescribedRecord
        var mistakes: [Diagnostic]
    }

    private let registry: Registry
    private let choosings: [Choosing]
    private var entries: [Entry] = []

    /// - Parameter report: What was found wrong while the paper was read.
    package init(of brief: Brief, in report: Report) {
        registry = brief.registry
        choosings = brief.choosings
        guard report.hasErrors, !brief.described.isEmpty else { return }
        let records = brief.described.sorted { $0.place.isBefore($1.place) }
        let places = records.map(\.place)
        var found: [Int: Entry] = [:]
        for mistake in report.diagnostics where mistake.severity == .error {
            guard let span = mistake.span, let index = places.indexOfLast(beginningBefore: span),
                places[index].encloses(span)
            else { continue }
            found[index, default: Entry(record: records[index], mistakes: [])].mistakes
                .append(mistake)
        }
        entries = found.sorted { $0.key < $1.key }.map(\.value)
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// What is wrong in those that values of the paper have nothing to do with.
    package func mistakes(farFrom values: [Value]) -> [Diagnostic] {
        guard !isEmpty else { return [] }
        let reach = Reach(of: values, in: registry)
        return entries.filter { !concerns($0.record, reach) }.flatMap(\.mistakes)
    }

    /// Whether any of them is named by a value of the paper, or may be meant by it.
    package func areNamed(by value: Value) -> Bool {
        guard !isEmpty else { return false }
        let reach = Reach(of: [value], in: registry)
        return entries.contains { isNamed($0.record, in: reach) }
    }

    private func concerns(_ described: DescribedRecord, _ reach: Reach) -> Bool {
        isNamed(described, in: reach) || isHeldToConsentUnknown(described)
            || choosings.contains { $0.mayMiss(described, readAs: record(described)) }
    }

    private func isNamed(_ described: DescribedRecord, in reach: Reach) -> Bool {
        if let id = described.id,
            reach.references.contains(Reference(kind: described.kind, id: id))
        {
            return true
        }
        return registry.all[described.registered].contains { record in
            if let id = record.id, reach.references.contains(Reference(kind: record.kind, id: id)) {
                return true
            }
            // Whoever is written by name has agreed to what the person of that name has.
            return !reach.names.isDisjoint(with: record.personName?.writtenForms ?? [])
        }
    }

    /// Whether it says what somebody agreed to, and nobody can tell who that is: any paper may name them.
    private func isHeldToConsentUnknown(_ described: DescribedRecord) -> Bool {
        described.speaks(of: KnownField.consent.rawValue)
            && record(described)?.personName?.writtenForms.isEmpty ?? true
    }

    /// What was read of it; nil where nobody can refer to that.
    private func record(_ described: DescribedRecord) -> Record? {
        registry.all[described.registered].last { $0.span == described.place }
    }
}

extension Brief {
    /// Takes the mistakes out of a report that lie in shared records with which the paper has nothing to do.
    package mutating func putAside(mistakesElsewhereIn report: inout Report) {
        let mistaken = MistakenRecords(of: self, in: report)
        let elsewhere = Set(mistaken.mistakes(farFrom: record.fields.map(\.value)))
        guard !elsewhere.isEmpty else { return }
        var rest = Report()
        for diagnostic in report.diagnostics {
            if elsewhere.contains(diagnostic) {
                mistakesElsewhere.append(diagnostic)
            } else {
                rest.add(diagnostic)
            }
        }
        report = rest
    }
}

extension Span {
    fileprivate func isBefore(_ other: Span) -> Bool {
        (source.index, start) < (other.source.index, other.start)
    }
}

extension [Span] {
    /// Of places in order, the number of the last that does not begin behind another.
    fileprivate func indexOfLast(beginningBefore span: Span) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if span.isBefore(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low > 0 ? low - 1 : nil
    }
}
