import Flow

/// Where lines end inside an e-mail address: after its sign and before its points, where nobody takes the
/// end for a hyphen of the address or misses one.
struct AddressBreaks {
    let bytes: [UInt8]

    /// Places where lines may end, those inside the addresses of a paragraph put right.
    func corrected(_ places: [Int32], in spans: [TextSpan]) -> [Int32] {
        let addresses = spans.filter(isEMail).map(\.range)
        guard !addresses.isEmpty else { return places }
        let kept = places.filter { place in
            !addresses.contains { $0.lowerBound < Int(place) && Int(place) < $0.upperBound }
        }
        return (kept + addresses.flatMap { self.places(in: $0) }).sorted()
    }

    private func isEMail(_ span: TextSpan) -> Bool {
        guard case .address(let address)? = span.link, address.hasPrefix("mailto:") else {
            return false
        }
        let text = bytes[span.range]
        return text.contains(Self.at) && !text.contains(UInt8(ascii: " "))
    }

    private func places(in range: Range<Int>) -> [Int32] {
        // The last point has too little behind it for a line.
        let last = bytes[range].lastIndex(of: Self.point)
        return range.dropFirst().dropLast().compactMap { index in
            if bytes[index] == Self.at { return Int32(index + 1) }
            return bytes[index] == Self.point && index != last && bytes[index - 1] != Self.at
                ? Int32(index) : nil
        }
    }

    private static let at = UInt8(ascii: "@")
    private static let point = UInt8(ascii: ".")
}
