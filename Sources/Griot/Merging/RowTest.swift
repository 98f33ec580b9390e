internal import Content
package import Diagnostics

/// What stands for a number of a row, in questions and in names of files, where no column is called so.
enum RowNumber: String {
    /// As messages and programs count: with the head of the columns.
    case row
    /// The first row that holds something is 1.
    case index
}

/// A question to a row: `family=KONE`; or which rows are meant, by their numbers: `row=3,4`, `row=3-8`.
struct RowTest: Sendable {
    let text: String
    /// What was typed for the field.
    let head: String
    /// The field that is asked; what the head of a column means by it, where it was named so.
    let field: String
    let wanted: String

    /// Nil where the text names no field, or nothing that it should say.
    init?(_ text: String, in names: ColumnNames = ColumnNames([])) {
        guard let sign = text.firstIndex(of: "=") else { return nil }
        let field = names.path(String(text[..<sign])).joined(separator: ".")
        guard !field.isEmpty else { return nil }
        self.text = text
        head = String(text[..<sign])
        self.field = field
        wanted = String(text[text.index(after: sign)...]).asAsked
    }

    /// Whether it asks for nothing but numbers.
    var isForNumbers: Bool { field == RowNumber.row.rawValue }

    /// Whether it is for rows that have nothing there, as all have where there is no such field.
    var asksForNothing: Bool { wanted.isEmpty }

    func holds(_ words: (String) -> String) -> Bool {
        let found = words(field).asAsked
        if found == wanted { return true }
        return isForNumbers
            && wanted.split(separator: ",").contains { Self.covers(String($0).asAsked, found) }
    }

    /// Whether a number, or two with a hyphen between them, mean one.
    private static func covers(_ asked: String, _ number: String) -> Bool {
        if asked == number { return true }
        let ends = asked.split { "-–".contains($0) }.compactMap { Int($0.filter { $0 != " " }) }
        guard ends.count == 2, ends[0] <= ends[1], let number = Int(number) else { return false }
        return (ends[0]...ends[1]).contains(number)
    }
}

extension Merge {
    /// Why rows can't be chosen so, in a clause; nil where they can.
    package static func objection(toOnly text: String) -> Diagnostic.Message? {
        RowTest(text) == nil
            ? "‘\(text)’ is not a field and what it says, such as family=KONE" : nil
    }

    /// Why the papers of a merge can't be in what was asked for, in a clause; nil where they may.
    package static func objection(toLanguage text: String) -> Diagnostic.Message? {
        let tags = text.split { ",;+ ".contains($0) }
        guard tags.count > 1 else { return nil }
        return
            "the papers of a merge are in one language: run it once for each, the first time with ‘--lang \(String(tags[0]))’"
    }
}
