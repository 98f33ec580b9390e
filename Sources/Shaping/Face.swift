internal import CHarfBuzz
import Glyphs
import Units

/// A font opened for shaping; it owns HarfBuzz's handles and keeps the bytes they look into.
final class Face {
    let id: FontID
    let entry: FontEntry
    /// One over the units of the em square.
    let scale: Double
    let metrics: FontMetrics
    /// The glyph of the space between words, which all other white may share; nil where there is none.
    let space: UInt32?
    /// What the small letters of the Latin alphabet take on average, in ems; nil where it lacks one.
    private(set) lazy var meanLetter = measuredMeanLetter()
    private let data: FontData
    private let face: OpaquePointer
    private let font: OpaquePointer

    /// Nil where the file is not there or is not a font.
    init?(_ id: FontID, of catalogue: FontCatalogue) {
        let entry = catalogue[id]
        guard let data = catalogue.opening(entry) else { return nil }
        guard let face = openedFace(entry.faceIndex, of: data) else { return nil }
        guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else {
            hb_face_destroy(face)
            return nil
        }
        Self.setVariations(of: font, face, for: entry)
        self.id = id
        self.entry = entry
        self.data = data
        self.face = face
        self.font = font
        scale = 1 / Double(max(hb_face_get_upem(face), 1))
        metrics = FontMetrics(reading: font, scale: scale)
        var space: hb_codepoint_t = 0
        let hasSpace = hb_font_get_nominal_glyph(font, 0x20, &space) != 0 && space != 0
        self.space = hasSpace ? space : nil
    }

    deinit {
        hb_font_destroy(font)
        hb_face_destroy(face)
    }

    /// The handles, for the time of a call.
    func withHandles<Result>(_ body: (_ face: OpaquePointer, _ font: OpaquePointer) -> Result)
        -> Result
    {
        defer { withExtendedLifetime(self) {} }
        return body(face, font)
    }

    func hasGlyph(for scalar: UInt32) -> Bool { glyph(of: scalar) != nil }

    func glyph(of scalar: UInt32) -> UInt32? {
        var glyph: hb_codepoint_t = 0
        let isThere = hb_font_get_nominal_glyph(font, scalar, &glyph) != 0 && glyph != 0
        return isThere ? glyph : nil
    }

    func advance(of scalar: UInt32) -> Double? {
        var glyph: hb_codepoint_t = 0
        guard hb_font_get_nominal_glyph(font, scalar, &glyph) != 0 else { return nil }
        return Double(hb_font_get_glyph_h_advance(font, glyph)) * scale
    }

    static let smallLetters = UInt8(ascii: "a")...UInt8(ascii: "z")

    private func measuredMeanLetter() -> Double? {
        let widths = Self.smallLetters.compactMap { advance(of: UInt32($0)) }
        guard widths.count == Self.smallLetters.count else { return nil }
        return widths.reduce(0, +) / Double(widths.count)
    }

    /// The ink of a glyph: its extents from the origin, in ems, the baseline at zero.
    func ink(of glyph: UInt32) -> GlyphInk? {
        var extents = hb_glyph_extents_t()
        guard hb_font_get_glyph_extents(font, glyph, &extents) != 0, extents.width != 0 else {
            return nil
        }
        let advance = hb_font_get_glyph_h_advance(font, glyph)
        return GlyphInk(
            left: Double(extents.x_bearing) * scale,
            width: Double(extents.width) * scale,
            right: Double(advance - extents.x_bearing - extents.width) * scale,
            top: Double(extents.y_bearing) * scale,
            bottom: Double(extents.y_bearing + extents.height) * scale
        )
    }

    /// A variable font becomes the static instance that its entry names.
    private static func setVariations(
        of font: OpaquePointer,
        _ face: OpaquePointer,
        for entry: FontEntry
    ) {
        guard hb_ot_var_has_data(face) != 0 else { return }
        var weight = hb_variation_t(tag: FontTag.weight, value: Float(entry.weight))
        hb_font_set_variations(font, &weight, 1)
    }
}

/// How far ink stands in from its advance, how wide it is, and how high and low it reaches, in ems.
package struct GlyphInk: Hashable, Sendable {
    /// The bearings: white between the advance's edge and the ink, negative where ink sticks out.
    package var left: Double
    package var width: Double
    package var right: Double
    /// Above the baseline.
    package var top: Double
    package var bottom: Double

    func scaled(by share: Double) -> GlyphInk {
        GlyphInk(
            left: left * share,
            width: width * share,
            right: right * share,
            top: top * share,
            bottom: bottom * share
        )
    }
}

extension FontMetrics {
    /// Reads a face's measures, or takes usual shares of the em where it says nothing.
    fileprivate init(reading font: OpaquePointer, scale: Double) {
        func measure(_ tag: hb_ot_metrics_tag_t) -> Double? {
            var position: hb_position_t = 0
            guard hb_ot_metrics_get_position(font, tag, &position) != 0, position != 0 else {
                return nil
            }
            return Double(position) * scale
        }
        func height(of letter: UInt32) -> Double? {
            var glyph: hb_codepoint_t = 0
            var extents = hb_glyph_extents_t()
            guard hb_font_get_nominal_glyph(font, letter, &glyph) != 0,
                hb_font_get_glyph_extents(font, glyph, &extents) != 0
            else { return nil }
            return Double(extents.y_bearing) * scale
        }
        self.init(
            ascender: measure(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER) ?? 0.8,
            descender: measure(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER) ?? -0.2,
            capHeight: measure(HB_OT_METRICS_TAG_CAP_HEIGHT) ?? height(of: 0x48) ?? 0.7,
            underlinePosition: measure(HB_OT_METRICS_TAG_UNDERLINE_OFFSET) ?? -0.1,
            underlineThickness: measure(HB_OT_METRICS_TAG_UNDERLINE_SIZE) ?? 0.05
        )
    }
}

/// A face of a font file; nil where the file is no font, or holds fewer faces.
///
/// Whoever asks for it destroys it; the bytes must outlive it.
func openedFace(_ index: Int, of data: FontData) -> OpaquePointer? {
    let blob = hb_blob_create(
        data.base.assumingMemoryBound(to: CChar.self),
        UInt32(clamping: data.count),
        HB_MEMORY_MODE_READONLY,
        nil,
        nil
    )
    defer { hb_blob_destroy(blob) }
    guard hb_face_count(blob) > UInt32(index) else { return nil }
    return hb_face_create(blob, UInt32(index))
}
