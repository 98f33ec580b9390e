package import Units

/// How something looks: letters, lines and block in one, each part said or left open.
///
/// What is nil is taken from the style this one comes from, and at last from the house's defaults.
package struct Style: Hashable, Sendable {
    package enum Capitals: String, CaseIterable, Hashable, Sendable {
        case none, upper, small
        case allSmall = "all-small"
    }

    package enum Figures: String, CaseIterable, Hashable, Sendable {
        case old, lining, tabular
        case oldTabular = "old-tabular"
    }

    package enum Alignment: String, CaseIterable, Hashable, Sendable {
        case start, end, centre, justified
    }

    package enum Break: String, CaseIterable, Hashable, Sendable { case none, column, page }

    /// A line along an edge.
    package struct Border: Hashable, Sendable {
        package var width: Length
        package var colour: Tone
    }

    /// Four distances, the sides named by the direction of reading.
    package struct Sides: Hashable, Sendable {
        package var top: Measure
        package var end: Measure
        package var bottom: Measure
        package var start: Measure
    }

    // Letters
    /// A role that the brand fills, such as `serif`.
    package var font: String?
    package var weight: Int?
    package var isItalic: Bool?
    package var size: Measure?
    package var colour: Tone?
    package var capitals: Capitals?
    package var figures: Figures?
    package var features: [String]?
    package var tracking: Double?
    package var rise: Measure?
    package var isUnderlined: Bool?
    // Lines
    package var alignment: Alignment?
    package var leading: Measure?
    package var indent: Measure?
    package var hyphenates: Bool?
    package var isBalanced: Bool?
    package var hangsPunctuation: Bool?
    package var orphans: Int?
    package var widows: Int?
    package var minimumLastLine: Double?
    package var dropCap: Int?
    package var fitSize: Measure?
    package var fitLines: Int?
    package var stretch: Double?
    // Block
    package var before: Measure?
    package var after: Measure?
    package var padding: Sides?
    package var marginStart: Measure?
    package var marginEnd: Measure?
    package var background: Tone?
    package var radius: Measure?
    package var borderTop: Border?
    package var borderEnd: Border?
    package var borderBottom: Border?
    package var borderStart: Border?
    package var keepsWithNext: Bool?
    package var keepsTogether: Bool?
    package var breakBefore: Break?
    package var keepsGrid: Bool?
    package var priority: Int?

    package init() {}

    /// This style laid over another: what it leaves open comes from there.
    package func over(_ other: Style) -> Style {
        var result = self
        for property in Self.properties { property.inherit(&result, other) }
        return result
    }
}
