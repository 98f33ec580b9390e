import Foundation
import TestSupport
import Testing

@testable import Hyphenation

/// German as troff's patterns divide it, put right where they err.
@Suite struct GermanTests {
    /// As hyph-utf8’s patterns of 2021 divide them, but for *-ien*.
    static let words = """
        Ver-fas-sungs-ge-richt Ent-wick-lungs-zu-sam-men-ar-beit Se-man-tik Re-gio-na-li-tät
        mul-ti-funk-tio-nal Mitt-som-mer-nacht dis-zi-pli-niert An-ge-passt-heit Schwanz-endes
        Un-heil-stif-ter Frei-stel-lungs-auf-trags Hom-ony-me Bei-geschmack Ro-sette Au-toren
        """

    @Test(
        .enabled(if: FileManager.default.isReadableFile(atPath: german)),
        arguments: words.split(whereSeparator: \.isWhitespace).map(String.init)
    )
    func dividesNowhereElse(word: String) {
        let hyphenator = Hyphenator(files: installedPatternFiles())
        let plain = word.filter { $0 != "-" }
        var bytes = Array(plain.utf8)
        for place in hyphenator.breaks(in: plain, language: "de-DE").reversed() {
            bytes.insert(UInt8(ascii: "-"), at: place)
        }
        let wrong = places(in: String(decoding: bytes, as: UTF8.self)).subtracting(places(in: word))
        #expect(wrong.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
    }

    /// A letter between two breaks is no syllable: one of them is another reading's.
    @Test(
        .enabled(if: FileManager.default.isReadableFile(atPath: german)),
        arguments: [
            "Op-ti-ons-ar-gu-ment", "Sys-tem-ak-ku", "Spei-cher-ab-bild",
            "Bi-blio-theks-ein-stel-lung",
            "Zu-stands-in-for-ma-tion", "Zeit-stem-pel", "Pa-ket-ra-te", "Scan-ner-fa-mi-lie",
        ]
    )
    func dividesCompoundsBetweenSyllables(word: String) {
        dividesNowhereElse(word: word)
    }

    @Test(arguments: [
        ([3, 4], "abcnab", [4]), ([2, 3], "abbab", []), ([2, 4], "stable", [4]),
        ([2, 4], "abable", [2, 4]),
        ([3], "abast", []), ([], "str", []),
    ])
    func takesAwayBreaksAboutLettersWithoutAVowel(breaks: [Int], word: String, kept: [Int]) {
        let letters = Array(word.unicodeScalars)
        let whole = Syllables.whole(breaks, of: letters.indices) { letters[$0] }
        #expect(whole == kept)
    }

    static let german = "/usr/share/groff/current/tmac/hyphen.den"

    private func places(in word: String) -> Set<Int> {
        let parts = word.split(separator: "-").map(\.count)
        return Set(parts.indices.dropFirst().map { parts[..<$0].reduce(0, +) })
    }

    @Test func readsPatternsAsTeXWritesThem() throws {
        let scratch = try Scratch()
        let file = "% in Latin-1\n\\patterns{%\na1b % not c1d\nxa1bx xa2bxy\n}\ne1f\n"
        let path = try scratch.write(file, to: "hyphen.den")
        let patterns = try #require(PatternFile(path: path))
        func breaks(_ word: String) -> [Int] {
            patterns.breaks(after: Array(word.unicodeScalars)).indices.filter {
                patterns.breaks(after: Array(word.unicodeScalars))[$0]
            }
        }
        #expect(breaks("zabz") == [1])
        #expect(breaks("xabx") == [1])
        // Two digits meet, and the larger counts.
        #expect(breaks("xabxy") == [])
        #expect(breaks("zcdz") == [])
        #expect(breaks("zefz") == [])
    }
}
