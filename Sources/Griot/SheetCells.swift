internal import Content
internal import Diagnostics
internal import Unicode
internal import YAML

/// What people type into the cells of a sheet, in the words of its kinds.
///
/// Whoever fills in a spreadsheet knows neither the words of a choice nor that a word in small letters is
/// an id in a paper’s file.
struct SheetCells {
    private let kinds: KindLibrary
    /// The ids of what papers share.
    private let ids: Set<String>
    /// The columns whose cells may be meant otherwise than they are typed.
    private let types: [String: FieldType]

    /// - Parameters:
    ///   - type: What each row is read as.
    ///   - registers: What papers share.
    init(of type: FieldType, among kinds: KindLibrary, beside registers: [ContentFile]) {
        self.kinds = kinds
        ids = declaredIDs(in: registers)
        types = Self.types(of: type, among: kinds).filter { _, type in
            switch type {
            case .choice(let choices): choices.contains("f") && choices.contains("m")
            case .kind(let name): kinds[name]?.isShared == true && kinds[name]?.shorthand != nil
            default: false
            }
        }
    }

    /// A row as it is meant.
    func understood(_ row: Node) -> Node {
        guard let entries = row.entries else { return row }
        let read = entries.map { entry in
            guard let type = entry.key.text.flatMap({ types[$0] }) else { return entry }
            return Node.Entry(key: entry.key, value: cell(entry.value, as: type))
        }
        return .mapping(read, at: row.span)
    }

    /// The types of the columns: a row may hold what a record says itself, or what a thing in it says.
    ///
    /// Whoever names that thing in a column means its id.
    private static func types(of type: FieldType, among kinds: KindLibrary) -> [String: FieldType] {
        func types(of fields: [FieldDescription]) -> [String: FieldType] {
            Dictionary(fields.map { ($0.name, $0.type) }) { first, _ in first }
        }
        switch type {
        case .kind(let name): return types(of: kinds[name]?.fields ?? [])
        case .record(let fields):
            let inner = fields.filter { if case .kind = $0.type { true } else { false } }
            let outer = types(of: fields).filter { name, _ in !inner.contains { $0.name == name } }
            return inner.reduce(outer) { known, field in
                known.merging(self.types(of: field.type, among: kinds)) { outer, _ in outer }
            }
        default: return [:]
        }
    }

    private func cell(_ cell: Node, as type: FieldType) -> Node {
        guard let text = cell.text else { return cell }
        switch type {
        case .choice(let choices):
            let meant = Self.choice(meantBy: text, among: choices)
            return meant.map { Node.text($0, at: cell.span) } ?? cell
        case .kind(let name): return named(cell, text, ofKind: name)
        default: return cell
        }
    }

    // MARK: Names

    /// A word that would be taken for an id, and is none nor nearly one, is the name of something.
    private func named(_ cell: Node, _ text: String, ofKind name: String) -> Node {
        guard let short = kinds[name]?.shorthand, looksLikeIdentifier(text), !ids.contains(text),
            text.count < 4 || Suggestion.nearest(to: text, among: ids) == nil
        else { return cell }
        let key = Node.text(short, at: cell.span)
        return .mapping([Node.Entry(key: key, value: cell)], at: cell.span)
    }

    // MARK: Choices

    /// What people call their sex, in the languages of those who fill in lists of participants.
    private static let words: [String: Set<String>] = [
        "f": [
            "femme", "female", "woman", "feminin", "feminino", "mulher", "weiblich", "frau", "mme",
            "mlle", "madame", "mrs", "ms", "sra", "muso", "jigeen", "mace", "debbo", "أنثى",
            "انثى", "امرأة",
        ],
        "m": [
            "homme", "h", "male", "man", "masculin", "masculino", "homem", "mannlich", "mann", "mr",
            "monsieur", "sr", "goor", "namiji", "gorko", "ذكر", "رجل",
        ],
        "x": ["autre", "other", "outro", "divers", "non-binaire", "non-binary"],
        "undisclosed": ["non precise", "non renseigne", "not said", "nao informado"],
    ]

    private static func choice(meantBy text: String, among choices: [String]) -> String? {
        guard text.utf8.count <= 40, !choices.contains(text) else { return nil }
        let word = text.withoutMarks.split { $0 == " " || $0 == "." || $0 == "\u{A0}" }
            .joined(separator: " ")
        return choices.first { $0 == word || words[$0]?.contains(word) == true }
    }
}
