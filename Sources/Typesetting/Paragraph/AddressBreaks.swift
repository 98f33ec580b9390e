import Flow

/// Where lines end inside an address: in one of e-mail after its sign, in all before their points, where nobody
/// takes the end for a hyphen of the address or misses one.
///
/// Source: *The Chicago Manual of Style* (17th edition), 7.46.
struct AddressBreaks {
    let bytes: [UInt8]

    /// Places where lines may end, those inside the addresses of a paragraph put right.
    func corrected(_ places: [Int32], in spans: [TextSpan]) -> [Int32] {
        let addresses = spans.filter(isEMail).map(\.range)
        let hosts = placesInHosts { place in !addresses.contains { $0.contains(place) } }
        guard !addresses.isEmpty || !hosts.isEmpty else { return places }
        let kept = places.filter { place in
            !addresses.contains { $0.lowerBound < Int(place) && Int(place) < $0.upperBound }
        }
        return (kept + addresses.flatMap { self.places(in: $0) } + hosts).sorted()
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

    // MARK: Hosts

    /// In bytes: shorter ones leave no hole in a line.
    private static let shortestHost = 14

    /// Before the points, but for the last, of names such as `mentors.debian.net`.
    private func placesInHosts(where isFree: (Int) -> Bool) -> [Int32] {
        var places: [Int32] = []
        var start = 0
        var points = 0
        for index in 0...bytes.count {
            let byte = index < bytes.count ? bytes[index] : 0x20
            if byte == Self.point { points += 1 }
            if byte == Self.point || Self.isOfLabel(byte) { continue }
            if points > 1, index - start >= Self.shortestHost {
                places += self.places(inHost: start..<index).filter { isFree(Int($0)) }
            }
            (start, points) = (index + 1, 0)
        }
        return places
    }

    private func places(inHost word: Range<Int>) -> [Int32] {
        var end = word.upperBound
        while end > word.lowerBound, bytes[end - 1] == Self.point { end -= 1 }
        let labels = bytes[word.lowerBound..<end].split(
            separator: Self.point,
            omittingEmptySubsequences: false
        )
        // Abbreviations have shorter ones.
        guard labels.count > 2,
            labels.allSatisfy({ $0.count > 1 && $0.contains { $0 >= 0x61 } })
        else { return [] }
        return labels.dropFirst().dropLast().map { Int32($0.startIndex - 1) }
    }

    private static func isOfLabel(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }

    private static let at = UInt8(ascii: "@")
    private static let point = UInt8(ascii: ".")
}
