internal import Glibc

/// The character that begins at a byte of UTF-8 known to be well formed, and its length in bytes.
@inlinable
package func decodeScalar(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at offset: Int
) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    func tail(_ distance: Int) -> UInt32 { UInt32(bytes[offset + distance]) & 0x3F }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
}

extension String {
    /// Whether a byte is among those of its UTF-8, which the library would ask one after the other.
    package func holds(_ byte: UInt8) -> Bool {
        utf8.withContiguousStorageIfAvailable { bytes in
            bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
        } ?? utf8.contains(byte)
    }

    /// For ICU, which speaks UTF-16.
    var utf16Units: [UInt16] { Array(utf16) }

    /// Calls a function of ICU that fills a buffer, again with a larger one where the first is small.
    ///
    /// - Returns: Nil where the function answers with a negative length.
    static func filledByICU(
        room: Int = 128,
        _ fill: (UnsafeMutablePointer<UInt16>, Int32) -> Int32
    ) -> String? {
        var needed = room
        for _ in 0..<2 {
            var buffer = [UInt16](repeating: 0, count: needed + 1)
            let length = Int(fill(&buffer, Int32(needed)))
            if length < 0 { return nil }
            if length <= needed { return String(decoding: buffer[..<length], as: UTF16.self) }
            needed = length
        }
        return nil
    }
}
