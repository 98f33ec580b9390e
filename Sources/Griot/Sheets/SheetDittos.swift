internal import Content
internal import Diagnostics
internal import Exchange
internal import Unicode

/// Cells that stand for the one above them, “idem”, and cells that say that there is nothing to say, “N/A”.
///
/// A page would print either as the name of an organisation. What people are called and what they agreed to
/// is left as it stands: of a name nobody knows, and a dash for consent is no answer.
struct SheetDittos {
    private enum Column {
        /// What stands in it is left as it is.
        case left
        /// Two letters in it are a country’s: NA is Namibia.
        case countries
        case other
    }

    private static let mostPlain = 2_000

    private let columns: [Column]
    /// What each column said last.
    private var above: [Int: String] = [:]
    /// Texts that were found to say what they say: functions and houses come again and again.
    private var plain: Set<String> = []
    private var repeated: [Located<String>] = []
    private var empty: [Located<String>] = []

    /// - Parameter paths: What each column holds.
    init(holding paths: [[String]]) {
        let left = Set(
            PersonName.partKeys + KnownField.names([.name, .id, .consent, .title, .label])
        )
        columns = paths.map { path in
            left.contains(path[0])
                ? .left : path.last == KnownField.country.rawValue ? .countries : .other
        }
    }

    /// The cells of a row as they are meant.
    mutating func understood(_ cells: [Spreadsheet.Cell]) -> [Spreadsheet.Cell] {
        cells.compactMap { cell in
            let text = cell.text.value
            if columns[cell.column] == .left { return cell }
            // Nothing with a figure in it says anything else.
            if plain.contains(text) || text.utf8.contains(where: { 0x30...0x39 ~= $0 }) {
                above[cell.column] = text
                return cell
            }
            let isCode = columns[cell.column] == .countries && text.utf8.count == 2
            if !isCode, Self.saysNothing(text) {
                empty.append(cell.text)
                return nil
            }
            guard Self.isDitto(text) else {
                if plain.count < Self.mostPlain, !isCode { plain.insert(text) }
                above[cell.column] = text
                return cell
            }
            guard let said = above[cell.column] else { return cell }
            repeated.append(cell.text)
            return Spreadsheet.Cell(column: cell.column, text: Located(said, at: cell.text.span))
        }
    }

    /// What was understood otherwise than it is typed.
    var remarks: [Diagnostic] {
        let repeated = self.repeated.first.map { first in
            Diagnostic.remark(.repeats(first.value, self.repeated.count), at: first.span)
        }
        let empty = self.empty.first.map { first in
            Diagnostic.remark(.isEmpty(first.value, self.empty.count), at: first.span)
        }
        return [repeated, empty].compactMap(\.self)
    }

    private static func isDitto(_ text: String) -> Bool {
        guard text.utf8.count <= 16 else { return false }
        let word = text.withoutMarks.filter { !$0.isWhitespace }
        return dittos.contains(word)
    }

    private static let dittos: Set = [
        "idem", "ibid", "ibid.", "ditto", "\"", "''", "’’", "”", "“", "«", "»", "〃", "-\"-",
        "--\"--",
        "//", "-//-", "memestructure",
    ]

    private static func saysNothing(_ text: String) -> Bool {
        guard text.utf8.count <= 24 else { return false }
        let word = text.withoutMarks.filter { !$0.isWhitespace }
        return !word.isEmpty
            && (nothings.contains(word)
                || word.allSatisfy { "-–—_./?".contains($0) } && word != "//")
    }

    private static let nothings: Set = [
        "n/a", "na", "n.a.", "n.a", "#n/a", "n/d", "nd", "n.d.", "neant", "ras", "r.a.s.", "aucun",
        "aucune", "sans", "none", "nil", "null", "nenhum", "nenhuma", "nonrenseigne",
        "nonrenseignee",
        "nc", "n.c.", "n/c", "tbc", "tba", "tbd", "aconfirmer", "apreciser", "inconnu", "inconnue",
        "unknown",
    ]
}

extension Diagnostic.Message {
    fileprivate static func repeats(_ word: String, _ count: Int) -> Self {
        "‘\(shortened(word))’ is taken for what stands above it in its column (cells: \(count))"
    }

    fileprivate static func isEmpty(_ word: String, _ count: Int) -> Self {
        "‘\(shortened(word))’ is taken for an empty cell (cells: \(count))"
    }
}
