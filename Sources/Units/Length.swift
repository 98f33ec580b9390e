internal import Glibc

/// A distance, kept in PostScript points of 1/72 inch.
///
/// Public for the compiler's sake: of what is `package` it puts nothing into the code of other rooms,
/// `@inlinable` or not, and a sum of two lengths was a call.
public struct Length: Hashable, Sendable, Comparable {
    public var points: Double

    @inlinable public init(points: Double) { self.points = points }

    @inlinable public static var zero: Length { Length(points: 0) }
    @inlinable public static var infinity: Length { Length(points: .infinity) }

    @inlinable public static func pt(_ value: Double) -> Length { Length(points: value) }
    @inlinable public static func mm(_ value: Double) -> Length {
        Length(points: value * 72 / 25.4)
    }

    package var millimetres: Double { points * 25.4 / 72 }

    @inlinable public static func < (a: Length, b: Length) -> Bool { a.points < b.points }
    @inlinable public static func + (a: Length, b: Length) -> Length {
        Length(points: a.points + b.points)
    }
    @inlinable public static func - (a: Length, b: Length) -> Length {
        Length(points: a.points - b.points)
    }
    @inlinable public static func * (a: Length, b: Double) -> Length {
        Length(points: a.points * b)
    }
    @inlinable public static func / (a: Length, b: Double) -> Length {
        Length(points: a.points / b)
    }
    @inlinable public static func / (a: Length, b: Length) -> Double { a.points / b.points }
    @inlinable public static prefix func - (a: Length) -> Length { Length(points: -a.points) }
    @inlinable public static func += (a: inout Length, b: Length) { a.points += b.points }
    @inlinable public static func -= (a: inout Length, b: Length) { a.points -= b.points }

    /// Equal as far as a reader of the page could ever tell: within a thousandth of a point.
    package func isNearly(_ other: Length) -> Bool { abs(points - other.points) < 0.001 }
}

extension Length: CustomStringConvertible {
    public var description: String { "\(points.inHundredths)pt" }
}

extension Double {
    /// The value as a dump prints it: at most two decimals, no `-0`, no trailing zeros.
    package var inHundredths: String {
        guard isFinite else { return self > 0 ? "inf" : isNaN ? "nan" : "-inf" }
        let hundredths = (self * 100).rounded()
        guard abs(hundredths) < 9e15 else { return "\(self)" }
        var whole = Int64(hundredths)
        let sign = whole < 0 ? "-" : ""
        whole = abs(whole)
        let fraction = whole % 100
        if fraction == 0 { return "\(sign)\(whole / 100)" }
        let digits =
            fraction % 10 == 0 ? "\(fraction / 10)" : fraction < 10 ? "0\(fraction)" : "\(fraction)"
        return "\(sign)\(whole / 100).\(digits)"
    }
}
