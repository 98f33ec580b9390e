extension Picture {
    /// The picture with no more pixels than it is shown with, packed anew; itself where that would
    /// save nothing.
    ///
    /// - Parameters:
    ///   - width: The most pixels across, as seen.
    ///   - height: The most pixels down, as seen.
    ///   - quality: That of a JPEG, from 1 to 100.
    /// - Throws: What is damaged.
    package func lightened(to width: Int, by height: Int, quality: Int) throws(PictureError)
        -> Picture
    {
        guard kind != .svg else { return self }
        let (across, down) = orientation.swapsSides ? (height, width) : (width, height)
        let target = (
            width: max(1, min(across, pixelWidth)), height: max(1, min(down, pixelHeight))
        )
        // Resampling for a tenth costs sharpness and saves little.
        let isShrunk = target.width * 10 < pixelWidth * 9 && target.height * 10 < pixelHeight * 9
        let stored = try decode()
        let raster = isShrunk ? stored.resampled(to: target.width, by: target.height) : stored
        if kind == .jpeg || raster.isPhotograph, let jpeg = raster.jpeg(quality: quality) {
            return kind == .jpeg && jpeg.count >= bytes.count && components != 4
                ? self : Picture(self, packed: jpeg, of: raster)
        }
        return isShrunk ? Picture(self, unpacked: raster) : self
    }

    private init(_ picture: Picture, packed jpeg: [UInt8], of raster: Raster) {
        self.init(
            kind: .jpeg,
            bytes: jpeg,
            pixelWidth: raster.width,
            pixelHeight: raster.height,
            naturalSize: picture.naturalSize,
            orientation: picture.orientation,
            components: 3,
            hasAlpha: false
        )
    }

    private init(_ picture: Picture, unpacked raster: Raster) {
        self.init(
            kind: .png,
            bytes: [],
            pixelWidth: raster.width,
            pixelHeight: raster.height,
            naturalSize: picture.naturalSize,
            orientation: picture.orientation,
            components: picture.components,
            hasAlpha: raster.hasAlpha
        )
        self.raster = raster
    }
}

extension Raster {
    /// Whether its colours are too many for a drawing: a JPEG would blur the edges of one.
    fileprivate var isPhotograph: Bool {
        guard !hasAlpha else { return false }
        var colours: Set<UInt32> = []
        for pixel in pixels {
            colours.insert(pixel)
            if colours.count > 1_024 { return true }
        }
        return false
    }
}
