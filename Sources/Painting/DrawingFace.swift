package import Glyphs

/// The bytes of a font that glyphs are drawn with: a subset, or the whole file.
///
/// A subset keeps the glyph ids of the whole font and has no `cmap`: without one, Cairo takes the
/// letters behind a glyph from the run's own text, so that a ligature comes back as its letters.
package struct DrawingFace: Sendable {
    enum Storage: Sendable {
        case owned([UInt8])
        case mapped(FontData)
    }

    let storage: Storage
    let faceIndex: Int

    package init(bytes: [UInt8]) {
        storage = .owned(bytes)
        faceIndex = 0
    }

    /// A face of a whole font file, for previews in which nothing is embedded.
    package init(data: FontData, faceIndex: Int) {
        storage = .mapped(data)
        self.faceIndex = faceIndex
    }
}
