package import Content
package import Layouts

/// Everything a composition draws on besides its content and its layout.
package struct House: Sendable {
    package var brand: Brand
    package var pack: LanguagePack
    /// Packs for passages in other languages, by tag.
    package var otherPacks: [String: LanguagePack]
    /// What the kinds say of fields, to tell a missing field from a wrong name.
    package var kinds: KindLibrary?
    /// Whether a picture that nobody described must not be printed, or is only told of.
    package var requiresDescriptions: Bool

    package init(
        brand: Brand,
        pack: LanguagePack,
        otherPacks: [String: LanguagePack] = [:],
        kinds: KindLibrary? = nil,
        requiresDescriptions: Bool = true
    ) {
        self.brand = brand
        self.pack = pack
        self.otherPacks = otherPacks
        self.kinds = kinds
        self.requiresDescriptions = requiresDescriptions
    }
}
