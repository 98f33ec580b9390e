package import Glyphs

extension Shaper {
    /// The measures of a font, for an em of 1 pt; nil where it can't be opened.
    package func metrics(of font: FontID) -> FontMetrics? { face(font)?.metrics }

    /// How far a glyph's ink stands in from its edges; nil where it has no ink.
    package func ink(of glyph: UInt32, in font: FontID) -> GlyphInk? {
        face(font)?.ink(of: glyph)
    }

    /// The word space of a style's own font, in ems.
    package func spaceWidth(in style: FontStyleID) -> Double {
        font(of: style).flatMap { face($0)?.advance(of: 0x20) } ?? 0.25
    }

    /// Whether a font has a character in itself, without another font's help.
    package func covers(_ scalar: UInt32, in font: FontID) -> Bool {
        face(font)?.hasGlyph(for: scalar) ?? false
    }
}
