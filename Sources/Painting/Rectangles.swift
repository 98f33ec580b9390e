internal import CCairo
import Units

extension Painter {
    /// Makes a rectangle the path, in the units and directions that hold at the moment.
    ///
    /// Where it covers the whole page, its last edge is a curve, if a straight one. Cairo would
    /// turn the filling of a plain rectangle into a paint, and a paint of all there is wipes what
    /// the page recorded before, marks too.
    func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        guard coversPage(x, y, x + width, y + height) else {
            return cairo_rectangle(context, x, y, width, height)
        }
        cairo_move_to(context, x, y)
        cairo_line_to(context, x + width, y)
        cairo_line_to(context, x + width, y + height)
        cairo_line_to(context, x, y + height)
        cairo_curve_to(context, x, y + height * 2 / 3, x, y + height / 3, x, y)
        cairo_close_path(context)
    }

    private func coversPage(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double)
        -> Bool
    {
        var page = (left: 0.0, top: 0.0, right: 0.0, bottom: 0.0)
        cairo_clip_extents(context, &page.left, &page.top, &page.right, &page.bottom)
        // Cairo rounds to a 256th of a unit before it compares.
        let (across, down) = ((right - left) / 1_000, (bottom - top) / 1_000)
        return left <= page.left + across && top <= page.top + down
            && right >= page.right - across && bottom >= page.bottom - down
    }
}
