package import Units

/// One glyph of a run, measured for an em of 1 pt.
package struct Glyph: Hashable, Sendable {
    package var id: UInt32
    package var advance: Float
    package var offsetX: Float
    package var offsetY: Float

    package init(id: UInt32, advance: Float, offsetX: Float = 0, offsetY: Float = 0) {
        self.id = id
        self.advance = advance
        self.offsetX = offsetX
        self.offsetY = offsetY
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
}

/// Glyphs of one font at one size, in visual order from left to right, and the text they stand for.
///
/// Clusters too are in visual order, and `text` is permuted to match, cluster by cluster: that is
/// the form in which a PDF gives right-to-left text back as it was written.
package struct GlyphRun: Hashable, Sendable {
    package var font: FontID
    package var size: Length
    package var glyphs: [Glyph]
    package var clusters: [Cluster]
    package var text: String
    package var isRightToLeft: Bool
    /// The sum of the glyphs' advances at this size.
    package var width: Length

    package init(
        font: FontID,
        size: Length,
        glyphs: [Glyph],
        clusters: [Cluster],
        text: String,
        isRightToLeft: Bool,
        width: Length
    ) {
        self.font = font
        self.size = size
        self.glyphs = glyphs
        self.clusters = clusters
        self.text = text
        self.isRightToLeft = isRightToLeft
        self.width = width
    }
}
