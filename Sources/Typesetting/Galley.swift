package import Arrangement
package import Diagnostics
package import Flow
package import Pages
package import Units

/// Blocks set to a measure: strips one under the other, no place on a page yet.
///
/// A galley belongs to a measure, not to a place, so it may be poured into any frame that wide.
package struct Galley: Sendable {
    package var measure: Length
    package var strips: [Strip]
    package var enclosures: [Enclosure]
    /// Heads of tables and of things that go on, repeated above a strip that names one when it comes
    /// first in a column.
    package var tableHeads: [[Strip]]
    /// Wanted below the last strip.
    package var spaceAfter = Length.zero
    /// The strip with which each of the blocks set begins; a block that came to nothing has its
    /// follower's.
    package var blockStarts: [Int] = []

    /// The strips of one of the blocks; none where it came to nothing.
    package func strips(ofBlock index: Int) -> Range<Int> {
        let end = index + 1 < blockStarts.count ? blockStarts[index + 1] : strips.count
        return blockStarts[index]..<max(blockStarts[index], end)
    }

    package init(
        measure: Length,
        strips: [Strip] = [],
        enclosures: [Enclosure] = [],
        tableHeads: [[Strip]] = []
    ) {
        self.measure = measure
        self.strips = strips
        self.enclosures = enclosures
        self.tableHeads = tableHeads
    }

    /// How tall the strips stand in one endless column.
    package var height: Length { stacked().height }
}

/// What page make-up can't divide: a line, a table row, a picture.
package struct Strip: Sendable {
    /// Whether a column may end just above this strip.
    package enum Break: Hashable, Sendable {
        case forbidden
        /// 0 is free; a paragraph's inner lines, say, are dearer than its end.
        case allowed(cost: Double)
        /// Only where no column could hold all that is kept together, and then at this cost.
        case kept(cost: Double)
        case column
        case page
    }

    package var height: Length
    /// From the strip's top to its first baseline; nil where it has none.
    package var baseline: Length?
    /// Above the strip, and lost where it comes first in a column.
    package var spaceBefore: Length
    /// How much more may stand there, so that a column ends at its foot.
    package var spaceStretch = Length.zero
    /// How far its ink stands above its top, into the space before it or, where it comes first in a
    /// column, the white above that.
    package var overshoot = Length.zero
    package var breakBefore: Break
    /// Where it begins a page: what is shorter, up to the next that does, begins none.
    package var breakHeight = Length.zero
    /// Where its baseline must stand on the document's grid.
    package var grid: GridKeeping
    /// Fragments and areas, placed from the strip's top left corner.
    package var fragments: [Fragment]
    package var links: [LinkArea]
    /// Notes marked in this line, not set yet; whoever makes lines leaves them here.
    package var notes: [Footnote] = []
    /// The same notes, set.
    package var footnotes: [Galley]
    /// What floats from here on: mentioned by this strip, and set apart from those it stands among.
    package var floats: [Floating] = []
    /// For a line, the byte of its paragraph's text with which it begins, so that the rest can be
    /// set again to another measure.
    package var textStart: Int?
    package var anchors: [Anchor]
    /// Index into the galley's table heads.
    package var tableHead: Int?
    /// From the outermost in: indices into the galley's enclosures.
    package var enclosures: [Int]
    /// Whether it belongs to what stands out of its frame (see ``BlockStyle/reachLeft``).
    package var standsOut = false
    package var origin: Span?

    package init(
        height: Length,
        baseline: Length? = nil,
        spaceBefore: Length = .zero,
        breakBefore: Break = .allowed(cost: 0),
        grid: GridKeeping = .off,
        fragments: [Fragment] = [],
        links: [LinkArea] = [],
        footnotes: [Galley] = [],
        anchors: [Anchor] = [],
        tableHead: Int? = nil,
        enclosures: [Int] = [],
        origin: Span? = nil
    ) {
        self.height = height
        self.baseline = baseline
        self.spaceBefore = spaceBefore
        self.breakBefore = breakBefore
        self.grid = grid
        self.fragments = fragments
        self.links = links
        self.footnotes = footnotes
        self.anchors = anchors
        self.tableHead = tableHead
        self.enclosures = enclosures
        self.origin = origin
    }
}

/// A block that stands at the head or the foot of a column, near its mention.
package struct Floating: Sendable {
    package enum Place: Hashable, Sendable { case top, foot }

    package var place: Place
    package var block: Block
    package var galley: Galley
    /// How far it may have to go down until its first line stands on the grid.
    package var gridStep = Length.zero

    package init(place: Place, block: Block, galley: Galley, gridStep: Length = .zero) {
        self.place = place
        self.block = block
        self.galley = galley
        self.gridStep = gridStep
    }

    /// What parts it from the text where it stands at the head or the foot: the space its style asks for
    /// on that side.
    package func gap(at place: Place) -> Length {
        let wanted = place == .top ? block.style.spaceAfter : block.style.spaceBefore
        return wanted > .zero ? wanted : .pt(12)
    }
}

/// A background and border around strips, closed again in each column it is divided over.
///
/// Padding and borders are not part of any strip: whoever stacks strips adds them where an
/// enclosure opens and closes. The space before a strip lies outside what opens with it.
package struct Enclosure: Hashable, Sendable {
    package var style: BlockStyle
    /// From the galley's left edge to the border's outside.
    package var left: Length
    /// From border to border, both included.
    package var width: Length

    package init(style: BlockStyle, left: Length, width: Length) {
        self.style = style
        self.left = left
        self.width = width
    }

    /// From the border's outside to the content.
    package var insets: Insets { style.insets }
}

extension Galley {
    /// Lowers the first strip's ink as far as it stands nearer to an enclosure than half of what that
    /// leaves clear.
    mutating func keepInk(below room: Length) {
        guard let over = strips.first?.overshoot, over > .zero else { return }
        if over > room / 2 { strips[0].lower(by: over - room / 2) }
        strips[0].overshoot = .zero
    }
}

extension BlockStyle {
    /// Borders and padding together.
    package var insets: Insets {
        Insets(
            top: padding.top + (borderTop?.width ?? .zero),
            right: padding.right + (borderRight?.width ?? .zero),
            bottom: padding.bottom + (borderBottom?.width ?? .zero),
            left: padding.left + (borderLeft?.width ?? .zero)
        )
    }

    /// Whether anything is to be drawn or kept clear around the block.
    package var encloses: Bool {
        background != nil || insets != .zero
    }
}
