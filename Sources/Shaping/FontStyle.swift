/// What shaping must know of how letters look; size, colour and tracking are not its business.
package struct FontStyle: Hashable, Sendable {
    package var family: String
    /// Families that words in other scripts are set in, by ISO 15924 code.
    package var companions: [String: String]
    /// From 100 to 900.
    package var weight: Int
    /// Whether letters slant, of those scripts that have italics.
    package var isItalic: Bool
    /// The weight of letters of all other scripts; nil for that of the rest.
    package var uprightWeight: Int?
    /// OpenType features as a layout writes them: `smcp` is switched on, `-liga` off, `salt=2` chosen.
    package var features: [String]
    /// BCP 47.
    package var language: String

    package init(
        family: String,
        companions: [String: String] = [:],
        weight: Int = 400,
        isItalic: Bool = false,
        uprightWeight: Int? = nil,
        features: [String] = [],
        language: String
    ) {
        self.family = family
        self.companions = companions
        self.weight = weight
        self.isItalic = isItalic
        self.uprightWeight = uprightWeight
        self.features = features
        self.language = language
    }

    /// What tells most styles apart; the tables that hold them compare the rest.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(family)
        hasher.combine(weight)
        hasher.combine(isItalic)
        hasher.combine(language)
    }
}

/// A font style that a shaper has resolved; it belongs to that shaper alone.
package struct FontStyleID: Hashable, Sendable {
    package let index: Int32

    package init(index: Int32) { self.index = index }
}
