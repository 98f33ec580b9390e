/// Numbers that look random and are the same in every run, on every machine.
///
/// Source: SplitMix64, of Steele, Lea and Flood, “Fast Splittable Pseudorandom Number Generators”
/// (OOPSLA 2014).
package struct Dice: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    package mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var value = state
        value = (value ^ value >> 30) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
        return value ^ value >> 31
    }

    /// A number below another, which is one at the least.
    package mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(sides)) }

    package mutating func roll(_ range: Range<Int>) -> Int {
        range.lowerBound + roll(range.count)
    }
}
