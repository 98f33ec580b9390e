internal import CJPEG
internal import Diagnostics

extension Picture {
    static func jpeg(_ bytes: [UInt8], limits: PictureLimits) throws(PictureError) -> Picture {
        var header = griot_jpeg()
        guard griot_jpeg_read(bytes, UInt(bytes.count), nil, &header) == 1 else {
            throw .unreadable(bytes, header)
        }
        let (width, height) = (Int(header.width), Int(header.height))
        try limits.check(width: width, height: height)
        guard width > 0, height > 0 else { throw .broken(.jpeg, "it has no size") }
        guard [1, 3, 4].contains(header.components) else {
            throw .broken(.jpeg, "it has \(header.components) channels")
        }
        guard JPEGSegments.isWhole(bytes) else { throw .truncated(.jpeg) }
        let exif = JPEGSegments.exif(in: bytes).flatMap { Exif($0) }
        return Picture(
            kind: .jpeg,
            bytes: JPEGBaring.bared(bytes, exif),
            pixels: (width, height),
            resolution: resolution(of: header) ?? exif?.resolution,
            orientation: exif?.orientation ?? .upright,
            components: Int(header.components),
            hasAlpha: false
        )
    }

    private static func resolution(of header: griot_jpeg) -> Resolution? {
        let inches =
            switch header.density_unit {
            case 1: 1.0
            case 2: 2.54
            default: 0.0
            }
        return Resolution(
            across: Double(header.density_across) * inches,
            down: Double(header.density_down) * inches
        )
    }

    func decodeJPEG() throws(PictureError) -> Raster {
        var result = griot_jpeg()
        var isRead = false
        let pixels = [UInt32](unsafeUninitializedCapacity: pixelWidth * pixelHeight) {
            (buffer, count) in
            isRead =
                griot_jpeg_read(bytes, UInt(bytes.count), buffer.baseAddress, &result) == 1
            count = isRead ? buffer.count : 0
        }
        guard isRead else { throw .unreadable(bytes, result) }
        return Raster(width: pixelWidth, height: pixelHeight, pixels: pixels, hasAlpha: false)
    }
}

extension PictureError {
    fileprivate static func unreadable(_ bytes: [UInt8], _ result: griot_jpeg) -> PictureError {
        guard JPEGSegments.isWhole(bytes) else { return .truncated(.jpeg) }
        var message = result.message
        let words = withUnsafeBytes(of: &message) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        return .broken(.jpeg, "\(words.prefix(1).lowercased() + words.dropFirst())")
    }
}
