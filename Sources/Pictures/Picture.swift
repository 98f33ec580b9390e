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
    /// As stored: turning a picture upright may swap them; of an SVG, in its own `px`, rounded.
    package let pixelWidth: Int
    package let pixelHeight: Int
    /// How large it is by its own word, upright; 96 dots an inch where it says nothing.
    ///
    /// Source: CSS Values and Units Level 3, section 5.2: a pixel is 1/96 inch.
    package let naturalSize: Size
    package let orientation: Orientation
    /// Channels as stored, alpha not counted: one is grey, three colour, four the inks of a press.
    package let components: Int
    package let hasAlpha: Bool
    /// The pixels, where they are no longer those of the file.
    var raster: Raster?

    /// Dots an inch that it has when drawn this wide; nil for vectors.
    package func resolution(at width: Length) -> Double? {
        guard kind != .svg, width > .zero else { return nil }
        let pixels = orientation.swapsSides ? pixelHeight : pixelWidth
        return Double(pixels) * 72 / width.points
    }

    /// Whether it is an SVG with letters that are letters still.
    ///
    /// These are drawn with whatever fonts the machine has, so the page may differ on another.
    package var holdsLetters: Bool {
        guard kind == .svg else { return false }
        let tag = Array("<text".utf8)
        return bytes.indices.contains { bytes[$0] == tag[0] && bytes[$0...].starts(with: tag) }
    }
}

extension Picture {
    /// A picture of pixels, at so many dots an inch as stored.
    init(
        kind: Kind,
        bytes: [UInt8],
        pixels: (width: Int, height: Int),
        resolution: Resolution?,
        orientation: Orientation = .upright,
        components: Int,
        hasAlpha: Bool
    ) {
        let width = Length.pt(Double(pixels.width) * 72 / (resolution?.across ?? 96))
        let height = Length.pt(Double(pixels.height) * 72 / (resolution?.down ?? 96))
        self.init(
            kind: kind,
            bytes: bytes,
            pixelWidth: pixels.width,
            pixelHeight: pixels.height,
            naturalSize: orientation.swapsSides
                ? Size(width: height, height: width) : Size(width: width, height: height),
            orientation: orientation,
            components: components,
            hasAlpha: hasAlpha
        )
    }
}

/// Dots an inch, across and down.
struct Resolution: Hashable {
    let across: Double
    let down: Double

    /// Nil where the numbers make no sense, as in files that say 0 or 1 for want of a better word.
    init?(across: Double, down: Double) {
        guard (10...10_000).contains(across), (10...10_000).contains(down) else { return nil }
        self.across = across
        self.down = down
    }
}
