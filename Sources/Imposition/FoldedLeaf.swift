import Pages
import Units

/// A leaf of two pages, folded once, nothing inside it.
struct FoldedLeaf {
    let page: Size
    let isTent: Bool
    let isRightToLeft: Bool

    /// A sheet for every two pages.
    func sheets(for count: Int) -> [Sheet] {
        stride(from: 0, to: count, by: 2).enumerated().map { number, first in
            var places = [Sheet.Place(page: first, corner: corner(ofSecond: false))]
            if first + 1 < count {
                places.append(
                    Sheet.Place(
                        page: first + 1,
                        corner: corner(ofSecond: true),
                        isTurned: isTent
                    )
                )
            }
            return Sheet(
                size: size,
                places: places,
                marks: fold.dashes(on: Rect(origin: .zero, size: size), from: -Self.markLength),
                label: "\(number + 1)",
                folds: [fold]
            )
        }
    }

    private var size: Size {
        isTent
            ? Size(width: page.width, height: page.height * 2)
            : Size(width: page.width * 2, height: page.height)
    }

    /// The first page stands where it is in front once the fold is behind or above it.
    private func corner(ofSecond isSecond: Bool) -> Point {
        if isTent { return Point(x: .zero, y: isSecond ? .zero : page.height) }
        return Point(x: isSecond == isRightToLeft ? page.width : .zero, y: .zero)
    }

    /// Of the dashes on the leaf itself, at both ends of the fold.
    private static let markLength = Length.mm(4)

    private var fold: Fold { isTent ? .level(y: page.height) : .upright(x: page.width) }
}
