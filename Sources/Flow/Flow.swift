package import Arrangement
package import Diagnostics
package import Structure
import Unicode
package import Units

/// A document with everything decided but measured by nothing: streams of blocks, their styles
/// resolved, and the page masters they are to be poured into.
package struct Flow: Sendable {
    package var streams: [Stream] = []
    package var masters: [String: Master] = [:]
    package var sequence = MasterSequence()
    package var textStyles = TextStyles()
    /// What layouts ask of fonts that not every font has.
    package var featureWishes: [FeatureWish] = []
    package var structure = StructureTree()
    package var metadata = FlowMetadata()
    /// Files named by pictures, in the order in which they were first named.
    package var pictures: [PictureSource] = []
    package var isRightToLeft = false
    /// What folios print for `0` to `9`.
    package var digits = Digits.european
    /// The distance between baselines that text keeps through the whole document; nil for none.
    package var grid: BaselineGrid?
    package var fit: FitTarget?
    package var noteArea = NoteArea()

    package init() {}
}

/// How notes at the foot of a column are parted from the text above them.
package struct NoteArea: Hashable, Sendable {
    /// From the text to the first note, the rule between them included.
    package var gap = Length.pt(12)
    package var rule: BlockStyle.Line? = BlockStyle.Line(width: .pt(0.4), colour: .black)
    package var ruleLength = Length.pt(56)
    /// From the rule to the first note.
    package var ruleGap = Length.pt(7)

    package init() {}
}

/// Blocks in reading order that are poured through frames of the same name, page after page.
package struct Stream: Sendable {
    package var name: String
    package var blocks: [Block]

    package init(name: String, blocks: [Block] = []) {
        self.name = name
        self.blocks = blocks
    }
}

package struct BaselineGrid: Hashable, Sendable {
    package var pitch: Length
    /// Where the first baseline stands, from the top of the page.
    package var start: Length

    package init(pitch: Length, start: Length) {
        self.pitch = pitch
        self.start = start
    }

    /// From the top of a line of text to its baseline, in lines.
    package static let ascent = 0.8
}

/// A design for one page: its size, the areas text is poured into, and what stands there regardless.
package struct Master: Hashable, Sendable {
    package var name: String
    package var size: Size
    package var bleed: Length
    package var frames: [Frame]

    package init(name: String, size: Size, bleed: Length = .zero, frames: [Frame] = []) {
        self.name = name
        self.size = size
        self.bleed = bleed
        self.frames = frames
    }
}

/// An area of a master into which a stream is poured.
package struct Frame: Hashable, Sendable {
    /// Where a frame's upper or lower edge lies.
    package enum Edge: Hashable, Sendable {
        /// From the top of the page.
        case at(Length)
        /// Against the far edge of another frame of the same master, this far away from it, whatever
        /// height that frame comes to have.
        case beside(String, gap: Length)
        /// As far as the content goes.
        case content
    }

    package enum Filling: Hashable, Sendable {
        case stream(String)
        /// Blocks that stand on every page of the master: running heads, folios, bands.
        case furniture([Block], Artifact)
    }

    package var name: String
    package var left: Length
    package var width: Length
    package var top: Edge
    package var bottom: Edge
    /// How far the edge may go that goes as far as the content; nil for the page's own edge.
    package var limit: Edge?
    package var columns: Int
    package var gutter: Length
    /// Whether the columns of the stream's last frame end level.
    package var balances: Bool
    /// Where content stands that does not fill the frame: 0 at its top, 1 at its foot.
    package var verticalShare: Double
    /// Its furniture is left out where the leading text of a page opens with a heading of this level
    /// or a higher one.
    package var openingLevel: Int?
    /// What of its stream would need a page on which no text stands joins the end of the text instead.
    package var joinsText: Bool
    /// The least share of its size to which its stream may be set smaller, so that it fits.
    package var leastSize: Double
    package var filling: Filling

    package init(
        name: String,
        left: Length,
        width: Length,
        top: Edge,
        bottom: Edge,
        limit: Edge? = nil,
        columns: Int = 1,
        gutter: Length = .zero,
        balances: Bool = true,
        verticalShare: Double = 0,
        openingLevel: Int? = nil,
        joinsText: Bool = false,
        leastSize: Double = 1,
        filling: Filling
    ) {
        self.name = name
        self.left = left
        self.width = width
        self.top = top
        self.bottom = bottom
        self.limit = limit
        self.columns = columns
        self.gutter = gutter
        self.balances = balances
        self.verticalShare = verticalShare
        self.openingLevel = openingLevel
        self.joinsText = joinsText
        self.leastSize = leastSize
        self.filling = filling
    }
}

/// Which master a page takes.
///
/// Where a name is nil, the next one that fits stands in for it: `only` falls back to `last`,
/// `last` and `first` to `right`, `left` to `right`, those of left pages to those of right ones.
package struct MasterSequence: Hashable, Sendable {
    package var first: String?
    /// The back of the first.
    package var second: String?
    package var left: String?
    package var right: String
    package var last: String?
    package var lastLeft: String?
    package var only: String?
    /// What stands before the last page where pages come in multiples and some are missing.
    package var spare: String?
    package var spareLeft: String?
    package var multiple = 1
    /// Whether the two pages of a spread end on the same line where the text allows it.
    package var areSpreadsLevel = false

    package init(
        first: String? = nil,
        left: String? = nil,
        right: String = "page",
        last: String? = nil,
        only: String? = nil
    ) {
        self.first = first
        self.left = left
        self.right = right
        self.last = last
        self.only = only
    }
}

/// What the file will say about itself, still without dates.
package struct FlowMetadata: Hashable, Sendable {
    package var title = ""
    package var authors: [String] = []
    package var subject = ""
    package var keywords: [String] = []
    package var language = "en"

    package init() {}
}

/// How many pages the document is meant to fill, and what may give way for it.
package struct FitTarget: Hashable, Sendable {
    /// Nil where only the last page matters.
    package var pages: Int?
    /// At most, rather than exactly.
    package var isAtMost: Bool
    /// The least share of its room that the last page fills.
    package var lastFill: Double?
    /// In the order in which they give way: each is twice as dear as the one before it.
    package var levers: [FitLever] = []
    /// Whether blocks with a priority may be left out.
    package var leavesOut = true
    /// Where the target was set.
    package var origin: Span?

    package init(pages: Int?, isAtMost: Bool) {
        self.pages = pages
        self.isAtMost = isAtMost
    }
}

/// Something that may be less, or more, than the design says.
package struct FitLever: Hashable, Sendable {
    package var kind: LeverKind
    /// The least share of what the design says; for tracking, what is taken between letters, in ems.
    package var bound: Double

    package init(_ kind: LeverKind, bound: Double) {
        self.kind = kind
        self.bound = bound
    }
}
