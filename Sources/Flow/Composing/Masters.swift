import Arrangement
import Layouts
import Structure
import Units

/// A page's grid in points.
struct PageGrid {
    let size: Size
    let top: Length
    let bottom: Length
    /// At the edge where lines begin, and at the one where they end, of a right-hand page.
    let inside: Length
    let outside: Length
    let columns: Int
    let gutter: Length

    var width: Length { size.width - inside - outside }

    func width(ofColumns number: Double) -> Length {
        (width + gutter) * (number / Double(columns)) - gutter
    }
}

extension Composer {
    var pageGrid: PageGrid {
        let grid = layout.grid
        let size =
            layout.isLandscape
            ? Size(width: layout.size.height, height: layout.size.width) : layout.size
        func length(_ measure: Measure, of whole: Length) -> Length {
            switch measure {
            case .absolute(let length): length
            case .lines(let number): pitch * number
            case .share(let share): whole * share
            case .ems(let number), .columns(let number): pitch * number
            }
        }
        return PageGrid(
            size: size,
            top: length(grid.top, of: size.height),
            bottom: length(grid.bottom, of: size.height),
            inside: length(grid.inside, of: size.width),
            outside: length(grid.outside, of: size.width),
            columns: max(1, grid.columns),
            gutter: length(grid.gutter, of: size.width)
        )
    }

    /// From baseline to baseline: scripts with tall letters or marks above and below take more.
    var pitch: Length { layout.grid.pitch * pack.leading }

    /// The first baseline stands four fifths of a line below the top margin.
    func grid() -> BaselineGrid {
        let pitch = self.pitch
        return BaselineGrid(pitch: pitch, start: pageGrid.top + pitch * BaselineGrid.ascent)
    }

    func masterSequence() -> MasterSequence {
        func name(_ name: String) -> String? { layout.masters[name] == nil ? nil : name }
        let usual = name("right") ?? name("first") ?? name("only") ?? "right"
        var sequence = MasterSequence(
            first: name("first"),
            left: name("left"),
            right: usual,
            last: name("last"),
            only: name("only")
        )
        sequence.second = name("second")
        sequence.spare = name("spare")
        if sequence.left != nil {
            sequence.lastLeft = sequence.last.map(Self.turned)
            sequence.spareLeft = sequence.spare.map(Self.turned)
        }
        sequence.areSpreadsLevel = layout.levelsSpreads
        sequence.multiple = layout.fit?.multiple ?? 1
        return sequence
    }

    /// The name of a master's other side.
    private static func turned(_ name: String) -> String { "\(name)-left" }

    mutating func masters() -> [String: Master] {
        var designs = layout.masters
        for name in ["last", "spare"] where designs["left"] != nil {
            guard let design = designs[name], designs[Self.turned(name)] == nil else { continue }
            designs[Self.turned(name)] = design
        }
        var result: [String: Master] = [:]
        for (name, design) in designs.sorted(by: { $0.key < $1.key }) {
            let takesTurns = designs["left"] != nil
            let isLeft =
                name == "left" || name.hasSuffix(Self.turned("")) || name == "second" && takesTurns
            surroundings.usualTitle = isLeft || !takesTurns ? .first : .last
            let mirrors = isLeft != isRightToLeft(design)
            let frames = design.frames.compactMap { frame($0, mirrors: mirrors) }
            result[name] = Master(
                name: name,
                size: pageGrid.size,
                bleed: layout.bleed,
                frames: frames
            )
        }
        return result
    }

    private mutating func isRightToLeft(_ design: MasterDesign) -> Bool {
        guard let field = design.language else { return pack.isRightToLeft }
        guard let tag = otherLanguage(named: field) else { return pack.isRightToLeft }
        return speech.pack(for: tag)?.isRightToLeft ?? pack.isRightToLeft
    }

    private mutating func frame(_ design: FrameDesign, mirrors: Bool) -> Frame? {
        guard let filling = filling(design) else { return nil }
        let (start, width) = across(design)
        let isTurned = mirrors && design.left == nil
        let left = isTurned ? pageGrid.size.width - start - width : start
        let (top, bottom, limit) = down(design)
        return Frame(
            name: design.name,
            left: left,
            width: width,
            top: top,
            bottom: bottom,
            limit: limit,
            columns: design.textColumns,
            gutter: design.gutter.map { resolve($0) } ?? pageGrid.gutter,
            balances: design.balances,
            verticalShare: design.verticalShare,
            openingLevel: design.openingLevel,
            joinsText: design.joinsText,
            leastSize: min(1, max(Self.smallest, design.leastSize ?? 1)),
            filling: filling
        )
    }

    /// Nobody reads what is smaller, whatever a layout says.
    private static let smallest = 0.3

    private mutating func filling(_ design: FrameDesign) -> Frame.Filling? {
        switch design.filling {
        case .stream(let name)?: return .stream(name)
        case .head(let recipes)?: return furniture(recipes, as: .header)
        case .foot(let recipes)?: return furniture(recipes, as: .footer)
        case .drawing(let recipes)?: return furniture(recipes, as: .layout)
        case nil: return nil
        }
    }

    private mutating func furniture(_ recipes: [Recipe], as kind: Artifact) -> Frame.Filling {
        surroundings.artifact = kind
        defer { surroundings.artifact = nil }
        return .furniture(blocks(recipes), kind)
    }

    /// From the edge where lines begin, or from the left one where the design says so, and how wide.
    private func across(_ design: FrameDesign) -> (start: Length, width: Length) {
        let grid = pageGrid
        if let start = design.left ?? design.start {
            let start = resolve(start)
            let width = design.width.map { resolve($0) } ?? grid.size.width - start
            return (start, width)
        }
        let columns = design.columns ?? 1...grid.columns
        let before = grid.width(ofColumns: Double(columns.lowerBound - 1)) + grid.gutter
        return (grid.inside + before, grid.width(ofColumns: Double(columns.count)))
    }

    private func down(_ design: FrameDesign) -> (
        top: Frame.Edge, bottom: Frame.Edge, limit: Frame.Edge?
    ) {
        let grid = pageGrid
        let (head, foot) = (Frame.Edge.at(grid.top), Frame.Edge.at(grid.size.height - grid.bottom))
        var top = design.top.map { edge($0, isBottom: false) }
        var bottom = design.bottom.map { edge($0, isBottom: true) }
        if design.isAsHighAsContent { return content(design, from: top, to: bottom) }
        if let height = design.height {
            let height = resolve(height)
            if top == nil, case .at(let foot)? = bottom { top = .at(foot - height) }
            if bottom == nil, case .at(let head)? = top ?? .at(grid.top) {
                bottom = .at(head + height)
            }
            if bottom == nil { bottom = .content }
        }
        return (top ?? head, bottom ?? foot, nil)
    }

    /// A frame as high as its content stands on one of its edges; the other says how far it may go.
    private func content(_ design: FrameDesign, from top: Frame.Edge?, to bottom: Frame.Edge?) -> (
        top: Frame.Edge, bottom: Frame.Edge, limit: Frame.Edge?
    ) {
        let grid = pageGrid
        let (head, foot) = (grid.top, grid.size.height - grid.bottom)
        if let bottom, top == nil || design.verticalShare == 1 {
            // What stands wholly in the margin may go to the page's edge.
            let isInMargin = if case .at(let y) = bottom { y <= head } else { false }
            return (.content, bottom, top ?? (isInMargin ? nil : .at(head)))
        }
        let isInMargin = if case .at(let y)? = top { y >= foot } else { false }
        return (top ?? .at(head), .content, bottom ?? (isInMargin ? nil : .at(foot)))
    }

    private func resolve(_ measure: Measure) -> Length { resolve(measure, size: Type.usualSize) }

    private func edge(_ edge: FrameDesign.Edge, isBottom: Bool) -> Frame.Edge {
        let grid = pageGrid
        switch edge {
        case .beside(let name, let gap): return .beside(name, gap: resolve(gap))
        case .at(.lines(let number)):
            let distance = pitch * number
            return .at(
                isBottom ? grid.size.height - grid.bottom - distance : grid.top + distance
            )
        case .at(let measure):
            let distance = resolve(measure)
            return .at(isBottom ? grid.size.height - distance : distance)
        }
    }
}
