import CHyphen
import Foundation
import Testing

@testable import Hyphenation

/// Our reading of pattern files held against the library that the files were made for.
@Suite struct LibraryTests {
    static let words: [String: String] = [
        "en_GB": """
        accommodation agreement committee consultation corridor displacement evidence frontier
        infrastructure institution mediation municipality neighbouring organisation participants
        recommendation representation responsibility spokesperson timetable transhumance
        """,
        "en_US": "hyphenation typesetting paragraph algorithm neighborhood preparation",
        "fr": """
        accompagnement bouleversement collaboration développement enseignement fonctionnaire
        gouvernement intercommunalité négociation parlementaire réconciliation sécuritaire
        """,
        "de": """
        bundesverfassungsgericht entwicklungszusammenarbeit friedensforschung zusammenarbeit
        gesellschaftsvertrag sicherheitspolitik veranstaltungsort wirtschaftlich größenordnung
        """,
        "pt_PT": "desenvolvimento estabilidade organização participantes recomendação segurança",
    ]

    @Test(arguments: words.keys.sorted())
    func dividesAsTheLibraryDoes(file: String) throws {
        let path = "/usr/share/hyphen/hyph_\(file).dic"
        let ours = try #require(PatternFile(path: path))
        let dictionary = try #require(hnj_hyphen_load(path))
        defer { hnj_hyphen_free(dictionary) }
        for word in Self.words[file]!.split(whereSeparator: \.isWhitespace) {
            let letters = Array(word.unicodeScalars)
            let inner = 2...(letters.count - 3)
            let marks = ours.breaks(after: letters)
            let found = Set(inner.filter { marks[$0 - 1] })
            let told = breaks(in: String(word), by: dictionary).intersection(Set(inner))
            #expect(found == told, "\(word)")
        }
    }

    /// How many letters stand before each break of the library's.
    private func breaks(in word: String, by dictionary: UnsafeMutablePointer<HyphenDict>) -> Set<
        Int
    > {
        let isUTF8 = dictionary.pointee.utf8 != 0
        let bytes =
            isUTF8
            ? word.utf8.map { CChar(bitPattern: $0) }
            : word.unicodeScalars.map { CChar(bitPattern: UInt8($0.value)) }
        var marks = [CChar](repeating: 0, count: bytes.count + 8)
        var changes: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var places: UnsafeMutablePointer<Int32>?
        var cuts: UnsafeMutablePointer<Int32>?
        hnj_hyphen_hyphenate2(
            dictionary,
            bytes,
            Int32(bytes.count),
            &marks,
            nil,
            &changes,
            &places,
            &cuts
        )
        // The library marks letters, whatever bytes they take.
        return Set(
            word.unicodeScalars.indices.enumerated().compactMap { index, _ in
                marks[index] & 1 == 1 ? index + 1 : nil
            }
        )
    }
}
