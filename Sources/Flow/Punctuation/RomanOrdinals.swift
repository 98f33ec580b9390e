/// Ordinals in Roman figures: the ending of `XXIe siècle` stands raised as that of `21e` does.
extension Proofreader {
    /// No others are looked at: French words such as `Le` and `De` would be ordinals of L and D.
    static func isRomanFigure(_ byte: UInt8) -> Bool { "IVX".utf8.contains(byte) }

    mutating func romanFigures() {
        let start = place
        while place < range.upperBound, Self.isRomanFigure(bytes[place]) { place += 1 }
        guard !endsLetterOrDigit(start), Self.isNumeral(bytes[start..<place]),
            let ending = language.romanOrdinals.first(where: { stands($0, after: start..<place) })
        else { return }
        let end = place + ending.ending.count
        guard !beginsLetterOrDigit(end), !isInAddress(start) else { return }
        proof.raised.append(place..<end)
        place = end
    }

    private func stands(
        _ ordinal: (figures: [UInt8], ending: [UInt8]),
        after figures: Range<Int>
    ) -> Bool {
        stands(ordinal.ending, at: figures.upperBound)
            && (ordinal.figures.isEmpty || bytes[figures].elementsEqual(ordinal.figures))
    }

    /// Up to thirty-nine: tens, then `IX`, `IV`, or a five and ones.
    private static func isNumeral(_ figures: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let ones = figures.drop { $0 == UInt8(ascii: "X") }
        guard figures.count - ones.count <= 3 else { return false }
        if ones.elementsEqual("IX".utf8) || ones.elementsEqual("IV".utf8) { return true }
        let rest = ones.first == UInt8(ascii: "V") ? ones.dropFirst() : ones
        return rest.count <= 3 && rest.allSatisfy { $0 == UInt8(ascii: "I") }
    }
}
