/// Endings of ordinals, which stand raised: `1er`, `XXIe`, `21st`.
extension Proofreader {
    /// Raises the ending that stands here, and puts the one that is printed in place of that which people
    /// type: `3ème` is `3e`.
    ///
    /// - Parameter start: Where its figures begin.
    mutating func raise(_ ending: Punctuation.Ordinal, after start: Int) {
        let typed = place..<place + ending.typed.count
        guard !beginsLetterOrDigit(typed.upperBound), !isInAddress(start) else { return }
        if ending.isMended {
            guard !isCode(start) else { return }
            replace(typed, with: ending.printed)
        }
        proof.raised.append(typed)
        place = typed.upperBound
    }

    /// Whether the word around a place has signs within it that names of files and codes have.
    private mutating func isCode(_ index: Int) -> Bool {
        let word = word(around: index)
        return word.contains { at in
            "./_#=&+~\\".utf8.contains(bytes[at]) && at + 1 < word.upperBound
                && (isLetterOrDigit(byte(at + 1)) || bytes[at] == UInt8(ascii: "_"))
        }
    }
}
