package import Arrangement
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
        /// Old-style where the family has such, else its own.
        case text
        case old, lining, tabular
        case oldTabular = "old-tabular"
    }

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

    /// How wide a space between words may be, as shares of the font's own.
    package struct WordSpace: Hashable, Sendable {
        package var least = 0.75
        package var ideal = 1.0
        /// What is wider looks pulled apart.
        package var most = 1.5

        package init() {}
    }

    /// How much nearer letters may come to each other, and how much further apart they may stand, in ems.
    package struct LetterFit: Hashable, Sendable {
        package var least = 0.0
        package var most = 0.0

        package init() {}
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
    package var letterOrigins = LetterOrigins()
    package var tracking: Double?
    package var rise: Measure?
    package var isUnderlined: Bool?
    // Lines
    package var alignment: TextAlignment?
    package var leading: Measure?
    package var indent: Measure?
    package var listIndent: Measure?
    package var listGap: Measure?
    package var hyphenates: Bool?
    package var isBalanced: Bool?
    package var hangsPunctuation: Bool?
    package var hangsMark: Bool?
    package var orphans: Int?
    package var widows: Int?
    package var minimumLastLine: Double?
    package var lastLineGap: Measure?
    package var dropCap: Int?
    package var fitSize: Measure?
    package var fitLines: Int?
    package var takesLinesFirst: Bool?
    package var stretch: Double?
    package var letterFit: LetterFit?
    package var wordSpace: WordSpace?
    package var looseness: Int?
    // Block
    package var before: Measure?
    package var beforeStretch: Measure?
    package var after: Measure?
    package var padding: Sides?
    package var marginStart: Measure?
    package var marginEnd: Measure?
    package var reachStart: Measure?
    package var reachEnd: Measure?
    package var background: Tone?
    package var radius: Measure?
    package var borderTop: Border?
    package var borderEnd: Border?
    package var borderBottom: Border?
    package var borderStart: Border?
    package var keepsWithNext: Bool?
    package var keepsTogether: Bool?
    package var keptHeight: Measure?
    package var breakBefore: BlockBreak?
    package var breakHeight: Measure?
    package var float: BlockFloat?
    package var grid: GridKeeping?
    package var priority: Int?

    package init() {}

    /// This style laid over another: what it leaves open comes from there.
    ///
    /// Written out, since by key paths it was a twentieth of the time that a brief takes.
    package func over(_ other: Style) -> Style {
        var whole = self
        whole.font = font ?? other.font
        whole.weight = weight ?? other.weight
        whole.isItalic = isItalic ?? other.isItalic
        whole.size = size ?? other.size
        whole.colour = colour ?? other.colour
        whole.capitals = capitals ?? other.capitals
        whole.figures = figures ?? other.figures
        whole.features = features ?? other.features
        whole.letterOrigins = letterOrigins.over(other.letterOrigins)
        whole.tracking = tracking ?? other.tracking
        whole.rise = rise ?? other.rise
        whole.isUnderlined = isUnderlined ?? other.isUnderlined
        whole.alignment = alignment ?? other.alignment
        whole.leading = leading ?? other.leading
        whole.indent = indent ?? other.indent
        whole.listIndent = listIndent ?? other.listIndent
        whole.listGap = listGap ?? other.listGap
        whole.hyphenates = hyphenates ?? other.hyphenates
        whole.isBalanced = isBalanced ?? other.isBalanced
        whole.hangsPunctuation = hangsPunctuation ?? other.hangsPunctuation
        whole.hangsMark = hangsMark ?? other.hangsMark
        whole.orphans = orphans ?? other.orphans
        whole.widows = widows ?? other.widows
        whole.minimumLastLine = minimumLastLine ?? other.minimumLastLine
        whole.lastLineGap = lastLineGap ?? other.lastLineGap
        whole.dropCap = dropCap ?? other.dropCap
        whole.fitSize = fitSize ?? other.fitSize
        whole.fitLines = fitLines ?? other.fitLines
        whole.takesLinesFirst = takesLinesFirst ?? other.takesLinesFirst
        whole.stretch = stretch ?? other.stretch
        whole.letterFit = letterFit ?? other.letterFit
        whole.wordSpace = wordSpace ?? other.wordSpace
        whole.looseness = looseness ?? other.looseness
        whole.before = before ?? other.before
        whole.beforeStretch = beforeStretch ?? other.beforeStretch
        whole.after = after ?? other.after
        whole.padding = padding ?? other.padding
        whole.marginStart = marginStart ?? other.marginStart
        whole.marginEnd = marginEnd ?? other.marginEnd
        whole.reachStart = reachStart ?? other.reachStart
        whole.reachEnd = reachEnd ?? other.reachEnd
        whole.background = background ?? other.background
        whole.radius = radius ?? other.radius
        whole.borderTop = borderTop ?? other.borderTop
        whole.borderEnd = borderEnd ?? other.borderEnd
        whole.borderBottom = borderBottom ?? other.borderBottom
        whole.borderStart = borderStart ?? other.borderStart
        whole.keepsWithNext = keepsWithNext ?? other.keepsWithNext
        whole.keepsTogether = keepsTogether ?? other.keepsTogether
        whole.keptHeight = keptHeight ?? other.keptHeight
        whole.breakBefore = breakBefore ?? other.breakBefore
        whole.breakHeight = breakHeight ?? other.breakHeight
        whole.float = float ?? other.float
        whole.grid = grid ?? other.grid
        whole.priority = priority ?? other.priority
        return whole
    }
}
