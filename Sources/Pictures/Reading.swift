extension Picture {
    /// Looks at the bytes of a file; its pixels are not unpacked yet.
    ///
    /// The kind is read from the bytes, whatever the file is called.
    package static func read(_ bytes: [UInt8], limits: PictureLimits = PictureLimits())
        throws(PictureError) -> Picture
    {
        if bytes.isEmpty { throw .empty }
        try limits.check(bytes: bytes.count)
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return try jpeg(bytes, limits: limits) }
        if bytes.starts(with: PNG.signature) { return try png(bytes, limits: limits) }
        if let name = Signature.recognise(bytes) { throw name }
        if let root = SVGRoot.find(in: bytes) { return try svg(bytes, root, limits: limits) }
        throw .unknown
    }

    /// Unpacks the pixels, as stored.
    ///
    /// - Throws: What is damaged. An SVG has no pixels to unpack, and must not be asked.
    package func decode() throws(PictureError) -> Raster {
        if let raster { return raster }
        return switch kind {
        case .jpeg: try decodeJPEG()
        case .png: try decodePNG()
        case .svg: preconditionFailure("an SVG picture is drawn, not unpacked")
        }
    }
}
