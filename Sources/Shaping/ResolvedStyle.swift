internal import CHarfBuzz
import Diagnostics
import Glyphs
import Unicode

/// A style with its fonts found and its features read.
///
/// One object, since every word that is shaped asks for it several times.
final class ResolvedStyle {
    let style: FontStyle
    /// The face that the style asks for; nil only where the catalogue has none at all.
    let primary: FontID?
    let language: OpaquePointer?
    let features: [hb_feature_t]
    /// The same for words of plain letters, in fonts that compose marks alone: half of what HarfBuzz does
    /// for such a word is to find that there is no mark to compose or to attach.
    let featuresOfPlainWords: [hb_feature_t]
    /// For each script met so far, and that of the letters around: they are few, and every word asks.
    var candidates: [FontCandidates] = []
    /// How large fonts that stand in for the page's are set, in ems, as far as they were met.
    var shares: [FontID: Double] = [:]
    /// For each script met so far, the face that its spaces come from; nil where none has any.
    var spaces: [Script: FontID?] = [:]

    init(_ style: FontStyle, primary: FontID?) {
        self.style = style
        self.primary = primary
        language = hb_language_from_string(style.language, -1)
        features = style.features.compactMap { Self.feature($0) }
        // What the style asks for comes after, and holds.
        featuresOfPlainWords = Self.forMarks + features
    }

    private static let forMarks = ["-ccmp", "-mark", "-mkmk"].compactMap { feature($0) }

    /// Reads `smcp`, `-liga`, `salt=2` and whatever else HarfBuzz understands.
    static func feature(_ text: String) -> hb_feature_t? {
        var feature = hb_feature_t()
        guard hb_feature_from_string(text, -1, &feature) != 0 else { return nil }
        return feature
    }
}
