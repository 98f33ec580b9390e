import Diagnostics
import Units

/// Whether what a layout places is on its page at all.
extension Desk {
    /// Margins that leave nothing for columns would set a letter a line.
    mutating func checkMargins(of layout: Layout, _ own: OwnWords) {
        let (grid, page) = (layout.grid, layout.pageSize)
        let width = room(page.width, within: grid.inside, grid.outside)
        let height = room(page.height, within: grid.top, grid.bottom)
        guard width.map({ $0 <= .zero }) == true || height.map({ $0 <= .zero }) == true,
            let span = own.place(of: nil, orOf: [["grid", "margins"], ["size"]]) ?? layout.span
        else { return checkGutters(of: layout, width, own) }
        report.add(
            .error(
                "the margins leave no room on a page of \(page.width.inMillimetres) by \(page.height.inMillimetres)",
                at: span
            )
            .hinting("make ‘margins’ smaller, or ‘size’ larger")
        )
    }

    /// Gutters as wide as the page would leave columns of no width.
    private mutating func checkGutters(of layout: Layout, _ width: Length?, _ own: OwnWords) {
        guard let width, case .absolute(let gutter) = layout.grid.gutter,
            gutter * Double(layout.grid.columns - 1) >= width,
            let span = own.place(of: nil, orOf: [["grid", "gutter"], ["grid"], ["size"]])
                ?? layout.span
        else { return }
        report.add(
            .error(
                "\(layout.grid.columns) columns with \(gutter.inMillimetres) between them leave no room on \(width.inMillimetres)",
                at: span
            )
            .hinting("make ‘gutter’ smaller, or ‘columns’ fewer")
        )
    }

    /// Nil where it can't be said before type is known.
    private func room(_ whole: Length, within one: Measure, _ other: Measure) -> Length? {
        guard case .absolute(let first) = one, case .absolute(let last) = other else { return nil }
        return whole - first - last
    }

    /// A frame of which nothing is on the page, nor on what is cut off around it.
    mutating func checkPlace(of frame: FrameDesign, on layout: Layout, _ own: OwnWords) {
        let page = layout.pageSize
        let place = own.place(of: frame.span, orOf: [["size"], ["landscape"]])
        if case .stream? = frame.filling, let width = frame.widthOnPaper, width < narrowest {
            report.add(
                .error(
                    "the frame ‘\(frame.name)’ is \(width.inMillimetres) wide: no word stands in it",
                    at: place
                )
                .hinting("give it a ‘width’ such as 50mm")
            )
        }
        if isBeside(frame, page.width, bleed: layout.bleed) {
            report.add(
                .error(
                    "the frame ‘\(frame.name)’ stands outside the page, which is \(page.width.inMillimetres) wide",
                    at: place
                )
            )
        } else if isBeyond(frame.top, page.height + layout.bleed)
            || isBeyond(frame.bottom, page.height + layout.bleed)
        {
            report.add(
                .error(
                    "the frame ‘\(frame.name)’ stands outside the page, which is \(page.height.inMillimetres) tall",
                    at: place
                )
            )
        }
    }

    /// What is narrower holds two letters of text.
    private var narrowest: Length { .mm(4) }

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

extension FrameDesign {
    /// How wide it is said to be, where that is a length.
    fileprivate var widthOnPaper: Length? {
        if columns == nil, case .absolute(let width)? = width { width } else { nil }
    }
}

extension Length {
    fileprivate var inMillimetres: String { "\(millimetres.inHundredths) mm" }
}
