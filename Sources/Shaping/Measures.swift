package import Glyphs

extension Shaper {
    /// The measures of a font, for an em of 1 pt; nil where it can't be opened.
    package func metrics(of font: FontID) -> FontMetrics? { face(font)?.metrics }

    /// How far a glyph's ink stands in from its edges; nil where it has no ink.
    package func ink(of glyph: UInt32, in font: FontID) -> GlyphInk? {
        face(font)?.ink(of: glyph)
    }

    /// The same of a glyph of a run, in the size that its font is set in.
    package func ink(of glyph: UInt32, in run: ShapedRun) -> GlyphInk? {
        guard let ink = ink(of: glyph, in: run.font) else { return nil }
        return run.share == 1 ? ink : ink.scaled(by: run.share)
    }

    /// The ink of a whole word, its marks among it; nil where it has none.
    package func ink(of word: ShapedWord) -> GlyphInk? {
        var (pen, edges) = (0.0, (left: Double.infinity, right: -Double.infinity))
        var (top, bottom) = (-Double.infinity, Double.infinity)
        for run in word.runs {
            for (index, glyph) in run.glyphs.enumerated() {
                defer { pen += Double(glyph.advance) }
                guard let ink = ink(of: glyph.id, in: run) else { continue }
                let offset = index < run.offsets.count ? run.offsets[index] : .zero
                let left = pen + Double(offset.x) + ink.left
                edges = (min(edges.left, left), max(edges.right, left + ink.width))
                top = max(top, Double(offset.y) + ink.top)
                bottom = min(bottom, Double(offset.y) + ink.bottom)
            }
        }
        guard edges.left < edges.right else { return nil }
        return GlyphInk(
            left: edges.left,
            width: edges.right - edges.left,
            right: word.width - edges.right,
            top: top,
            bottom: bottom
        )
    }

    /// The word space of a style's own font, in ems.
    package func spaceWidth(in style: FontStyleID) -> Double {
        font(of: style).flatMap { face($0)?.advance(of: 0x20) } ?? 0.25
    }

    /// What the small letters of the Latin alphabet take on average, in ems; kerning is left out of account.
    package func meanLetter(in style: FontStyleID) -> Double {
        // Letters that no feature turns into others have their widths without being shaped.
        if self.style(style).features.allSatisfy({ Self.ofFigures.contains($0) }),
            let mean = font(of: style).flatMap({ face($0)?.meanLetter })
        {
            return mean
        }
        let alphabet = String(decoding: Face.smallLetters, as: UTF8.self)
        return shape(alphabet, in: style).width / Double(alphabet.utf8.count)
    }

    /// Features that draw other figures, and leave letters as they are.
    private static let ofFigures: Set = ["lnum", "onum", "pnum", "tnum", "zero"]

    /// Whether a font has a character in itself, without another font's help.
    package func covers(_ scalar: UInt32, in font: FontID) -> Bool {
        face(font)?.hasGlyph(for: scalar) ?? false
    }
}
