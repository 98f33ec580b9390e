package enum Digits {
    /// Those of most languages of Europe, and of layouts.
    package static let european = "0123456789"
}

extension String {
    /// The text with other characters for `0` to `9`; as it is, where there are not ten of them.
    package func inDigits(_ digits: String) -> String {
        guard digits != Digits.european else { return self }
        let own = Array(digits)
        guard own.count == 10 else { return self }
        return String(map { $0.isASCII ? $0.wholeNumberValue.map { own[$0] } ?? $0 : $0 })
    }

    /// The text with `0` to `9` for the decimal digits of any script: `٢٠٢٢` as `2022`.
    package var inEuropeanDigits: String {
        guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let properties = scalar.properties
            let figure = properties.numericType == .decimal ? properties.numericValue : nil
            scalars.append(figure.flatMap { Unicode.Scalar(UInt32($0) + 48) } ?? scalar)
        }
        return String(scalars)
    }

    /// The text with `0` to `9` for a language’s digits, as layouts write numbers.
    package func inEuropeanDigits(for digits: String) -> String {
        guard digits != Digits.european else { return self }
        let own = Array(digits)
        return String(map { own.firstIndex(of: $0).map { Character("\($0)") } ?? $0 })
    }
}
