internal import CHarfBuzz
package import Glyphs

extension Shaper {
    /// A font file that holds only some glyphs, under their own numbers, fit for drawing alone.
    ///
    /// Hints go, since no printer asks for them; so do the layout tables, since the text is shaped
    /// already, and the character map, since the text of each cluster says more than it could. A
    /// variable font becomes the static one it was shaped with.
    ///
    /// - Returns: Nil where the font can't be opened or HarfBuzz gives up.
    package func drawingFace(of font: FontID, glyphs: Set<UInt32>) -> [UInt8]? {
        face(font)?.subset(to: glyphs)
    }

    /// The same with every glyph of the font, for those who draw before all is shaped.
    package func drawingFace(of font: FontID) -> [UInt8]? { face(font)?.subset(to: nil) }
}

extension Face {
    /// - Parameter glyphs: Nil for all.
    fileprivate func subset(to glyphs: Set<UInt32>?) -> [UInt8]? {
        withHandles { whole, _ in
            let face = withoutLayout(whole)
            defer { hb_face_destroy(face) }
            guard let input = hb_subset_input_create_or_fail() else { return nil }
            defer { hb_subset_input_destroy(input) }
            // Without its outline too: the box for missing glyphs is never drawn.
            let flags: [hb_subset_flags_t] = [
                HB_SUBSET_FLAGS_RETAIN_GIDS, HB_SUBSET_FLAGS_NO_HINTING,
            ]
            hb_subset_input_set_flags(input, flags.reduce(0) { $0 | $1.rawValue })
            // In the order of their numbers, so that the same glyphs always give the same bytes.
            let wanted = hb_subset_input_glyph_set(input)
            if let glyphs {
                for glyph in glyphs.sorted() { hb_set_add(wanted, glyph) }
            } else {
                hb_set_add_range(wanted, 0, max(1, hb_face_get_glyph_count(face)) - 1)
            }
            let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
            for table in FontTag.notForDrawing { hb_set_add(dropped, table) }
            pinAxes(of: face, in: input)
            guard let subset = hb_subset_or_fail(face, input) else { return nil }
            defer { hb_face_destroy(subset) }
            return bytes(of: subset)
        }
    }

    /// The same font as though it had no tables but those that draw.
    ///
    /// Otherwise HarfBuzz reads the whole character map of each font first, only to leave it out,
    /// which takes four times as long as all the rest of subsetting.
    private func withoutLayout(_ whole: OpaquePointer) -> OpaquePointer {
        let face: OpaquePointer = hb_face_create_for_tables(
            { _, tag, whole in
                FontTag.notForDrawing.contains(tag)
                    ? nil : hb_face_reference_table(OpaquePointer(whole), tag)
            },
            UnsafeMutableRawPointer(whole),
            nil
        )
        hb_face_set_upem(face, hb_face_get_upem(whole))
        return face
    }

    private func pinAxes(of face: OpaquePointer, in input: OpaquePointer) {
        guard hb_ot_var_has_data(face) != 0 else { return }
        var axes = [hb_ot_var_axis_info_t](
            repeating: hb_ot_var_axis_info_t(),
            count: Int(hb_ot_var_get_axis_count(face))
        )
        var count = UInt32(axes.count)
        hb_ot_var_get_axis_infos(face, 0, &count, &axes)
        for axis in axes.prefix(Int(count)) {
            let value = axis.tag == FontTag.weight ? Float(entry.weight) : axis.default_value
            let pinned = min(max(value, axis.min_value), axis.max_value)
            hb_subset_input_pin_axis_location(input, face, axis.tag, pinned)
        }
    }

    private func bytes(of subset: OpaquePointer) -> [UInt8]? {
        let blob = hb_face_reference_blob(subset)
        defer { hb_blob_destroy(blob) }
        var count: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &count), count > 0 else { return nil }
        return Array(UnsafeRawBufferPointer(start: data, count: Int(count)))
    }
}
