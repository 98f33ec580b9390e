/// The bytes of a font that glyphs are drawn with: a subset, or the whole file.
///
/// A subset keeps the glyph ids of the whole font and has no `cmap`: without one, Cairo takes the
/// letters behind a glyph from the run's own text, so that a ligature comes back as its letters.
package struct DrawingFace: Sendable {
    let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }
}
