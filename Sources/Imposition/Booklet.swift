import Pages
import Units

/// Leaves folded once and laid into each other.
struct Booklet {
    let page: Size
    let isRightToLeft: Bool

    /// Both sides of each sheet, the outermost first.
    func sheets(for count: Int) -> [Sheet] {
        let places = (count + 3) / 4 * 4
        let size = self.size
        // The pages meet at the fold; what a sheet is wider than both stands at its edges.
        let fold = size.width / 2
        return (0..<places / 2).map { side in
            // The outside of a sheet has the later page before the earlier one, the inside after it.
            let (early, late) = (side, places - 1 - side)
            let (left, right) = side % 2 == 0 ? (late, early) : (early, late)
            let pair = isRightToLeft ? [right, left] : [left, right]
            let held = pair.enumerated().compactMap { index, number in
                number < count
                    ? Sheet.Place(
                        page: number,
                        corner: Point(x: fold - page.width * Double(1 - index), y: .zero)
                    ) : nil
            }
            return Sheet(
                size: size,
                places: held,
                label: "\(side + 1)",
                folds: [.upright(x: fold)]
            )
        }
    }

    /// Two pages side by side, or the sheet that is sold for them.
    ///
    /// Source: ISO 216: half of a sheet is rounded down to whole millimetres, so that two pages of A5 are
    /// one less than A4 is wide.
    private var size: Size {
        let pair = Size(width: page.width * 2, height: page.height)
        let sheets = Paper.allCases.map { Size(width: $0.size.height, height: $0.size.width) }
        return sheets.first { sheet in
            (Length.zero...Length.mm(1.01)).contains(sheet.width - pair.width)
                && sheet.height.isNearly(pair.height)
        } ?? pair
    }
}
