import Diagnostics

/// The words that a writer put into a paper and the shared records it leans on, to be searched for
/// names that no field gives away any more.
struct Prose {
    private var passages: [(words: String, span: Span)] = []
    /// People whom fields of the paper still name, and rightly so.
    private var named: Set<String> = []

    init(_ paper: Record, _ shared: [Record]) {
        for record in [paper] + shared { gather(record) }
    }

    /// Where people are named who should not be: in full, or by a family name that nobody else has.
    func mentions(of people: [PersonName]) -> [Disclosure.Mention] {
        var found: [Disclosure.Mention] = []
        var sought: Set<String> = []
        for person in people where !named.contains(folded(person.plain)) {
            guard sought.insert(folded(person.plain)).inserted else { continue }
            let forms = fullForms(of: person)
            let family = folded(person.family)
            let isShared = named.contains { words($0).contains(family[...]) }
            for passage in passages {
                let isFull = forms.contains { passage.words.contains($0) }
                guard
                    isFull
                        || (!isShared && family.count > 2 && passage.words.contains(" \(family) "))
                else {
                    continue
                }
                found.append(
                    Disclosure.Mention(
                        name: isFull ? person.plain : person.family,
                        span: passage.span,
                        isFamilyNameOnly: !isFull
                    )
                )
            }
        }
        return found
    }

    /// As people write a name, folded, each with a blank at both ends so that it is found whole.
    private func fullForms(of person: PersonName) -> [String] {
        var forms = person.full?.editions.map(\.content) ?? []
        let family = [person.particles, person.family].filter { !$0.isEmpty }.joined(separator: " ")
        if !person.given.isEmpty, !family.isEmpty {
            forms += ["\(person.given) \(family)", "\(family) \(person.given)"]
        } else {
            forms.append(person.given + family)
        }
        return forms.map { " \(folded($0)) " }.filter { $0.count > 4 }
    }

    // MARK: Gathering

    private mutating func gather(_ record: Record) {
        for field in record.fields { gather(field.value) }
    }

    private mutating func gather(_ value: Value) {
        switch value.content {
        case .text(let text):
            for edition in text.editions { add(edition.content, at: edition.span) }
        case .richText(let text):
            for edition in text.editions { add(edition.content.plainText, at: edition.span) }
        case .address(let lines):
            for line in lines {
                for edition in line.editions { add(edition.content, at: edition.span) }
            }
        case .table(let table):
            for cell in table.head + table.rows.joined() {
                for edition in cell.editions { add(edition.content.plainText, at: edition.span) }
            }
        case .identifier(let text), .url(let text), .email(let text): add(text, at: value.span)
        case .personName(let name): named.insert(folded(name.plain))
        case .record(let record): gather(record)
        case .list(let items): for item in items { gather(item) }
        default: break
        }
    }

    private mutating func add(_ text: String, at span: Span) {
        passages.append((" \(folded(text)) ", span))
    }
}

/// Small letters and figures with one blank between words, whatever stood there.
private func folded(_ text: String) -> String { words(text).joined(separator: " ") }

private func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
}
