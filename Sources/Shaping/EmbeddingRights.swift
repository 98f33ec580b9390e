internal import CHarfBuzz
package import Glyphs

/// What a font's maker allows a document to carry of it, as the file itself says.
///
/// Source: OpenType, table OS/2, `fsType`. A font without the table says nothing against it.
package enum EmbeddingRights: Sendable {
    /// The letters that are used, drawn on paper or screen.
    case lettersUsed
    /// All of it or nothing.
    case wholeOnly
    /// Nothing, or no more than pictures of its letters.
    case nothing
}

extension Shaper {
    /// Nil where the font can't be opened.
    package func embeddingRights(of font: FontID) -> EmbeddingRights? { face(font)?.rights }
}

extension Face {
    fileprivate var rights: EmbeddingRights {
        withHandles { face, _ in
            let bits = Self.rightsBits(of: face)
            // Restricted where bit 1 stands alone among the first four; bit 9 is for pictures only.
            if bits & 0x000F == 0x0002 || bits & 0x0200 != 0 { return .nothing }
            return bits & 0x0100 == 0 ? .lettersUsed : .wholeOnly
        }
    }

    private static func rightsBits(of face: OpaquePointer) -> UInt16 {
        let table = hb_face_reference_table(face, FontTag.os2)
        defer { hb_blob_destroy(table) }
        var count: UInt32 = 0
        guard let data = hb_blob_get_data(table, &count), count >= 10 else { return 0 }
        return UInt16(UInt8(bitPattern: data[8])) << 8 | UInt16(UInt8(bitPattern: data[9]))
    }
}
