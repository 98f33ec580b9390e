import Pages
import Painting
import Testing
import Units

@testable import Finishing

@Suite struct PrintTests {
    @Test func givesBlackAndBrandColoursAsInksInsideTheirBoxes() throws {
        var sample = Sample()
        let trim = Rect(x: .pt(10), y: .pt(10), width: .pt(380), height: .pt(580))
        for page in sample.document.pages.indices { sample.document.pages[page].trim = trim }
        let painted = try sample.painted()
        let blue = Colour(red: 31, green: 90, blue: 152)
        let bytes = try finish(
            painted.bytes,
            document: sample.document,
            marked: painted.marked,
            options: FinishingOptions(
                standards: [.ua1],
                bleed: .pt(8.5),
                inks: InkTable([blue: Colour.Ink(cyan: 100, magenta: 60, yellow: 0, black: 5)])
            )
        )
        let verdict = try judge(bytes, standards: "ua-1")
        #expect(verdict.isContent, "\(verdict.text)")
        let plain = try ask(
            "/usr/bin/qpdf",
            ["--qdf", "--object-streams=disable", "FILE", "-"],
            of: bytes
        ).text
        #expect(plain.contains("0 0 0 1 k"))
        #expect(plain.contains("1 0.6 0 0.05 k"))
        #expect(!plain.contains(" rg"))
        #expect(plain.contains("/TrimBox [\n    10\n    10\n    390\n    590\n"))
        #expect(plain.contains("/BleedBox [\n    1.5\n    1.5\n    398.5\n    598.5\n"))
    }

    @Test func refusesInksInAFileThatIsKeptForScreens() throws {
        let sample = Sample()
        let painted = try sample.painted()
        #expect(throws: FinishingError.self) {
            try finish(
                painted.bytes,
                document: sample.document,
                marked: painted.marked,
                options: FinishingOptions(standards: [.a2b], inks: InkTable())
            )
        }
    }
}
