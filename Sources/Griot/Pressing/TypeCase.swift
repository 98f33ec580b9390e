internal import Flow
internal import Glyphs
internal import Hyphenation
internal import Shaping
internal import Typesetting

/// The letters and the patterns that a composing room works with.
struct TypeCase {
    let shaper: Shaper
    let hyphenator: Hyphenator

    init(of catalogue: FontCatalogue) {
        shaper = Shaper(catalogue)
        hyphenator = Hyphenator(files: installedPatternFiles())
    }

    /// A case in which the fonts of some styles are open, and the patterns of their languages read.
    init(of catalogue: FontCatalogue, laidOutFor styles: [TextStyle]) {
        self.init(of: catalogue)
        for style in styles { shaper.open(style) }
        for language in Set(styles.map(\.language)) { hyphenator.open(language) }
    }
}
