import Typesetting
import Units

/// A block that stands at the head or the foot of a column.
struct PouredFloat {
    let floating: Floating
    private let ownHeight: Double
    var place: Floating.Place

    init(_ floating: Floating) {
        self.floating = floating
        ownHeight = floating.galley.height.points
        place = floating.place
    }

    /// At the foot, with room to find the grid; at the head, text finds it below.
    var height: Double { ownHeight + (place == .foot ? floating.gridStep.points : 0) }

    var gap: Length { floating.gap(at: place) }

    /// All that is asked of it before it is put onto a page.
    struct Numbers: Hashable {
        let height: Double
        let place: Floating.Place
        let gaps: [Length]
        let gridStep: Length
    }

    var numbers: Numbers {
        let gaps = [Floating.Place.top, .foot].map { floating.gap(at: $0) }
        return Numbers(
            height: ownHeight,
            place: place,
            gaps: gaps,
            gridStep: floating.gridStep
        )
    }
}
