internal import CCairo
import Pages
import Structure
import Units

extension Painter {
    /// Draws a boundary between pieces of content, in whatever colour is set.
    func mark(_ boundary: ContentBoundary) {
        let size = boundary.size
        cairo_rectangle(context, 0, 0, size.width.points, size.height.points)
        cairo_fill(context)
    }
}

extension Owner {
    /// How what it owns begins.
    var boundary: ContentBoundary {
        switch self {
        case .artifact: .furniture
        case .element: .content
        }
    }
}
