internal import CHarfBuzz
import Glyphs
import Unicode

/// HarfBuzz's buffer, used again for every word; what comes out is copied out at once.
final class GlyphBuffer {
    private let buffer: OpaquePointer

    /// One glyph as HarfBuzz gave it, in visual order.
    struct Shaped {
        var glyph: UInt32
        /// The byte of the text with which its cluster begins.
        var cluster: Int
        var isUnsafeToBreak: Bool
        var advance: Int32
        var offsetX: Int32
        var offsetY: Int32

        /// How far from the pen it is drawn, in ems; nil where it stands at the pen.
        ///
        /// - Parameter scale: A unit of the font's, in ems.
        @inline(__always)
        func offset(_ scale: Double) -> Glyph.Offset? {
            guard offsetX != 0 || offsetY != 0 else { return nil }
            return Glyph.Offset(
                x: Float(Double(offsetX) * scale),
                y: Float(Double(offsetY) * scale)
            )
        }
    }

    init() { buffer = hb_buffer_create() }

    deinit { hb_buffer_destroy(buffer) }

    /// Shapes a part of a text, the rest of which HarfBuzz sees as its surroundings.
    ///
    /// - Parameter glyphs: Receives the outcome; what it held before is lost.
    func shape(
        _ text: [UInt8],
        _ part: Range<Int>,
        in face: Face,
        language: OpaquePointer?,
        features: [hb_feature_t],
        script: Script,
        isRightToLeft: Bool,
        into glyphs: inout [Shaped]
    ) {
        hb_buffer_clear_contents(buffer)
        text.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                hb_buffer_add_utf8(
                    buffer,
                    characters.baseAddress,
                    Int32(characters.count),
                    UInt32(part.lowerBound),
                    Int32(part.count)
                )
            }
        }
        hb_buffer_set_direction(buffer, isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        hb_buffer_set_script(buffer, hb_script_t(rawValue: script.tag))
        hb_buffer_set_language(buffer, language)
        hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES)
        face.withHandles { _, font in
            features.withUnsafeBufferPointer { features in
                hb_shape(font, buffer, features.baseAddress, UInt32(features.count))
            }
        }
        copyOut(into: &glyphs)
    }

    private func copyOut(into glyphs: inout [Shaped]) {
        glyphs.removeAll(keepingCapacity: true)
        var count: UInt32 = 0
        guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
            let positions = hb_buffer_get_glyph_positions(buffer, &count)
        else { return }
        for index in 0..<Int(count) {
            let info = infos[index]
            let position = positions[index]
            glyphs.append(
                Shaped(
                    glyph: info.codepoint,
                    cluster: Int(info.cluster),
                    isUnsafeToBreak: info.mask & HB_GLYPH_FLAG_UNSAFE_TO_BREAK.rawValue != 0,
                    advance: position.x_advance,
                    offsetX: position.x_offset,
                    offsetY: position.y_offset
                )
            )
        }
    }
}
