package import Arrangement
package import Diagnostics
package import Structure
package import Units

/// A piece of a stream: what it is, how it is spaced and kept, where it was written.
package struct Block: Hashable, Sendable {
    package indirect enum Content: Hashable, Sendable {
        case paragraph(Paragraph)
        case list([ListItem])
        case table(Table)
        case picture(Picture)
        case rule(Stripe)
        /// Blocks inside a common background, border and padding (see ``BlockStyle``).
        case box([Block])
        /// Blocks poured into columns that end level.
        case columns(count: Int, gutter: Length, [Block])
        /// Cells side by side.
        case row([RowCell], gutter: Length)
        case chart(Chart)
        case code(Code)
        case space(Length)
    }

    package var content: Content
    package var style: BlockStyle
    /// The element whose content this is; nil for what is drawn but not read.
    package var element: ElementID?
    package var origin: Span?
    /// Set where other places lead here or the outline names it.
    package var anchor: Anchor?
    /// The thing that the layout made it for, among several of their kind: text and what stands beside
    /// it belong together by it.
    package var thing: Span?
    /// The name that the writer gave it, by which its translation is known.
    package var mark: String?
    /// What stands above it where the thing it belongs to goes on in another column.
    package var continuation: Continuation?

    package init(
        _ content: Content,
        style: BlockStyle = BlockStyle(),
        element: ElementID? = nil,
        origin: Span? = nil,
        anchor: Anchor? = nil
    ) {
        self.content = content
        self.style = style
        self.element = element
        self.origin = origin
        self.anchor = anchor
    }
}

/// Blocks that stand at the head of every column that some thing goes on into, and are not read.
package struct Continuation: Hashable, Sendable {
    package var head: [Block]
    /// Whether the thing begins with this block: nothing goes on above its first line.
    package var begins: Bool

    package init(head: [Block], begins: Bool) {
        self.head = head
        self.begins = begins
    }
}

/// A place that can be led to.
package struct Anchor: Hashable, Sendable {
    package var name: String
    /// What the writer calls it, where the layout has a name for it already.
    package var alias: String?
    /// With a level, the outline lists it.
    package var title: String
    /// Bytes of the title that stand raised where it is printed, such as the endings of ordinals.
    package var raised: [Range<Int>]
    package var level: Int?
    /// Whether it is the title of contents: running heads have it no longer than these go on.
    package var isOfContents: Bool

    package init(
        name: String,
        title: String = "",
        raised: [Range<Int>] = [],
        level: Int? = nil,
        isOfContents: Bool = false
    ) {
        self.name = name
        self.title = title
        self.raised = raised
        self.level = level
        self.isOfContents = isOfContents
    }
}

/// How a block stands among others.
package struct BlockStyle: Hashable, Sendable {
    package var spaceBefore = Length.zero
    /// How much more may stand above, so that a column ends at its foot.
    package var spaceStretch = Length.zero
    package var spaceAfter = Length.zero
    /// Between the block's border and its content.
    package var padding = Insets.zero
    /// Outside the border: left and right only; above and below is what the two spaces are for.
    package var marginLeft = Length.zero
    package var marginRight = Length.zero
    /// How far it may stand out of its frame for the sake of a table, where nothing else stands.
    package var reachLeft = Length.zero
    package var reachRight = Length.zero
    package var background: Colour?
    package var radius = Length.zero
    package var borderTop: Line?
    package var borderRight: Line?
    package var borderBottom: Line?
    package var borderLeft: Line?
    package var keepsWithNext = false
    package var keepsTogether = false
    /// What is taller may be divided although it is kept together; nil where nothing may.
    package var keptHeight: Length?
    package var breakBefore = BlockBreak.none
    /// What is shorter, up to the next that begins a page, begins none; nil where all does.
    package var breakHeight: Length?
    /// Where in a column it stands that the text then flows past, near the place of its mention.
    package var float = BlockFloat.none
    /// How its baselines keep the document's grid: of `whole` every line and every row of a table
    /// does, of `half` the first line and every row, of `first` the first line.
    package var grid = GridKeeping.whole
    /// Left out first, to meet a target of pages, where it is low; nil is never left out.
    package var priority: Int?
    /// Which way its language runs, and so its cells, columns and bars; nil for that of what it stands
    /// in.
    package var isRightToLeft: Bool?

    package init() {}

    package var reaches: Bool { reachLeft > .zero || reachRight > .zero }

    package struct Line: Hashable, Sendable {
        package var width: Length
        package var colour: Colour

        package init(width: Length, colour: Colour) {
            self.width = width
            self.colour = colour
        }
    }
}

package struct ListItem: Hashable, Sendable {
    /// A bullet or a number, hung before the body.
    package var label: Paragraph
    package var labelElement: ElementID?
    package var body: [Block]
    /// From the list's start edge to the body's.
    package var indent: Length
    /// Which way the list's language runs; nil where it is the paper's.
    package var isRightToLeft: Bool?

    package init(
        label: Paragraph,
        labelElement: ElementID?,
        body: [Block],
        indent: Length,
        isRightToLeft: Bool? = nil
    ) {
        self.label = label
        self.labelElement = labelElement
        self.body = body
        self.indent = indent
        self.isRightToLeft = isRightToLeft
    }
}

package struct Stripe: Hashable, Sendable {
    package var thickness: Length
    package var colour: Colour
    /// Nil is the whole measure.
    package var length: Length?

    package init(thickness: Length, colour: Colour, length: Length? = nil) {
        self.thickness = thickness
        self.colour = colour
        self.length = length
    }
}

/// A width that may have to wait for the measure.
package enum Extent: Hashable, Sendable {
    case fixed(Length)
    /// A share of what the others leave.
    case share(Double)
    /// As wide as what it holds.
    case content
}

package struct RowCell: Hashable, Sendable {
    package var width: Extent
    package var blocks: [Block]
    package var alignment: VerticalAlignment
    /// Whether its row may go on in the next column, wherever no cell has a line.
    package var isDivisible: Bool

    package init(
        width: Extent,
        blocks: [Block],
        alignment: VerticalAlignment = .top,
        isDivisible: Bool = false
    ) {
        self.width = width
        self.blocks = blocks
        self.alignment = alignment
        self.isDivisible = isDivisible
    }
}

/// A QR code.
///
/// Source: ISO/IEC 18004.
package struct Code: Hashable, Sendable {
    package var payload: String
    /// The side, without the quiet zone of four modules, which is kept clear in addition.
    package var side: Length
    package var colour: Colour
    package var position: Double

    package init(payload: String, side: Length, colour: Colour, position: Double = 0) {
        self.payload = payload
        self.side = side
        self.colour = colour
        self.position = position
    }
}
