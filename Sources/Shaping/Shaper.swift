package import Glyphs
package import Unicode

/// Turns words into glyphs; one for each thread.
///
/// It opens a font when its first glyph is needed and shapes each distinct word once. Nothing
/// outside its catalogue is ever looked at. A variable font is used at the weight its entry names
/// and at the defaults of its other axes.
package final class Shaper {
    package let catalogue: FontCatalogue
    let buffer = GlyphBuffer()
    private var styleIDs: [FontStyle: FontStyleID] = [:]

    // No shaper is shared, and nothing that is done with these comes back to them: asking for each word
    // whether they are in use took as long as hashing it.
    @exclusivity(unchecked) var styles: [ResolvedStyle] = []
    @exclusivity(unchecked) private var faces: [Slot]
    @exclusivity(unchecked) private var cache = WordCache()
    @exclusivity(unchecked) var scratch: [GlyphBuffer.Shaped] = []

    /// What is known of a font of the catalogue.
    private enum Slot { case unopened, missing, open(Face) }

    package init(_ catalogue: FontCatalogue) {
        self.catalogue = catalogue
        faces = Array(repeating: .unopened, count: catalogue.entries.count)
    }

    /// The number of a style, its font found without a word said where it has to be another one.
    package func id(of style: FontStyle) -> FontStyleID {
        if let known = styleIDs[style] { return known }
        let id = FontStyleID(index: Int32(styles.count))
        styles.append(ResolvedStyle(style, primary: primary(for: style)))
        styleIDs[style] = id
        return id
    }

    package func style(_ id: FontStyleID) -> FontStyle { styles[Int(id.index)].style }

    /// The font of a style's own family; nil only where no font of the catalogue can be opened.
    package func font(of id: FontStyleID) -> FontID? { styles[Int(id.index)].primary }

    /// Shapes a word, or a space, or any text that holds no line break.
    ///
    /// - Parameters:
    ///   - word: Well-formed UTF-8.
    ///   - level: Odd where it runs to the left.
    package func shape(
        _ word: Swift.Span<UInt8>,
        in style: FontStyleID,
        script: Script = .latin,
        level: UInt8 = 0
    ) -> ShapedWord {
        let key = WordCache.Key(
            style: style.index,
            script: script.tag,
            isRightToLeft: level & 1 == 1
        )
        let hash = WordCache.hash(word, key)
        if let known = cache.find(word, key, hash: hash) { return known }
        let shaped = shapeAnew(word, in: style, script: script, isRightToLeft: level & 1 == 1)
        if word.count <= Self.longestCachedWord { cache.insert(shaped, for: word, key, hash: hash) }
        return shaped
    }

    package func shape(
        _ word: String,
        in style: FontStyleID,
        script: Script = .latin,
        level: UInt8 = 0
    ) -> ShapedWord {
        shape(Array(word.utf8).span, in: style, script: script, level: level)
    }

    /// Longer words are as good as never met twice.
    private static let longestCachedWord = 256

    func face(_ id: FontID) -> Face? {
        switch faces[Int(id.index)] {
        case .open(let face): return face
        case .missing: return nil
        case .unopened:
            let face = Face(id, of: catalogue)
            faces[Int(id.index)] = face.map(Slot.open) ?? .missing
            return face
        }
    }

    private func primary(for style: FontStyle) -> FontID? {
        if let found = catalogue.face(
            family: style.family,
            weight: style.weight,
            isItalic: style.isItalic
        ), face(found) != nil {
            return found
        }
        let families = (catalogue.fallback["Zyyy"] ?? []) + catalogue.entries.map(\.family)
        var tried: Set<String> = []
        for family in families where tried.insert(family).inserted {
            if let found = catalogue.face(
                family: family,
                weight: style.weight,
                isItalic: style.isItalic
            ), face(found) != nil {
                return found
            }
        }
        return nil
    }
}
