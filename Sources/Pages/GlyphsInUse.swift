package import Glyphs

extension Document {
    /// The fonts of which a glyph is drawn.
    package var fontsInUse: Set<FontID> {
        var fonts: Set<FontID> = []
        var last: FontID?
        for page in pages {
            for fragment in page.fragments {
                for case .text(let mark) in fragment.marks where mark.run.font != last {
                    last = mark.run.font
                    fonts.insert(mark.run.font)
                }
            }
        }
        return fonts
    }

    /// The glyphs that are drawn, by font: what a subset must hold.
    package func glyphsInUse() -> [FontID: Set<UInt32>] { Document.glyphsInUse(on: pages) }

    package static func glyphsInUse(on pages: some Sequence<Page>) -> [FontID: Set<UInt32>] {
        var seen: [FontID: GlyphSet] = [:]
        // A font goes on for lines: it is looked up only where it changes.
        var font: FontID?
        var glyphs = GlyphSet()
        for page in pages {
            for fragment in page.fragments {
                for case .text(let mark) in fragment.marks {
                    if font != mark.run.font {
                        if let font { seen[font] = glyphs }
                        font = mark.run.font
                        glyphs = seen.removeValue(forKey: mark.run.font) ?? GlyphSet()
                    }
                    glyphs.insert(mark.run.glyphs)
                }
            }
        }
        if let font { seen[font] = glyphs }
        return seen.mapValues(\.members)
    }
}

/// A set of glyph ids kept as bits: a book repeats a hundred glyphs two million times.
private struct GlyphSet {
    private var words = [UInt64](repeating: 0, count: 16)

    mutating func insert(_ glyphs: [Glyph]) {
        for glyph in glyphs {
            let word = Int(glyph.id >> 6)
            if word >= words.count {
                words += Array(repeating: 0, count: word + 1 - words.count)
            }
            words[word] |= 1 << UInt64(glyph.id & 63)
        }
    }

    var members: Set<UInt32> {
        var members: Set<UInt32> = []
        for (index, word) in words.enumerated() where word != 0 {
            for bit in 0..<64 where word >> UInt64(bit) & 1 == 1 {
                members.insert(UInt32(index * 64 + bit))
            }
        }
        return members
    }
}
