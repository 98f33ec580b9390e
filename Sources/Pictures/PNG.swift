internal import CPNG
internal import Diagnostics

extension Picture {
    static func png(_ bytes: [UInt8], limits: PictureLimits) throws(PictureError) -> Picture {
        let png = try PNG(bytes)
        try limits.check(width: png.width, height: png.height)
        return Picture(
            kind: .png,
            bytes: PNGBaring.bared(bytes),
            pixels: (png.width, png.height),
            resolution: png.resolution,
            components: png.components,
            hasAlpha: png.hasAlpha
        )
    }

    func decodePNG() throws(PictureError) -> Raster {
        var message = [CChar](repeating: 0, count: 64)
        var isRead = false
        var pixels = [UInt32](unsafeUninitializedCapacity: pixelWidth * pixelHeight) {
            (buffer, count) in
            isRead =
                griot_png_read(
                    bytes,
                    bytes.count,
                    buffer.baseAddress,
                    UInt32(pixelWidth),
                    UInt32(pixelHeight),
                    &message
                ) != 0
            count = isRead ? buffer.count : 0
        }
        guard isRead else {
            let words = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw .broken(.png, "\(String(decoding: words, as: UTF8.self).lowercased())")
        }
        if hasAlpha { multiplyByAlpha(&pixels) }
        return Raster(
            width: pixelWidth,
            height: pixelHeight,
            pixels: pixels,
            hasAlpha: hasAlpha
        )
    }

    private func multiplyByAlpha(_ pixels: inout [UInt32]) {
        for index in pixels.indices {
            let pixel = pixels[index]
            let alpha = pixel >> 24
            if alpha == 255 { continue }
            func share(_ shift: UInt32) -> UInt32 {
                (((pixel >> shift & 0xFF) * alpha + 127) / 255) << shift
            }
            pixels[index] = alpha << 24 | share(16) | share(8) | share(0)
        }
    }
}

/// What stands at the head of a PNG.
///
/// Source: W3C, *Portable Network Graphics (Third Edition)*, section 11.
struct PNG {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private(set) var width = 0
    private(set) var height = 0
    private(set) var resolution: Resolution?
    private(set) var components = 3
    private(set) var hasAlpha = false

    init(_ bytes: [UInt8]) throws(PictureError) {
        var index = 8
        var isFirst = true
        while true {
            guard index + 12 <= bytes.count else { throw .truncated(.png) }
            let length = PNG.number(bytes, at: index)
            guard length <= bytes.count - index - 12 else { throw .truncated(.png) }
            let body = bytes[index + 8..<index + 8 + length]
            let name = bytes[index + 4..<index + 8]
            if isFirst {
                guard name.elementsEqual("IHDR".utf8), length == 13 else {
                    throw .broken(.png, "it does not begin with its header")
                }
                try readHeader(Array(body))
                isFirst = false
            } else if name.elementsEqual("IEND".utf8) {
                return
            } else {
                read(name, Array(body.prefix(9)))
            }
            index += 12 + length
        }
    }

    private mutating func readHeader(_ body: [UInt8]) throws(PictureError) {
        width = PNG.number(body, at: 0)
        height = PNG.number(body, at: 4)
        guard width > 0, height > 0 else { throw .broken(.png, "it has no size") }
        switch body[9] {
        case 0: (components, hasAlpha) = (1, false)
        case 2, 3: (components, hasAlpha) = (3, false)
        case 4: (components, hasAlpha) = (1, true)
        case 6: (components, hasAlpha) = (3, true)
        default: throw .broken(.png, "colours of type \(body[9]) do not exist")
        }
    }

    private mutating func read(_ name: ArraySlice<UInt8>, _ body: [UInt8]) {
        if name.elementsEqual("tRNS".utf8) { hasAlpha = true }
        guard name.elementsEqual("pHYs".utf8), body.count == 9, body[8] == 1 else { return }
        // Dots a metre.
        resolution = Resolution(
            across: Double(PNG.number(body, at: 0)) * 0.0254,
            down: Double(PNG.number(body, at: 4)) * 0.0254
        )
    }

    private static func number(_ bytes: [UInt8], at index: Int) -> Int {
        bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
