/// An identifier that is the same whenever and wherever the same words are given.
///
/// Shaped as a version 8 UUID (RFC 9562, section 5.8), whose bits are the maker's own: here two
/// FNV-1a hashes of the words.
struct StableIdentifier: CustomStringConvertible {
    let description: String

    init(of words: String) {
        var high = Self.hash(words.utf8, seed: 0xcbf2_9ce4_8422_2325)
        var low = Self.hash(words.utf8.reversed(), seed: 0x9e37_79b9_7f4a_7c15)
        high = high & ~0xf000 | 0x8000
        low = low & ~(0b11 << 62) | 0b10 << 62
        let digits = Self.hex(high) + Self.hex(low)
        let cuts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
        description = cuts.map { String(digits[$0]) }.joined(separator: "-")
    }

    private static func hash(_ bytes: some Sequence<UInt8>, seed: UInt64) -> UInt64 {
        bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    private static func hex(_ value: UInt64) -> [Character] {
        let digits = Array(String(value, radix: 16))
        return Array(repeating: "0", count: 16 - digits.count) + digits
    }
}
