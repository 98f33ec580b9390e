/// A sum of 64 bits that tells things apart and proves nothing: whoever wants to can make two alike.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, *The FNV Non-Cryptographic Hash Algorithm*
/// (draft-eastlake-fnv), whose sums of 64 bits are in the tests.
package struct FNV1a: Hashable {
    package private(set) var value: UInt64

    /// - Parameter basis: Where it begins; the algorithm's own unless a second sum is wanted.
    package init(from basis: UInt64 = 0xcbf2_9ce4_8422_2325) { value = basis }

    /// The sum of some bytes.
    package static func sum(of bytes: [UInt8]) -> UInt64 {
        var sum = FNV1a()
        sum.mix(bytes)
        return sum.value
    }

    /// Takes in a byte, or a word as if it were one.
    @inlinable package mutating func mix(_ word: UInt64) {
        value = (value ^ word) &* 0x100_0000_01b3
    }

    /// Of one type, since what is generic is not specialised in the rooms that call it.
    package mutating func mix(_ bytes: [UInt8]) {
        for byte in bytes { mix(UInt64(byte)) }
    }
}
