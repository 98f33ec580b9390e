package import Diagnostics

/// Where a style was told which letters of its font it takes.
///
/// It is no part of how the style looks: styles that differ in it alone are the same.
package struct LetterOrigins: Hashable, Sendable {
    package var capitals: Span?
    package var figures: Span?
    package var features: Span?

    package static func == (_: LetterOrigins, _: LetterOrigins) -> Bool { true }

    package func hash(into hasher: inout Hasher) {}

    /// What is not told here is told there.
    func over(_ other: LetterOrigins) -> LetterOrigins {
        LetterOrigins(
            capitals: capitals ?? other.capitals,
            figures: figures ?? other.figures,
            features: features ?? other.features
        )
    }
}
