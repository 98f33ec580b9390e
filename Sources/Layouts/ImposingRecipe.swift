package import Diagnostics
package import Units
import YAML

/// How finished pages are arranged on sheets.
package struct ImposingRecipe: Hashable, Sendable {
    package enum Form: String, CaseIterable, Hashable, Sendable {
        /// Small pages side by side, with crop marks, cut and stacked in order.
        case cards
        /// Folded once and stitched.
        case booklet
        /// Two pages a sheet, folded down the middle.
        case folded
        /// Two pages a sheet, folded across, the upper one standing on its head.
        case tent
    }

    package var form = Form.cards
    package var sheet = Paper.a4.size
    package var isLandscape = false
    package var across = 2
    package var down = 5
    package var gap = Length.zero
    /// Two where each card is a front and a back, printed on both sides of the sheet.
    package var sides = 1
    package var span: Span?

    package init() {}

    static let properties: [Property<ImposingRecipe>] = [
        Property("as", set: \.form, .choice, "In which way.", default: "cards"),
        Property("sheet", set: \.sheet, .paper, "The sheet cards stand on.", default: "a4"),
        Property(
            "landscape",
            set: \.isLandscape,
            .truth,
            "Whether it lies on its side.",
            default: "no"
        ),
        Property("across", set: \.across, .whole(1...20), "Cards side by side.", default: "2"),
        Property("down", set: \.down, .whole(1...20), "Cards one below the other.", default: "5"),
        Property("gap", set: \.gap, .fixed, "Between cards.", default: "0"),
        Property("sides", set: \.sides, .whole(1...2), "Pages of one card.", default: "1"),
    ]

    static func read(_ node: Node, over other: ImposingRecipe, at desk: inout Desk)
        -> ImposingRecipe
    {
        var recipe = other
        recipe.span = node.span
        Property.read(node, into: &recipe, by: properties, of: "‘impose’", at: &desk)
        return recipe
    }
}
