internal import CCairo
internal import Diagnostics
import Glyphs
import Units

/// A font at a size and a width, as a run asks for it.
struct FontSetting: Hashable {
    var font: FontID
    /// Negative where letters stand on their heads.
    var size: Double
    /// By how much glyphs are widened.
    var expansion: Double
}

/// The fonts of one painting, opened at their first glyph and kept at each size.
struct ScaledFonts: ~Copyable {
    private let faces: (FontID) -> DrawingFace?
    private var open: [FontID: Face] = [:]
    private var scaled: [FontSetting: OpaquePointer] = [:]
    private let options: OpaquePointer
    private var scale: cairo_matrix_t

    /// `scale` is the number of device units in a point.
    init(faces: @escaping (FontID) -> DrawingFace?, scale: Double) {
        self.faces = faces
        self.scale = cairo_matrix_t()
        cairo_matrix_init_scale(&self.scale, scale, scale)
        options = cairo_font_options_create()
        // The page was measured in design units: drawing must not round what layout did not.
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    }

    deinit {
        for font in scaled.values { cairo_scaled_font_destroy(font) }
        cairo_font_options_destroy(options)
    }

    mutating func font(for setting: FontSetting) throws(PaintingError) -> OpaquePointer {
        if let known = scaled[setting] { return known }
        let face = try face(for: setting.font)
        var matrix = cairo_matrix_t()
        cairo_matrix_init_scale(
            &matrix,
            toThousandths(setting.size * setting.expansion),
            toThousandths(setting.size)
        )
        let font = cairo_scaled_font_create(face.cairo, &matrix, &scale, options)!
        let status = cairo_scaled_font_status(font)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_scaled_font_destroy(font)
            throw PaintingError("setting a font at \(setting.size) pt", status: status)
        }
        scaled[setting] = font
        return font
    }

    private mutating func face(for id: FontID) throws(PaintingError) -> Face {
        if let known = open[id] { return known }
        guard let drawing = faces(id) else {
            throw PaintingError("opening a font", reason: "font \(id.index) has no face")
        }
        do throws(PaintingError) {
            let face = try Face(drawing)
            open[id] = face
            return face
        } catch {
            var error = error
            error.font = id
            throw error
        }
    }
}
