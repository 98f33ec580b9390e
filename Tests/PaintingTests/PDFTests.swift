import Glyphs
import Pages
import Painting
import Structure
import TestSupport
import Testing
import Units

@Suite struct PDFTests {
    @Test func countsALeafForEachRunOfContentOfOneOwner() throws {
        var structure = StructureTree()
        let heading = structure.add(.heading(level: 1))
        let words = structure.add(.paragraph)
        let link = structure.add(.link, to: words)
        let pages = document(
            [
                Fragment(owner: .artifact(.header), marks: [text("head", y: 10)]),
                Fragment(owner: .element(heading), marks: [text("title", y: 30)]),
                Fragment(owner: .element(words), marks: [text("one ", y: 50)]),
                Fragment(owner: .element(words), marks: [text("two ", y: 60)]),
                Fragment(owner: .element(link), marks: [text("there", x: 80, y: 60)]),
                Fragment(owner: .element(words), marks: [text("three", y: 70)]),
                Fragment(owner: .artifact(.layout), marks: [area(0, 80, 100, 1, .black)]),
            ],
            structure: structure
        )
        let painted = try paintPDF(pages, faces: squareFaces)
        #expect(
            painted.marked == [
                MarkedContent(owners: [
                    .artifact(.header), .element(heading), .element(words), .element(link),
                    .element(words), .artifact(.layout),
                ])
            ]
        )
        #expect(boundaries(in: painted) == "{}()()()(){}")
    }

    @Test func startsToCountAgainOnEachPage() throws {
        let leaf = Fragment(owner: .artifact(.footer), marks: [text("folio", y: 90)])
        let painted = try paintPDF(document([leaf], [leaf]), faces: squareFaces)
        #expect(boundaries(in: painted) == "{}{}")
        #expect(painted.marked.map(\.owners.count) == [1, 1])
    }

    @Test func leavesAPageBlankOnWhichNothingWouldBeSeen() throws {
        let spaces = Fragment(owner: .artifact(.footer), marks: [text("  ", y: 90)])
        let beyond = Fragment(
            owner: .artifact(.layout),
            marks: [area(500, 500, 10, 10, .black), text("far", x: 900, y: 900)]
        )
        let folio = Fragment(owner: .artifact(.footer), marks: [text("folio", y: 90)])
        let painted = try paintPDF(
            document([spaces], [beyond], [], [spaces, beyond, folio]),
            faces: squareFaces
        )
        #expect(painted.marked.map(\.owners.count) == [0, 0, 0, 3])
        #expect(boundaries(in: painted) == "{}{}{}")
    }

    @Test func givesBackTheTextOfTheRuns() throws {
        let page = [
            Fragment(
                owner: .artifact(.layout),
                marks: [text("soon ", y: 20), text("so", x: 50, y: 20)]
            ),
            Fragment(owner: .artifact(.layout), marks: [text("late", y: 50)]),
        ]
        let painted = try paintPDF(document(page), faces: squareFaces)
        #expect(try ask("pdftotext", "-raw", of: painted).hasPrefix("soon so\nlate"))
    }

    @Test(arguments: ["\u{E000}", "\u{F8FF}", "\u{F0000}", "\u{10FFFD}"])
    func callsALetterOfOneFontAloneASpace(letter: String) throws {
        let run = GlyphRun(
            font: square,
            size: .pt(10),
            glyphs: [Glyph(id: 3, advance: 1)],
            clusters: [Cluster(bytes: UInt16(letter.utf8.count), glyphs: 1)],
            text: letter,
            isRightToLeft: false,
            width: .pt(10)
        )
        let mark = TextMark(run: run, origin: Point(x: .zero, y: .pt(50)), colour: .black)
        let page = Fragment(owner: .artifact(.layout), marks: [.text(mark)])
        let plain = try ask(
            "qpdf",
            "--qdf",
            of: try paintPDF(document([page]), faces: squareFaces)
        )
        #expect(plain.contains("<2002>") && !plain.contains("/ActualText"))
    }

    /// Lam and alef are one glyph, with a mark over them; then come a letter and its mark.
    @Test func givesEachGlyphReadFromRightToLeftLettersOfItsOwn() throws {
        let glyphs = [(3, 0), (2, 1), (3, 0), (4, 1)].map { id, advance in
            Glyph(id: id, advance: Float(advance))
        }
        let run = GlyphRun(
            font: square,
            size: .pt(10),
            glyphs: glyphs,
            clusters: [Cluster(bytes: 4, glyphs: 2), Cluster(bytes: 6, glyphs: 2)],
            text: "\u{643}\u{64B}\u{644}\u{64B}\u{627}",
            isRightToLeft: true,
            width: .pt(20)
        )
        let mark = TextMark(run: run, origin: Point(x: .zero, y: .pt(50)), colour: .black)
        let page = Fragment(owner: .artifact(.layout), marks: [.text(mark)])
        let painted = try paintPDF(document([page]), faces: squareFaces)
        let plain = try ask("qpdf", "--qdf", of: painted)
        #expect(!plain.contains("/ActualText"))
        for letters in ["<064b>", "<0643>", "<fefb>"] { #expect(plain.contains(letters)) }
    }

    /// A word with a mark at its end, which stands at the left; one between its letters belongs to it.
    @Test func saysOfPunctuationAtTheEndOfAWordThatItRunsFromRightToLeft() throws {
        let run = GlyphRun(
            font: square,
            size: .pt(10),
            glyphs: (1...4).map { Glyph(id: $0, advance: 1) },
            clusters: Array(repeating: Cluster(bytes: 2, glyphs: 1), count: 4),
            text: "\u{61F}\u{643}\u{61B}\u{643}",
            isRightToLeft: true,
            width: .pt(40)
        )
        let mark = TextMark(run: run, origin: Point(x: .zero, y: .pt(50)), colour: .black)
        let page = Fragment(owner: .artifact(.layout), marks: [.text(mark)])
        let painted = try paintPDF(document([page]), faces: squareFaces)
        let plain = try ask("qpdf", "--qdf", of: painted)
        for letters in ["<200f061f>", "<061b>", "<0643>"] { #expect(plain.contains(letters)) }
        let text = try ask("pdftotext", "-raw", of: painted)
        #expect(text.contains("\u{643}\u{61B}\u{643}\u{61F}\u{200F}"))
    }

    @Test func writesWhatQPDFFindsNoFaultWith() throws {
        let page = Fragment(
            owner: .artifact(.layout),
            marks: [text("abc", y: 20), area(0, 30, 50, 5, Colour(red: 200, green: 0, blue: 0))]
        )
        let painted = try paintPDF(document([page], []), faces: squareFaces)
        #expect(try ask("qpdf", "--check", of: painted).contains("No syntax or stream"))
    }

    @Test func writesTheSameBytesTwice() throws {
        let page = [Fragment(owner: .artifact(.layout), marks: [text("abc", y: 20)])]
        let first = try paintPDF(document(page), faces: squareFaces)
        let second = try paintPDF(document(page), faces: squareFaces)
        #expect(first == second)
    }

    @Test func drawsTextOfOneSettingInOneCall() throws {
        let page = Fragment(
            owner: .artifact(.layout),
            marks: [text("one ", y: 20), text("two ", x: 40, y: 20), text("three", y: 40)]
        )
        let painted = try paintPDF(document([page]), faces: squareFaces)
        #expect(String(decoding: painted.bytes, as: UTF8.self).matches(of: /\nBT\n/).count == 1)
    }

    /// Cairo turns a fill that covers the page into one that wipes what was recorded before.
    @Test(arguments: [0.0, 9.0])
    func keepsItsMarksUnderAnAreaThatCoversThePage(bleed: Double) throws {
        let tint = area(-bleed, -bleed, 200 + 2 * bleed, 100 + 2 * bleed, .white)
        let painted = try paintPDF(
            document(
                [
                    Fragment(owner: .artifact(.layout), marks: [tint]),
                    Fragment(owner: .artifact(.header), marks: [text("one", y: 20), tint]),
                    Fragment(owner: .artifact(.footer), marks: [tint, text("two", y: 20)]),
                ],
                [Fragment(owner: .artifact(.layout), marks: [tint])]
            ),
            faces: squareFaces
        )
        #expect(painted.marked.map(\.owners.count) == [3, 1])
        #expect(boundaries(in: painted) == "{}{}{}{}")
    }

    @Test func keepsLettersWithoutGlyphsInTheirLeaf() throws {
        var silent = run("", size: 10)
        silent.text = "\u{200B}"
        silent.clusters = [Cluster(bytes: 3, glyphs: 0)]
        let mark = Mark.text(
            TextMark(run: silent, origin: Point(x: .zero, y: .pt(10)), colour: .black)
        )
        let painted = try paintPDF(
            document([
                Fragment(owner: .artifact(.header), marks: [mark]),
                Fragment(owner: .artifact(.footer), marks: [text("folio", y: 90)]),
            ]),
            faces: squareFaces
        )
        #expect(painted.marked[0].owners.count == 2)
        #expect(try ask("pdftotext", "-raw", of: painted).hasPrefix("folio"))
    }

    @Test func paintsOnSeveralThreadsAtATime() async throws {
        let page = Fragment(owner: .artifact(.layout), marks: [text("one", y: 20)])
        let first = try paintPDF(document([page]), faces: squareFaces)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try (0..<20).allSatisfy { _ in
                        try paintPDF(document([page]), faces: squareFaces) == first
                    }
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }

    @Test func refusesAFontThatIsNone() throws {
        let page = Fragment(owner: .artifact(.layout), marks: [text("one", y: 20)])
        #expect(throws: PaintingError.self) {
            try paintPDF(document([page]), faces: [square: DrawingFace(bytes: [1, 2, 3])])
        }
    }

    @Test func opensAndClosesFontsManyTimes() throws {
        let page = Fragment(owner: .artifact(.layout), marks: [text("one", y: 20)])
        let first = try paintPDF(document([page]), faces: squareFaces)
        for _ in 0..<300 {
            #expect(try paintPDF(document([page]), faces: squareFaces) == first)
        }
    }
}
