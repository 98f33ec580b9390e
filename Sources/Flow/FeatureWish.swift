package import Diagnostics

/// Letters of its own that a text style asks a font for, such as small capitals.
package struct FeatureWish: Hashable, Sendable {
    package var style: TextStyleID
    /// The OpenType tag by which a font has them.
    package var feature: String
    /// Where the layout asks for them.
    package var origin: Span

    /// Nil for a feature that is only known by its tag.
    package var name: Diagnostic.Message? {
        switch feature {
        case "smcp": "small capitals"
        case "c2sc": "small capitals in the place of capitals"
        case "onum": "old-style figures"
        case "lnum": "lining figures"
        case "tnum": "tabular figures"
        default: nil
        }
    }
}
