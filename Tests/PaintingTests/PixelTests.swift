import Glyphs
import Pages
import Painting
import Pictures
import Structure
import TestSupport
import Testing
import Units

private let red = Colour(red: 255, green: 0, blue: 0)
private let green = Colour(red: 0, green: 255, blue: 0)
private let blue = Colour(red: 0, green: 0, blue: 255)

@Suite struct Pixels {
    @Test func placeAreasFromTheTopLeftCorner() throws {
        try expectPixels(
            """
            ______
            _RRR__
            _RRBB_
            ___BB_
            """,
            [area(1, 1, 3, 2, red), area(3, 2, 2, 2, blue)]
        )
    }

    @Test func standLettersOnTheirBaseline() throws {
        try expectPixels(
            """
            ______
            _KK_RR
            _KK_RR
            ______
            """,
            [text("a", x: 1, y: 3, size: 2), text("b", x: 4, y: 3, size: 2, colour: red)]
        )
    }

    @Test func addTrackingAfterEachLetterAndWidenGlyphs() throws {
        try expectPixels(
            """
            KK_KK_
            KK_KK_
            RRRR__
            RRRR__
            """,
            [
                .text(
                    TextMark(
                        run: run("ab", size: 2),
                        origin: Point(x: .zero, y: .pt(2)),
                        colour: .black,
                        tracking: .pt(1)
                    )
                ),
                .text(
                    TextMark(
                        run: run("a", size: 2),
                        origin: Point(x: .zero, y: .pt(4)),
                        colour: red,
                        expansion: 2
                    )
                ),
            ]
        )
    }

    @Test func outlineAnAreaWithinItsEdges() throws {
        try expectPixels(
            """
            GGGGGG
            GRRRRG
            GRRRRG
            GGGGGG
            """,
            [
                .area(
                    AreaMark(
                        rect: rect(0, 0, 6, 4),
                        fill: red,
                        border: Stroke(width: .pt(1), colour: green)
                    )
                )
            ]
        )
    }

    @Test func dashLines() throws {
        try expectPixels(
            """
            ______
            KK_KK_
            """,
            [
                .line(
                    LineMark(
                        from: Point(x: .zero, y: .pt(1.5)),
                        to: Point(x: .pt(6), y: .pt(1.5)),
                        stroke: Stroke(width: .pt(1), colour: .black, dash: [.pt(2), .pt(1)])
                    )
                )
            ]
        )
    }

    @Test func drawModulesToTheirEdges() throws {
        try expectPixels(
            """
            KK____
            KK____
            __KKKK
            __KKKK
            KK__KK
            KK__KK
            """,
            [
                .modules(
                    ModulesMark(
                        rect: rect(0, 0, 6, 6),
                        modules: ModuleSquare(side: 3) { row, column in
                            row == column || (row, column) == (1, 2) || (row, column) == (2, 0)
                        },
                        colour: .black
                    )
                )
            ]
        )
    }

    @Test func fillARectangleWithAPicture() throws {
        let file = PNGFile(width: 2, height: 1, samples: [255, 0, 0, 0, 0, 255])
        try expectPixels(
            """
            ____
            _RB_
            ____
            """,
            [.picture(PictureMark(picture: PictureID(index: 0), rect: rect(1, 1, 2, 1)))],
            pictures: [Picture.read(file.bytes)]
        )
    }

    @Test func cutAPictureToItsClip() throws {
        let file = PNGFile(width: 1, height: 1, samples: [255, 0, 0])
        try expectPixels(
            """
            ____
            _RR_
            ____
            """,
            [
                .picture(
                    PictureMark(
                        picture: PictureID(index: 0),
                        rect: rect(0, 0, 4, 3),
                        clip: .rectangle(rect(1, 1, 2, 1))
                    )
                )
            ],
            pictures: [Picture.read(file.bytes)]
        )
    }

    /// Blocks as stored: red and green above, blue and black below.
    @Test(arguments: [
        (1, "RG\nBK"), (2, "GR\nKB"), (3, "KB\nGR"), (4, "BK\nRG"),
        (5, "RB\nGK"), (6, "BR\nKG"), (7, "KG\nBR"), (8, "GK\nRB"),
    ])
    func standPicturesUpright(orientation: UInt8, grid: String) throws {
        let file = JPEGFile(
            columns: 2,
            blocks: [[255, 0, 0], [0, 255, 0], [0, 0, 255], [0, 0, 0]],
            orientation: orientation
        )
        let large = grid.split(separator: "\n").flatMap { row in
            let wide = row.map { String(repeating: $0, count: 8) }.joined()
            return [String](repeating: wide, count: 8)
        }
        try expectPixels(
            large.joined(separator: "\n"),
            [.picture(PictureMark(picture: PictureID(index: 0), rect: rect(0, 0, 16, 16)))],
            pictures: [Picture.read(file.bytes)]
        )
    }

    @Test func drawVectors() throws {
        let svg = """
            <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2'>
            <rect width='2' height='2' fill='#f00'/>
            <rect x='3' width='9' height='1' fill='#00f'/></svg>
            """
        try expectPixels(
            """
            ______
            _RR_B_
            _RR___
            ______
            """,
            [.picture(PictureMark(picture: PictureID(index: 0), rect: rect(1, 1, 4, 2)))],
            pictures: [Picture.read(Array(svg.utf8))]
        )
    }
}

func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Rect {
    Rect(x: .pt(x), y: .pt(y), width: .pt(width), height: .pt(height))
}

/// Paints marks at a pixel a point and compares with a grid of letters, one a pixel.
private func expectPixels(
    _ grid: String,
    _ marks: [Mark],
    pictures: [Picture] = [],
    at location: SourceLocation = #_sourceLocation
) throws {
    let rows = grid.split(separator: "\n")
    let page = Page(
        size: Size(width: .pt(Double(rows[0].count)), height: .pt(Double(rows.count))),
        fragments: [Fragment(owner: .artifact(.layout), marks: marks)]
    )
    let png = try paintPNG(page, resolution: 72, faces: squareFaces, pictures: pictures)
    let raster = try Picture.read(png).decode()
    let letters = raster.pixels.map { letter(for: $0) }
    let painted = stride(from: 0, to: letters.count, by: raster.width)
        .map { String(letters[$0..<$0 + raster.width]) }.joined(separator: "\n")
    #expect(painted == grid, sourceLocation: location)
}

private func letter(for pixel: UInt32) -> Character {
    switch pixel & 0xFF_FFFF {
    case 0: "K"
    case 0xFF_FFFF: "_"
    case 0xFF_0000: "R"
    case 0x00_FF00: "G"
    case 0x00_00FF: "B"
    default: "?"
    }
}
