internal import Content
package import Diagnostics

/// What stands for a number of a row, in questions and in names of files, where no column is called so.
enum RowNumber: String {
    /// As messages and programs count: with the head of the columns.
    case row
    /// The first row that holds something is 1.
    case index
}

/// A question to a row: `family=KONE`; or which rows are meant, by their numbers: `row=3,4`.
struct RowTest: Sendable {
    let text: String
    /// The field that is asked; what the head of a column means by it, where it was named so.
    let field: String
    private let wanted: String

    /// Nil where the text names no field, or nothing that it should say.
    init?(_ text: String, in names: ColumnNames = ColumnNames([])) {
        guard let sign = text.firstIndex(of: "=") else { return nil }
        let field = names.path(String(text[..<sign])).joined(separator: ".")
        guard !field.isEmpty else { return nil }
        self.text = text
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
            && wanted.split(separator: ",").contains { String($0).asAsked == found }
    }
}

extension Merge {
    /// Why rows can't be chosen so, in a clause; nil where they can.
    package static func objection(toOnly text: String) -> Diagnostic.Message? {
        RowTest(text) == nil
            ? "‘\(text)’ is not a field and what it says, such as family=KONE" : nil
    }
}
