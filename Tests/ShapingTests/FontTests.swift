import Diagnostics
import Glyphs
import Shaping
import Testing
import Unicode
import Units

@Suite struct FontTests {
    let shaper = Shaper(NotoFonts.catalogue())

    private func weight(_ wanted: Int, of family: String) -> Int? {
        shaper.catalogue.face(family: family, weight: wanted, isItalic: false)
            .map { shaper.catalogue[$0].weight }
    }

    @Test func takesTheNearestWeightAsCSSDoes() {
        #expect(weight(500, of: "Noto Sans") == 400)
        #expect(weight(350, of: "noto sans") == 300)
        #expect(weight(100, of: "Noto Sans") == 300)
        #expect(weight(500, of: "Noto Serif") == 400)
        #expect(weight(600, of: "Noto Serif") == 700)
        #expect(weight(900, of: "Noto Sans") == 600)
        #expect(weight(400, of: "Comic") == nil)
    }

    @Test func measuresFonts() throws {
        let serif = try #require(
            shaper.catalogue.face(family: "Noto Serif", weight: 400, isItalic: false)
        )
        let metrics = try #require(shaper.metrics(of: serif))
        #expect(abs(metrics.ascender - 1.069) < 0.001 && abs(metrics.descender + 0.293) < 0.001)
        #expect(metrics.capHeight == 0.714)
        let id = shaper.id(of: FontStyle(family: "Noto Serif", language: "fr"))
        #expect(shaper.spaceWidth(in: id) == 0.26)
        let dash = shaper.shape("T", in: id).runs[0].glyphs[0].id
        let ink = try #require(shaper.ink(of: dash, in: serif))
        #expect(ink.left > 0 && ink.left < 0.1 && ink.top > 0.7 && abs(ink.bottom) < 0.001)
    }

    @Test func knowsWhatAFontDoesByAFeatureOrWithoutIt() throws {
        func font(_ family: String) throws -> FontID {
            try #require(shaper.catalogue.face(family: family, weight: 400, isItalic: false))
        }
        let serif = try font("Noto Serif")
        for feature in ["smcp", "onum", "frac", "kern", "salt=0", "-zzzz"] {
            #expect(shaper.does(feature, in: serif), "\(feature)")
        }
        #expect(!shaper.does("zzzz", in: serif))
        // Its figures stand on the line and are of one width, as nearly all do.
        let maths = try font("Noto Sans Math")
        #expect(!shaper.does("smcp", in: maths))
        #expect(!shaper.does("onum", in: maths))
        #expect(shaper.does("lnum", in: maths) && shaper.does("tnum", in: maths))
    }

    @Test func readsTheRightsOfAFont() throws {
        let serif = try #require(
            shaper.catalogue.face(family: "Noto Serif", weight: 700, isItalic: false)
        )
        #expect(shaper.embeddingRights(of: serif) == .lettersUsed)
    }

    /// All on one thread: Synchronization, whose counters would do, brings the system's ICU into a module that
    /// has Foundation's, and an empty folder is not built.
    private final class Count: @unchecked Sendable { var released = 0 }

    /// A run that goes on for days opens its fonts after each save.
    @Test func letsGoOfTheBytesOfAFontWithTheShaperThatReadsThem() throws {
        let count = Count()
        let entry = shaper.catalogue.entries[0]
        let data = try #require(shaper.catalogue.opening(entry))
        do {
            let catalogue = FontCatalogue(entries: [entry], fallback: [:]) { _ in
                FontData(base: data.base, count: data.count) {
                    count.released += 1
                }
            }
            let reader = Shaper(catalogue)
            let id = reader.id(of: FontStyle(family: entry.family, language: "fr"))
            #expect(reader.shape("Griot", in: id).glyphCount == 5)
            #expect(count.released == 0)
        }
        #expect(count.released == 1)
        withExtendedLifetime(data) {}
    }

    @Test func makesASmallFontThatDrawsTheSameGlyphs() throws {
        let id = shaper.id(of: FontStyle(family: "Noto Serif", language: "fr"))
        let word = shaper.shape("Griot", in: id)
        let font = word.runs[0].font
        let glyphs = Set(word.runs[0].glyphs.map(\.id))
        let bytes = try #require(shaper.drawingFace(of: font, glyphs: glyphs))
        #expect(bytes.count < 30_000)
        #expect(bytes == shaper.drawingFace(of: font, glyphs: glyphs))

        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
        defer { copy.deallocate() }
        copy.copyBytes(from: bytes)
        let data = FontData(base: UnsafeRawPointer(copy.baseAddress!), count: copy.count)
        let small = Shaper(
            FontCatalogue(entries: [shaper.catalogue[font]], fallback: [:]) { _ in data }
        )
        let subset = FontID(index: 0)
        for glyph in glyphs {
            #expect(small.ink(of: glyph, in: subset) == shaper.ink(of: glyph, in: font))
        }
        #expect(!small.covers(0x47, in: subset))
    }

    @Test func dividesATextByStyleScriptAndDirection() {
        let text = "Le mot سلام (paix) fini"
        let end = text.utf8.count
        let items = itemise(
            text,
            styles: [(0..<3, FontStyleID(index: 0)), (3..<end, FontStyleID(index: 1))],
            directions: BidiText(text)
        )
        let parts = items.map { item in
            let part = String(decoding: Array(text.utf8)[item.range], as: UTF8.self)
            return "\(part)|\(item.style.index)|\(item.script)|\(item.level)"
        }
        #expect(
            parts == [
                "Le |0|Latn|0", "mot |1|Latn|0", "سلام|1|Arab|1", " (|1|Arab|0", "paix|1|Latn|0",
                ") |1|Arab|0", "fini|1|Latn|0",
            ]
        )
    }
}
