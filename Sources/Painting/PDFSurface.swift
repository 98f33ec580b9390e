internal import CCairo
internal import Diagnostics
import Glibc
import Units

/// A PDF being written into memory, page after page.
///
/// Cairo keeps errors in the surface and in the context and goes silent; they are asked for at
/// the end of each page and at the end of the file, where they come out at the latest.
struct PDFSurface: ~Copyable {
    let context: OpaquePointer
    private let surface: OpaquePointer
    private let sink: Sink

    init() {
        PDFSurface.leaveContentUncompressed
        sink = Sink()
        surface = cairo_pdf_surface_create_for_stream(Sink.write, sink.closure, 0, 0)
        // Cairo would ask the clock; the true date is for finishing to write.
        cairo_pdf_surface_set_metadata(
            surface,
            CAIRO_PDF_METADATA_CREATE_DATE,
            "2000-01-01T00:00:00Z"
        )
        context = cairo_create(surface)
    }

    // The surface writes its trailer when it dies, so it must die before the sink does.
    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Cairo asks for this variable whenever it makes a surface.
    ///
    /// It is set once and stays: taking it back between surfaces would change the environment
    /// under threads that read it.
    private static let leaveContentUncompressed: Void = { _ = setenv("CAIRO_DEBUG_PDF", "1", 1) }()

    func begin(_ size: Size) {
        cairo_pdf_surface_set_size(surface, size.width.points, size.height.points)
    }

    func endPage(_ index: Int) throws(PaintingError) {
        cairo_show_page(context)
        try check("painting page \(index + 1)")
    }

    func finish() throws(PaintingError) -> [UInt8] {
        cairo_surface_finish(surface)
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            throw PaintingError("ending the PDF", status: status)
        }
        return sink.take()
    }

    /// Hands over what has been written since the last time.
    func take() -> [UInt8] { sink.take() }

    private func check(_ task: @autoclosure () -> Diagnostic.Message) throws(PaintingError) {
        for status in [cairo_status(context), cairo_surface_status(surface)]
        where status != CAIRO_STATUS_SUCCESS {
            throw PaintingError(task(), status: status)
        }
    }
}
