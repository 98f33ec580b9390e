internal import CCairo
import Glibc
import Pages
import Units

extension Painter {
    mutating func paint(_ mark: AreaMark, at origin: Point) {
        let rect = mark.rect.moved(by: origin)
        if let fill = mark.fill {
            use(fill)
            outline(rect, radius: mark.radius.points)
            cairo_fill(context)
        }
        if let border = mark.border, border.width > .zero {
            let inside = rect.inset(by: Insets(all: border.width / 2))
            outline(inside, radius: max(0, mark.radius.points - border.width.points / 2))
            stroke(with: border)
        }
    }

    mutating func paint(_ mark: LineMark, at origin: Point) {
        let (start, end) = (mark.start + origin, mark.end + origin)
        cairo_move_to(context, start.x.points, start.y.points)
        cairo_line_to(context, end.x.points, end.y.points)
        stroke(with: mark.stroke)
    }

    private mutating func stroke(with stroke: Stroke) {
        use(stroke.colour)
        cairo_set_line_width(context, stroke.width.points)
        let dash = stroke.dash.map { max(0, $0.points) }
        // All zeros would put Cairo into an error from which a page does not come back.
        let isDashed = dash.contains { $0 > 0 }
        if isDashed { cairo_set_dash(context, dash, Int32(dash.count), 0) }
        cairo_stroke(context)
        if isDashed { cairo_set_dash(context, nil, 0, 0) }
    }

    /// A path around a rectangle, its corners quarter circles.
    private func outline(_ rect: Rect, radius: Double) {
        let (x, y) = (rect.minX.points, rect.minY.points)
        let (width, height) = (rect.size.width.points, rect.size.height.points)
        let radius = min(radius, width / 2, height / 2)
        guard radius > 0 else { return rectangle(x, y, width, height) }
        let (left, right) = (x + radius, x + width - radius)
        let (top, bottom) = (y + radius, y + height - radius)
        cairo_new_sub_path(context)
        cairo_arc(context, right, top, radius, -.pi / 2, 0)
        cairo_arc(context, right, bottom, radius, 0, .pi / 2)
        cairo_arc(context, left, bottom, radius, .pi / 2, .pi)
        cairo_arc(context, left, top, radius, .pi, .pi * 1.5)
        cairo_close_path(context)
    }
}
