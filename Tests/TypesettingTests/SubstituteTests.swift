import Flow
import Glyphs
import Pages
import Testing
import TypeSupport
import Units

@testable import Typesetting

@Suite struct SubstituteTests {
    private func marks(of text: String) throws -> [TextMark] {
        var desk = Desk()
        let whole = TextSpan(range: 0..<text.utf8.count, style: desk.small)
        let strips = desk.set(text, spans: [whole])
        #expect(strips.count == 1)
        return try #require(strips.first).marks
    }

    /// Noto's letters are a sixth taller than Biolinum's at one size.
    @Test func setsAFontThatStandsInAsTallAsTheLettersBeside() throws {
        let sizes = try marks(of: "Awa Ɓiilo Sow").map { $0.run.size.points }
        try #require(sizes.count == 3, "\(sizes)")
        #expect(sizes[0] == 10 && sizes[1] > 8.4 && sizes[1] < 8.9 && sizes[2] == 10, "\(sizes)")
    }

    @Test func leavesNoGapAfterAFontThatStandsIn() throws {
        let marks = try marks(of: "Ɓiilo Awa Ɓiilo Sow")
        try #require(marks.count == 4)
        for (mark, next) in zip(marks, marks.dropFirst()) where !mark.run.text.hasSuffix(" ") {
            #expect(abs(next.edges.left - mark.edges.right) < 0.01)
        }
        for mark in marks {
            let advances = mark.run.glyphs.reduce(0) { $0 + Double($1.advance) }
            #expect(mark.run.width.isNearly(.pt(advances * mark.run.size.points)))
        }
    }
}
