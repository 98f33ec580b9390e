import Pages
import Typesetting
import Units

/// A block that stands at the head or the foot of a column.
struct PouredFloat {
    let floating: Floating
    private let ownHeight: Double
    /// Below a picture at the foot, which ends where the last baseline of a text would stand: what comes
    /// beneath it is as far off.
    private let clearance: Double
    var place: Floating.Place

    /// - Parameter line: From line to line of the document's text.
    init(_ floating: Floating, line: Double) {
        self.floating = floating
        ownHeight = floating.galley.height.points
        clearance = floating.galley.endsWithPicture ? line * 0.3 : 0
        place = floating.place
    }

    /// At the foot, with room to find the grid; at the head, text finds it below.
    var height: Double {
        ownHeight + (place == .foot ? floating.gridStep.points + clearance : 0)
    }

    var gap: Length { floating.gap(at: place) }

    /// All that is asked of it before it is put onto a page.
    struct Numbers: Hashable {
        let height: Double
        let place: Floating.Place
        let gaps: [Length]
        let gridStep: Length
        let clearance: Double
    }

    var numbers: Numbers {
        let gaps = [Floating.Place.top, .foot].map { floating.gap(at: $0) }
        return Numbers(
            height: ownHeight,
            place: place,
            gaps: gaps,
            gridStep: floating.gridStep,
            clearance: clearance
        )
    }
}

extension Galley {
    /// Whether no words stand beneath the lowest picture, nor beside its foot.
    fileprivate var endsWithPicture: Bool {
        guard let last = strips.last else { return false }
        return last.fragments.contains { fragment in
            fragment.marks.contains { mark in
                guard case .picture(let picture) = mark else { return false }
                let foot = fragment.origin.y + picture.shown.maxY
                return foot > last.height - .pt(1)
            }
        }
    }
}
