import Digests

/// An identifier that is the same whenever and wherever the same words are given.
///
/// Shaped as a version 8 UUID (RFC 9562, section 5.8), whose bits are the maker's own: here two
/// FNV-1a hashes of the words.
struct StableIdentifier: CustomStringConvertible {
    let description: String

    init(of words: String) {
        var sums = (forwards: FNV1a(), backwards: FNV1a(from: 0x9e37_79b9_7f4a_7c15))
        let bytes = Array(words.utf8)
        sums.forwards.mix(bytes)
        sums.backwards.mix(bytes.reversed())
        var (high, low) = (sums.forwards.value, sums.backwards.value)
        high = high & ~0xf000 | 0x8000
        low = low & ~(0b11 << 62) | 0b10 << 62
        var text = Self.hex(high) + Self.hex(low)
        for place in [8, 13, 18, 23] { text.insert(UInt8(ascii: "-"), at: place) }
        description = String(decoding: text, as: UTF8.self)
    }

    private static func hex(_ value: UInt64) -> [UInt8] {
        stride(from: 60, through: 0, by: -4).map { place in
            let digit = UInt8(truncatingIfNeeded: value >> UInt64(place)) & 15
            return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
        }
    }
}
