/// A JPEG without what a camera or a person wrote into it.
///
/// Names, places, times, remarks and smaller pictures of itself would go round with every paper that
/// shows it. What it is drawn from stays: its tables and scans, JFIF’s density, a colour profile, and
/// Adobe’s word on how its colours are mixed; of what the camera knew, how it was held and its
/// resolution. What comes behind its end, such as a second picture, goes as well.
///
/// Source: ITU-T T.81, annex B.
struct JPEGBaring {
    private let bytes: [UInt8]
    private var parts: [Range<Int>] = [0..<2]
    private var index = 2

    /// - Parameter exif: What its camera wrote, where it did.
    static func bared(_ bytes: [UInt8], _ exif: Exif?) -> [UInt8] {
        var baring = JPEGBaring(bytes: bytes)
        baring.walk()
        return baring.joined(exif)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func walk() {
        while index + 1 < bytes.count {
            // Readers skip what stands between segments, and so do we.
            guard bytes[index] == 0xFF, bytes[index + 1] != 0xFF, bytes[index + 1] != 0 else {
                index += 1
                continue
            }
            let marker = bytes[index + 1]
            switch marker {
            case 0xD9:
                parts.append(index..<index + 2)
                return
            case 0x01, 0xD0...0xD7: index += 2
            default: takeSegment(marker)
            }
        }
    }

    private mutating func takeSegment(_ marker: UInt8) {
        let body = index + 4
        let length = body <= bytes.count ? Int(bytes[index + 2]) << 8 | Int(bytes[index + 3]) : 0
        let end = index + 2 + length
        guard length >= 2, end <= bytes.count else {
            index = bytes.count
            return
        }
        let stop = marker == 0xDA ? endOfScan(from: end) : end
        if isDrawnFrom(marker, bytes[body..<end]) { parts.append(index..<stop) }
        index = stop
    }

    /// A scan ends at the next marker; a byte of its own that looks like one has a nought behind it, and
    /// marks to restart at are part of it.
    private func endOfScan(from start: Int) -> Int {
        var index = start
        while index + 1 < bytes.count {
            let next = bytes[index + 1]
            if bytes[index] == 0xFF, next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) {
                return index
            }
            index += 1
        }
        return bytes.count
    }

    private func isDrawnFrom(_ marker: UInt8, _ body: ArraySlice<UInt8>) -> Bool {
        switch marker {
        case 0xE0: body.starts(with: Array("JFIF\0".utf8))
        case 0xE2: body.starts(with: Array("ICC_PROFILE\0".utf8))
        case 0xEE: body.starts(with: Array("Adobe".utf8))
        case 0xE0...0xEF, 0xFE: false
        default: true
        }
    }

    /// What JFIF says comes first, as its standard asks.
    private func joined(_ exif: Exif?) -> [UInt8] {
        let camera = exif?.segment ?? []
        var bare: [UInt8] = []
        bare.reserveCapacity(bytes.count)
        for (place, part) in parts.enumerated() {
            let isJFIF = place == 1 && bytes[part.lowerBound + 1] == 0xE0
            if place == 1, !isJFIF { bare += camera }
            bare += bytes[part]
            if isJFIF { bare += camera }
        }
        return bare
    }
}
