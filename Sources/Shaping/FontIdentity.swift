internal import CHarfBuzz
package import Glyphs

/// What a font file says of itself.
package struct FontIdentity: Hashable, Sendable {
    package var family: String
    package var postScriptName: String
    /// Whether its maker allows a document to carry it, drawn on paper or screen.
    ///
    /// Source: OpenType, table OS/2, `fsType`: restricted where bit 1 stands alone, or where only
    /// bitmaps may be taken along. A font without the table says nothing against it.
    package var mayEmbed: Bool
    /// Whether only the letters used may be taken out of it.
    package var maySubset: Bool
}

extension Shaper {
    /// Nil where the font can't be opened.
    package func identity(of font: FontID) -> FontIdentity? { face(font)?.identity }
}

extension Face {
    fileprivate var identity: FontIdentity {
        withHandles { face, _ in
            let rights = embeddingRights(of: face)
            // 1 is the family, 6 the PostScript name, 16 the family that has more than four styles.
            return FontIdentity(
                family: name(16, of: face) ?? name(1, of: face) ?? entry.family,
                postScriptName: name(6, of: face) ?? entry.family,
                mayEmbed: rights & 0x000F != 0x0002 && rights & 0x0200 == 0,
                maySubset: rights & 0x0100 == 0
            )
        }
    }

    private func name(_ id: UInt32, of face: OpaquePointer) -> String? {
        let english = hb_language_from_string("en", -1)
        var count = hb_ot_name_get_utf8(face, id, english, nil, nil) + 1
        guard count > 1 else { return nil }
        var characters = [CChar](repeating: 0, count: Int(count))
        hb_ot_name_get_utf8(face, id, english, &count, &characters)
        return String(
            decoding: characters.prefix(Int(count)).map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
    }

    private func embeddingRights(of face: OpaquePointer) -> UInt16 {
        let table = hb_face_reference_table(face, FontTag.os2)
        defer { hb_blob_destroy(table) }
        var count: UInt32 = 0
        guard let data = hb_blob_get_data(table, &count), count >= 10 else { return 0 }
        return UInt16(UInt8(bitPattern: data[8])) << 8 | UInt16(UInt8(bitPattern: data[9]))
    }
}
