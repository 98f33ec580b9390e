package import Glyphs

/// Glyphs of one font for an em of 1 pt, and the text they stand for, in visual order from left to right
/// as in a ``GlyphRun``.
///
/// One object, since it is lent to every place where its word stands: of a value each buffer would be
/// counted there.
package final class ShapedRun: Sendable {
    package let font: FontID
    package let glyphs: [Glyph]
    /// Of the first so many glyphs; the others are drawn where the pen stands.
    package let offsets: [Glyph.Offset]
    package let clusters: [Cluster]
    /// The text in UTF-8, cluster by cluster.
    package let bytes: [UInt8]
    package let isRightToLeft: Bool
    /// How large its font is set, in ems: less than one where a font that stands in has larger letters
    /// than that of the page.
    package let share: Double
    /// The sum of the advances, in ems.
    package let width: Double

    init(
        font: FontID,
        glyphs: [Glyph],
        offsets: [Glyph.Offset],
        clusters: [Cluster],
        bytes: [UInt8],
        isRightToLeft: Bool,
        share: Double,
        width: Double
    ) {
        self.font = font
        self.glyphs = glyphs
        self.offsets = offsets
        self.clusters = clusters
        self.bytes = bytes
        self.isRightToLeft = isRightToLeft
        self.share = share
        self.width = width
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }
}
