import Arrangement
import Diagnostics
import Flow
import Pages
import Structure
import TestSupport
import Testing
import TypeSupport
import Typesetting
import Units

@Suite struct PictureTests {
    /// Of one picture, 200 × 100 pt unless it is said.
    private func typesetter(_ width: Double = 200, _ height: Double = 100) -> Typesetter {
        Typesetter(
            lines: Monospace(),
            pictures: [Size(width: .pt(width), height: .pt(height))],
            modules: { _ in nil }
        )
    }

    /// A wide mark is lower than a tall one, and covers as much.
    @Test func drawsMarksOfAllShapesAsLargeAsEachOther() {
        func size(_ width: Double, _ height: Double) -> Size {
            var setter = typesetter(width, height)
            let mark = Block(.picture(Picture(source: 0, weight: .pt(20))))
            let strips = setter.set([mark], to: .pt(200)).strips
            guard case .picture(let picture)? = strips.first?.fragments.first?.marks.first else {
                return .zero
            }
            return picture.rect.size
        }
        for (width, height) in [(50.0, 50.0), (400, 100), (10, 90)] {
            let size = size(width, height)
            #expect(abs(size.width.points * size.height.points - 400) < 0.1)
            #expect(abs(size.width.points / size.height.points - width / height) < 0.01)
        }
    }

    /// Heads stand in the upper part of an upright picture.
    @Test(arguments: [(100.0, 200.0, -52.5), (200, 150, -30)])
    func keepsInViewWhatAPictureIsAbout(width: Double, height: Double, top: Double) {
        var typesetter = typesetter(width, height)
        let picture = Picture(source: 0, height: .pt(30))
        let galley = typesetter.set([Block(.picture(picture))], to: .pt(120))
        let tops = galley.strips.flatMap(\.fragments).flatMap(\.marks).compactMap { mark in
            if case .picture(let picture) = mark { picture.rect.minY.points } else { nil }
        }
        #expect(tops.count == 1 && abs((tops.first ?? 0) - top) < 0.01, "\(tops)")
    }

    /// Three of three by two beside each other lose nothing; beside an upright one they are wider than it.
    @Test func keepsTheShapesOfPicturesInARow() {
        func row(_ shapes: [(Double, Double)], height: Double) -> [Size] {
            var typesetter = Typesetter(
                lines: Monospace(),
                pictures: shapes.map { Size(width: .pt($0.0), height: .pt($0.1)) },
                modules: { _ in nil }
            )
            let cells = shapes.indices.map {
                RowCell(
                    width: .share(1),
                    blocks: [Block(.picture(Picture(source: $0, height: .pt(height))))]
                )
            }
            let galley = typesetter.set([Block(.row(cells, gutter: .pt(10)))], to: .pt(200))
            return galley.strips.flatMap(\.fragments).flatMap(\.marks).compactMap { mark in
                if case .picture(let picture) = mark { picture.shown.size } else { nil }
            }
        }
        for size in row([(300, 200), (300, 200), (300, 200)], height: 50) {
            #expect(abs(size.width.points - 60) < 0.01 && abs(size.height.points - 40) < 0.01)
        }
        let mixed = row([(300, 200), (200, 300)], height: 50)
        #expect(mixed.map { ($0.width.points * 10).rounded() / 10 } == [114, 76])
        #expect(mixed.allSatisfy { abs($0.height.points - 50) < 0.01 })
        // Lower than that they would show nobody.
        #expect(row([(900, 300), (900, 300)], height: 80)[0].height.isNearly(.pt(56)))
    }

    @Test func shrinksAPictureThatNoPageCouldHold() {
        var typesetter = typesetter()
        typesetter.tallest = .pt(30)
        let galley = typesetter.set([Block(.picture(Picture(source: 0)))], to: .pt(120))
        #expect(galley.height.isNearly(.pt(30)))
        #expect(typesetter.report.count(of: .warning) == 1)
    }

    @Test func leavesRoomForTheCaptionOfATallPicture() {
        var typesetter = typesetter()
        typesetter.tallest = .pt(50)
        var picture = Block(.picture(Picture(source: 0)))
        picture.style.keepsWithNext = true
        let galley = typesetter.set([picture, paragraph("caption")], to: .pt(120))
        #expect(galley.height.isNearly(.pt(50)))
        #expect(galley.strips[0].height.isNearly(.pt(38)))
        #expect(typesetter.report.count(of: .warning) == 1)
    }

    /// In a box, a row or a cell it is with its words in one column, and keeps its shape.
    @Test(arguments: ["box", "row", "table", "float", "two in a box"])
    func makesAPictureSmallerThatWouldBePartedFromItsWords(place: String) {
        var typesetter = typesetter()
        typesetter.tallest = .pt(140)
        typesetter.gridPitch = .pt(12)
        let picture = Block(.picture(Picture(source: 0)))
        let words = [paragraph("caption of it"), paragraph("source of it")]
        var block =
            switch place {
            case "row":
                Block(.row([RowCell(width: .share(1), blocks: [picture] + words)], gutter: .zero))
            case "table":
                Block(
                    .table(
                        Table(
                            columns: [Table.Column(width: .share(1))],
                            head: [Table.Row(cells: [Table.Cell(blocks: [paragraph("head")])])],
                            rows: [Table.Row(cells: [Table.Cell(blocks: [picture] + words)])]
                        )
                    )
                )
            case "two in a box": Block(.box([picture] + words + [picture]))
            default: Block(.box([paragraph("title"), picture] + words))
            }
        if place.hasSuffix("box") {
            block.style.keepsTogether = true
            block.style.padding.top = .pt(3)
        }
        if place == "float" { block.style.float = .top }
        let galley = typesetter.set([block], to: .pt(240), floating: true)
        let float = galley.strips[0].floats.first?.galley
        #expect((float != nil) == (place == "float"))
        let set = float ?? galley
        #expect(set.height <= .pt(140), "\(set.height)")
        let pictures = set.strips.flatMap(\.fragments).flatMap(\.marks).compactMap { mark in
            if case .picture(let picture) = mark { picture.shown.size } else { nil }
        }
        #expect(pictures.count == (place == "two in a box" ? 2 : 1))
        for size in pictures {
            #expect(size.width.isNearly(size.height * 2) && size.height > .pt(12), "\(size)")
        }
        #expect(typesetter.report.count(of: .warning) == 1, "of each place once")
    }

    /// Whether pictures fit is tried of what stands in one column as a whole, not again of each thing in it.
    @Test(arguments: [6, 12])
    func triesThingsInThingsNoOftenerTheDeeperTheyAre(depth: Int) {
        var typesetter = typesetter()
        typesetter.lines = CountingLines()
        typesetter.tallest = .pt(80)
        var blocks = [
            Block(.picture(Picture(source: 0))), paragraph("caption"), paragraph("source"),
        ]
        for _ in 0..<depth {
            var box = Block(.box(blocks))
            box.style.keepsTogether = true
            blocks = [box]
        }
        #expect(typesetter.set(blocks, to: .pt(120)).height <= .pt(80))
        let set = (typesetter.lines as? CountingLines)?.paragraphs ?? .max
        #expect(set <= 20, "\(set)")
    }

    @Test(arguments: [6, 24])
    func asksOfARowOfTallPicturesOnlyForTheRoomOfTheNext(count: Int) {
        var typesetter = typesetter()
        typesetter.lines = CountingLines()
        typesetter.tallest = .pt(100)
        var picture = Block(.picture(Picture(source: 0)))
        picture.style.keepsWithNext = true
        var caption = paragraph("caption")
        caption.style.keepsWithNext = true
        let blocks = (0..<count).flatMap { _ in [picture, caption] }
        _ = typesetter.set(blocks, to: .pt(120))
        let set = (typesetter.lines as? CountingLines)?.paragraphs ?? .max
        #expect(set <= 4 * count, "\(set)")
    }
}

/// Counts the paragraphs that were set.
private struct CountingLines: LineSetting {
    private var lines = Monospace()
    private(set) var paragraphs = 0

    mutating func lines(
        of paragraph: Paragraph,
        owner: Owner,
        to measure: Length,
        looseness: Int,
        reporting report: inout Report
    ) -> [Strip] {
        paragraphs += 1
        return lines.lines(
            of: paragraph,
            owner: owner,
            to: measure,
            looseness: looseness,
            reporting: &report
        )
    }

    mutating func widths(of paragraph: Paragraph) -> Widths { lines.widths(of: paragraph) }
}
