package import Diagnostics

/// What somebody wrote once for every language, or once for each.
///
/// Languages are BCP 47 tags, kept as typed.
package struct Localized<Content: Hashable & Sendable>: Hashable, Sendable {
    package struct Edition: Hashable, Sendable {
        /// Nil where the writer named none: it then serves every edition.
        package var language: String?
        package var content: Content
        package var span: Span

        package init(language: String? = nil, content: Content, span: Span) {
            self.language = language
            self.content = content
            self.span = span
        }
    }

    /// In the order of the source; never empty.
    package let editions: [Edition]
    /// The place of the one that serves languages which have none.
    private let standIn: Int

    /// - Parameter languages: Those in which readers of other languages had best read it; English, which more
    ///   of them read than any other, comes behind them.
    package init(_ editions: [Edition], preferring languages: [String] = []) {
        precondition(!editions.isEmpty, "text without any edition")
        self.editions = editions
        let preferred =
            editions.count == 1
            ? []
            : (languages + ["en"]).map { language in
                editions.firstIndex { $0.isWritten(in: language) }
            }
        standIn = preferred.lazy.compactMap(\.self).first ?? 0
    }

    package init(_ content: Content, at span: Span) {
        self.init([Edition(content: content, span: span)])
    }

    /// The edition for a language, or the one that stands in for it.
    ///
    /// Looked for in this order: the tag itself, the same language with another region, text
    /// without a language, the languages of the event in their order, English, the first.
    package func edition(in language: String) -> Edition {
        if editions.count == 1 { return editions[0] }
        return ownEdition(in: language) ?? editions.first { $0.language == nil }
            ?? editions[standIn]
    }

    /// The edition that was written for a language, in that region or in another; nil where none was.
    func ownEdition(in language: String) -> Edition? {
        if let same = editions.first(where: { $0.language == language }) { return same }
        return editions.first { $0.isWritten(in: language) }
    }
}

extension Localized.Edition {
    /// Whether it is in a language, in whichever region.
    fileprivate func isWritten(in language: String) -> Bool {
        self.language.map { LanguageTag($0).isRelated(to: LanguageTag(language)) } ?? false
    }
}

package typealias LocalizedText = Localized<String>
package typealias LocalizedRichText = Localized<RichText>
