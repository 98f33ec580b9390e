internal import Glibc

extension Colour {
    /// How much lighter one of two colours is than the other, from 1 to 21.
    ///
    /// Source: W3C, *Web Content Accessibility Guidelines 2.1*, definition of contrast ratio. Text
    /// needs 4.5, large text (18 pt, or 14 pt bold) 3.
    package func contrast(against other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private var luminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}
