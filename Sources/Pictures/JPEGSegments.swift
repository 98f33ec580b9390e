/// The segments of a JPEG before its picture begins.
///
/// Source: ITU-T T.81, annex B.
enum JPEGSegments {
    /// What the camera wrote of itself.
    static func exif(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
        var found: ArraySlice<UInt8>?
        _ = walk(bytes) { marker, body in
            if marker == 0xE1, found == nil, body.starts(with: Array("Exif\0\0".utf8)) {
                found = body.dropFirst(6)
            }
        }
        return found
    }

    /// Whether the end of the picture is there.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        guard let scan = walk(bytes, { _, _ in }) else { return false }
        var index = bytes.count - 1
        while index > scan {
            if bytes[index] == 0xD9, bytes[index - 1] == 0xFF { return true }
            index -= 1
        }
        return false
    }

    /// Visits each segment; returns where the first scan begins, or nil where the file ends before.
    private static func walk(_ bytes: [UInt8], _ visit: (UInt8, ArraySlice<UInt8>) -> Void)
        -> Int?
    {
        var index = 2
        while index + 3 < bytes.count {
            guard bytes[index] == 0xFF else { return nil }
            let marker = bytes[index + 1]
            if marker == 0xFF || marker == 0x01 || (0xD0...0xD7).contains(marker) {
                index += marker == 0xFF ? 1 : 2
                continue
            }
            if marker == 0xDA { return index }
            let length = Int(bytes[index + 2]) << 8 | Int(bytes[index + 3])
            guard length >= 2, index + 2 + length <= bytes.count else { return nil }
            visit(marker, bytes[index + 4..<index + 2 + length])
            index += 2 + length
        }
        return nil
    }
}
