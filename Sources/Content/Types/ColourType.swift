extension Reader {
    /// Reads `#RGB`, `#RRGGBB`, or the name of one of the brand's colours.
    func readColour(_ text: String) -> Value.Content? {
        guard let digits = text[...].rest(after: "#") else {
            return isIdentifier(text) ? .colour(text) : nil
        }
        guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        let upper = digits.uppercased()
        switch upper.count {
        case 3: return .colour("#" + upper.map { "\($0)\($0)" }.joined())
        case 6: return .colour("#" + upper)
        default: return nil
        }
    }
}
