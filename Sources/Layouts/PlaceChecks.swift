import Diagnostics
import Units

/// Whether what a layout places is on its page at all.
extension Desk {
    /// Margins that leave nothing for columns would set a letter a line.
    mutating func checkMargins(of layout: Layout) {
        let (grid, page) = (layout.grid, layout.pageSize)
        let width = room(page.width, within: grid.inside, grid.outside)
        let height = room(page.height, within: grid.top, grid.bottom)
        guard width.map({ $0 <= .zero }) == true || height.map({ $0 <= .zero }) == true,
            let span = layout.span
        else { return }
        report.add(
            .error(
                "the margins leave no room on a page of \(page.width.inMillimetres) by \(page.height.inMillimetres)",
                at: span
            )
            .hinting("make ‘margins’ smaller, or ‘size’ larger")
        )
    }

    /// Nil where it can't be said before type is known.
    private func room(_ whole: Length, within one: Measure, _ other: Measure) -> Length? {
        guard case .absolute(let first) = one, case .absolute(let last) = other else { return nil }
        return whole - first - last
    }

    /// A frame of which nothing is on the page, nor on what is cut off around it.
    mutating func checkPlace(of frame: FrameDesign, on layout: Layout) {
        let page = layout.pageSize
        if isBeside(frame, page.width, bleed: layout.bleed) {
            report.add(
                .error(
                    "the frame ‘\(frame.name)’ stands outside the page, which is \(page.width.inMillimetres) wide",
                    at: frame.span
                )
            )
        } else if isBeyond(frame.top, page.height + layout.bleed)
            || isBeyond(frame.bottom, page.height + layout.bleed)
        {
            report.add(
                .error(
                    "the frame ‘\(frame.name)’ stands outside the page, which is \(page.height.inMillimetres) tall",
                    at: frame.span
                )
            )
        }
    }

    private func isBeside(_ frame: FrameDesign, _ page: Length, bleed: Length) -> Bool {
        guard case .absolute(let start)? = frame.start ?? frame.left else { return false }
        var end = start
        if case .absolute(let width)? = frame.width { end = start + width }
        return start >= page + bleed || (frame.width != nil && end <= -bleed)
    }

    private func isBeyond(_ edge: FrameDesign.Edge?, _ page: Length) -> Bool {
        if case .at(.absolute(let place))? = edge { place >= page } else { false }
    }
}

extension Layout {
    /// The page as it is read.
    fileprivate var pageSize: Size {
        isLandscape ? Size(width: size.height, height: size.width) : size
    }
}

extension Length {
    fileprivate var inMillimetres: String { "\(millimetres.inHundredths) mm" }
}
