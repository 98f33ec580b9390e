import Pages
import Units

/// Leaves folded once and laid into each other.
struct Booklet {
    let page: Size
    let isRightToLeft: Bool

    /// Both sides of each sheet, the outermost first.
    func sheets(for count: Int) -> [Sheet] {
        let places = (count + 3) / 4 * 4
        let size = Size(width: page.width * 2, height: page.height)
        return (0..<places / 2).map { side in
            // The outside of a sheet has the later page before the earlier one, the inside after it.
            let (early, late) = (side, places - 1 - side)
            let (left, right) = side % 2 == 0 ? (late, early) : (early, late)
            let pair = isRightToLeft ? [right, left] : [left, right]
            let held = pair.enumerated().compactMap { index, number in
                number < count
                    ? Sheet.Place(
                        page: number,
                        corner: Point(x: page.width * Double(index), y: .zero)
                    ) : nil
            }
            return Sheet(
                size: size,
                places: held,
                label: "\(side + 1)",
                folds: [.upright(x: page.width)]
            )
        }
    }
}
