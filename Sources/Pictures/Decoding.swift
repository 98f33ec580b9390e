extension Picture {
    /// Unpacks the pixels.
    package func decode() throws(PictureError) -> Raster {
        throw PictureError("pixels of \(kind.rawValue) files cannot be read yet")
    }
}
