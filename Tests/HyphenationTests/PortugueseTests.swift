import Foundation
import Testing

@testable import Hyphenation

/// Portuguese of Brazil as the installed patterns divide it.
@Suite struct PortugueseTests {
    private static let isInstalled = FileManager.default.isReadableFile(
        atPath: "/usr/share/hyphen/hyph_pt_PT.dic"
    )

    /// Groups that base XX of the orthography of 1990 keeps together.
    @Test(
        .enabled(if: isInstalled),
        arguments: [
            "su-bli-nhar", "gaú-chos", "pa-rá-gra-fos", "re-cí-pro-cos", "nú-cleos", "te-lé-grafo",
            "elé-tron", "hi-pó-dromo", "quá-dru-plo", "Só-cra-tes", "ví-treo", "mí-cron",
            "Nó-brega",
            "fi-to-plânc-ton", "di-fí-cil", "Amé-ri-cas",
        ]
    )
    func keepsTogetherWhatTheOrthographyDoes(divided: String) {
        let hyphenator = Hyphenator(files: installedPatternFiles())
        let word = divided.filter { $0 != "-" }
        for tag in ["pt-BR", "pt"] {
            var bytes = Array(word.utf8)
            for place in hyphenator.breaks(in: word, language: tag).reversed() {
                bytes.insert(UInt8(ascii: "-"), at: place)
            }
            #expect(String(decoding: bytes, as: UTF8.self) == divided)
        }
    }
}
