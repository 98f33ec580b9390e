internal import CCairo
import Glibc
import Pages
import Pictures
import Units

extension Painter {
    mutating func paint(_ mark: PictureMark, at origin: Point) throws(PaintingError) {
        let rect = mark.rect.moved(by: origin)
        guard rect.size.width > .zero, rect.size.height > .zero else { return }
        cairo_save(context)
        defer { cairo_restore(context) }
        clip(to: mark.clip, at: origin)
        let picture = try pictures.picture(mark.picture)
        let surface = try pictures.surface(for: mark.picture)
        cairo_translate(context, rect.minX.points, rect.minY.points)
        cairo_scale(context, rect.size.width.points, rect.size.height.points)
        turn(picture.orientation)
        // From here the picture fills the unit square, as stored.
        cairo_scale(context, 1 / Double(picture.pixelWidth), 1 / Double(picture.pixelHeight))
        cairo_set_source_surface(context, surface, 0, 0)
        if !pictures.passesJPEG, picture.kind != .svg {
            // Edges fade into what lies beyond the picture, unless that is more of its edge.
            cairo_pattern_set_extend(cairo_get_source(context), CAIRO_EXTEND_PAD)
        }
        rectangle(0, 0, Double(picture.pixelWidth), Double(picture.pixelHeight))
        cairo_fill(context)
    }

    private func clip(to clip: PictureMark.Clip, at origin: Point) {
        switch clip {
        case .none: return
        case .rectangle(let area):
            let area = area.moved(by: origin)
            cairo_rectangle(
                context,
                area.minX.points,
                area.minY.points,
                area.size.width.points,
                area.size.height.points
            )
        case .ellipse(let area):
            let area = area.moved(by: origin)
            guard area.size.width > .zero, area.size.height > .zero else { return }
            var upright = cairo_matrix_t()
            cairo_get_matrix(context, &upright)
            cairo_translate(context, area.minX.points, area.minY.points)
            cairo_scale(context, area.size.width.points / 2, area.size.height.points / 2)
            cairo_arc(context, 1, 1, 1, 0, 2 * .pi)
            cairo_set_matrix(context, &upright)
        }
        cairo_clip(context)
    }

    /// Turns the unit square of the picture as stored into that of the picture as seen.
    private func turn(_ orientation: Orientation) {
        var matrix =
            switch orientation {
            case .upright: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
            case .mirrored: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: 1, x0: 1, y0: 0)
            case .upsideDown: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: -1, x0: 1, y0: 1)
            case .upsideDownMirrored: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: -1, x0: 0, y0: 1)
            case .leftMirrored: cairo_matrix_t(xx: 0, yx: 1, xy: 1, yy: 0, x0: 0, y0: 0)
            case .right: cairo_matrix_t(xx: 0, yx: 1, xy: -1, yy: 0, x0: 1, y0: 0)
            case .rightMirrored: cairo_matrix_t(xx: 0, yx: -1, xy: -1, yy: 0, x0: 1, y0: 1)
            case .left: cairo_matrix_t(xx: 0, yx: -1, xy: 1, yy: 0, x0: 0, y0: 1)
            }
        cairo_transform(context, &matrix)
    }
}
