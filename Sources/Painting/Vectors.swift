import Pictures
import Units

extension Painter {
    /// Draws an SVG picture as vectors.
    mutating func paintVectors(_ picture: Picture, in rect: Rect) throws(PaintingError) {
        throw PaintingError("drawing an SVG picture", reason: "it cannot be done yet")
    }
}
