import Glyphs
import Unicode

/// The faces that letters of a script are looked for in, in the order in which they are asked.
///
/// The style's companion for the script, its own font, its Latin, then the catalogue's families for the
/// script, and last those for anything; of these, those first that have serifs as it has, or none.
///
/// The companion comes first since many a font of another script brings a Latin of its own, which is
/// not the Latin of the page. A script whose font has no figures or strokes of its own takes them from there
/// too, so that a page has them from one hand.
final class FontCandidates {
    let script: Script
    /// The script of the letters around.
    let letters: Script
    /// Those that the style names.
    private let own: [FontID]
    /// All of them; looked up when a word lacks letters in the first, as few do.
    private(set) lazy var all = withSubstitutes()

    private let style: FontStyle
    private let catalogue: FontCatalogue

    init(
        for script: Script,
        among letters: Script,
        of style: ResolvedStyle,
        in catalogue: FontCatalogue
    ) {
        (self.script, self.letters, self.catalogue) = (script, letters, catalogue)
        self.style = Self.upright(style.style, among: letters)
        let (wanted, code) = (self.style, script.description)
        let face = { catalogue.face(family: $0, weight: wanted.weight, isItalic: wanted.isItalic) }
        own = Self.distinct([
            wanted.companions[code].flatMap(face),
            letters.hasItalics ? nil : face(wanted.family),
            style.primary,
            wanted.companions["Latn"].flatMap(face),
        ])
    }

    /// The first of all, in which nearly every word is set.
    var first: FontID? { own.first ?? all.first }

    /// The style as letters without italics have it.
    private static func upright(_ style: FontStyle, among letters: Script) -> FontStyle {
        guard !letters.hasItalics else { return style }
        var style = style
        style.weight = style.uprightWeight ?? style.weight
        style.isItalic = false
        return style
    }

    private func withSubstitutes() -> [FontID] {
        let families =
            (catalogue.fallback[script.description] ?? []) + (catalogue.fallback["Zyyy"] ?? [])
        let substitutes = families.compactMap {
            catalogue.face(family: $0, weight: style.weight, isItalic: style.isItalic)
        }
        let design = own.first.flatMap { catalogue[$0].design }
        let alike = substitutes.filter { catalogue[$0].design == design }
        return Self.distinct(own + alike + substitutes)
    }

    /// Each once, where it comes first.
    private static func distinct(_ fonts: [FontID?]) -> [FontID] {
        var found: [FontID] = []
        for font in fonts {
            if let font, !found.contains(font) { found.append(font) }
        }
        return found
    }
}
