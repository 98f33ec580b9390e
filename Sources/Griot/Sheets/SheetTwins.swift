internal import Content
internal import Diagnostics
internal import Unicode
internal import YAML

extension SheetTable {
    /// That rows name somebody whom an earlier row names: of each a paper would be made.
    ///
    /// Two people may bear one name; they then differ in what each of their rows says of both.
    var twins: Diagnostic? {
        var known: [String: [Row]] = [:]
        var found: [(later: Row, earlier: Row)] = []
        for row in rowsThatMayBeTwins {
            let name = Self.name(of: row)
            guard !name.isEmpty else { continue }
            if let earlier = known[name]?.first(where: { Self.mayBeOne($0, row) }) {
                found.append((row, earlier))
            } else {
                known[name, default: []].append(row)
            }
        }
        guard let first = found.first else { return nil }
        return .warning(.secondRow(others: found.count - 1), at: first.later.span)
            .noting("the earlier row", at: first.earlier.span)
            .hinting("take one of the two out, unless they are two people")
    }

    /// Where each row gives an address for e-mail, those that share theirs: to read all names costs more.
    private var rowsThatMayBeTwins: [Row] {
        let addresses = rows.map { $0.text(of: .email) }
        guard !addresses.contains("") else { return rows }
        let count = addresses.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        return zip(rows, addresses).filter { count[$1, default: 0] > 1 }.map(\.0)
    }

    private static func name(of row: Row) -> String {
        let typed =
            row.content.text
            ?? ["given", "particles", "family", "name", "full"].map { row.text(of: $0) }
            .joined(separator: " ")
        return typed.withoutMarks.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What two people of one name differ in.
    private static let telling: [KnownField] = [
        .email, .phone, .cell, .organisation, .role, .registration, .line,
    ]

    /// Whether nothing that both say differs.
    private static func mayBeOne(_ a: Row, _ b: Row) -> Bool {
        Self.telling.allSatisfy {
            let (one, other) = (a.text(of: $0), b.text(of: $0))
            return one.isEmpty || other.isEmpty || one == other
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func secondRow(others: Int) -> Self {
        switch others {
        case 0: "this row names somebody whom an earlier row names"
        case 1: "this row and another name people whom earlier rows name"
        default: "this row and \(others) others name people whom earlier rows name"
        }
    }
}
