internal import CCairo
internal import CRSVG
internal import Diagnostics
import Pictures

extension PictureSurfaces {
    /// An SVG picture as Cairo's own vectors, as many units wide as the picture has pixels.
    ///
    /// It is recorded once, so that a mark on ten thousand cards is in the file once. The library
    /// is told of no file that the bytes come from, so it follows no reference to another.
    func recorded(_ picture: Picture) throws(PaintingError) -> OpaquePointer {
        guard let library = VectorLibrary.shared else {
            throw PaintingError(
                "drawing an SVG picture",
                reason: "librsvg is not on this machine (Debian: librsvg2-2)"
            )
        }
        let handle = try library.open(picture.bytes)
        defer { library.close(handle) }
        let (width, height) = (Double(picture.pixelWidth), Double(picture.pixelHeight))
        var extents = cairo_rectangle_t(x: 0, y: 0, width: width, height: height)
        let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)!
        let context = cairo_create(surface)!
        defer { cairo_destroy(context) }
        do {
            try library.draw(handle, on: context, width: width, height: height)
        } catch {
            cairo_surface_destroy(surface)
            throw error
        }
        return surface
    }
}

/// librsvg, opened when the first SVG is drawn.
private struct VectorLibrary {
    static let shared = VectorLibrary()

    private let functions: griot_svg

    private init?() {
        var functions = griot_svg()
        guard griot_svg_load(&functions) == 1 else { return nil }
        self.functions = functions
    }

    func open(_ bytes: [UInt8]) throws(PaintingError) -> UnsafeMutableRawPointer {
        var error: UnsafeMutablePointer<griot_svg_error>?
        guard let handle = functions.open(bytes, bytes.count, &error) else {
            throw failure(error, doing: "reading an SVG picture")
        }
        functions.set_dpi(handle, 96)
        return handle
    }

    func draw(
        _ handle: UnsafeMutableRawPointer,
        on context: OpaquePointer,
        width: Double,
        height: Double
    ) throws(PaintingError) {
        var viewport = griot_svg_viewport(x: 0, y: 0, width: width, height: height)
        var error: UnsafeMutablePointer<griot_svg_error>?
        let context = UnsafeMutableRawPointer(context)
        guard functions.render(handle, context, &viewport, &error) != 0 else {
            throw failure(error, doing: "drawing an SVG picture")
        }
        let status = cairo_status(OpaquePointer(context))
        guard status == CAIRO_STATUS_SUCCESS else {
            throw PaintingError("drawing an SVG picture", status: status)
        }
    }

    func close(_ handle: UnsafeMutableRawPointer) { functions.close(handle) }

    private func failure(
        _ error: UnsafeMutablePointer<griot_svg_error>?,
        doing task: Diagnostic.Message
    )
        -> PaintingError
    {
        guard let error else { return PaintingError(task, reason: "no reason was given") }
        defer { functions.free_error(error) }
        let lines = String(cString: error.pointee.message).split(whereSeparator: \.isNewline)
        return PaintingError(task, reason: "\(lines.joined(separator: " "))")
    }
}
