/// A picture unpacked, row by row from the top, as stored.
package struct Raster: Hashable, Sendable {
    package let width: Int
    package let height: Int
    /// One number a pixel: alpha, red, green and blue from the highest byte down, colour channels
    /// multiplied by alpha.
    package var pixels: [UInt32]
    package let hasAlpha: Bool

    package init(width: Int, height: Int, pixels: [UInt32], hasAlpha: Bool) {
        precondition(pixels.count == width * height, "a raster has one number for each pixel")
        self.width = width
        self.height = height
        self.pixels = pixels
        self.hasAlpha = hasAlpha
    }
}
