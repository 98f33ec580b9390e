import Glyphs
import Pages
import Painting
import Structure
import TestSupport
import Units

let square = FontID(index: 0)
let squareFaces = [square: DrawingFace(bytes: SquareFont.bytes)]

/// Squares for letters, one cluster each.
func run(_ text: String, size: Double = 10) -> GlyphRun {
    let glyphs = text.utf8.map { Glyph(id: SquareFont.glyph(for: $0), advance: 1) }
    return GlyphRun(
        font: square,
        size: .pt(size),
        glyphs: glyphs,
        clusters: glyphs.map { _ in Cluster(bytes: 1, glyphs: 1) },
        text: text,
        isRightToLeft: false,
        width: .pt(Double(glyphs.count) * size)
    )
}

func text(
    _ words: String,
    x: Double = 0,
    y: Double,
    size: Double = 10,
    colour: Colour = .black
) -> Mark {
    .text(
        TextMark(run: run(words, size: size), origin: Point(x: .pt(x), y: .pt(y)), colour: colour)
    )
}

func area(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: Colour) -> Mark {
    .area(
        AreaMark(
            rect: Rect(x: .pt(x), y: .pt(y), width: .pt(width), height: .pt(height)),
            fill: fill
        )
    )
}

/// A document of one page a list of fragments.
func document(_ pages: [Fragment]..., structure: StructureTree = StructureTree()) -> Document {
    Document(
        pages: pages.map {
            Page(size: Size(width: .pt(200), height: .pt(100)), fragments: $0)
        },
        structure: structure
    )
}
