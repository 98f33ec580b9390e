internal import CCairo
internal import Diagnostics
import Glibc
import Pages
import Units

extension Painter {
    /// Draws a square of modules as one mask of one bit a module.
    mutating func paint(_ mark: ModulesMark, at origin: Point) throws(PaintingError) {
        let mask = try ModulesMask(mark.modules)
        let side = Double(mark.modules.side)
        let rect = mark.rect.moved(by: origin)
        use(mark.colour)
        cairo_save(context)
        cairo_translate(context, rect.minX.points, rect.minY.points)
        cairo_scale(
            context,
            rect.size.width.points / side,
            rect.size.height.points / side
        )
        cairo_mask(context, mask.pattern)
        cairo_restore(context)
    }
}

/// The modules as a Cairo mask.
private struct ModulesMask: ~Copyable {
    let pattern: OpaquePointer

    init(_ modules: ModuleSquare) throws(PaintingError) {
        let side = Int32(modules.side)
        let surface = cairo_image_surface_create(CAIRO_FORMAT_A1, side, side)!
        pattern = cairo_pattern_create_for_surface(surface)
        defer { cairo_surface_destroy(surface) }
        guard let bits = cairo_image_surface_get_data(surface) else {
            throw PaintingError("drawing a code", status: cairo_surface_status(surface))
        }
        let stride = Int(cairo_image_surface_get_stride(surface))
        ModulesMask.set(modules, in: bits, stride: stride)
        cairo_surface_mark_dirty(surface)
        // The bits are their own name: a code that is on many pages is in the file once.
        let name = [UInt8](UnsafeBufferPointer(start: bits, count: stride * modules.side))
        try attach(name, as: CAIRO_MIME_TYPE_UNIQUE_ID, to: surface)
        // Modules have edges, which smoothing would take away.
        cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
    }

    deinit { cairo_pattern_destroy(pattern) }

    /// Cairo packs 32 pixels into a word of the machine, the first in the lowest bit on a machine
    /// that puts the lowest byte first.
    private static func set(
        _ modules: ModuleSquare,
        in bits: UnsafeMutablePointer<UInt8>,
        stride: Int
    ) {
        let width = modules.wordsInRow
        for row in 0..<modules.side {
            for index in 0..<width {
                let word = modules.words[row * width + index]
                #if _endian(little)
                    let placed = word
                #else
                    let placed = word.bitReversed
                #endif
                withUnsafeBytes(of: placed) {
                    _ = memcpy(bits + row * stride + index * 4, $0.baseAddress!, 4)
                }
            }
        }
    }
}
#if !_endian(little)
    extension UInt32 {
        /// The same bits, the highest first.
        fileprivate var bitReversed: UInt32 {
            (0..<32).reduce(0) { $0 << 1 | self >> UInt32($1) & 1 }
        }
    }
#endif
