import Testing

@testable import Pictures

@Suite struct QRCodeTests {
    @Test func takesTheSmallestSquareThatHoldsTheText() throws {
        #expect(try #require(QRCode("https://a.org")).side == 21)
        #expect(try #require(QRCode(String(repeating: "a", count: 15))).side == 25)
        #expect(try #require(QRCode(String(repeating: "a", count: 2_331))).side == 177)
    }

    @Test func hasItsThreeFinders() throws {
        let code = try #require(QRCode("griot"))
        let finder = [true, true, true, true, true, true, true, false]
        #expect(Array(code.modules[0..<8]) == finder)
        #expect(Array(code.modules[code.side - 8..<code.side]) == finder.reversed())
        let last = (code.side - 1) * code.side
        #expect(Array(code.modules[last..<last + 8]) == finder)
    }

    @Test func refusesWhatNoCodeHolds() {
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "a", count: 2_332)) == nil)
        #expect(QRCode(String(repeating: "é", count: 1_166)) == nil)
    }
}
