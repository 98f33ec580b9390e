import Diagnostics
import YAML

/// What is told where a value cannot be of its type, and how it can be mended.
extension Reader {
    /// Reports a node of the wrong shape.
    mutating func mismatch(_ node: Node, _ type: FieldType, of field: FieldDescription) {
        if let text = node.text, refusesSheet(text, where: type, at: node.span) { return }
        report.add(
            .error("‘\(field.name)’ must be \(type.noun), not \(node.kind)", at: node.span)
                .hinting(
                    mendOfBraces(around: node) ?? mendOfLanguages(node, type)
                        ?? mendOfList(node, type, of: field) ?? mendOfAnswer(node, type, of: field)
                        ?? (type.isText ? node.entries.flatMap { mendOfColon(in: $0) } : nil)
                        ?? "write it like this: \(hint(for: type, of: field, around: node))"
                )
        )
    }

    /// Several where one is meant: texts become one, of things one is named.
    private func mendOfList(_ node: Node, _ type: FieldType, of field: FieldDescription)
        -> Diagnostic.Message?
    {
        if case .list = field.type { return nil }
        guard let items = node.items, !items.isEmpty else { return nil }
        let texts = items.compactMap(\.text)
        guard texts.count == items.count else { return nil }
        let example = ExampleText(language: language)
        switch type {
        case .text, .line, .richText:
            let whole = texts.joined(separator: ", ")
            guard whole.count <= 80 else { return nil }
            return "write it as one text: \(field.name): \(example.scalar(whole))"
        default:
            return mendOfTelephones(texts, in: field)
                ?? "one is meant here: write \(field.name): \(example.scalar(shortened(texts[0])))"
        }
    }

    /// `consent: no`, where each matter has its own answer.
    private func mendOfAnswer(_ node: Node, _ type: FieldType, of field: FieldDescription)
        -> Diagnostic.Message?
    {
        guard let answer = node.text.flatMap({ Bool(typed: trimmed($0)) }),
            case .record(let fields) = type
        else { return nil }
        let matters = fields.filter { if case .truth = $0.type { true } else { false } }
        guard matters.count > 1 else { return nil }
        let answers = matters.map { "\($0.name): \(answer ? "yes" : "no")" }
        return "write for all of it: \(field.name): {\(answers.joined(separator: ", "))}"
    }

    /// `phone: [a, b]` of somebody, who has two fields for that.
    private func mendOfTelephones(_ numbers: [String], in field: FieldDescription)
        -> Diagnostic.Message?
    {
        let fields = KnownField.names([.phone, .cell])
        guard numbers.count == 2, fields.contains(field.name), case .phone = field.type else {
            return nil
        }
        let other = fields[field.name == fields[0] ? 1 : 0]
        let (one, two) = (shortened(numbers[0]), shortened(numbers[1]))
        return
            "one is meant here, and the other has a field of its own: write ‘\(field.name): \(one)’, and in the next line ‘\(other): \(two)’"
    }

    /// `{français: Pêche, anglais: Fishing}`, where tags are meant.
    private func mendOfLanguages(_ node: Node, _ type: FieldType) -> Diagnostic.Message? {
        guard type.isText, let entries = node.entries, !entries.isEmpty else { return nil }
        let tags = entries.compactMap { entry -> String? in
            guard let tags = entry.key.text.flatMap({ LanguageNames.tags(meantBy: $0) }),
                tags.count == 1
            else { return entry.key.text.flatMap { LanguageTag($0).isWellFormed ? $0 : nil } }
            return tags[0]
        }
        guard tags.count == entries.count else { return nil }
        let example = ExampleText(language: language)
        let forms = zip(tags, entries).compactMap { tag, entry in
            example.flow(entry.value).map { "\(tag): \($0)" }
        }
        let whole = "{\(forms.joined(separator: ", "))}"
        return forms.count == entries.count && whole.utf8.count <= 110
            ? "write: \(whole)"
            : "languages are written by their tags: ‘\(tags.joined(separator: ":’, ‘")):’"
    }

    /// `{snippet:colophon}` without quotes is a mapping to YAML.
    private func mendOfBraces(around node: Node) -> Diagnostic.Message? {
        guard let entries = node.entries, entries.count == 1, entries[0].hasNoColon,
            let name = entries[0].key.text, name.hasPrefix("snippet:")
        else { return nil }
        return "what begins with a brace needs quotes: write \"{\(name)}\""
    }

    /// Reports text that a type cannot make sense of.
    mutating func notRead(
        _ text: String,
        as type: FieldType,
        at span: Span,
        of field: FieldDescription
    ) {
        let problem = Diagnostic.error("‘\(shortened(text))’ is not \(type.noun)", at: span)
        if let mend = nearest(to: text, of: type) ?? mend(of: text, as: type) {
            return report.add(problem.hinting(mend))
        }
        if let bare = text.withoutQuotationMarks {
            return report.add(
                problem.hinting(
                    "the quotation marks are taken for a part of it: write ‘\(shortened(bare))’ without them"
                )
            )
        }
        let form: Diagnostic.Message = "write it like this: \(hint(for: type, of: field))"
        if case .date = type, let absent = TypedDate(formOf: text)?.date, let why = absent.absence {
            return report.add(problem.hinting(why).hinting(absent.mendOfAbsence ?? form))
        }
        report.add(problem.hinting(form))
    }

    private func mend(of text: String, as type: FieldType) -> Diagnostic.Message? {
        switch type {
        case .phone: mendOfPhone(text)
        case .date: mendOfDate(text)
        case .time, .timeRange: mendOfTime(text)
        case .language: LanguageNames.mend(of: text)
        case .truth where ["x", "X", "×"].contains(text):
            "a cross may mean either here: replace each by yes or by no; a spreadsheet does so for a whole column at once (Ctrl+H)"
        case .identifier:
            "an id has neither blanks nor accents: write ‘\(slug(text))’, here and wherever it is named"
        case .email where text.replacing("@@", with: "").count { $0 == "@" } > 1:
            "there is room for one address: keep the one that is to be printed"
        case .email: mendOfEmail(text) ?? mendOfBlanks(inAddress: text)
        default: nil
        }
    }

    private func mendOfBlanks(inAddress text: String) -> Diagnostic.Message? {
        guard text.contains(where: \.isWhitespace), text.contains("@") else { return nil }
        return "an address has no blanks: write ‘\(text.filter { !$0.isWhitespace })’"
    }

    private func nearest(to text: String, of type: FieldType) -> Diagnostic.Message? {
        guard case .country = type else { return nil }
        if text.utf8.count == 2 { return Country.nearest(toCode: text, in: language) }
        if text.count == 3, let near = Country.nearest(beginningWith: text, in: language) {
            return near
        }
        return Suggestion.didYouMean(text, among: Country.all.map { $0.name(in: language) })
            ?? Suggestion.didYouMean(text, among: Country.all.flatMap { [$0.english, $0.french] })
    }

    /// What a field may be, in the language of the file; of one that names none, in that of the message.
    func example(of field: FieldDescription) -> Diagnostic.Message {
        field.example(in: isLanguageNamed ? language : nil)
    }

    private func form(of type: FieldType) -> Diagnostic.Message {
        switch type {
        case .kind: "its id, or its fields in place"
        case .record: "key: value, one a line"
        default: "\(type.form)"
        }
    }

    private func hint(
        for type: FieldType,
        of field: FieldDescription,
        around node: Node? = nil
    ) -> Diagnostic.Message {
        switch (field.type, type) {
        case (.list, .list), (.record, .record), (.kind, .kind):
            "\(example(of: field))"
        case (.list, .kind), (.list, .record):
            field.example?.items?.first.flatMap { item in
                example(item, around: node).map { "\($0)" }
            } ?? (field.example == nil ? form(of: type) : example(of: field))
        case (.list, _), (.record, _), (.tally, _): form(of: type)
        case (.truth, _): "yes, or no"
        default: "\(example(of: field))"
        }
    }

    /// An example of a record, what was written in the place of the field that it is likely for.
    private func example(_ item: Node, around node: Node?) -> String? {
        guard let entries = item.entries, let text = node?.text, text.utf8.count <= 60 else {
            return ExampleText(language: language).flow(item)
        }
        if let timed = timed(entries, by: text, at: item.span) {
            return ExampleText(language: language).flow(timed)
        }
        var mended = entries
        let place = likelyField(for: text, among: entries)
        if place > 0, entries[0].key.text == KnownField.id.rawValue {
            mended[0] = Node.Entry(key: entries[0].key, value: .text(slug(text), at: item.span))
        }
        mended[place] = Node.Entry(key: entries[place].key, value: .text(text, at: item.span))
        return ExampleText(language: language).flow(.mapping(mended, at: item.span))
    }

    /// A sentence is for a record’s text, as of a recommendation; a few words for its name, where an id
    /// comes first, and else for what does.
    private func likelyField(for text: String, among entries: [Node.Entry]) -> Int {
        let isSentence = text.split(separator: " ").count > 3
        if isSentence,
            let body = entries.firstIndex(where: { $0.key.text == KnownField.text.rawValue })
        {
            return body
        }
        guard entries[0].key.text == KnownField.id.rawValue else { return 0 }
        let names = KnownField.names([.name, .title])
        return entries.firstIndex { names.contains($0.key.text ?? "") } ?? 0
    }

    /// `9:00 Opening` as an item of a programme.
    private func timed(_ entries: [Node.Entry], by text: String, at span: Span) -> Node? {
        let fields = KnownField.names([.time, .title])
        guard fields.allSatisfy({ name in entries.contains { $0.key.text == name } }) else {
            return nil
        }
        let words = text.split(separator: " ")
        for count in [4, 3, 2, 1] where words.count > count {
            let time = words.prefix(count).joined(separator: " ").trimming([":", ",", ";"])
            guard TimeRange(typed: time) != nil else { continue }
            let title = words.dropFirst(count).joined(separator: " ").trimming([":", "-", "–", " "])
            guard !title.isEmpty else { return nil }
            return .mapping(
                zip(fields, [time, title]).map { name, value in
                    Node.Entry(key: .text(name, at: span), value: .text(value, at: span))
                },
                at: span
            )
        }
        return nil
    }
}

extension String {
    fileprivate func trimming(_ signs: Set<Character>) -> String {
        var rest = self[...]
        while let first = rest.first, signs.contains(first) { rest = rest.dropFirst() }
        while let last = rest.last, signs.contains(last) { rest = rest.dropLast() }
        return String(rest)
    }

    /// What stands between the marks of a word processor, which to YAML are letters; nil where none stand
    /// around it.
    fileprivate var withoutQuotationMarks: String? {
        let marks: Set<Character> = ["“", "”", "„", "«", "»", "‘", "’", "‹", "›"]
        guard count > 2, let first, let last, marks.contains(first), marks.contains(last) else {
            return nil
        }
        return trimming(marks.union([" ", "\u{A0}", "\u{202F}"]))
    }
}
