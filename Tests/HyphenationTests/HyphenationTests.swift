import Foundation
import Testing

@testable import Hyphenation

@Suite struct HyphenationTests {
    /// Two small pattern files, one in UTF-8 and one in an eight-bit code, written for the test.
    private func hyphenator() throws -> Hyphenator {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "patterns-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let utf8 = "UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 2\na1b\né1b\na1c\n"
        try Data(utf8.utf8).write(to: folder.appending(path: "hyph_fr_FR.dic"))
        let latin = "ISO8859-1\na1b\n".utf8 + [0xE3] + "1c\n".utf8
        try Data(latin).write(to: folder.appending(path: "hyph_pt.dic"))
        let changing = "UTF-8\nf1f/ff=f,1,2\na1b\n"
        try Data(changing.utf8).write(to: folder.appending(path: "hyph_de.dic"))
        return Hyphenator(files: patternFiles(in: folder.path))
    }

    private func divided(_ word: String, _ language: String) throws -> String {
        let hyphenator = try hyphenator()
        var bytes = Array(word.utf8)
        for place in hyphenator.breaks(in: word, language: language).reversed() {
            bytes.insert(UInt8(ascii: "-"), at: place)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func dividesWhereThePatternsSay() throws {
        #expect(try divided("xxabxxx", "fr-FR") == "xxa-bxxx")
        #expect(try divided("xxébxxx", "fr") == "xxé-bxxx")
    }

    @Test func readsPatternsInEightBitCodes() throws {
        #expect(try divided("xxãcxxx", "pt-BR") == "xxã-cxxx")
    }

    @Test func takesCapitalsForSmallLetters() throws {
        #expect(try divided("XXÉBXXX", "fr") == "XXÉ-BXXX")
    }

    @Test func leavesOutBreaksThatWouldChangeTheSpelling() throws {
        #expect(try divided("xxaffxxabxx", "de") == "xxaffxxa-bxx")
    }

    @Test func keepsEnoughLettersOnBothSides() throws {
        #expect(try divided("abxxx", "fr") == "abxxx")
        #expect(try divided("xxabx", "fr") == "xxabx")
        #expect(try divided("xxabx", "de") == "xxa-bx")
        #expect(try divided("xxabxx", "fr") == "xxa-bxx")
    }

    @Test func countsLettersFromTheApostrophe() throws {
        #expect(try divided("l’abxxx", "fr") == "l’abxxx")
        #expect(try divided("l’xabxxx", "fr") == "l’xa-bxxx")
    }

    @Test func goesBySoftHyphensAlone() throws {
        #expect(try divided("xxab\u{AD}xxxabxx", "fr") == "xxab\u{AD}-xxxabxx")
    }

    @Test func dividesNoAddressAndNoNumber() throws {
        for word in ["xxab@xxabxx", "xxab.xxab", "xxab1xxx", "x://xxabxxx", "xxab/xxab"] {
            #expect(try divided(word, "fr") == word)
        }
    }

    @Test func dividesNothingInALanguageItDoesNotKnow() throws {
        #expect(try divided("xxabxxx", "wo") == "xxabxxx")
        #expect(try divided("xxabxxx", "") == "xxabxxx")
    }

    @Test func survivesAnything() throws {
        let hyphenator = try hyphenator()
        let long = String(repeating: "ab", count: 500_000)
        #expect(hyphenator.breaks(in: long, language: "fr") == [])
        #expect(hyphenator.breaks(in: "", language: "fr") == [])
        #expect(hyphenator.breaks(in: "\u{AD}\u{AD}", language: "fr") == [])
        #expect(hyphenator.breaks(in: "xxab\0abxxab", language: "fr").allSatisfy { $0 < 11 })
    }
}
