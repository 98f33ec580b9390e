internal import CCairo
internal import Diagnostics
package import Glyphs
package import Pages
package import Pictures
import Units

/// Paints a page as a PNG on white, at so many dots an inch.
///
/// - Parameter resolution: Between 1 and 2,400; a page too large for it is an error.
package func paintPNG(
    _ page: Page,
    resolution: Double,
    faces: [FontID: DrawingFace],
    pictures: [Picture] = []
) throws(PaintingError) -> [UInt8] {
    precondition((1...2_400).contains(resolution), "a resolution is from 1 to 2,400 dots an inch")
    let scale = resolution / 72
    let canvas = try Canvas(
        cairo_image_surface_create(
            CAIRO_FORMAT_RGB24,
            Int32(clamping: Int((page.size.width.points * scale).rounded(.up))),
            Int32(clamping: Int((page.size.height.points * scale).rounded(.up)))
        )
    )
    cairo_set_source_rgb(canvas.context, 1, 1, 1)
    cairo_paint(canvas.context)
    cairo_scale(canvas.context, scale, scale)
    try canvas.paint(page, scale: scale, faces: faces, pictures: pictures, passesJPEG: false)
    let sink = Sink()
    let status = cairo_surface_write_to_png_stream(canvas.surface, Sink.write, sink.closure)
    guard status == CAIRO_STATUS_SUCCESS else {
        throw PaintingError("writing a PNG", status: status)
    }
    return sink.take()
}

/// Paints a page as an SVG, its text as outlines.
package func paintSVG(
    _ page: Page,
    faces: [FontID: DrawingFace],
    pictures: [Picture] = []
) throws(PaintingError) -> [UInt8] {
    let sink = Sink()
    let canvas = try Canvas(
        cairo_svg_surface_create_for_stream(
            Sink.write,
            sink.closure,
            page.size.width.points,
            page.size.height.points
        )
    )
    try canvas.paint(page, scale: 1, faces: faces, pictures: pictures, passesJPEG: true)
    cairo_surface_finish(canvas.surface)
    try canvas.check("writing an SVG")
    return sink.take()
}

/// A surface for one page, and what draws on it.
private struct Canvas: ~Copyable {
    let surface: OpaquePointer
    let context: OpaquePointer

    init(_ surface: OpaquePointer) throws(PaintingError) {
        self.surface = surface
        context = cairo_create(surface)
        try check("making room for a page")
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    func paint(
        _ page: Page,
        scale: Double,
        faces: [FontID: DrawingFace],
        pictures: [Picture],
        passesJPEG: Bool
    ) throws(PaintingError) {
        var painter = Painter(
            borrowing: context,
            scale: scale,
            faces: { faces[$0] },
            pictures: PictureSurfaces(pictures, passesJPEG: passesJPEG)
        )
        for fragment in page.fragments { try painter.paint(fragment) }
        try painter.drawText()
        try check("painting a page")
    }

    func check(_ task: Diagnostic.Message) throws(PaintingError) {
        for status in [cairo_status(context), cairo_surface_status(surface)]
        where status != CAIRO_STATUS_SUCCESS {
            throw PaintingError(task, status: status)
        }
    }
}
