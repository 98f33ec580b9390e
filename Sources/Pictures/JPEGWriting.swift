internal import CJPEG

extension Raster {
    /// The picture as a JPEG file; nil where libjpeg gives up, or where one can see through it.
    ///
    /// - Parameter quality: libjpeg's, from 1 to 100: 75 shows no loss at arm's length.
    func jpeg(quality: Int) -> [UInt8]? {
        guard !hasAlpha else { return nil }
        var written = griot_jpeg_bytes()
        let isGrey = pixels.allSatisfy {
            $0 >> 16 & 0xFF == $0 & 0xFF && $0 >> 8 & 0xFF == $0 & 0xFF
        }
        let status = griot_jpeg_write(
            pixels,
            UInt32(width),
            UInt32(height),
            isGrey ? 1 : 0,
            Int32(min(max(quality, 1), 100)),
            &written
        )
        guard status == 1, let start = written.start else { return nil }
        defer { griot_jpeg_free(&written) }
        return Array(UnsafeBufferPointer(start: start, count: Int(written.count)))
    }
}
