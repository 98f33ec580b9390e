extension Reader {
    /// Reads a number and a unit: `28 mm`, `1.5cm`, `12pt`, `4 in`.
    func readLength(_ text: String) -> Value.Content? {
        let units = ["mm", "cm", "pt", "in", "pc", "em"]
        guard let unit = units.first(where: { text.hasSuffix($0) }) else { return nil }
        let digits = trimmed(String(text.dropLast(unit.count)))
        guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.,".contains($0)) }) else {
            return nil
        }
        guard let value = Double(String(digits.map { $0 == "," ? "." : $0 })) else { return nil }
        return .length(value, unit: unit)
    }
}
