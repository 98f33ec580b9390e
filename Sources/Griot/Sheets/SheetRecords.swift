internal import Content
internal import Diagnostics
internal import YAML

// MARK: Records

extension SheetTable {
    /// The items of the field that the layout is made over for.
    struct Items {
        var items: [Node]

        /// The paper with these in the field, and whatever else its file says.
        func root(over base: Node?, field: String) -> Node? {
            guard let base else { return nil }
            let place = items[0].span
            var entries = (base.entries ?? []).filter { $0.key.text != field }
            entries.append(
                Node.Entry(key: .text(field, at: place), value: .list(items, at: place))
            )
            return .mapping(entries, at: base.span)
        }
    }

    /// Shapes each row as the field asks: a person, or a record with a person in it.
    ///
    /// - Parameter registers: What papers share, of which cells may say the ids.
    func items(
        for field: String,
        of kind: Kind,
        among kinds: KindLibrary,
        beside registers: [ContentFile],
        reporting report: inout Report
    ) -> Items? {
        guard let description = kind.fields.first(where: { $0.name == field }),
            case .list(let type) = description.type
        else { return nil }
        let rows = understood(as: type, among: kinds, beside: registers, reporting: &report)
        guard let inner = type.inner else { return Items(items: rows.map(\.content)) }
        var strangers: [Node.Entry] = []
        let items = rows.map { parted($0, inner, &strangers) }
        if let warning = Self.warning(of: strangers, inner) { report.add(warning) }
        return Items(items: items)
    }

    /// The rows as they are meant: each field once, and cells in the words of the kinds.
    func understood(
        as type: FieldType,
        among kinds: KindLibrary,
        beside registers: [ContentFile],
        reporting report: inout Report
    ) -> [Row] {
        guard !heads.isEmpty else { return rows }
        let contested = type.inner?.contested
        let rivals = rivals(among: contested ?? [])
        for rival in rivals { report.add(rival) }
        var cells = SheetCells(of: type, in: self, among: kinds, beside: registers)
        let understood = rows.map { row in
            let content = rivals.isEmpty ? row.content : withoutRivals(row.content, contested)
            return row.holding(cells.understood(content))
        }
        if let first = cells.parted.first {
            report.add(.remark(.twoTelephones(others: cells.parted.count - 1), at: first))
        }
        if let head = cells.otherOffices {
            let message = Diagnostic.Message.noOffices(head.value)
            let told: Diagnostic =
                purpose.isMerge ? .warning(message, at: head.span) : .remark(message, at: head.span)
            report.add(
                told.hinting(
                    "an office is called by its id or its town, and described under ‘offices:’"
                )
            )
        }
        if let first = cells.strange.first {
            report.add(
                .warning(.noCapacity(first.value, cells.strange.count), at: first.span)
                    .hinting("there are: \(cells.capacities.joined(separator: ", "))")
            )
        }
        return understood
    }

    /// What the record does not know itself belongs to the person in it.
    private func parted(_ row: Row, _ inner: InnerRecord, _ strangers: inout [Node.Entry]) -> Node {
        guard let entries = row.content.entries else {
            let key = Node.text(inner.name, at: row.span)
            return .mapping([Node.Entry(key: key, value: row.content)], at: row.span)
        }
        if entries.contains(where: { $0.key.text == inner.name }) { return row.content }
        let isOwn = entries.map { self.isOwn($0, inner) }
        let own = zip(entries, isOwn).filter(\.1).map(\.0)
        let others = zip(entries, isOwn).filter { !$0.1 }.map(\.0)
        if !heads.isEmpty {
            strangers += others.filter { entry in
                inner.contested.contains(entry.key.text ?? "")
                    && !functions.contains(entry.key.span)
            }
        }
        let person = Node.mapping(others, at: row.span)
        let entry = Node.Entry(key: .text(inner.name, at: row.span), value: person)
        return .mapping([entry] + own, at: row.span)
    }

    /// A column `role` may mean what somebody is here as, or what they are at home: only where it
    /// holds one of the words that the record knows, or another column tells the second, is it the
    /// record’s.
    private func isOwn(_ entry: Node.Entry, _ inner: InnerRecord) -> Bool {
        guard let field = inner.fields.first(where: { $0.name == entry.key.text }) else {
            return false
        }
        guard case .choice(let choices) = field.type else { return true }
        if functions.contains(entry.key.span) { return false }
        if !functions.isEmpty, inner.contested.contains(field.name) { return true }
        let words = entry.value.text?.split(whereSeparator: \.isWhitespace) ?? []
        return choices.contains(words.joined(separator: "-").lowercased())
    }

    /// That words which are none of the record’s were taken for what people are at home.
    private static func warning(of strangers: [Node.Entry], _ inner: InnerRecord) -> Diagnostic? {
        guard let first = strangers.first, let word = first.value.text,
            let field = inner.fields.first(where: { $0.name == first.key.text }),
            case .choice(let choices) = field.type
        else { return nil }
        return .warning(.takenForFunction(word, others: strangers.count - 1), at: first.value.span)
            .hinting(Suggestion.didYouMean(word, among: choices))
            .hinting("what somebody is here as is one of: \(choices.joined(separator: ", "))")
    }

    // MARK: Two columns for one field

    /// The places of heads that speak of what people are at home.
    var functions: Set<Span> {
        let functions = heads.filter {
            ColumnNames.isFunction($0.value) && names.path($0.value) == [KnownField.role.rawValue]
        }
        return Set(functions.map(\.span))
    }

    /// That columns mean the same field: what stands in all but the first of a row is not used.
    ///
    /// - Parameter contested: Fields that the record and whom it names both have, of which a sheet may give
    ///   both.
    private func rivals(among contested: Set<String>) -> [Diagnostic] {
        var known: [[String]: Located<String>] = [:]
        return heads.compactMap { head in
            let field = names.path(head.value)
            let isAside = contested.contains(field[0]) && ColumnNames.isFunction(head.value)
            let place = isAside ? field + [""] : field
            guard let first = known[place] else {
                known[place] = head
                return nil
            }
            return .warning(.sameField(field.joined(separator: ".")), at: head.span)
                .noting("the other stands here", at: first.span)
                .hinting(
                    "each row gives the first that says something: rename one, or put both into one"
                )
        }
    }

    /// A row that says each field once, by the first of its columns.
    private func withoutRivals(_ row: Node, _ contested: Set<String>?) -> Node {
        guard let entries = row.entries else { return row }
        let functions = functions
        var known: Set<String> = []
        let kept = entries.compactMap { entry -> Node.Entry? in
            let name = entry.key.text ?? ""
            let isAside =
                contested?.contains(name) == true && functions.contains(entry.key.span)
            guard known.insert(isAside ? name + "." : name).inserted else { return nil }
            return Node.Entry(key: entry.key, value: withoutRivals(entry.value, nil))
        }
        return .mapping(kept, at: row.span)
    }
}

/// A record that is about a thing in it, such as a badge about a person.
private struct InnerRecord {
    /// The field in which that stands.
    let name: String
    let fields: [FieldDescription]

    /// The choices of the record, which may bear the name of a field of the thing.
    var contested: Set<String> {
        Set(fields.filter { if case .choice = $0.type { true } else { false } }.map(\.name))
    }
}

extension FieldType {
    fileprivate var inner: InnerRecord? {
        guard case .record(let fields) = self,
            let inner = fields.first(where: { if case .kind = $0.type { true } else { false } })
        else { return nil }
        return InnerRecord(name: inner.name, fields: fields)
    }
}

extension Diagnostic.Message {
    fileprivate static func noCapacity(_ word: String, _ count: Int) -> Self {
        "‘\(shortened(word))’ is nothing that somebody is here as, and is left out (cells: \(count))"
    }

    fileprivate static func noOffices(_ head: String) -> Self {
        "not used: ‘\(shortened(head))’, since no office that is described stands in it"
    }

    fileprivate static func twoTelephones(others: Int) -> Self {
        switch others {
        case 0: "this cell holds two telephone numbers: both are taken"
        case 1: "this cell and another hold two telephone numbers each: both are taken"
        default: "this cell and \(others) others hold two telephone numbers each: both are taken"
        }
    }

    static func sameField(_ field: String) -> Self {
        "a second column stands for ‘\(shortened(field))’"
    }

    static func takenForFunction(_ word: String, others: Int) -> Self {
        switch others {
        case 0:
            "‘\(shortened(word))’ is nothing that somebody is here as: it was taken for what they are at home"
        case 1:
            "‘\(shortened(word))’ and another are nothing that somebody is here as: they were taken for what people are at home"
        default:
            "‘\(shortened(word))’ and \(others) others are nothing that somebody is here as: they were taken for what people are at home"
        }
    }
}
