internal import CHarfBuzz
package import Glyphs

/// What a font file says of itself.
package struct FontFacts: Hashable, Sendable {
    /// The family, by the name that its maker gives all its weights.
    package var family: String
    /// From 100 to 900.
    package var weight: Int
    package var isItalic: Bool
    /// Nil where it does not say.
    package var design: FontDesign?
}

/// Reads a font file that nobody vouches for.
///
/// - Returns: Nil where it is no font, or has no outlines or no letters.
package func fontFacts(of data: FontData) -> FontFacts? {
    guard let face = openedFace(0, of: data) else { return nil }
    defer { hb_face_destroy(face) }
    guard hb_face_get_glyph_count(face) > 1, hasLetters(face), hasOutlines(face) else {
        return nil
    }
    let weight = word(at: 4, ofTable: FontTag.os2, in: face) ?? 400
    let selection = word(at: 62, ofTable: FontTag.os2, in: face) ?? 0
    return FontFacts(
        family: name(FontNameID.typographicFamily, of: face) ?? name(FontNameID.family, of: face)
            ?? "",
        weight: min(max(weight, 100), 900),
        // Italic, or oblique.
        isItalic: selection & 0x0201 != 0,
        design: design(of: face)
    )
}

/// Source: OpenType, table `OS/2`: PANOSE, whose second number is that of the serifs in Latin text
/// faces, and else `sFamilyClass`.
private func design(of face: OpaquePointer) -> FontDesign? {
    let panose = word(at: 32, ofTable: FontTag.os2, in: face) ?? 0
    if panose >> 8 == 2 {
        switch panose & 0xFF {
        case 2...10: return .serif
        case 11...15: return .sans
        default: break
        }
    }
    switch (word(at: 30, ofTable: FontTag.os2, in: face) ?? 0) >> 8 {
    case 1...5, 7: return .serif
    case 8: return .sans
    default: return nil
    }
}

/// Source: OpenType, table `name`, name IDs.
private enum FontNameID {
    static let family: UInt32 = 1
    static let typographicFamily: UInt32 = 16
}

private func hasLetters(_ face: OpaquePointer) -> Bool {
    guard let letters = hb_set_create() else { return false }
    defer { hb_set_destroy(letters) }
    hb_face_collect_unicodes(face, letters)
    return hb_set_get_population(letters) > 0
}

private func hasOutlines(_ face: OpaquePointer) -> Bool {
    FontTag.outlines.contains { tag in
        let table = hb_face_reference_table(face, tag)
        defer { hb_blob_destroy(table) }
        return hb_blob_get_length(table) > 0
    }
}

private func name(_ id: UInt32, of face: OpaquePointer) -> String? {
    var count: UInt32 = 256
    var bytes = [CChar](repeating: 0, count: Int(count))
    let length = hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &count, &bytes)
    guard length > 0 else { return nil }
    let text = bytes.prefix(Int(count)).map { UInt8(bitPattern: $0) }
    return String(decoding: text, as: UTF8.self)
}

private func word(at offset: Int, ofTable tag: UInt32, in face: OpaquePointer) -> Int? {
    let table = hb_face_reference_table(face, tag)
    defer { hb_blob_destroy(table) }
    var count: UInt32 = 0
    guard let data = hb_blob_get_data(table, &count), Int(count) >= offset + 2 else { return nil }
    return Int(UInt8(bitPattern: data[offset])) << 8 | Int(UInt8(bitPattern: data[offset + 1]))
}
