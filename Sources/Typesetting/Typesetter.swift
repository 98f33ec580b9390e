import Arrangement
package import Diagnostics
package import Flow
import Pages
package import Structure
package import Units

/// Sets blocks to a measure.
///
/// Spaces between neighbours fall together to the larger of the two; nothing has a place on a page
/// yet. What it could not do well is in ``report``.
package struct Typesetter {
    package var lines: any LineSetting
    /// The size at which each of the flow's pictures was made; nil where it could not be read.
    package var pictures: [Size?]
    /// The squares of a QR code for a payload; nil where it holds too much.
    package var modules: (String) -> ModuleSquare?
    package var isRightToLeft: Bool
    /// The height of the tallest column: pictures shrink to it, table rows are divided at it.
    package var tallest = Length.infinity
    /// From the text of a column to the notes at its foot.
    package var noteGap = Length.zero
    /// From line to line of most of the text.
    package var bodyLeading = Length.pt(12)
    /// From line to line of the document's grid; nil where there is none.
    package var gridPitch: Length?
    /// Tables set before, where they may be asked for again; nil keeps none.
    package var standingTables: StandingTables?
    package var report = Report()

    /// Pictures that were set since somebody last began to count.
    var picturesSet = PictureTally()

    package init(
        lines: any LineSetting,
        pictures: [Size?] = [],
        isRightToLeft: Bool = false,
        modules: @escaping (String) -> ModuleSquare? = { _ in nil }
    ) {
        self.lines = lines
        self.pictures = pictures
        self.isRightToLeft = isRightToLeft
        self.modules = modules
    }

    /// Blocks within blocks within blocks: no paper needs as many, and the stack has an end.
    package static let deepest = 48

    /// Sets blocks to a measure.
    ///
    /// - Parameters:
    ///   - artifact: What things without an element are: the page's own furniture, say.
    ///   - floating: Whether blocks that float are to be set apart from the others.
    package mutating func set(
        _ blocks: [Block],
        to measure: Length,
        as artifact: Artifact = .layout,
        floating: Bool = false
    ) -> Galley {
        var setting = setting(of: measure)
        setting.artifact = artifact
        setting.isFloating = floating
        var galley = continuing(blocks, of: galley(of: blocks, in: setting), in: setting)
        galley.keepLastRow(of: blocks)
        return galley
    }

    /// Sets a block by itself: what lies between it and others is left to whoever puts it among them.
    package mutating func set(alone block: Block, to measure: Length) -> Galley {
        var setting = setting(of: measure)
        setting.depth = 1
        return galley(of: block, in: setting)
    }

    private func setting(of measure: Length) -> Setting {
        Setting(
            measure: measure,
            tallest: tallest,
            isRightToLeft: isRightToLeft,
            noteMeasure: measure
        )
    }

    /// Sets a float again, to the measure of another column.
    package mutating func reset(_ float: inout Floating, to measure: Length) {
        var setting = setting(of: measure)
        setting.isFloating = true
        setting.depth = 1
        float.galley =
            standingOut(float.block, in: setting) ?? galley(of: float.block, in: setting)
    }

    /// A paragraph in a line more and a line fewer than usual, where that can be had decently; letters
    /// are left out (see ``variant(of:insteadOf:measure:looseness:)``).
    ///
    /// - Parameter usual: Its lines as they stand in a galley, whose borders with neighbours are kept.
    package mutating func outlines(
        of block: Block,
        insteadOf usual: ArraySlice<Strip>,
        measure: Length
    ) -> [Outline] {
        guard case .paragraph(let paragraph) = block.content else { return [] }
        let heard = report
        defer { report = heard }
        let setting = setting(of: measure)
        let inner = setting.narrowed(to: innerMeasure(of: block, in: measure))
        let owner = owner(block.element, in: setting)
        return lines.outlines(of: paragraph, owner: owner, to: inner.measure).compactMap {
            guard $0.strips.count == usual.count + $0.looseness, !$0.strips.isEmpty else {
                return nil
            }
            let part = finished($0.strips, in: inner, at: block.origin)
            let strips = framed(part, of: block, in: setting).strips
            return Outline(looseness: $0.looseness, strips: joined(strips, like: usual))
        }
    }

    /// The lines of a variant that has been chosen; nil where the paragraph does not have it.
    package mutating func variant(
        of block: Block,
        insteadOf usual: ArraySlice<Strip>,
        measure: Length,
        looseness: Int
    ) -> [Strip]? {
        guard case .paragraph = block.content else { return nil }
        let heard = report
        defer { report = heard }
        var setting = setting(of: measure)
        setting.looseness = looseness
        let strips = galley(of: block, in: setting).strips
        guard strips.count == usual.count + looseness, !strips.isEmpty else { return nil }
        return joined(strips, like: usual)
    }

    /// Lines with the borders that others have with their neighbours.
    private func joined(_ strips: [Strip], like usual: ArraySlice<Strip>) -> [Strip] {
        guard let first = usual.first else { return strips }
        var strips = strips
        strips[0].spaceBefore = first.spaceBefore
        strips[0].spaceStretch = first.spaceStretch
        strips[0].breakBefore = first.breakBefore
        for index in strips.indices {
            strips[index].enclosures = first.enclosures
            strips[index].tableHead = index == 0 ? first.tableHead : usual.last?.tableHead
        }
        return strips
    }

    func owner(_ element: ElementID?, in setting: Setting) -> Owner {
        element.map(Owner.element) ?? .artifact(setting.artifact)
    }
}

extension Typesetter {
    mutating func galley(of blocks: [Block], in outer: Setting) -> Galley {
        guard outer.depth < Self.deepest else {
            report.add(.error(.tooDeep(Self.deepest), at: blocks.first?.origin))
            return Galley(measure: outer.measure)
        }
        var setting = outer
        setting.depth += 1
        var assembly = Assembly(measure: setting.measure, stretchingBy: gridPitch)
        var lead = Length.zero
        for (index, block) in blocks.enumerated() {
            if case .space(let height) = block.content {
                assembly.leave(height, for: block)
                continue
            }
            let next = blocks.indices.contains(index + 1) ? blocks[index + 1] : nil
            setting.columnLead = lead
            let part =
                standingOut(block, in: setting)
                ?? galley(of: block, above: blocks[(index + 1)...], in: setting)
            lead = self.lead(below: block, part, after: lead, to: next)
            if let place = place(ofFloating: block, set: part, in: setting) {
                let step = step(of: block.style.grid) ?? .zero
                assembly.hang(Floating(place: place, block: block, galley: part, gridStep: step))
            } else {
                assembly.add(part, of: block)
            }
        }
        return assembly.whole
    }

    /// How tall the blocks stand at the most that are kept with one that is set in columns.
    private func lead(
        below block: Block,
        _ part: Galley,
        after lead: Length,
        to next: Block?
    ) -> Length {
        guard block.style.keepsWithNext, let next else { return .zero }
        let gap = max(block.style.spaceAfter, next.style.spaceBefore)
        return lead + part.height + gap + (gridPitch ?? .zero)
    }

    /// A block that may be a picture with its caption below: no column is so short that they part.
    ///
    /// - Parameters:
    ///   - followers: What comes after it.
    ///   - setting: What stands above it and is kept with it, such as the heading of columns, may be as tall
    ///     there as a page.
    private mutating func galley(
        of block: Block,
        above followers: ArraySlice<Block>,
        in setting: Setting
    ) -> Galley {
        guard case .picture = block.content, !setting.isTrial else {
            return galley(of: block, in: setting)
        }
        let said = report
        let part = galley(of: block, in: setting)
        let tallest = setting.tallest
        guard part.height > tallest * 0.5 else { return part }
        let room = setting.columnLead + self.room(below: block, for: followers, in: setting)
        guard part.height + room > tallest, room < tallest * 0.5 else { return part }
        report = said
        return galley(of: block, in: setting.lowered(to: tallest - room))
    }

    /// What the blocks need that a picture is kept with below it; where they are many, of the first that
    /// leave it too little.
    private mutating func room(
        below picture: Block,
        for followers: ArraySlice<Block>,
        in setting: Setting
    ) -> Length {
        guard picture.style.keepsWithNext, let next = followers.first else { return .zero }
        let (said, tally) = (report, picturesSet)
        defer { (report, picturesSet) = (said, tally) }
        var trial = setting
        trial.isTrial = true
        var kept: [Block] = []
        var height = Length.zero
        for block in followers {
            kept.append(block)
            height += galley(of: block, in: trial).height
            if !block.style.keepsWithNext || height > trial.tallest * 0.5 { break }
        }
        let gap = max(picture.style.spaceAfter, next.style.spaceBefore)
        return tallestStand(of: galley(of: kept, in: trial), below: gap)
    }

    /// Where a block floats; nil where it stands as written: inside another, taller than a column, or
    /// with notes, which belong to the page of their mark.
    private func place(ofFloating block: Block, set part: Galley, in setting: Setting)
        -> Floating.Place?
    {
        guard setting.isFloating, setting.depth == 1, !part.strips.isEmpty,
            part.height <= roomOfAFloat(block, in: setting),
            part.strips.allSatisfy({ $0.footnotes.isEmpty })
        else { return nil }
        return switch block.style.float {
        case .none: nil
        case .top: .top
        case .foot: .foot
        }
    }

    /// One block with its margins, background and border, but without the spaces around it.
    mutating func galley(of block: Block, in setting: Setting) -> Galley {
        guard standsInOneColumn(block, in: setting) else {
            return wholeGalley(of: block, in: setting)
        }
        return fitting(room(for: block, in: setting), in: setting) {
            $0.wholeGalley(of: block, in: $1)
        }
    }

    private mutating func wholeGalley(of block: Block, in outer: Setting) -> Galley {
        let insets = block.style.insets
        // What a box holds has no more room than is left between its borders.
        let setting = outer.lowered(to: max(.zero, outer.tallest - insets.top - insets.bottom))
        let inner = innerMeasure(of: block, in: setting.measure)
        let part = content(of: block, in: setting.narrowed(to: inner))
        return framed(part, of: block, in: setting)
    }

    private func outerMeasure(of block: Block, in measure: Length) -> Length {
        max(.zero, measure - block.style.marginLeft - block.style.marginRight)
    }

    /// What margins and insets leave for the content.
    private func innerMeasure(of block: Block, in measure: Length) -> Length {
        let insets = block.style.insets
        return max(.zero, outerMeasure(of: block, in: measure) - insets.left - insets.right)
    }

    private func framed(_ content: Galley, of block: Block, in setting: Setting) -> Galley {
        let style = block.style
        let insets = style.insets
        let outer = outerMeasure(of: block, in: setting.measure)
        var part = content
        if style.encloses {
            if part.strips.isEmpty { part.strips = [Strip(height: .zero)] }
            part.keepInk(below: insets.top)
            part.shift(by: style.marginLeft + insets.left)
            part.enclose(Enclosure(style: style, left: style.marginLeft, width: outer))
        } else {
            part.shift(by: style.marginLeft)
        }
        guard !part.strips.isEmpty else { return part }
        if style.keepsTogether, !isTooTall(part, of: block, in: setting) { part.keepTogether() }
        if let anchor = block.anchor { part.strips[0].anchors.insert(anchor, at: 0) }
        part.keep(style.grid)
        return part
    }

    /// From one place for a first baseline to the next; nil where it may stand anywhere.
    func step(of grid: GridKeeping) -> Length? {
        switch grid {
        case .off: nil
        case .half: gridPitch.map { $0 / 2 }
        case .first, .whole: gridPitch
        }
    }

    /// Whether a block is taller than its style keeps together, or a row that has been divided.
    private func isTooTall(_ part: Galley, of block: Block, in setting: Setting) -> Bool {
        if let most = block.style.keptHeight, part.height > most { return true }
        return if case .row = block.content { part.height > setting.tallestKept } else { false }
    }

    private mutating func content(of block: Block, in outer: Setting) -> Galley {
        var setting = outer
        if let isRightToLeft = block.style.isRightToLeft { setting.isRightToLeft = isRightToLeft }
        let owner = owner(block.element, in: setting)
        return switch block.content {
        case .paragraph(let paragraph):
            galley(of: paragraph, owner: owner, in: setting, at: block.origin)
        case .list(let items): galley(of: items, in: setting)
        case .table(let table): standing(table, of: block, in: setting)
        case .picture(let picture): galley(of: picture, of: block, in: setting)
        case .rule(let stripe): galley(of: stripe, in: setting)
        case .box(let blocks): galley(of: blocks, in: setting)
        case .columns(let count, let gutter, let blocks):
            galley(of: blocks, inColumns: count, gutter: gutter, in: setting)
        case .row(let cells, let gutter):
            galley(of: cells, gutter: gutter, keptUpTo: block.style.keptHeight, in: setting)
        case .chart(let chart): galley(of: chart, owner: owner, in: setting)
        case .code(let code): galley(of: code, of: block, in: setting)
        case .space: Galley(measure: setting.measure)
        }
    }
}

extension Diagnostic.Message {
    static func tooDeep(_ limit: Int) -> Self {
        "blocks stand within each other more than \(limit) deep: what is inside is left out"
    }
}
