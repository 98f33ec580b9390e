import Diagnostics
import Unicode

/// The words that a writer put into a paper and the shared records it leans on, to be searched for
/// names that no field gives away any more, and for how to reach who is left out.
struct Prose {
    private struct Passage {
        /// Folded, a blank at both ends.
        var words: String
        /// Its figures, one after the other.
        var digits: String
        var span: Span
        /// Whether it was typed as the name of somebody.
        var isName = false
    }

    private var passages: [Passage] = []
    /// By word, the passages it stands in; by eight figures in a row, those they stand in.
    private var places: [Substring: [Int]] = [:]
    private var numbers: [Substring: [Int]] = [:]
    /// People whom fields of the paper still name, and rightly so.
    private var named: Set<String> = []
    /// Addresses, folded, and numbers by their figures, that fields of the paper still give.
    private var given: Set<String> = []

    init(_ paper: Record, _ shared: [Record]) {
        for record in [paper] + shared { gather(record) }
        index()
    }

    /// Another text, beside the same fields.
    func turned(to text: String, at span: Span) -> Prose {
        var other = self
        other.passages = []
        other.add(text, at: span)
        other.index()
        return other
    }

    private mutating func index() {
        (places, numbers) = ([:], [:])
        for (index, passage) in passages.enumerated() {
            for word in Set(passage.words.split(separator: " ")) {
                places[word, default: []].append(index)
            }
            var rest = passage.digits[...]
            while rest.utf8.count >= Self.leastDigits {
                numbers[rest.prefix(Self.leastDigits), default: []].append(index)
                rest = rest.dropFirst()
            }
        }
    }

    /// So many figures in a row are a telephone number; its first may be a country’s code or left out.
    private static let leastDigits = 8

    /// The passages in which words stand one after the other, in the order of the paper.
    private func passages(holding form: String) -> [Int] {
        guard let first = form.split(separator: " ").first else { return [] }
        return (places[first] ?? []).filter { passages[$0].words.contains(form) }
    }

    /// Where people are named who should not be: in full, or by a part of their name that nobody has who
    /// may be named.
    func mentions(of people: [PersonName]) -> [Disclosure.Mention] {
        var found: [Disclosure.Mention] = []
        var sought: Set<String> = []
        let namesakes = Set(named.flatMap(\.plainWords))
        for person in people.flatMap(\.inEveryScript)
        where !named.contains(person.plain.folded) {
            guard sought.insert(person.plain.folded).inserted else { continue }
            let full = Set(fullForms(of: person).flatMap { passages(holding: $0) })
            var parts: [Int: String] = [:]
            for part in [person.given, person.family] {
                let form = part.folded
                guard form.count > 2, !namesakes.contains(form[...]) else { continue }
                for form in withProclitics(form) {
                    for place in passages(holding: " \(form) ") { parts[place] = part }
                }
            }
            for place in full.union(parts.keys).sorted() {
                found.append(
                    Disclosure.Mention(
                        name: full.contains(place) ? person.plain : parts[place] ?? "",
                        span: passages[place].span,
                        // Mame Fatou DIOP is not Fatou DIOP.
                        isUnsure: !full.contains(place) || passages[place].isName
                    )
                )
            }
        }
        return found
    }

    /// Where people are named in full who may not be told to have been there.
    func mentions(ofThoseWhoMayHaveBeenThere people: [PersonName]) -> [Disclosure.Mention] {
        people.filter { person in
            person.inEveryScript.allSatisfy { !named.contains($0.plain.folded) }
        }.flatMap { person in
            Set(fullForms(of: person).flatMap { passages(holding: $0) }).sorted().map {
                Disclosure.Mention(name: person.plain, span: passages[$0].span, isUnsure: true)
            }
        }
    }

    /// Where ways to reach somebody are given that are given nowhere else.
    func mentions(ofWaysToReach contacts: [Value]) -> [Disclosure.Mention] {
        contacts.flatMap { contact -> [Disclosure.Mention] in
            let (name, found): (String, [Int])
            switch contact.content {
            case .email(let address) where !given.contains(address.folded):
                (name, found) = (address, passages(holding: " \(address.folded) "))
            case .phone(let phone) where !given.contains(Self.figures(of: phone)):
                (name, found) = (phone.typed, numbers[Self.figures(of: phone)[...]] ?? [])
            default: return []
            }
            return Set(found).sorted().map {
                Disclosure.Mention(name: name, span: passages[$0].span, isWayToReach: true)
            }
        }
    }

    /// The last of them, which are dialled from anywhere.
    private static func figures(of phone: PhoneNumber) -> String {
        String(phone.typed.filter(\.isASCIIDigit).suffix(leastDigits))
    }

    /// As people write a name, each with a blank at both ends so that it is found whole.
    private func fullForms(of person: PersonName) -> [String] {
        person.writtenForms.flatMap(withProclitics).map { " \($0) " }.filter { $0.count > 4 }
    }

    // MARK: Gathering

    private mutating func gather(_ record: Record) {
        for field in record.fields { gather(field.value) }
        if record.id == nil, let name = record.personName {
            gather(nameTyped: name, at: record.span)
        }
    }

    /// A name that was typed may hold that of somebody else.
    private mutating func gather(nameTyped name: PersonName, at span: Span) {
        for form in name.inEveryScript {
            let text = form.typed ?? form.plain
            add(text, at: span)
            passages[passages.count - 1].isName = !PersonName.isJoined(text, at: span)
        }
    }

    private mutating func gather(_ value: Value) {
        switch value.content {
        case .text(let text):
            for edition in text.editions { add(edition.content, at: edition.span) }
        case .richText(let text):
            for edition in text.editions { add(edition.content.everyWord, at: edition.span) }
        case .address(let lines):
            for line in lines {
                for edition in line.editions { add(edition.content, at: edition.span) }
            }
        case .table(let table):
            for cell in table.head + table.rows.joined() {
                for edition in cell.editions { add(edition.content.everyWord, at: edition.span) }
            }
        case .identifier(let text), .url(let text): add(text, at: value.span)
        case .email(let text):
            given.insert(text.folded)
            add(text, at: value.span)
        case .phone(let phone): given.insert(Self.figures(of: phone))
        case .personName(let name): named.formUnion(name.inEveryScript.map(\.plain.folded))
        case .record(let record): gather(record)
        case .list(let items): for item in items { gather(item) }
        default: break
        }
    }

    private mutating func add(_ text: String, at span: Span) {
        let words = text.folded
        let digits = words.filter(\.isASCIIDigit)
        passages.append(Passage(words: " \(words) ", digits: digits, span: span))
    }
}

/// A folded name as a text may have it: in Arabic, “and”, “to”, “by” are written onto the word behind them.
private func withProclitics(_ form: String) -> [String] {
    guard let first = form.unicodeScalars.first, (0x620...0x6FF).contains(first.value) else {
        return [form]
    }
    return [form] + ["و", "ف", "ب", "ل", "ك", "ول", "وب"].map { $0 + form }
}

extension RichText {
    /// All that stands in it, notes and the addresses that links lead to included.
    fileprivate var everyWord: String { blocks.map(\.everyWord).joined(separator: "\n") }
}

extension RichBlock {
    fileprivate var everyWord: String {
        switch content {
        case .paragraph(let line), .heading(_, let line): line.everyWord
        case .list(let items, _): items.joined().map(\.everyWord).joined(separator: "\n")
        case .quote(let blocks): blocks.map(\.everyWord).joined(separator: "\n")
        case .table(let table):
            ([table.head] + table.rows).joined().map(\.everyWord).joined(separator: "\n")
        case .rule: ""
        }
    }
}

extension [Inline] {
    fileprivate var everyWord: String {
        map { inline -> String in
            switch inline.content {
            case .link(let destination, let words): "\(words.everyWord) \(destination) "
            case .footnote(let blocks): " \(blocks.map(\.everyWord).joined(separator: " ")) "
            case .emphasis(let words), .strong(let words), .superscript(let words),
                .subscript(let words), .language(_, let words):
                words.everyWord
            case .text, .code, .lineBreak: [inline].plainText
            }
        }
        .joined()
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
