internal import CCairo
import Pages
import Units

extension Painter {
    /// Draws a square of modules as one mask of one bit a module.
    mutating func paint(_ mark: ModulesMark, at origin: Point) throws(PaintingError) {
        precondition(
            mark.side > 0 && mark.modules.count == mark.side * mark.side,
            "a square of modules has as many rows as columns"
        )
        let mask = try ModulesMask(mark)
        let rect = mark.rect.moved(by: origin)
        use(mark.colour)
        cairo_save(context)
        cairo_translate(context, rect.minX.points, rect.minY.points)
        cairo_scale(
            context,
            rect.size.width.points / Double(mark.side),
            rect.size.height.points / Double(mark.side)
        )
        cairo_mask(context, mask.pattern)
        cairo_restore(context)
    }
}

/// The modules as a Cairo mask.
private struct ModulesMask: ~Copyable {
    let pattern: OpaquePointer

    init(_ mark: ModulesMark) throws(PaintingError) {
        let side = Int32(mark.side)
        let surface = cairo_image_surface_create(CAIRO_FORMAT_A1, side, side)!
        pattern = cairo_pattern_create_for_surface(surface)
        defer { cairo_surface_destroy(surface) }
        guard let bits = cairo_image_surface_get_data(surface) else {
            throw PaintingError("drawing a code", status: cairo_surface_status(surface))
        }
        let stride = Int(cairo_image_surface_get_stride(surface))
        ModulesMask.set(mark, in: bits, stride: stride)
        cairo_surface_mark_dirty(surface)
        // The bits are their own name: a code that is on many pages is in the file once.
        let name = [UInt8](UnsafeBufferPointer(start: bits, count: stride * mark.side))
        try attach(name, as: CAIRO_MIME_TYPE_UNIQUE_ID, to: surface)
        // Modules have edges, which smoothing would take away.
        cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
    }

    deinit { cairo_pattern_destroy(pattern) }

    /// Cairo packs 32 pixels into a word of the machine, the first in the lowest bit on a machine
    /// that puts the lowest byte first.
    private static func set(_ mark: ModulesMark, in bits: UnsafeMutablePointer<UInt8>, stride: Int)
    {
        mark.modules.withUnsafeBufferPointer { modules in
            for y in 0..<mark.side {
                for x in 0..<mark.side where modules[y * mark.side + x] {
                    #if _endian(little)
                        bits[y * stride + x / 8] |= 1 << UInt8(x % 8)
                    #else
                        bits[y * stride + x / 8] |= 0x80 >> UInt8(x % 8)
                    #endif
                }
            }
        }
    }
}
