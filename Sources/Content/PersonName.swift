/// What a person is called, in the parts that papers arrange differently.
///
/// Spelling is data and never mended; capitals are a way of printing, chosen by the layout.
package struct PersonName: Hashable, Sendable {
    /// Mrs., Mme, Sra.: per language.
    package var honorific: LocalizedText?
    /// Dr., Pr, Col. (r): per language.
    package var title: LocalizedText?
    package var given = ""
    /// `ould`, `de`, `von`: between given and family name, never in capitals.
    package var particles = ""
    package var family = ""
    /// For names that have no parts, or are written in another script: printed as it is.
    package var full: LocalizedText?
    package var sortAs: String?

    package init() {}
}
