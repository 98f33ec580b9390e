import Layouts

/// Digits in a language’s groups.
struct NumberForm {
    let pack: LanguagePack

    /// A whole number as figures alone.
    static func plainDigits(of value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
        return "\(Int64(value.rounded()))"
    }

    func text(of value: Double, decimals: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
        var scale = 1.0
        for _ in 0..<min(max(decimals, 0), 9) { scale *= 10 }
        let scaled = UInt64((abs(value) * scale).rounded())
        let whole = grouped(String(scaled / UInt64(scale)))
        let sign = value < 0 && scaled > 0 ? "\u{2212}" : ""
        guard decimals > 0 else { return pack.figures(sign + whole) }
        let fraction = String(scaled % UInt64(scale))
        let zeros = String(repeating: "0", count: max(0, min(decimals, 9) - fraction.count))
        return pack.figures(sign + whole + pack.decimalSeparator + zeros + fraction)
    }

    /// - Parameter least: From how many figures on, where the language does not say it.
    func grouped(_ digits: String, from least: Int? = nil) -> String {
        guard digits.count >= least ?? pack.groupFrom else { return digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += pack.groupSeparator }
            result.append(digit)
        }
        return result
    }
}
