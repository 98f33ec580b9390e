import Testing
import Units

@Suite struct ColourTests {
    @Test func readsColoursAsTheWebWritesThem() {
        #expect(Colour(hexadecimal: "#005A8c") == Colour(red: 0, green: 0x5A, blue: 0x8C))
        #expect(Colour(hexadecimal: "#f0C") == Colour(red: 0xFF, green: 0, blue: 0xCC))
    }

    @Test(arguments: ["", "#", "005A8C", "#005A8", "#GGGGGG", "#005A8C00", "#é12345"])
    func readsNothingElse(text: String) { #expect(Colour(hexadecimal: text) == nil) }

    /// The ends of the scale, and a grey that the guidelines' readers name as the lightest for small text.
    @Test func weighsContrastAsTheGuidelinesDo() throws {
        let grey = try #require(Colour(hexadecimal: "#767676"))
        #expect(Colour.black.contrast(against: .white) == 21)
        #expect(Colour.white.contrast(against: .white) == 1)
        #expect(abs(grey.contrast(against: .white) - 4.54) < 0.005)
        #expect(grey.contrast(against: .white) == Colour.white.contrast(against: grey))
    }

    @Test func lightensEachInkAlike() {
        let ink = Colour.Ink(cyan: 100, magenta: 50, yellow: 1, black: 0)
        #expect(ink.tint(0.5) == Colour.Ink(cyan: 50, magenta: 25, yellow: 1, black: 0))
    }
}
