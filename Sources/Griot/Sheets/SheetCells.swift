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

    /// The columns that are no choice whatever stands in them, and those of names that begin with the
    /// family’s, by the places of their heads.
    private let functions: Set<Span>
    private let familyFirst: Set<Span>

    /// The cells whose second telephone number was taken for one that no other cell of their row holds.
    private(set) var parted: [Span] = []
    /// Words for what somebody is here as that nobody knows.
    private(set) var strange: [Located<String>] = []
    /// The head of a column “Bureau” in which no office stands that is described: rooms, or services.
    let otherOffices: Located<String>?

    /// - Parameters:
    ///   - type: What each row is read as.
    ///   - table: The sheet.
    ///   - registers: What papers share.
    init(
        of type: FieldType,
        in table: SheetTable,
        among kinds: KindLibrary,
        beside registers: [ContentFile]
    ) {
        functions = table.functions
        familyFirst = Set(
            table.heads.filter { ColumnNames.putsFamilyFirst($0.value) }.map(\.span)
        )
        self.kinds = kinds
        otherOffices = table.headOfOtherOffices(beside: registers)
        ids = declaredIDs(in: registers)
        types = Self.types(of: type, among: kinds).filter { _, type in
            switch type {
            case .personName: true
            case .choice, .phone: true
            case .list(let item): item.isAWord
            case .kind(let name): kinds[name]?.isShared == true && kinds[name]?.shorthand != nil
            default: false
            }
        }
    }

    /// A row as it is meant.
    mutating func understood(_ row: Node) -> Node {
        guard let entries = row.entries else { return row }
        var read: [Node.Entry] = []
        read.reserveCapacity(entries.count)
        for entry in entries {
            switch entry.key.text.flatMap({ types[$0] }) {
            case nil where entry.key.span == otherOffices?.span: break
            case nil: read.append(entry)
            case .personName?: read += named(entry, among: entries)
            case .phone?: read += telephoned(entry, among: entries)
            case .choice(let choices)? where entry.key.text == Self.capacity:
                read += capacity(entry, among: choices)
            case .choice? where functions.contains(entry.key.span): read.append(entry)
            case let type?:
                read.append(Node.Entry(key: entry.key, value: cell(entry.value, as: type)))
            }
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
            let meant = ChoiceWords.meant(by: text, among: choices)
            return meant.map { Node.text($0, at: cell.span) } ?? cell
        case .kind(let name): return named(cell, text, ofKind: name)
        case .list(.language): return listed(cell, text) { Self.tag(of: $0) }
        case .list: return listed(cell, text) { $0 }
        default: return cell
        }
    }

    /// Several where several may stand, as a cell has them: “fr, en”.
    ///
    /// - Parameter word: What stands in a file for one of them.
    private func listed(_ cell: Node, _ text: String, word: (String) -> String) -> Node {
        let parts = text.split { ",;/\n".contains($0) }
            .map { word($0.trimmed) }.filter { !$0.isEmpty }
        guard parts.count > 1 || parts.first.map({ $0 != text }) == true else { return cell }
        return .list(parts.map { .text($0, at: cell.span) }, at: cell.span)
    }

    /// Nobody who fills in a sheet writes `fr` for French.
    private static func tag(of language: String) -> String {
        LanguageNames.tag(called: language.withoutMarks) ?? language
    }

    private static let capacity = KnownField.capacity.rawValue

    /// The words for what somebody may be here as.
    var capacities: [String] {
        if case .choice(let choices)? = types[Self.capacity] { choices } else { [] }
    }

    /// What somebody is here as, where the word is one for it: some write into that column what they please.
    private mutating func capacity(_ entry: Node.Entry, among choices: [String]) -> [Node.Entry] {
        guard let text = entry.value.text, text.contains(where: \.isLetter) else { return [] }
        if choices.contains(text) { return [entry] }
        guard let meant = ChoiceWords.meant(by: text, among: choices) else {
            strange.append(Located(text, at: entry.value.span))
            return []
        }
        return [Node.Entry(key: entry.key, value: .text(meant, at: entry.value.span))]
    }

    /// Two telephone numbers of somebody, where one of the two fields for them is empty.
    private mutating func telephoned(_ entry: Node.Entry, among entries: [Node.Entry])
        -> [Node.Entry]
    {
        guard let key = entry.key.text, let other = Self.otherTelephone[key], types[other] != nil,
            !entries.contains(where: { $0.key.text == other && !$0.value.isEmpty }),
            let numbers = entry.value.text.flatMap({ telephones(in: $0) }), numbers.count == 2
        else { return [entry] }
        let span = entry.value.span
        parted.append(span)
        return zip([entry.key, .text(other, at: entry.key.span)], numbers).map { key, number in
            Node.Entry(key: key, value: .text(number, at: span))
        }
    }

    private static let otherTelephone = [
        KnownField.phone.rawValue: KnownField.cell.rawValue,
        KnownField.cell.rawValue: KnownField.phone.rawValue,
    ]

    // MARK: Names

    /// A name in its parts, where its head tells their order or another column holds one of them.
    private func named(_ entry: Node.Entry, among entries: [Node.Entry]) -> [Node.Entry] {
        let isFamilyFirst = familyFirst.contains(entry.key.span)
        let others = Set(entries.compactMap(\.key.text)).intersection(PersonName.partKeys)
        guard let text = entry.value.text, isFamilyFirst || !others.isEmpty,
            others.isDisjoint(with: ["given", "family", "full"])
        else { return [entry] }
        let span = entry.value.span
        // Of what is no name it is told where names are read.
        if PersonName.isJoined(text, at: span) { return [entry] }
        let name = PersonName(splitting: text, isFamilyFirst: isFamilyFirst, at: span)
        let parts = [
            ("honorific", name.honorific?.editions.first?.content),
            ("academic_title", name.title?.editions.first?.content),
            ("given", name.given), ("particles", name.particles), ("family", name.family),
            ("degrees", name.degrees), ("full", name.full?.editions.first?.content),
        ]
        return parts.compactMap { key, text in
            guard let text, !text.isEmpty, !others.contains(key) else { return nil }
            let key = Node.text(key, at: entry.key.span)
            return Node.Entry(key: key, value: .text(text, at: span))
        }
    }

    /// A word that would be taken for an id, and is none nor nearly one, is the name of something.
    private func named(_ cell: Node, _ text: String, ofKind name: String) -> Node {
        guard let short = kinds[name]?.shorthand, looksLikeIdentifier(text), !ids.contains(text),
            text.count < 4 || Suggestion.nearest(to: text, among: ids) == nil
        else { return cell }
        let key = Node.text(short, at: cell.span)
        return .mapping([Node.Entry(key: key, value: cell)], at: cell.span)
    }
}

extension SheetTable {
    /// The head that means offices, in another word than the field's, above cells of which none is one.
    fileprivate func headOfOtherOffices(beside registers: [ContentFile]) -> Located<String>? {
        let field = KnownField.office.rawValue
        guard let head = heads.first(where: { names.path($0.value) == [field] }),
            head.value.lowercased() != field
        else { return nil }
        let known = namesOfOffices(in: registers)
        let isOne = rows.contains { row in
            identifier(madeOf: row.text(of: .office)).map(known.contains) ?? false
        }
        return isOne ? nil : head
    }
}

extension FieldType {
    /// Whether a value of it is one word, or a few, in which nothing parts one from the next.
    fileprivate var isAWord: Bool {
        switch self {
        case .language, .country, .phone, .email: true
        default: false
        }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
