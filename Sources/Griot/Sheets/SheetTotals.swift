internal import Diagnostics
internal import Exchange
internal import Unicode

extension Spreadsheet.Row {
    /// Whether it counts the others, and names nobody: `TOTAL`, with figures at most beside it, be it
    /// “60 participants”.
    var isTotal: Bool {
        // Most rows have letters beside their first cell, and are asked no more.
        guard let first = cells.first?.text.value, first.utf8.count <= 200,
            cells.dropFirst().allSatisfy({ $0.text.value.isCount })
        else { return false }
        let words = first.withoutMarks.split { !$0.isLetter }
        guard let place = words.firstIndex(where: { Self.sums.contains(String($0)) }) else {
            return false
        }
        return place == 0 || place == 1 && Self.adjectives.contains(String(words[0]))
    }

    private static let sums: Set = ["total", "totals", "totaux", "subtotal", "totais"]
    private static let adjectives: Set = ["sous", "sub", "grand", "nombre", "effectif"]
}

extension String {
    /// Whether it holds no letters, or begins with a figure and has a word or two behind.
    fileprivate var isCount: Bool {
        guard contains(where: \.isLetter) else { return true }
        return first?.isNumber == true && utf8.count <= 40
            && split(whereSeparator: \.isWhitespace).dropFirst().allSatisfy {
                $0.allSatisfy(\.isLetter)
            }
    }
}

extension Diagnostic.Message {
    static let totalPassedOver: Self = "a row that sums up the others is passed over"
}
