internal import CCairo
internal import CRSVG
import Pictures
import Units

extension Painter {
    /// Draws an SVG picture as vectors.
    ///
    /// The library is told of no file that the bytes come from, so it follows no reference to
    /// another.
    mutating func paintVectors(_ picture: Picture, in rect: Rect) throws(PaintingError) {
        guard let library = VectorLibrary.shared else {
            throw PaintingError(
                "drawing an SVG picture",
                reason: "librsvg is not on this machine (Debian: librsvg2-2)"
            )
        }
        let handle = try library.open(picture.bytes)
        defer { library.close(handle) }
        // Beyond its edges an SVG may draw what it likes; and drawn without a clip, it could wipe
        // what the page recorded before.
        cairo_rectangle(
            context,
            rect.minX.points,
            rect.minY.points,
            rect.size.width.points,
            rect.size.height.points
        )
        cairo_clip(context)
        try library.draw(handle, on: context, in: rect)
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

    func draw(_ handle: UnsafeMutableRawPointer, on context: OpaquePointer, in rect: Rect)
        throws(PaintingError)
    {
        var viewport = griot_svg_viewport(
            x: rect.minX.points,
            y: rect.minY.points,
            width: rect.size.width.points,
            height: rect.size.height.points
        )
        var error: UnsafeMutablePointer<griot_svg_error>?
        let context = UnsafeMutableRawPointer(context)
        guard functions.render(handle, context, &viewport, &error) != 0 else {
            throw failure(error, doing: "drawing an SVG picture")
        }
    }

    func close(_ handle: UnsafeMutableRawPointer) { functions.close(handle) }

    private func failure(_ error: UnsafeMutablePointer<griot_svg_error>?, doing task: String)
        -> PaintingError
    {
        guard let error else { return PaintingError(task, reason: "no reason was given") }
        defer { functions.free_error(error) }
        return PaintingError(task, reason: String(cString: error.pointee.message))
    }
}
