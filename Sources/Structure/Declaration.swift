/// What a finished file says of itself to programs that read it aloud.
///
/// Source: ISO 14289-1, 5, 7.1 and 7.2.
package struct Declaration: Hashable, Sendable {
    /// BCP 47; empty where the file does not say.
    package var language: String
    /// Whether it says that all of its content is in its structure.
    package var isTagged: Bool
    /// Whether its title stands above its window, and not its name.
    package var showsTitle: Bool
    /// Whether it says that everybody can read it.
    package var isUniversal: Bool

    package init(language: String, isTagged: Bool, showsTitle: Bool, isUniversal: Bool) {
        self.language = language
        self.isTagged = isTagged
        self.showsTitle = showsTitle
        self.isUniversal = isUniversal
    }
}
