/// Figures, and signs and letters typed right at them.
///
/// Sources: BIPM, *The International System of Units*, 5.4.3 (a space between a number and its unit),
/// DIN 5008, and the *Lexique des règles typographiques*; English sets `20°C` and `p.5` as typed.
extension Proofreader {
    /// The sign or abbreviation right before a figure: `n°` of `n°12`, `p.` of `p.12`, `R$` of `R$50`.
    ///
    /// A letter with its point is more often a label: `D.2`, `M.1.2`, `H.323`.
    func signBefore(_ start: Int) -> Range<Int>? {
        guard language.spacesUnits, start > range.lowerBound,
            language.endsSign[Int(bytes[start - 1])]
        else { return nil }
        var first = start
        while first > range.lowerBound, !isMarkOrBlank(endingAt: first) {
            first -= 1
            if start - first > language.longestAbbreviation { return nil }
        }
        let word = Array(bytes[first..<start])
        guard word.count != 2 || word[1] != UInt8(ascii: ".") || isPlace(word[0], start) else {
            return nil
        }
        return language.abbreviations.contains(word) || language.numberAbbreviations.contains(word)
            ? first..<start : nil
    }

    /// `p.12`, `S.12`, `L.123-4`: whether a letter with its point tells where something is read.
    ///
    /// The articles of a code have three figures and more after a hyphen; pages are whole numbers. `M.`
    /// is somebody's title.
    private func isPlace(_ letter: UInt8, _ start: Int) -> Bool {
        var end = start
        while end < range.upperBound, end - start < 5, isDigit(bytes[end]) { end += 1 }
        if language.numberAbbreviations.contains([letter, UInt8(ascii: ".")]), letter < 0x61 {
            return end - start >= 3 && byte(end) == UInt8(ascii: "-") && isDigit(byte(end + 1))
        }
        let isWhole = byte(end) != UInt8(ascii: ".") || !isDigit(byte(end + 1))
        return isWhole && letter != UInt8(ascii: "M") && !isDigit(byte(end))
    }

    /// `n°12` is set as `n° 12` is.
    mutating func partSign(before start: Int) {
        guard signBefore(start) != nil, !isInAddress(start), !isData(from: start) else { return }
        replace(start..<start, with: Punctuation.noBreak)
    }

    /// The unit right after a number, from its last figures on: `€` of `15€`, `km` of `10km`.
    ///
    /// Single letters have too many meanings, but for francs: `4G`, `9h`, `3D`.
    func unitAfter(_ figures: Range<Int>) -> Range<Int>? {
        guard language.spacesUnits, let unit = unit(at: figures.upperBound),
            language.units.contains(Array(bytes[unit])),
            unit.count > 1 || bytes[unit.lowerBound] == UInt8(ascii: "$")
                || bytes[unit.lowerBound] == UInt8(ascii: "F") && figures.count > 2,
            !isCompound(unit.upperBound), !isCifrao(unit), beginsNumber(figures.lowerBound)
        else { return nil }
        return unit
    }

    /// `1.500$00`: the sign of escudos stands between them and their cents.
    private func isCifrao(_ unit: Range<Int>) -> Bool {
        unit.count == 1 && bytes[unit.lowerBound] == UInt8(ascii: "$")
            && isDigit(byte(unit.upperBound))
    }

    mutating func partUnit(after figures: Range<Int>) {
        guard let unit = unitAfter(figures), !isInAddress(figures.lowerBound),
            !isData(from: unit.upperBound)
        else { return }
        replace(unit.lowerBound..<unit.lowerBound, with: Punctuation.noBreak)
        joinRest(of: unit)
    }

    /// No number is longer, with all its factors, in bytes; each of them asks.
    private static let longestNumber = 64

    /// Whether nothing but figures, and marks between them, stands before figures in their word.
    private func beginsNumber(_ figures: Int) -> Bool {
        var start = figures
        while start > range.lowerBound, !isMarkOrBlank(endingAt: start) {
            if figures - start > Self.longestNumber { return false }
            let last = bytes[start - 1]
            guard isDigit(last) || ",.-+xX".utf8.contains(last) || last == 0x97 || last == 0xC3
            else { return signBefore(start) != nil || isRangeDash(at: start) }
            start -= 1
        }
        return !",.xX".utf8.contains(bytes[start])
    }

    /// The dash that has been set for a hyphen last: `10kg-20kg`.
    private func isRangeDash(at place: Int) -> Bool {
        bytes[place] == UInt8(ascii: "-") && proof.edits.last?.range.lowerBound == place
    }

    /// In bytes.
    private static let longestName = 256

    /// Whether the rest of a word is that of a file's name, a code or an address: `fig.2.png`.
    mutating func isData(from start: Int) -> Bool {
        let end = min(word(around: start).upperBound, start + Self.longestName)
        return (start..<max(start, end)).contains { at in
            "._=\\@#~".utf8.contains(bytes[at]) && at + 1 < range.upperBound
                && (0x61...0x7A).contains(bytes[at + 1] | 0x20)
        }
    }

    /// `3x4 m`, `3 x 4`: between two numbers stands the sign of multiplication.
    ///
    /// Source: ISO 80000-2. `0x12` is a code, as is what has more letters; `680x0` and `80x86` are kinds of
    /// processors.
    mutating func multiply(after figures: Range<Int>) {
        let before = blanks(startingAt: place)
        let sign = before.upperBound
        guard sign < range.upperBound, bytes[sign] == UInt8(ascii: "x"),
            bytes[figures.lowerBound] != UInt8(ascii: "0"), !isProcessor(figures, sign),
            beginsNumber(figures.lowerBound)
        else { return }
        let after = blanks(startingAt: sign + 1)
        guard before.isEmpty == after.isEmpty, after.upperBound < range.upperBound,
            endsNumber(after.upperBound)
        else { return }
        let blank = before.isEmpty ? [] : Punctuation.noBreak
        replace(before, with: blank)
        replace(sign..<sign + 1, with: Array("×".utf8))
        replace(after, with: blank)
        place = after.upperBound
    }

    private func isProcessor(_ figures: Range<Int>, _ sign: Int) -> Bool {
        guard sign == figures.upperBound else { return false }
        let isOfOneMaker =
            bytes[figures].elementsEqual("80".utf8) && stands(Array("86".utf8), at: sign + 1)
        let isDecimal =
            [UInt8(ascii: ","), UInt8(ascii: ".")].contains(byte(sign + 2))
            && isDigit(byte(sign + 3))
        let isFamily =
            byte(sign + 1) == UInt8(ascii: "0") && !isDecimal && !isDigit(byte(sign + 2))
        return isOfOneMaker || isFamily
    }

    /// Whether a number begins here and nothing but a unit or another factor follows it.
    private func endsNumber(_ start: Int) -> Bool {
        var end = start
        while end < range.upperBound, isDigit(bytes[end]) || ",.".utf8.contains(bytes[end]) {
            end += 1
        }
        guard end > start, isDigit(bytes[start]) else { return false }
        guard end < range.upperBound else { return true }
        if bytes[end] == UInt8(ascii: "x") { return isDigit(byte(end + 1)) }
        if "_-=\\@/".utf8.contains(bytes[end]) { return false }
        return !beginsLetterOrDigit(end) || unit(at: end) != nil
    }

    /// `12'000`: Switzerland's mark between groups of figures.
    ///
    /// Source: Bundeskanzlei, *Schreibweisungen*.
    func groupsFigures(_ mark: Int) -> Bool {
        var start = mark
        while start > range.lowerBound, isDigit(bytes[start - 1]) { start -= 1 }
        return (1...3).contains(mark - start) && (1...3).allSatisfy { isDigit(byte(mark + $0)) }
            && !beginsLetterOrDigit(mark + 4) && mark + 4 <= range.upperBound
            && (start == range.lowerBound || byte(start - 1) == bytes[mark]
                || !endsLetterOrDigit(start))
    }

    /// `5,-`, `5,-- €`: a dash stands for the cents of a round amount.
    ///
    /// Source: Duden, *Die deutsche Rechtschreibung*, on the dash.
    mutating func roundAmount() -> Bool {
        let start = place
        var end = start
        while end < range.upperBound, bytes[end] == UInt8(ascii: "-"), end - start < 3 { end += 1 }
        guard end - start < 3, start - 2 >= range.lowerBound,
            bytes[start - 1] == UInt8(ascii: ","), isDigit(bytes[start - 2]), endsPhrase(end)
        else { return false }
        replace(start..<end, with: Array("–".utf8))
        place = end
        return true
    }

    /// Whether a blank stands between a round amount, typed with hyphens or set, and its currency.
    func followsRoundAmount(_ blank: Int) -> Bool {
        var end = blank
        while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "-"), blank - end < 2 {
            end -= 1
        }
        let dash = Array("–".utf8)
        if end == blank, stands(dash, at: end - dash.count) { end -= dash.count }
        return end < blank && end - 2 >= range.lowerBound && bytes[end - 1] == UInt8(ascii: ",")
            && isDigit(bytes[end - 2])
            && unit(at: blanks(startingAt: blank).upperBound).map {
                language.units.contains(Array(bytes[$0]))
            } ?? false
    }
}
