package import Units

/// A picture file that has been looked at: what kind it is and how large, its pixels still packed.
package struct Picture: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case jpeg = "JPEG"
        case png = "PNG"
        case svg = "SVG"
    }

    package let kind: Kind
    package let bytes: [UInt8]
    /// As stored: turning a picture upright may swap them.
    package let pixelWidth: Int
    package let pixelHeight: Int
    /// Dots an inch, across and down as stored, where the file says so.
    package let resolution: Resolution?
    package let orientation: Orientation
    /// Channels as stored, alpha not counted: one is grey, three colour, four the inks of a press.
    package let components: Int
    package let hasAlpha: Bool

    package struct Resolution: Hashable, Sendable {
        package var across: Double
        package var down: Double

        package init(across: Double, down: Double) {
            self.across = across
            self.down = down
        }
    }

    init(
        kind: Kind,
        bytes: [UInt8],
        pixelWidth: Int,
        pixelHeight: Int,
        resolution: Resolution? = nil,
        orientation: Orientation = .upright,
        components: Int,
        hasAlpha: Bool
    ) {
        self.kind = kind
        self.bytes = bytes
        self.pixelWidth = pixelWidth
        self.pixelHeight = pixelHeight
        self.resolution = resolution
        self.orientation = orientation
        self.components = components
        self.hasAlpha = hasAlpha
    }

    /// How large it is by its own word, upright; 96 dots an inch where it says nothing.
    ///
    /// Source: CSS Values and Units Level 3, section 5.2: a pixel is 1/96 inch.
    package var naturalSize: Size {
        let width = Length.pt(Double(pixelWidth) * 72 / (resolution?.across ?? 96))
        let height = Length.pt(Double(pixelHeight) * 72 / (resolution?.down ?? 96))
        return orientation.swapsSides
            ? Size(width: height, height: width) : Size(width: width, height: height)
    }

    /// Width by height, upright.
    package var aspectRatio: Double { naturalSize.width / naturalSize.height }

    /// Pixels across and down, upright.
    package var uprightPixels: (width: Int, height: Int) {
        orientation.swapsSides ? (pixelHeight, pixelWidth) : (pixelWidth, pixelHeight)
    }
}

/// How the camera was held.
///
/// Source: CIPA DC-008 (Exif 2.32), tag 274; the raw values are its own.
package enum Orientation: Int, Hashable, Sendable {
    case upright = 1
    case mirrored = 2
    case upsideDown = 3
    case upsideDownMirrored = 4
    /// Mirrored, then turned anticlockwise to stand.
    case leftMirrored = 5
    /// To be turned a quarter clockwise.
    case right = 6
    case rightMirrored = 7
    /// To be turned a quarter anticlockwise.
    case left = 8

    package var swapsSides: Bool { rawValue >= 5 }
}
