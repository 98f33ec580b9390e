/// PNG files made by hand, their pixels not compressed.
///
/// Source: W3C, *Portable Network Graphics (Third Edition)*; RFC 1950 and 1951 for stored blocks.
package struct PNGFile {
    package var width: Int
    package var height: Int
    /// Rows from the top, without filter bytes.
    package var samples: [UInt8]
    /// 0 grey, 2 colour, 4 grey with alpha, 6 colour with alpha.
    package var colourType: UInt8
    /// Bits a sample.
    package var depth: UInt8
    package var dotsPerMetre: UInt32?

    package init(
        width: Int,
        height: Int,
        samples: [UInt8],
        colourType: UInt8 = 2,
        depth: UInt8 = 8,
        dotsPerMetre: UInt32? = nil
    ) {
        self.width = width
        self.height = height
        self.samples = samples
        self.colourType = colourType
        self.depth = depth
        self.dotsPerMetre = dotsPerMetre
    }

    package var bytes: [UInt8] {
        var header = number(UInt32(width)) + number(UInt32(height))
        header += [depth, colourType, 0, 0, 0]
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        bytes += chunk("IHDR", header)
        if let dotsPerMetre {
            bytes += chunk("pHYs", number(dotsPerMetre) + number(dotsPerMetre) + [1])
        }
        return bytes + chunk("IDAT", stored(rows)) + chunk("IEND", [])
    }

    private var rows: [UInt8] {
        let stride = height > 0 ? samples.count / height : 0
        return (0..<height).flatMap { [0] + samples[$0 * stride..<($0 + 1) * stride] }
    }

    private func stored(_ data: [UInt8]) -> [UInt8] {
        let count = UInt16(data.count)
        let length = [UInt8(count & 0xFF), UInt8(count >> 8)]
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in data {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return [0x78, 0x01, 1] + length + length.map { ~$0 } + data + number(b << 16 | a)
    }

    private func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + body
        var remainder = UInt32.max
        for byte in named {
            remainder ^= UInt32(byte)
            for _ in 0..<8 {
                remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0)
            }
        }
        return number(UInt32(body.count)) + named + number(~remainder)
    }

    private func number(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
    }
}
