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
    /// For names that have no parts, or are written in another script: printed as it is.
    package var full: LocalizedText?
    package var sortAs: String?
    /// As the writer put it, where the name came as one piece of text.
    package var typed: String?

    package init() {}
}
