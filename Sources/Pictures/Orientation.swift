/// How the camera was held.
///
/// Source: CIPA DC-008 (Exif 2.32), tag 274; the raw values are its own.
package enum Orientation: Int, Hashable, Sendable {
    case upright = 1
    case mirrored = 2
    case upsideDown = 3
    case upsideDownMirrored = 4
    /// Rows are columns of the picture as seen, the first at the left.
    case leftMirrored = 5
    /// To be turned a quarter clockwise.
    case right = 6
    case rightMirrored = 7
    /// To be turned a quarter anticlockwise.
    case left = 8

    package var swapsSides: Bool { rawValue >= 5 }
}
