package import Diagnostics

/// What a person is called, in the parts that papers arrange differently.
///
/// Spelling is data and never mended; capitals are a way of printing, chosen by the layout.
package struct PersonName: Hashable, Sendable {
    /// Mrs., Mme, Sra.: per language.
    package var honorific: LocalizedText?
    /// Doctor, professor, colonel, as abbreviated: per language.
    package var title: LocalizedText?
    package var given = ""
    /// `ould`, `de`, `von`: between given and family name, never in capitals.
    package var particles = ""
    package var family = ""
    /// What stands behind the name and is none of it: `PhD`, `MSc, MBA`.
    package var degrees = ""
    /// Whether a comma parts them from the name, as it does unless somebody typed none.
    package var hasCommaBeforeDegrees = true
    /// For names that have no parts, or are written in another script: printed as it is.
    package var full: LocalizedText?
    package var sortAs: String?
    /// As the writer put it, where the name came as one piece of text.
    package var typed: String?
    /// Each form in parts of its own, where the name is written once for each language.
    ///
    /// The parts above are then those of the first in Latin letters.
    package var forms: [Form] = []

    /// A name as it is written in one language.
    package struct Form: Hashable, Sendable {
        package var language: String?
        package var name: PersonName
        package var span: Span
    }

    package init() {}

    /// Whether it has nothing but what goes before a name, in its parts.
    var isNobody: Bool {
        (honorific ?? title) != nil && full == nil && forms.isEmpty
            && [given, particles, family].allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }

    /// The name as it is written in a language, or the form that stands in for it: of several, one in
    /// Latin letters, which more people read than any other.
    package func edition(in language: String) -> PersonName {
        guard !forms.isEmpty else { return self }
        let names = localized { $0 }
        if let own = names.ownEdition(in: language) { return own.content }
        let other = names.edition(in: language).content
        guard !other.isLatin else { return other }
        return forms.first { $0.name.isLatin }?.name ?? other
    }

    /// The name in one piece, where it was written so, once or for each language.
    package var whole: LocalizedText? {
        forms.contains { $0.name.typed != nil } ? localized { $0.typed ?? "" } : full
    }

    /// Something of every form, by its language; there must be forms.
    func localized<Part: Hashable & Sendable>(_ part: (PersonName) -> Part) -> Localized<Part> {
        Localized(
            forms.map { .init(language: $0.language, content: part($0.name), span: $0.span) }
        )
    }
}
