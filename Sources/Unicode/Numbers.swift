internal import CICU

extension CLDR {
    /// A number as a language writes it: its digits, decimal mark and groups.
    ///
    /// - Parameters:
    ///   - decimal: As a programmer writes it, such as `-15416.10`; nothing is lost on the way.
    ///   - fraction: The least and most decimals shown; nil shows those given.
    ///   - isGrouped: Whether thousands stand apart.
    /// - Returns: Nil where the text is not a number.
    package func number(
        _ decimal: String,
        fraction: ClosedRange<Int>? = nil,
        isGrouped: Bool = true,
        language: String
    ) -> String? {
        guard isDecimal(decimal) else { return nil }
        let shown = fraction ?? decimals(of: decimal)
        guard let format = numberFormat(shown, isGrouped, language) else { return nil }
        let digits = Array(decimal.utf8CString)
        return String.filledByICU {
            icu_number_format(format, digits, Int32(digits.count - 1), $0, $1)
        }
    }

    private func decimals(of decimal: String) -> ClosedRange<Int> {
        guard let point = decimal.utf8.firstIndex(of: UInt8(ascii: ".")) else { return 0...0 }
        let count = decimal.utf8.distance(from: point, to: decimal.utf8.endIndex) - 1
        return count...count
    }

    /// A sign, digits and at most one point; no exponent, so that the length of the answer is bounded.
    private func isDecimal(_ text: String) -> Bool {
        var digits = text.utf8[...]
        if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
        guard !digits.isEmpty, digits.count <= 100 else { return false }
        var points = 0
        for byte in digits {
            if byte == UInt8(ascii: ".") {
                points += 1
            } else if byte < 0x30 || byte > 0x39 {
                return false
            }
        }
        return points <= 1 && digits.count > points
    }

    private func numberFormat(
        _ fraction: ClosedRange<Int>,
        _ isGrouped: Bool,
        _ language: String
    ) -> UnsafeMutableRawPointer? {
        let key = NumberKey(language: language, isGrouped: isGrouped, fraction: fraction)
        if let known = numberFormats[key] { return known }
        let opened = icu_number_format_open(
            locale(language),
            isGrouped,
            Int32(clamping: fraction.lowerBound),
            Int32(clamping: fraction.upperBound)
        )
        numberFormats[key] = opened
        return opened
    }
}
