import Diagnostics
import Units

/// How notes at the foot of a page are parted from the text above them.
package struct NotesRecipe: Hashable, Sendable {
    /// From the text to the first note, the line between them included.
    package var gap: Measure = .absolute(.pt(12))
    package var rule: Style.Border? = Style.Border(width: .pt(0.4), colour: .fixed(.black))
    package var ruleLength: Measure = .absolute(.pt(56))
    /// From the line to the first note.
    package var ruleGap: Measure = .absolute(.pt(7))

    package init() {}

    static let properties: [Property<NotesRecipe>] = [
        Property(
            "gap",
            set: \.gap,
            .length,
            "From the text to the first note, the line between them included.",
            default: "12pt"
        ),
        Property("rule", \.rule, .border, "The line between them.", default: "0.4pt black"),
        Property("rule-length", set: \.ruleLength, .length, "Its length.", default: "56pt"),
        Property(
            "rule-gap",
            set: \.ruleGap,
            .length,
            "From the line to the first note.",
            default: "7pt"
        ),
    ]
}
