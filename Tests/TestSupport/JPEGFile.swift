/// JPEG files made by hand: each block of eight by eight pixels has one colour, exactly.
///
/// Colours are stored as they are (grey, red green blue, or four inks upside down), which the
/// marker of Adobe's programs announces; where a resolution is stated, three channels are taken to
/// be light and two differences of colour.
///
/// Source: ITU-T T.81, annexes B and F; CIPA DC-008 for the orientation.
package struct JPEGFile {
    /// Blocks across.
    package var columns: Int
    /// From the top, row by row: as many samples for each block as there are channels.
    package var blocks: [[UInt8]]
    package var orientation: UInt8?
    package var dotsPerInch: UInt16?

    package init(
        columns: Int,
        blocks: [[UInt8]],
        orientation: UInt8? = nil,
        dotsPerInch: UInt16? = nil
    ) {
        self.columns = columns
        self.blocks = blocks
        self.orientation = orientation
        self.dotsPerInch = dotsPerInch
    }

    private var channels: [UInt8] { Array(1...UInt8(blocks[0].count)) }

    package var bytes: [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xD8]
        if let dotsPerInch {
            bytes += segment(
                0xE0,
                Array("JFIF\0".utf8) + [1, 1, 1] + pair(dotsPerInch) * 2 + [0, 0]
            )
        }
        if let orientation { bytes += segment(0xE1, exif(orientation)) }
        if channels.count > 1, dotsPerInch == nil {
            bytes += segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0])
        }
        bytes += segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))
        let (width, height) = (columns * 8, blocks.count / columns * 8)
        bytes += segment(
            0xC0,
            [8] + pair(UInt16(height)) + pair(UInt16(width)) + [UInt8(channels.count)]
                + channels.flatMap { [$0, 0x11, 0] }
        )
        // First coefficients: nine categories of four bits. All others: one word, none.
        bytes += segment(0xC4, [0x00, 0, 0, 0, 9] + [UInt8](repeating: 0, count: 12) + (0...8))
        bytes += segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])
        bytes += segment(
            0xDA,
            [UInt8(channels.count)] + channels.flatMap { [$0, 0x00] } + [0, 63, 0]
        )
        return bytes + scan + [0xFF, 0xD9]
    }

    private var scan: [UInt8] {
        var bits = Bits()
        var last = [Int](repeating: 0, count: channels.count)
        for block in blocks {
            for (channel, sample) in block.enumerated() {
                // A coefficient of one step is an eighth of a level times eight.
                let value = Int(sample) - 128
                let change = value - last[channel]
                last[channel] = value
                let category = Int.bitWidth - abs(change).leadingZeroBitCount
                bits.append(category, count: 4)
                bits.append(change < 0 ? change + (1 << category) - 1 : change, count: category)
                bits.append(0, count: 1)
            }
        }
        return bits.padded
    }

    private func exif(_ orientation: UInt8) -> [UInt8] {
        Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1]
            + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0] + [0, 0, 0, 0]
    }

    private func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
        [0xFF, marker] + pair(UInt16(body.count + 2)) + body
    }

    private func pair(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }
}

private func * (bytes: [UInt8], count: Int) -> [UInt8] { (0..<count).flatMap { _ in bytes } }

/// Bits put together from the highest down; a byte of ones is followed by one of zeros.
private struct Bits {
    private var bytes: [UInt8] = []
    private var last: UInt8 = 0
    private var filled = 0

    mutating func append(_ value: Int, count: Int) {
        for bit in (0..<count).reversed() {
            last = last << 1 | UInt8(value >> bit & 1)
            filled += 1
            guard filled == 8 else { continue }
            bytes += last == 0xFF ? [0xFF, 0] : [last]
            (last, filled) = (0, 0)
        }
    }

    var padded: [UInt8] {
        var copy = self
        while copy.filled != 0 { copy.append(1, count: 1) }
        return copy.bytes
    }
}
