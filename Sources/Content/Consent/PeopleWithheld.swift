import Diagnostics
import Unicode

/// Who may be named, seen and quoted, and the counts that stand for those who may not.
extension Withholding {
    mutating func mayBeNamed(_ record: Record, at path: @autoclosure () -> String, _ value: Value)
        -> Bool
    {
        guard agreements.refuses(record, .listing) else { return true }
        hide(record)
        note(path(), .refused(.listing, by: called(record)), at: value.span)
        return false
    }

    mutating func mayBeSeen(_ record: Record, at path: @autoclosure () -> String, _ value: Value)
        -> Bool
    {
        let people = record[.people]?.items.compactMap { agreements.record(of: $0) } ?? []
        let matter = Disclosure.Matter.photograph
        if let person = people.first(where: { agreements.refuses($0, matter) }) {
            note(path(), .refused(matter, by: called(person)), at: value.span)
            return false
        }
        guard record[.consent]?.isNo ?? false else { return true }
        note(path(), .closed, at: value.span)
        return false
    }

    mutating func shownQuotation(
        _ record: Record,
        _ kind: Kind,
        at path: @autoclosure () -> String,
        _ value: Value
    ) -> Value? {
        if agreements.isOffRecord {
            note(path(), .offRecord, at: value.span)
            return nil
        }
        var record = record
        if let person = record[.person], let speaker = agreements.record(of: person),
            let reason = reasonNotToName(speaker, as: record)
        {
            if case .refused = reason, !record.isAttributedOtherwise(than: speaker) {
                note(path(), reason, at: value.span)
                return nil
            }
            if agreements.isConfidential { hide(speaker) }
            note(path() + ".person", reason, at: person.span)
            privatePlaces.insert(person.span)
            record.fields.removeAll { $0.is(.person) }
        }
        return shown(record, kind.fields, at: path() + ".").map {
            Value(.record($0), at: value.span)
        }
    }

    /// Why a quotation may not have the name of who said it; nil where it may.
    private func reasonNotToName(_ speaker: Record, as quotation: Record)
        -> Disclosure.Withheld.Reason?
    {
        let matter = Disclosure.Matter.quotation
        if agreements.refuses(speaker, matter) { return .refused(matter, by: called(speaker)) }
        if agreements.isConfidential { return .chathamHouse }
        return quotation[.attributable]?.isNo ?? false ? .closed : nil
    }

    /// How many people were present in each role, in place of who they were.
    mutating func counted(_ value: Value, as role: String, at path: String) -> Value? {
        let people = value.items
        if people.isEmpty { return value }
        hasCounted = true
        var counts: [(role: String, number: Int)] = []
        for item in people {
            let record = agreements.registry.record(of: item)
            let own = record?[.role]?.word ?? role
            let person = record?[.person] ?? item
            if case .reference(let reference) = person.content { counted.insert(reference) }
            if let person = agreements.registry.record(of: person) { hide(person) }
            if let place = counts.firstIndex(where: { $0.role == own }) {
                counts[place].number += 1
            } else {
                counts.append((own, 1))
            }
        }
        // As a sentence would put it: the most first.
        counts.sort { $0.number > $1.number }
        let isOffRecord = ruleHere.map { $0 == "off-record" } ?? agreements.isOffRecord
        let reason = isOffRecord ? Disclosure.Withheld.Reason.offRecord : .chathamHouse
        guard case .list = value.content else {
            note(path, reason, at: value.span)
            return nil
        }
        note(path, reason, at: value.span, counted: people.count)
        return Value(
            .list(counts.map { Self.count($0.role, $0.number, at: value.span) }),
            at: value.span
        )
    }

    private static func count(_ role: String, _ number: Int, at span: Span) -> Value {
        let fields = [
            Record.Field(.role, value: Value(.choice(role), at: span)),
            Record.Field(name: "count", value: Value(.number(Number(Double(number))), at: span)),
        ]
        return Value(.record(Record(kind: "", fields: fields, span: span)), at: span)
    }
}

extension Record {
    /// Whether a quotation says whose words they are without the name: who is not to be quoted by name may
    /// have agreed to that, which nobody knows where nothing is said.
    fileprivate func isAttributedOtherwise(than speaker: Record) -> Bool {
        guard case .text(let source)? = self[.source]?.content else { return false }
        let words = source.editions.map { " \($0.content.folded) " }
        let forms = speaker.personName?.writtenForms ?? []
        return !words.contains { said in forms.contains { said.contains(" \($0) ") } }
    }
}
