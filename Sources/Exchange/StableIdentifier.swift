import Digests

/// An identifier that is the same whenever and wherever the same words are given.
///
/// Shaped as a version 8 UUID (RFC 9562, section 5.8), whose bits are the maker's own: here two
/// FNV-1a hashes of the words.
struct StableIdentifier: CustomStringConvertible {
    let description: String

    init(of words: String) {
        var sums = (forwards: FNV1a(), backwards: FNV1a(from: 0x9e37_79b9_7f4a_7c15))
        sums.forwards.mix(words.utf8)
        sums.backwards.mix(words.utf8.reversed())
        var (high, low) = (sums.forwards.value, sums.backwards.value)
        high = high & ~0xf000 | 0x8000
        low = low & ~(0b11 << 62) | 0b10 << 62
        let digits = Self.hex(high) + Self.hex(low)
        let cuts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        description = cuts.map { String(digits[$0]) }.joined(separator: "-")
    }

    private static func hex(_ value: UInt64) -> [Character] {
        let digits = Array(String(value, radix: 16))
        return Array(repeating: "0", count: 16 - digits.count) + digits
    }
}
