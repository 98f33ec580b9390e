import Foundation
import Glyphs
import Shaping

/// The Noto fonts of Debian, as a catalogue for tests.
enum NotoFonts {
    static let folder = "/usr/share/fonts/truetype/noto"

    static func entry(
        _ family: String,
        _ file: String,
        weight: Int = 400,
        isItalic: Bool = false,
        package: String = "fonts-noto-core"
    ) -> FontEntry {
        FontEntry(
            family: family,
            weight: weight,
            isItalic: isItalic,
            file: "\(folder)/\(file).ttf",
            package: package
        )
    }

    static let entries = [
        entry("Noto Serif", "NotoSerif-Regular"),
        entry("Noto Serif", "NotoSerif-Bold", weight: 700),
        entry("Noto Serif", "NotoSerif-Italic", isItalic: true),
        entry("Noto Sans", "NotoSans-Regular"),
        entry("Noto Sans", "NotoSans-Light", weight: 300, package: "fonts-noto-extra"),
        entry("Noto Sans", "NotoSans-SemiBold", weight: 600, package: "fonts-noto-extra"),
        entry("Noto Naskh Arabic", "NotoNaskhArabic-Regular"),
        entry("Noto Sans N’Ko", "NotoSansNKo-Regular"),
        entry("Noto Sans Adlam", "NotoSansAdlam-Regular"),
        entry("Noto Serif Ethiopic", "NotoSerifEthiopic-Regular"),
        entry("Noto Sans Tifinagh", "NotoSansTifinagh-Regular"),
        entry("Noto Sans Math", "NotoSansMath-Regular"),
        entry("Noto Serif Tibetan", "NotoSerifTibetan-Regular", package: "fonts-noto-extra"),
        entry("Griot Nowhere", "Nowhere-Regular", package: "fonts-nowhere"),
    ]

    static let fallback = [
        "Latn": ["Noto Sans"],
        "Arab": ["Noto Naskh Arabic"],
        "Nkoo": ["Noto Sans N’Ko"],
        "Adlm": ["Noto Sans Adlam"],
        "Ethi": ["Noto Serif Ethiopic"],
        "Tfng": ["Noto Sans Tifinagh"],
        "Zyyy": ["Noto Sans", "Noto Sans Math"],
    ]

    static func catalogue(_ entries: [FontEntry] = entries) -> FontCatalogue {
        FontCatalogue(entries: entries, fallback: fallback) { map($0) }
    }

    /// Mapped once for each opening and never let go, which a test can afford.
    private static func map(_ entry: FontEntry) -> FontData? {
        guard let data = try? Data(contentsOf: URL(filePath: entry.file)) else { return nil }
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 16)
        data.copyBytes(to: copy)
        return FontData(base: UnsafeRawPointer(copy.baseAddress!), count: copy.count)
    }
}
