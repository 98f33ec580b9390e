package import Arrangement
package import Diagnostics
import YAML

/// How many pages the paper should have, and what may give way for it.
package struct FitRecipe: Hashable, Sendable {
    package var pages: Int?
    package var atMost: Int?
    /// The least share of its room that the last page fills.
    package var lastFill: Double?
    package var order = LeverKind.allCases
    /// The least shares of what the design says.
    package var rows = 0.0
    package var gaps = 0.7
    package var leading = 0.96
    package var pictureHeights = 0.75
    package var size = 0.97
    /// In ems.
    package var tracking = 0.01
    /// Whether blocks with a priority may be left out.
    package var leavesOut = true
    /// The number of pages is made a multiple of this by spare ones before the last.
    package var multiple = 1
    package var span: Span?

    package init() {}

    /// How far a lever may go.
    package func bound(of lever: LeverKind) -> Double {
        switch lever {
        case .rows: rows
        case .gaps: gaps
        case .leading: leading
        case .pictures: pictureHeights
        case .tracking: tracking
        case .size: size
        }
    }

    static let properties: [Property<FitRecipe>] = target + levers

    private static let target: [Property<FitRecipe>] = [
        Property("pages", \.pages, .whole(1...10_000), "Exactly so many pages."),
        Property("at-most", \.atMost, .whole(1...10_000), "No more than so many."),
        Property(
            "fill-last",
            \.lastFill,
            .share(0...1),
            "The least share of its room that the last page fills."
        ),
        Property(
            "multiple",
            set: \.multiple,
            .whole(1...64),
            "Pages come in so many; the master `spare` makes up for those missing, after the text or before the page it ends on.",
            default: "1"
        ),
    ]

    private static let levers: [Property<FitRecipe>] = [
        Property(
            "order",
            set: \.order,
            .levers,
            "What may give way: all together, each twice as dear as the one before it, and the page "
                + "kept as near to its design as can be. What is not named stays as it is.",
            default: "[rows, gaps, leading, pictures, tracking, size]"
        ),
        Property(
            "rows",
            set: \.rows,
            .share(0...1),
            "The least share of the room that the rows of a timetable have for their minutes.",
            default: "0%"
        ),
        Property(
            "gaps",
            set: \.gaps,
            .share(0...1),
            "The least share of the space between blocks.",
            default: "70%"
        ),
        Property(
            "leading",
            set: \.leading,
            .share(0.5...1),
            "The least share of the leading.",
            default: "96%"
        ),
        Property(
            "pictures",
            set: \.pictureHeights,
            .share(0.05...1),
            "The least share of a picture’s height.",
            default: "75%"
        ),
        Property(
            "tracking",
            set: \.tracking,
            .tracking,
            "Taken between letters at most.",
            default: "0.01em"
        ),
        Property(
            "size",
            set: \.size,
            .share(0.25...1),
            "The least share of the type size.",
            default: "97%"
        ),
        Property(
            "leave-out",
            set: \.leavesOut,
            .truth,
            "Whether blocks with a priority may go, the lowest first, where levers do not suffice.",
            default: "yes"
        ),
    ]
}

extension Form where Value == [LeverKind] {
    fileprivate static var levers: Form {
        let known = LeverKind.allCases.map(\.rawValue)
        return Form(words: "a list of \(known.joined(separator: ", "))") { node, desk in
            let items = node.items ?? [node]
            return items.compactMap { item in
                if let lever = item.text.flatMap(LeverKind.init(rawValue:)) { return lever }
                desk.expect(
                    "a lever",
                    at: item,
                    hint: Suggestion.oneOf(known, for: item.text ?? "")
                )
                return nil
            }
        }
    }
}
