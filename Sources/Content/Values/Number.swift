import Glibc

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

    /// With a point and as many decimals as were typed, and nothing between thousands.
    package var typed: String {
        guard abs(value) < 9e12 else { return "\(value)" }
        let places = min(decimals, 6)
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let figures = String(Int64((abs(value) * scale).rounded()))
        let sign = value < 0 ? "-" : ""
        guard places > 0 else { return sign + figures }
        let padded = String(repeating: "0", count: max(0, places + 1 - figures.count)) + figures
        return sign + padded.dropLast(places) + "." + padded.suffix(places)
    }
}
