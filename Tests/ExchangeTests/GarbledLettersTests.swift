import Testing

@testable import Exchange

/// Accents that were read in the wrong code are known by what they become.
@Suite struct GarbledLettersTests {
    @Test(arguments: [
        ("RÃ©sumÃ©", ["é", "é"]), ("lâ€™eau", ["’"]), ("Â«Â\u{A0}oui", ["«", "\u{A0}"]),
        ("Å’uvre", []),
        ("PÃ£o, AÃ§Ã£o", ["ã", "ç", "ã"]), ("SÃO PAULO, Âge, pâté, â € x", []), ("", []),
    ])
    func areFoundWithWhatWasMeant(text: String, meant: [String]) {
        #expect(GarbledLetters.all(in: Array(text.utf8)).map(\.meant) == meant)
    }

    @Test func areLostWhereNobodyCanTell() {
        let text = Array("un d\u{FFFD}bat".utf8)
        #expect(GarbledLetters.all(in: text) == [GarbledLetters(range: 4..<7)])
    }
}
