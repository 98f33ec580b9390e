internal import Content
internal import Diagnostics
internal import Exchange
internal import YAML

/// The ids by which papers name the rows of a sheet: those that it gives, and for the other rows such as
/// people would guess from the names.
struct SheetIdentifiers {
    private let table: SheetTable
    private let kind: Kind
    /// The field that says what a row is called.
    private let naming: FieldDescription?
    private let familyFirst: Bool
    private var taken: [String: Span] = [:]
    private var namesakes: [(id: String, row: Span, earlier: Span)] = []

    init(of table: SheetTable, as kind: Kind) {
        self.table = table
        self.kind = kind
        naming = kind.namingField
        familyFirst = table.heads.contains { ColumnNames.putsFamilyFirst($0.value) }
    }

    /// The rows, each with its id.
    ///
    /// - Parameter number: That of a row, as programs count it.
    mutating func rows(
        numbered number: (Span) -> Int,
        reporting report: inout Report
    ) -> [SheetTable.Row] {
        for row in table.rows {
            if let id = Self.given(row) { taken[id] = taken[id] ?? row.span }
        }
        let rows = table.rows.map { row in
            Self.given(row) == nil ? row.bearing(made(for: row, number)) : row
        }
        if let warning { report.add(warning) }
        return rows
    }

    /// What the row itself says that it is called by.
    private static func given(_ row: SheetTable.Row) -> String? {
        let typed = row.text(of: .id).filter { !$0.isWhitespace }
        return typed.isEmpty ? nil : typed
    }

    private mutating func made(for row: SheetTable.Row, _ number: (Span) -> Int) -> String {
        guard let id = identifier(madeOf: name(of: row)) else {
            return unlike("\(kind.name)-\(number(row.span))", at: row.span)
        }
        guard let earlier = taken[id] else {
            taken[id] = row.span
            return id
        }
        let other = unlike(id, at: row.span)
        namesakes.append((other, row.span, earlier))
        return other
    }

    /// An id that no row has, with a number behind it where another has it already.
    private mutating func unlike(_ id: String, at row: Span) -> String {
        var (other, number) = (id, 2)
        // A thousand may bear one name: each is told from the one before it.
        if let last = lastNumbers[id] { number = last + 1 }
        while taken[other] != nil {
            other = "\(id)-\(number)"
            number += 1
        }
        lastNumbers[id] = number - 1
        taken[other] = row
        return other
    }

    /// By the ids of several rows, the number that was given last.
    private var lastNumbers: [String: Int] = [:]

    // MARK: What a row is called

    private func name(of row: SheetTable.Row) -> String {
        guard let naming else { return "" }
        let whole = row.text(of: naming.name)
        guard case .personName = naming.type else { return whole }
        let parts = ["given", "particles", "family"].map { row.text(of: $0) }
        if parts.contains(where: \.isSaying) { return parts.joined(separator: " ") }
        guard whole.isSaying else { return row.text(of: "full") }
        let name = PersonName(splitting: whole, isFamilyFirst: familyFirst, at: row.span)
        let spoken = [name.given, name.particles, name.family].filter { !$0.isEmpty }
        return spoken.isEmpty ? whole : spoken.joined(separator: " ")
    }

    private var warning: Diagnostic? {
        namesakes.first.map { first in
            .warning(.namesake(first.id, others: namesakes.count - 1), at: first.row)
                .noting("the earlier row", at: first.earlier)
                .hinting(
                    "take one of the two out, unless they are two people; a column ‘id’ tells them apart for good"
                )
        }
    }
}

extension SheetTable.Row {
    fileprivate func bearing(_ id: String) -> SheetTable.Row {
        let entry = Node.Entry(
            key: .text(KnownField.id.rawValue, at: span),
            value: .text(id, at: span)
        )
        let others = (content.entries ?? []).filter { $0.key.text != KnownField.id.rawValue }
        return holding(.mapping(others + [entry], at: span))
    }
}

extension Kind {
    /// The field by which people know a thing of the kind: what a bare piece of text stands for, or the
    /// first text that it can't do without.
    fileprivate var namingField: FieldDescription? {
        shorthandField
            ?? fields.first { field in
                switch field.type {
                case .text, .line: field.isRequired
                default: false
                }
            }
    }
}

extension Diagnostic.Message {
    fileprivate static func namesake(_ id: String, others: Int) -> Self {
        switch others {
        case 0: "an earlier row bears the same name: papers name this one by ‘\(id)’"
        case 1:
            "an earlier row bears the same name: papers name this one by ‘\(id)’; so it is with one more row"
        default:
            "an earlier row bears the same name: papers name this one by ‘\(id)’; so it is with \(others) more rows"
        }
    }
}
