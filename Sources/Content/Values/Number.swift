/// A number and the way it was written.
package struct Number: Hashable, Sendable {
    package var value: Double
    /// How many decimals were typed, so that `1.10` stays so.
    package var decimals: Int
    package var isPercentage: Bool

    package init(_ value: Double, decimals: Int = 0, isPercentage: Bool = false) {
        self.value = value
        self.decimals = decimals
        self.isPercentage = isPercentage
    }
}
