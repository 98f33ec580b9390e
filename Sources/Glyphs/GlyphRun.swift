package import Units

/// One glyph of a run, measured for an em of 1 pt.
///
/// A long report holds ten million, so it takes no more than eight bytes: a font has no more glyphs
/// than sixteen bits can number. Public for the compiler's sake, as ``Length`` is.
public struct Glyph: Hashable, Sendable {
    private let number: UInt16
    package var advance: Float

    public init(id: UInt32, advance: Float) {
        number = UInt16(truncatingIfNeeded: id)
        self.advance = advance
    }

    public var id: UInt32 { UInt32(number) }

    /// How far from the pen a glyph is drawn, for an em of 1 pt; upwards is above zero.
    package struct Offset: Hashable, Sendable {
        package var x: Float
        package var y: Float

        package init(x: Float, y: Float) {
            self.x = x
            self.y = y
        }

        package static let zero = Offset(x: 0, y: 0)
    }
}

/// Some letters that became some glyphs, indivisible.
///
/// Source: HarfBuzz's clusters.
package struct Cluster: Hashable, Sendable {
    /// How many bytes of the run's text, and how many glyphs, it holds.
    package var bytes: UInt16
    package var glyphs: UInt16

    package init(bytes: UInt16, glyphs: UInt16) {
        self.bytes = bytes
        self.glyphs = glyphs
    }

    /// Clusters of a byte and a glyph each, as those of most words are, which therefore share them.
    package static func singles(_ count: Int) -> [Cluster] {
        count < words.count ? words[count] : singles(asMany: count)
    }

    private static let words = (0..<32).map { singles(asMany: $0) }

    private static func singles(asMany count: Int) -> [Cluster] {
        [Cluster](repeating: Cluster(bytes: 1, glyphs: 1), count: count)
    }
}

/// Glyphs of one font at one size, in visual order from left to right, and the text they stand for.
///
/// Clusters too are in visual order, and `text` is permuted to match, cluster by cluster: that is
/// the form in which a PDF gives right-to-left text back as it was written.
package struct GlyphRun: Hashable, Sendable {
    package var font: FontID
    package var size: Length
    package var glyphs: [Glyph]
    /// Of the first so many glyphs; the others are drawn where the pen stands, as most letters are.
    package var offsets: [Glyph.Offset]
    package var clusters: [Cluster]
    package var text: String
    package var isRightToLeft: Bool
    /// The sum of the glyphs' advances at this size.
    package var width: Length

    package init(
        font: FontID,
        size: Length,
        glyphs: [Glyph],
        offsets: [Glyph.Offset] = [],
        clusters: [Cluster],
        text: String,
        isRightToLeft: Bool,
        width: Length
    ) {
        self.font = font
        self.size = size
        self.glyphs = glyphs
        self.offsets = offsets
        self.clusters = clusters
        self.text = text
        self.isRightToLeft = isRightToLeft
        self.width = width
    }

    package func offset(of glyph: Int) -> Glyph.Offset {
        glyph < offsets.count ? offsets[glyph] : .zero
    }
}

extension [Glyph.Offset] {
    /// Says where the glyphs are drawn that come after so many others.
    package mutating func append(_ offsets: [Glyph.Offset], after count: Int) {
        guard !offsets.isEmpty else { return }
        while self.count < count { append(.zero) }
        self += offsets
    }
}
