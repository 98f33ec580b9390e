package import Diagnostics

/// A text that an edition prints in another language, since nobody has translated it.
package struct MissingTranslation: Hashable, Sendable {
    /// Names of fields joined by points, with the number of an item, from one.
    package var path: String
    /// The language that is missing.
    package var language: String
    /// The one that is printed.
    package var printed: String
    package var span: Span
}

extension Brief {
    /// The texts that have no version in a language.
    ///
    /// In the order of the paper, then of the shared records that it leans on. What is written
    /// without a language serves all of them.
    package func missingTranslations(into language: String, naming kinds: KindLibrary)
        -> [MissingTranslation]
    {
        var found: [MissingTranslation] = []
        let wanted = LanguageTag(language)
        TextWalk.over(self, naming: kinds) { text, path, _ in
            let isServed = text.languages.contains { tag in
                tag.map { $0 == language || LanguageTag($0).isRelated(to: wanted) } ?? true
            }
            guard !isServed, case let edition = text.edition(in: language) else { return }
            found.append(
                MissingTranslation(
                    path: path.joined(separator: "."),
                    language: language,
                    printed: edition.language ?? "",
                    span: edition.span
                )
            )
        }
        return found
    }

    /// Where texts stand that editions in other languages than these print.
    package func textsElsewhere(than languages: [String]) -> [Span] {
        var found: [Span] = []
        TextWalk.over(self, naming: KindLibrary()) { text, _, _ in
            let printed = Set(languages.map { text.edition(in: $0).span })
            found += text.passages.map(\.whole.span).filter { !printed.contains($0) }
        }
        return found
    }
}
