import TestSupport
import Testing
import Units

@testable import Pictures

@Suite struct QRCodeTests {
    @Test func takesTheSmallestSquareThatHoldsTheText() throws {
        func side(_ text: String) throws -> Int { try #require(QRCode(text)).modules.side }
        #expect(try side("https://a.org") == 21)
        #expect(try side(String(repeating: "a", count: 15)) == 25)
        #expect(try side(String(repeating: "a", count: 2_331)) == 177)
    }

    @Test func hasItsThreeFinders() throws {
        let code = try #require(QRCode("griot")).modules
        let finder = [true, true, true, true, true, true, true, false]
        #expect((0..<8).map { code[0, $0] } == finder)
        #expect((0..<8).map { code[0, code.side - 1 - $0] } == finder)
        #expect((0..<8).map { code[code.side - 1, $0] } == finder)
    }

    @Test func refusesWhatNoCodeHolds() {
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "a", count: 2_332)) == nil)
        #expect(QRCode(String(repeating: "é", count: 1_166)) == nil)
    }

    /// The library is the judge: it tries the eight masks in its own way.
    @Test func takesTheMaskThatTheLibraryWouldTake() throws {
        var dice = Dice(seed: 24)
        for count in 1...260 {
            let letters = (0..<count).map { _ in
                Character(UnicodeScalar(UInt8(32 + dice.roll(95))))
            }
            for text in [String(letters), String(repeating: letters[0], count: count)] {
                let code = try #require(QRCode(text))
                #expect(code == QRCode(maskedByLibrary: text), "\(text)")
            }
        }
    }
}
