import Diagnostics
import YAML

extension Reader {
    mutating func readText(_ node: Node, of field: FieldDescription) -> Value? {
        readLocalized(node, of: field).map { Value(.text($0), at: node.span) }
    }

    /// Reads text of one line, which may have marks: where it has none, it is text like all other.
    mutating func readLine(_ node: Node, of field: FieldDescription) -> Value? {
        let texts = texts(in: node, type: .line, of: field)
        let plain = texts.map { text in
            LocalizedText.Edition(
                language: text.language,
                content: trimmed(text.node.text ?? ""),
                span: text.node.span
            )
        }
        guard !plain.isEmpty else { return nil }
        if plain.allSatisfy({ PlainParagraph.isFreeOfMarks($0.content) }) {
            return Value(.text(LocalizedText(plain, preferring: standIns)), at: node.span)
        }
        let editions = zip(texts, plain).map { text, plain in
            LocalizedRichText.Edition(
                language: text.language,
                content: richLine(plain.content, in: text.node),
                span: text.node.span
            )
        }
        let hasMarks = zip(editions, plain).contains { $0.content.isMarked(besides: $1.content) }
        return hasMarks
            ? Value(.richText(LocalizedRichText(editions, preferring: standIns)), at: node.span)
            : Value(.text(LocalizedText(plain, preferring: standIns)), at: node.span)
    }

    mutating func readRichText(_ node: Node, of field: FieldDescription) -> Value? {
        readLocalizedRichText(node, of: field).map { Value(.richText($0), at: node.span) }
    }

    mutating func readLocalizedRichText(
        _ node: Node,
        of field: FieldDescription
    ) -> LocalizedRichText? {
        let editions = texts(in: node, type: .richText, of: field).map { text in
            LocalizedRichText.Edition(
                language: text.language,
                content: richText(in: bare(text.node, of: field)),
                span: text.node.span
            )
        }
        return editions.isEmpty ? nil : LocalizedRichText(editions, preferring: standIns)
    }

    /// Reads text in one language or in several.
    mutating func readLocalized(_ node: Node, of field: FieldDescription) -> LocalizedText? {
        let editions = texts(in: node, type: .text, of: field).map { text in
            lintLanguageMarks(of: text.node, in: field)
            lintEmphasis(of: text.node, in: field)
            return LocalizedText.Edition(
                language: text.language,
                content: trimmed(text.node.text ?? ""),
                span: text.node.span
            )
        }
        return editions.isEmpty ? nil : LocalizedText(editions, preferring: standIns)
    }

    /// Whether the keys of a mapping are names of languages.
    func isLanguageMap(_ entries: [Node.Entry]) -> Bool {
        !entries.isEmpty
            && entries.allSatisfy { $0.key.text.map { LanguageTag($0).isWellFormed } ?? false }
    }

    /// The scalars of a text, with the language each is in, looked over for foreign spacing.
    private mutating func texts(
        in node: Node,
        type: FieldType,
        of field: FieldDescription
    ) -> [(language: String?, node: Node)] {
        if node.text != nil {
            if refusesLength(of: node) { return [] }
            lintAside(of: node)
            lintQuotes(of: node, as: type)
            lintSpacing(of: node, in: language, isMarked: false)
            lintEthiopic(node, in: language)
            lintDirection(of: node)
            if case .richText = type { warnOfParagraphsLost(in: node, field.name) }
            return [(nil, node)]
        }
        let joined = node.entries.map { joinedAtCommas($0, among: [], reporting: &report) }
        guard let entries = joined, isLanguageMap(entries) else {
            mismatch(node, type, of: field)
            return []
        }
        return entries.compactMap { entry in
            guard let language = entry.key.text, !entry.value.isEmpty,
                !refusesLength(of: entry.value)
            else { return nil }
            guard entry.value.text != nil else {
                mismatch(entry.value, type, of: field)
                return nil
            }
            lintAside(of: entry.value)
            lintQuotes(of: entry.value, as: type)
            lintSpacing(of: entry.value, in: language, isMarked: true)
            lintEthiopic(entry.value, in: language)
            lintDirection(of: entry.value)
            if case .richText = type { warnOfParagraphsLost(in: entry.value, language) }
            // What is in no language that anybody named serves every edition.
            return (language == "und" ? nil : language, entry.value)
        }
    }

    /// An empty line in a text without a sign is the end of a line to YAML, and no paragraph begins behind it.
    private mutating func warnOfParagraphsLost(in node: Node, _ key: String) {
        guard let scalar = node.scalar, scalar.style == .plain, scalar.text.contains("\n") else {
            return
        }
        report.add(
            .warning("empty lines begin no paragraphs in a text without ‘|’", at: node.span)
                .hinting("put ‘|’ behind ‘\(key):’, and begin the text on the next line")
        )
    }

    /// Reads the lines of an address: a list, or text with line breaks.
    mutating func readAddress(_ node: Node, of field: FieldDescription) -> Value? {
        if let items = node.items {
            let lines = items.compactMap { $0.isEmpty ? nil : readLocalized($0, of: field) }
            return Value(.address(lines), at: node.span)
        }
        guard let text = readLocalized(node, of: field) else { return nil }
        let lines = text.editions.map { $0.content.split(separator: "\n") }
        let count = lines.map(\.count).max() ?? 0
        let address = (0..<count).compactMap { index -> LocalizedText? in
            let editions = zip(text.editions, lines).compactMap { edition, lines in
                index < lines.count
                    ? LocalizedText.Edition(
                        language: edition.language,
                        content: trimmed(String(lines[index])),
                        span: edition.span
                    ) : nil
            }
            return editions.isEmpty ? nil : LocalizedText(editions, preferring: standIns)
        }
        return Value(.address(address), at: node.span)
    }
}

extension RichText {
    /// Whether there is more to it than the words.
    fileprivate func isMarked(besides words: String) -> Bool {
        guard case .paragraph(let line)? = blocks.first?.content, line.count == 1,
            case .text(let text) = line[0].content
        else { return true }
        return text != words
    }
}
