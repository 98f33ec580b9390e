import Diagnostics
import Unicode
import YAML

/// Reads nodes as values, by type, and remembers what it met on the way.
struct Reader {
    let kinds: KindLibrary
    /// Every id that the sources give to something.
    let declared: Set<String>
    /// The language of text that names none.
    var language = "en"
    /// The language of a paper that names none.
    var homeLanguage = "en"
    /// Where telephone numbers without a country belong.
    var country: String?
    var registry = Registry()
    /// What keys that nobody knows were meant to be, by owner and key, once for all rows of a list.
    var guesses: [String: String?] = [:]
    /// By the names of kinds of which a record has been read.
    var indexes: [String: FieldIndex] = [:]
    var report: Report
    /// Where each shared record was described.
    var places: [Reference: Span] = [:]
    /// The files that are sheets, and who is described in one of them and in a text as well.
    var sheets: Set<SourceID> = []
    var describedTwice: [TwiceDescribed] = []
    /// How many shared records were known before the fields of the paper were read, those for whom ‘all’
    /// stands there; nil while it stands for nobody.
    var countOfAll: Int?
    /// Things that are files of their own, by their paths.
    var named: [String: ContentFile] = [:]
    /// Which of them have been read.
    var readFiles: Set<Reference> = []
    /// What the search for them found besides, and how many have been taken in.
    var namedFiles = NamedFiles()
    var filesTakenIn = 0
    /// The paper that is being read, which alone may name files.
    var paperSource: SourceID?
    /// References met so far, to be held against the registry when all is read.
    var pending: [Located<Reference>] = []
    /// Names typed where an id might have stood, with the kind of who bears them.
    var typedNames: [(kind: String, name: Located<PersonName>)] = []

    init(kinds: KindLibrary, declared: Set<String>, report: Report) {
        self.kinds = kinds
        self.declared = declared
        self.report = report
    }

    /// Reads a node as a value of a field; nil, with a report, where it cannot be one.
    mutating func read(_ node: Node, as type: FieldType, of field: FieldDescription) -> Value? {
        if refusesLength(of: node) { return nil }
        return switch type {
        case .text: readText(node, of: field)
        case .line: readLine(node, of: field)
        case .richText: readRichText(node, of: field)
        case .address: readAddress(node, of: field)
        case .personName: readPersonName(node, of: field)
        case .timeRange: readTimeRange(node, of: field)
        case .table: readTable(node, of: field)
        case .kind(let name): readRecord(ofKind: name, from: node, of: field)
        case .record(let fields): readParts(fields, from: node, of: field)
        case .list(let item): readList(node, of: item, field: field)
        case .tally(let label): readTally(node, by: label, of: field)
        default: readScalar(node, as: type, of: field)
        }
    }

    /// Types that are one short piece of text.
    private mutating func readScalar(
        _ node: Node,
        as type: FieldType,
        of field: FieldDescription
    ) -> Value? {
        guard let text = node.text.map(trimmed) else {
            mismatch(node, type, of: field)
            return nil
        }
        if case .phone = type { lintAside(of: node) }
        if case .choice(let choices) = type {
            return readChoice(text, from: choices, node, of: field)
        }
        if case .identifier = type, field.harmony.among != nil, !text.isEmpty {
            // Whether something has this id, or a name like it, is found out with all ids in hand.
            return Value(.identifier(text), at: node.span)
        }
        if let content = readWord(text, as: type, at: node.span) {
            return Value(content, at: node.span)
        }
        notRead(text, as: type, at: node.span, of: field)
        return nil
    }

    private mutating func readWord(_ text: String, as type: FieldType, at span: Span)
        -> Value.Content?
    {
        switch type {
        case .number: readNumber(text, at: span)
        case .date: readDate(text, at: span)
        case .time: readTime(text)
        case .dateTime: readDateTime(text, at: span)
        case .duration: readDuration(text)
        case .phone: readPhone(text, at: span)
        case .email: readEmail(text)
        case .url: readURL(text)
        case .country: readCountry(text)
        case .language: readLanguage(text)
        case .colour: readColour(text)
        case .length: readLength(text)
        case .truth: Bool(typed: text).map { .truth($0) }
        case .identifier: isIdentifier(text) ? .identifier(text) : nil
        default: nil
        }
    }

    private mutating func readList(
        _ node: Node,
        of item: FieldType,
        field: FieldDescription
    ) -> Value? {
        // One where several may stand is a list of one: people write it so.
        if let lists = listsByLanguage(node) {
            refuse(lists, at: node, of: field)
            return nil
        }
        let nodes = node.items ?? [node]
        if node.items == nil { refuseTightDash(node) }
        var values: [Value] = []
        var rest: (everyone: Everyone, place: Int)?
        for node in nodes where !node.isEmpty {
            if let everyone = everyone(meantBy: node, as: item) {
                rest = rest ?? (everyone, values.count)
            } else {
                values +=
                    files(named: node, as: item)
                    ?? [read(node, as: item, of: field)].compactMap(\.self)
            }
        }
        if let rest {
            values.insert(contentsOf: all(of: rest.everyone, besides: values), at: rest.place)
        }
        return Value(.list(values), at: node.span)
    }

    /// `{fr: [eau, sol], en: [water, soil]}`, where each thing is to have its languages.
    private func listsByLanguage(_ node: Node) -> [Node.Entry]? {
        guard let entries = node.entries, isLanguageMap(entries),
            entries.allSatisfy({ $0.value.items != nil })
        else { return nil }
        return entries
    }

    private mutating func refuse(_ lists: [Node.Entry], at node: Node, of field: FieldDescription) {
        let things = (0..<(lists.map { $0.value.items?.count ?? 0 }.max() ?? 0)).map { place in
            let forms = lists.compactMap { list -> String? in
                guard let items = list.value.items, place < items.count,
                    let language = list.key.text
                else { return nil }
                let word = ExampleText(language: language).flow(items[place]) ?? "…"
                return "\(language): \(word)"
            }
            return "{\(forms.joined(separator: ", "))}"
        }
        let whole =
            shortened(things.prefix(3).joined(separator: ", ")) + (things.count > 3 ? ", …" : "")
        report.add(
            .error("‘\(field.name)’ must be one list, not one for each language", at: node.span)
                .hinting(
                    "write each thing in its languages: [\(whole)]"
                )
        )
    }

    /// The things of a list that one pattern names: `studies/*.yaml`.
    private mutating func files(named node: Node, as type: FieldType) -> [Value]? {
        guard case .kind(let name) = type, let kind = kinds[name], kind.isShared,
            let pattern = node.text.flatMap({ FileMention($0) }), pattern.isPattern
        else { return nil }
        return readFiles(pattern, of: kind, named: node)
    }

    /// `-First message`, where a blank was forgotten and YAML sees one long text.
    private mutating func refuseTightDash(_ node: Node) {
        guard let scalar = node.scalar, scalar.style == .plain,
            let dash = scalar.text.first, Self.bullets.contains(dash),
            let letter = scalar.text.dropFirst().first(where: { !$0.isWhitespace }), letter.isLetter
        else { return }
        let line = scalar.text.dropFirst().drop(while: \.isWhitespace)
        // Lines that were meant as items of their own are one text to YAML.
        let next = line.ranges(of: " \(dash)").first { place in
            dash == "•" || line[place.upperBound...].first?.isLetter == true
        }
        let item = line[..<(next?.lowerBound ?? line.endIndex)]
        report.add(
            .error(.noItem(beginsWith: dash), at: node.span)
                .hinting(
                    "an item begins with a hyphen and a blank: write ‘- \(shortened(String(item)))’"
                )
        )
    }

    /// The last four are Word’s, of fonts that are nothing but signs.
    private static let bullets = "-–—•·‣◦▪●○■\u{F0B7}\u{F0A7}\u{F0D8}\u{F0FC}"

    /// Reports a node of the wrong shape.
    mutating func mismatch(_ node: Node, _ type: FieldType, of field: FieldDescription) {
        if let text = node.text, refusesSheet(text, where: type, at: node.span) { return }
        report.add(
            .error("‘\(field.name)’ must be \(type.noun), not \(node.kind)", at: node.span)
                .hinting(
                    mendOfBraces(around: node) ?? mendOfList(node, type, of: field)
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
            return "one is meant here: write \(field.name): \(example.scalar(shortened(texts[0])))"
        }
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
        report.add(
            problem.hinting(absence(of: text, as: type))
                .hinting("write it like this: \(hint(for: type, of: field))")
        )
    }

    private func mend(of text: String, as type: FieldType) -> Diagnostic.Message? {
        switch type {
        case .phone: mendOfPhone(text)
        case .date: mendOfDate(text)
        case .language: LanguageNames.mend(of: text)
        case .identifier:
            "an id has neither blanks nor accents: write ‘\(slug(text))’, here and wherever it is named"
        case .email where text.contains("@@"): mendOfEmail(text)
        case .email where text.count(where: { $0 == "@" }) > 1:
            "there is room for one address: keep the one that is to be printed"
        case .email where text.contains { $0.isWhitespace } && text.contains("@"):
            "an address has no blanks: write ‘\(text.filter { !$0.isWhitespace })’"
        case .email: mendOfEmail(text)
        default: nil
        }
    }

    /// `<f.diallo@example.org>`, as mail programs copy it, a comma for a point, and a sign typed twice.
    private func mendOfEmail(_ text: String) -> Diagnostic.Message? {
        let bare = String(text.filter { !"<>\"".contains($0) }.map { $0 == "," ? "." : $0 })
            .replacing("@@", with: "@")
        guard bare != text, case .email(let address)? = readEmail(bare) else {
            return nil
        }
        return "write ‘\(address)’"
    }

    private func absence(of text: String, as type: FieldType) -> Diagnostic.Message? {
        guard case .date = type else { return nil }
        return TypedDate(formOf: text)?.date.absence
    }

    private func nearest(to text: String, of type: FieldType) -> Diagnostic.Message? {
        guard case .country = type else { return nil }
        if text.utf8.count == 2 { return Country.nearest(toCode: text, in: language) }
        return Suggestion.didYouMean(text, among: Country.all.map { $0.name(in: language) })
            ?? Suggestion.didYouMean(text, among: Country.all.flatMap { [$0.english, $0.french] })
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
            "\(field.shortExample(in: language))"
        case (.list, .kind), (.list, .record):
            field.example?.items?.first.flatMap { item in
                example(item, around: node).map { "\($0)" }
            } ?? form(of: type)
        case (.list, _), (.record, _), (.tally, _): form(of: type)
        case (.truth, _): "yes, or no"
        default: "\(field.shortExample(in: language))"
        }
    }

    /// An example of a record, what was written in the place of its first field.
    private func example(_ item: Node, around node: Node?) -> String? {
        guard let entries = item.entries, let text = node?.text, text.utf8.count <= 40 else {
            return ExampleText(language: language).flow(item)
        }
        var mended = entries
        mended[0] = Node.Entry(key: entries[0].key, value: .text(text, at: item.span))
        return ExampleText(language: language).flow(.mapping(mended, at: item.span))
    }
}

func trimmed(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
        isWhitespace(first.value) || isWhitespace(last.value)
    else { return text }
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
}

extension Diagnostic.Message {
    /// A sign that only one font has would be seen as nothing.
    fileprivate static func noItem(beginsWith sign: Character) -> Self {
        let isPrivate = sign.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) }
        return isPrivate
            ? "a bullet of Word begins no item here: it is part of the text"
            : "‘\(sign)’ begins no item here: it is part of the text"
    }
}
