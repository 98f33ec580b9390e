package import Diagnostics
import Unicode

extension Brief {
    /// Whether any of its texts, or of those that papers share, asks for a set text of the brand.
    package var asksForSnippets: Bool {
        record.asksForSnippets || registry.all.contains { $0.asksForSnippets }
    }

    /// The same with the brand's set texts where its own texts ask for them.
    ///
    /// A text without a language is filled for each that is asked for; a name that no set text has is
    /// an error at the text.
    ///
    /// - Parameter languages: In which the paper is printed, its main one first.
    package func filled(
        with snippets: Snippets,
        in languages: [String],
        reporting report: inout Report
    ) -> Brief {
        var filling = SnippetFilling(snippets: snippets, languages: languages, report: report)
        var brief = self
        brief.record = filling.filled(record)
        brief.registry = Registry(registry.all.map { filling.filled($0) })
        report = filling.report
        return brief
    }
}

/// Puts set texts where records ask for them.
private struct SnippetFilling {
    let snippets: Snippets
    let languages: [String]
    var report: Report
    /// What has been told already: a text is filled once for each language.
    private var told: Set<Span> = []

    init(snippets: Snippets, languages: [String], report: Report) {
        self.snippets = snippets
        self.languages = languages
        self.report = report
    }

    mutating func filled(_ record: Record) -> Record {
        guard record.asksForSnippets else { return record }
        var record = record
        for index in record.fields.indices {
            record.fields[index].value = filled(record.fields[index].value)
        }
        return record
    }

    private mutating func filled(_ value: Value) -> Value {
        var value = value
        switch value.content {
        case .text(let text): value.content = .text(filled(text))
        case .richText(let text): value.content = .richText(filled(text))
        case .address(let lines): value.content = .address(lines.map { filled($0) })
        case .table(let table):
            let head = table.head.map { filled($0) }
            let rows = table.rows.map { row in row.map { filled($0) } }
            value.content = .table(TableValue(head: head, rows: rows))
        case .record(let record): value.content = .record(filled(record))
        case .list(let items): value.content = .list(items.map { filled($0) })
        default: break
        }
        return value
    }

    /// A text that says no language gets an edition for each that has none of its own.
    private mutating func filled<Content: AskingForSnippets>(
        _ text: Localized<Content>
    ) -> Localized<Content> {
        guard text.editions.contains(where: { $0.content.asksForSnippets }) else { return text }
        let own = Set(text.editions.compactMap(\.language))
        let open = languages.filter { !own.contains($0) }
        var editions: [Localized<Content>.Edition] = []
        for edition in text.editions {
            guard edition.content.asksForSnippets else {
                editions.append(edition)
                continue
            }
            let asked = edition.language.map { [$0] } ?? (open.isEmpty ? languages : open)
            for language in asked {
                var filled = edition
                filled.content = edition.content.replacingTexts { words in
                    self.filled(words, in: language, at: edition.span)
                }
                if asked.count > 1 { filled.language = language }
                editions.append(filled)
            }
        }
        return Localized(editions)
    }

    private mutating func filled(_ words: String, in language: String, at span: Span) -> String {
        guard let asking = SnippetText(words) else { return words }
        return asking.pieces.map { piece -> String in
            switch piece {
            case .words(let words): return String(words)
            case .open(let words):
                tell(
                    .error("a brace opens here for a set text, and none closes it", at: span)
                        .hinting("write ‘{snippet:colophon}’, the name of a set text between")
                )
                return String(words)
            case .snippet(let name): return text(name, in: language, at: span)
            }
        }.joined()
    }

    private mutating func text(_ name: String, in language: String, at span: Span) -> String {
        if let text = snippets.text(name, in: language, askedAt: span, reporting: &report) {
            return text
        }
        tell(.error(.noSnippet(name), at: span).hinting(snippets.mend(of: name)))
        return ""
    }

    private mutating func tell(_ problem: Diagnostic) {
        guard let span = problem.span, told.insert(span).inserted else { return }
        report.add(problem)
    }
}

extension Diagnostic.Message {
    fileprivate static func noSnippet(_ name: String) -> Self { "there is no snippet ‘\(name)’" }
}
