/// Dashes in pairs – like these – where the language keeps both with the words between them.
///
/// Source: Imprimerie nationale, *Lexique des règles typographiques*: no line ends after the dash
/// that opens an aside, nor before the one that closes it.
extension Punctuation {
    /// A dash between clauses, with the no-break space after it and not before.
    static func opening(_ dash: [UInt8]) -> [UInt8] {
        guard dash.starts(with: noBreak), dash.last == 0x20 else { return dash }
        return [0x20] + dash.dropFirst(noBreak.count).dropLast() + noBreak
    }
}

extension Proofreader {
    /// An aside is seldom longer, in bytes.
    private static let longestAside = 400

    /// Whether a dash, which stands between blanks, opens what another of its kind closes.
    mutating func opensAside(_ dash: Range<Int>) -> Bool {
        guard language.pairsDashes else { return false }
        isInAside = !isInAside && closesAside(dash)
        return isInAside
    }

    /// Whether another dash of the same kind follows in the same sentence.
    private func closesAside(_ dash: Range<Int>) -> Bool {
        let mark = Array(bytes[dash])
        let end = min(range.upperBound, dash.upperBound + Self.longestAside)
        var at = dash.upperBound + 1
        while at < end {
            if endsSentence(at) { return false }
            let after = at + mark.count
            if stands(mark, at: at), bytes[at - 1] == 0x20, isBlank(at: after),
                !blanks(startingAt: dash.upperBound).contains(at - 1)
            {
                return !isDigit(byte(at - 2))
                    || !isDigit(byte(blanks(startingAt: after).upperBound))
            }
            at += 1
        }
        return false
    }

    private func endsSentence(_ index: Int) -> Bool {
        switch bytes[index] {
        case 0x0A, UInt8(ascii: ";"): return true
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
            return isBlank(at: index + 1) && !isAfterAbbreviation(index + 1)
        default: return false
        }
    }

    /// The dash that a text begins with, of a list or of somebody who speaks, stays with the words after it.
    mutating func bindDashOfDialogue(_ mine: Int) -> Bool {
        guard mine == range.lowerBound, byte(mine + 1) == 0x80,
            [0x93, 0x94].contains(byte(mine + 2))
        else { return false }
        let after = blanks(startingAt: mine + 3)
        guard !after.isEmpty, after.upperBound < range.upperBound else { return false }
        replace(after, with: Punctuation.noBreak)
        place = after.upperBound
        return true
    }

    /// A dash typed as such, at whose blank the reading stands: one of the two does not break.
    mutating func bindDash(at blank: Int) {
        let dash = blank + 1..<blank + 4
        if opensAside(dash) {
            replace(dash.upperBound..<dash.upperBound + 1, with: Punctuation.noBreak)
            place = dash.upperBound + 1
        } else {
            replace(blank..<blank + 1, with: Punctuation.noBreak)
        }
    }
}
