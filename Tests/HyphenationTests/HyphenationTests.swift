import Foundation
import TestSupport
import Testing

@testable import Hyphenation

@Suite struct HyphenationTests {
    /// Two small pattern files, one in UTF-8 and one in an eight-bit code, written for the test.
    private let patterns: Scratch
    private let hyphenator: Hyphenator

    init() throws {
        patterns = try Scratch()
        let utf8 = "UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 2\na1b\né1b\na1c\n"
        try patterns.write(utf8, to: "hyph_fr_FR.dic")
        let latin = Array("ISO8859-1\na1b\n".utf8) + [0xE3] + Array("1c\n".utf8)
        try patterns.write(latin, to: "hyph_pt.dic")
        try patterns.write("UTF-8\nf1f/ff=f,1,2\na1b\n", to: "hyph_de.dic")
        hyphenator = Hyphenator(files: patternFiles(in: patterns.folder.path))
    }

    private func divided(
        _ word: String,
        _ language: String,
        leaving minima: Minima = Minima()
    ) -> String {
        var bytes = Array(word.utf8)
        let places = hyphenator.breaks(in: word, language: language, leaving: minima)
        for place in places.reversed() {
            bytes.insert(UInt8(ascii: "-"), at: place)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func dividesWhereThePatternsSay() {
        #expect(divided("xxabxxx", "fr-FR") == "xxa-bxxx")
        #expect(divided("xxébxxx", "fr") == "xxé-bxxx")
    }

    @Test func readsPatternsInEightBitCodes() {
        #expect(divided("xxãcxxx", "pt-BR") == "xxã-cxxx")
    }

    @Test func takesCapitalsForSmallLetters() {
        #expect(divided("XXÉBXXX", "fr") == "XXÉ-BXXX")
    }

    @Test func leavesOutBreaksThatWouldChangeTheSpelling() {
        #expect(divided("xxaffxxabxxe", "de") == "xxaffxxa-bxxe")
    }

    @Test func keepsEnoughLettersOnBothSides() {
        #expect(divided("abxxx", "fr") == "abxxx")
        #expect(divided("xxabx", "fr") == "xxabx")
        #expect(divided("xxabx", "fr", leaving: Minima(right: 2)) == "xxa-bx")
        #expect(divided("xxabxxx", "fr", leaving: Minima(left: 4)) == "xxabxxx")
        #expect(divided("xxabxx", "fr") == "xxa-bxx")
    }

    @Test func countsLettersFromTheApostrophe() {
        #expect(divided("l’abxxx", "fr") == "l’abxxx")
        #expect(divided("l’xabxxx", "fr") == "l’xa-bxxx")
    }

    @Test func goesBySoftHyphensAlone() {
        #expect(divided("xxab\u{AD}xxxabxx", "fr") == "xxab\u{AD}-xxxabxx")
    }

    @Test func dividesNoAddressAndNoNumber() {
        for word in ["xxab@xxabxx", "xxab.xxab", "xxab1xxx", "x://xxabxxx", "xxab/xxab"] {
            #expect(divided(word, "fr") == word)
        }
    }

    @Test func dividesNothingInALanguageItDoesNotKnow() {
        #expect(divided("xxabxxx", "wo") == "xxabxxx")
        #expect(divided("xxabxxx", "") == "xxabxxx")
    }

    @Test func survivesAnything() {
        let long = String(repeating: "ab", count: 500_000)
        #expect(hyphenator.breaks(in: long, language: "fr") == [])
        #expect(hyphenator.breaks(in: "", language: "fr") == [])
        #expect(hyphenator.breaks(in: "\u{AD}\u{AD}", language: "fr") == [])
        #expect(hyphenator.breaks(in: "xxab\0abxxab", language: "fr").allSatisfy { $0 < 11 })
    }
}
