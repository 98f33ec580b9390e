package import Arrangement
package import Diagnostics
package import Structure
package import Units

/// Text to be set in lines, with what happens inside it.
///
/// `text` is as it will be set: punctuation spaced for its language, quotation marks turned,
/// capitals made. Offsets count its UTF-8 bytes. Where something other than letters stands, the
/// text holds U+FFFC and `inserts` says what it is.
package struct Paragraph: Hashable, Sendable {
    package var text: String
    /// In order, without gaps or overlaps, covering the whole text.
    package var spans: [TextSpan]
    package var inserts: [Insert]
    package var style: ParagraphStyle

    package init(text: String, spans: [TextSpan], inserts: [Insert] = [], style: ParagraphStyle) {
        self.text = text
        self.spans = spans
        self.inserts = inserts
        self.style = style
    }
}

package struct TextSpan: Hashable, Sendable {
    package var range: Range<Int>
    package var style: TextStyleID
    /// The inline element it belongs to (a link, a quotation, words of another language); nil where
    /// it is the paragraph's own.
    package var element: ElementID?
    package var link: LinkTarget?
    package var origin: Span?

    package init(
        range: Range<Int>,
        style: TextStyleID,
        element: ElementID? = nil,
        link: LinkTarget? = nil,
        origin: Span? = nil
    ) {
        self.range = range
        self.style = style
        self.element = element
        self.link = link
        self.origin = origin
    }
}

extension TextSpan {
    /// Whether both are set alike: where they were written does not matter.
    package func looksLike(_ other: TextSpan) -> Bool {
        range == other.range && style == other.style && element == other.element
            && link == other.link
    }
}

package enum LinkTarget: Hashable, Sendable {
    case address(String)
    case anchor(String)
}

/// Something in a line that is not letters.
package struct Insert: Hashable, Sendable {
    package indirect enum Content: Hashable, Sendable {
        case lineBreak
        /// Pushes what follows to the end of the line, drawing `pattern` on the way.
        case leader(pattern: String)
        /// The mark itself is text after this insert; the note goes to the foot of the page.
        case footnote(Footnote)
        /// The folio of this page, the number of pages, the folio an anchor is on.
        case pageNumber
        case pageCount
        case pageOf(anchor: String)
        /// The title of a heading of this level on or before the page.
        case runningTitle(level: Int, which: RunningTitle)
    }

    package var offset: Int
    package var content: Content
    /// How letters are set that stand raised in the title it stands for.
    package var raised: TextStyleID?

    package init(offset: Int, content: Content, raised: TextStyleID? = nil) {
        self.offset = offset
        self.content = content
        self.raised = raised
    }
}

package struct Footnote: Hashable, Sendable {
    package var blocks: [Block]
    package var element: ElementID
    /// The name of the line that its mark stands in, to which its own number leads back.
    package var mark: Anchor?

    package init(blocks: [Block], element: ElementID, mark: Anchor? = nil) {
        self.blocks = blocks
        self.element = element
        self.mark = mark
    }
}

package struct TextStyleID: Hashable, Sendable {
    package let index: Int32

    package init(index: Int32) { self.index = index }
}

/// The distinct text styles of a document, so that a span need only carry a number.
package struct TextStyles: Hashable, Sendable {
    package private(set) var all: [TextStyle] = []
    private var known: [TextStyle: TextStyleID] = [:]

    package init() {}

    package mutating func id(of style: TextStyle) -> TextStyleID {
        if let id = known[style] { return id }
        let id = TextStyleID(index: Int32(all.count))
        all.append(style)
        known[style] = id
        return id
    }

    package subscript(id: TextStyleID) -> TextStyle { all[Int(id.index)] }
}

/// How letters look.
package struct TextStyle: Hashable, Sendable {
    package var family: String
    /// Families beside it for words in other scripts, by ISO 15924 code.
    package var companions: [String: String] = [:]
    /// From 100 to 900.
    package var weight = 400
    /// Of letters of scripts that have italics.
    package var isItalic = false
    /// The weight of letters of all other scripts; nil for that of the rest.
    package var uprightWeight: Int?
    package var size: Length
    package var colour = Colour.black
    /// OpenType feature tags that are switched on, such as `smcp`; a leading `-` switches off.
    package var features: [String] = []
    /// Added between letters, in ems.
    package var tracking = 0.0
    /// How far above the baseline the letters stand.
    package var rise = Length.zero
    package var isUnderlined = false
    /// BCP 47.
    package var language: String

    package init(family: String, size: Length, language: String) {
        self.family = family
        self.size = size
        self.language = language
    }
}

/// How lines are made and stand.
package struct ParagraphStyle: Hashable, Sendable {
    package var alignment = TextAlignment.start
    /// From baseline to baseline.
    package var leading: Length
    /// What all sizes and the leading are multiplied with.
    package var scale = 1.0
    /// The paragraph's own type; nil for that of its first letters.
    ///
    /// Lines stand by it, whatever face or size their letters come to be in.
    package var strut: TextStyleID?
    package var firstIndent = Length.zero
    package var hyphenates = false
    /// Letters that stay before a division, and that carry over, at least.
    package var hyphenationLeft = 2
    package var hyphenationRight = 3
    /// Whether a line that begins after the hyphen of a compound word begins with it again.
    package var repeatsHyphen = false
    /// Whether a hyphen between two capitals is taken for a name's, which lines do not part gladly.
    package var holdsNames = true
    /// Lines of like length, for headings.
    package var isBalanced = false
    package var hangsPunctuation = true
    /// Whether a quotation mark that comes first stands wholly outside, so that letters align.
    package var hangsMark = false
    /// How far glyphs may be scaled to even the word spaces, as a share of their width; the spaces
    /// between letters give way in proportion.
    package var stretch = 0.02
    /// How far letters may stand closer and further apart, in ems; nil for what goes with `stretch`.
    package var letterFit: ClosedRange<Double>?
    /// How wide spaces between words may be, as shares of the font's own.
    package var wordSpace = 0.75...1.5
    package var idealWordSpace = 1.0
    /// How many lines more than is best the paragraph is wished to have.
    package var looseness = 0
    /// Lines of this paragraph that stay together at the foot and at the head of a column.
    package var orphans = 2
    package var widows = 2
    /// The least share of the measure that a last line may fill.
    package var minimumLastLine = 0.15
    /// A last line that would leave less than this free is set to the measure.
    package var lastLineGap = Length.zero
    /// How many lines the first letter is tall; 0 is none.
    package var dropCap = 0
    /// Text that must fit shrinks to `minimumSize`, then wraps to `lines`, then is an error.
    package var fit: Fit?
    package var isRightToLeft = false
    /// Whether other words of its element come after it, from which its own are to be parted.
    package var isFollowed = false
    /// Words that should not end a line of balanced text, from the language pack.
    package var boundWords: Set<String> = []

    package init(leading: Length) { self.leading = leading }

    package struct Fit: Hashable, Sendable {
        package var minimumSize: Length
        package var lines: Int
        /// Whether it has more lines rather than get a little smaller.
        package var takesLinesFirst: Bool

        package init(minimumSize: Length, lines: Int, takesLinesFirst: Bool = false) {
            self.minimumSize = minimumSize
            self.lines = lines
            self.takesLinesFirst = takesLinesFirst
        }
    }
}
