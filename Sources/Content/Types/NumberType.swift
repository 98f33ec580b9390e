import Diagnostics

extension Reader {
    /// Reads a number as the language of the text writes it: `15 416`, `15,416`, `3,5 %`, `1.10`.
    ///
    /// Blanks and apostrophes part thousands everywhere. In English a comma before three digits
    /// does so too; in other languages a comma is the decimal sign. A point is the decimal sign,
    /// but German and Portuguese part thousands with it: there a number that could be both is
    /// read so, with a warning.
    mutating func readNumber(_ text: String, at span: Span) -> Value.Content? {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "’": continue
            case "\u{2212}": digits += "-"
            default: digits.unicodeScalars.append(scalar)
            }
        }
        let isPercentage = digits.hasSuffix("%")
        if isPercentage { digits.removeLast() }
        guard digits.utf8.count <= 40, let plain = withPoint(digits, at: span) else { return nil }
        guard plain.utf8.allSatisfy({ $0.isASCIIDigit || "+-.".utf8.contains($0) }),
            let value = Double(plain), value.isFinite
        else { return nil }
        let decimals =
            plain.split(separator: ".", omittingEmptySubsequences: false)
            .dropFirst().first?.count ?? 0
        return .number(Number(value, decimals: decimals, isPercentage: isPercentage))
    }

    /// The number with a point for its decimal sign and nothing between thousands.
    private mutating func withPoint(_ digits: String, at span: Span) -> String? {
        let primary = LanguageTag(language).primary
        if digits.contains(",") {
            if digits.contains("."), let comma = digits.lastIndex(of: ","),
                let point = digits.lastIndex(of: ".")
            {
                let grouping: Character = comma < point ? "," : "."
                guard hasGroups(digits, parted: grouping) else { return nil }
                return replacingComma(in: digits.filter { $0 != grouping })
            }
            if primary == "en", hasGroups(digits, parted: ",") {
                return digits.filter { $0 != "," }
            }
            guard digits.count(where: { $0 == "," }) == 1 else { return nil }
            return replacingComma(in: digits)
        }
        if ["de", "pt"].contains(primary), hasGroups(digits, parted: ".") {
            let whole = digits.filter { $0 != "." }
            report.add(
                .warning("‘\(digits)’ is read as \(whole)", at: span)
                    .hinting("write \(whole), or \(replacingPoint(in: digits)) if that is meant")
            )
            return whole
        }
        return digits
    }

    private func replacingComma(in digits: String) -> String {
        String(digits.map { $0 == "," ? "." : $0 })
    }

    private func replacingPoint(in digits: String) -> String {
        String(digits.map { $0 == "." ? "," : $0 })
    }

    /// Whether what stands between signs is groups of three, as of thousands.
    private func hasGroups(_ digits: String, parted sign: Character) -> Bool {
        let decimal: Character = sign == "," ? "." : ","
        let whole = digits.prefix { $0 != decimal }
        let groups = whole.split(separator: sign, omittingEmptySubsequences: false)
        guard groups.count > 1, let first = groups.first else { return false }
        return (1...4).contains(first.count) && groups.dropFirst().allSatisfy { $0.count == 3 }
    }
}
