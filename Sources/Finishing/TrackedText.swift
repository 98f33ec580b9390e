import Units

/// A line of text that Cairo placed letter by letter, said as what it is: letters at one distance.
///
/// Cairo knows no tracking, and writes the distance after each letter; a tracked line is four times
/// as long as one of words. Here the distance that most letters have becomes the character spacing,
/// and only what departs from it stays a number. Every letter keeps its place to
/// three thousandths of an em: less is left to the next number, as a rule that of a word space. Where
/// a whole paper is set a little closer to fit its pages, the distance is less than that, and Cairo
/// says it after every few letters; so it is counted in tenths of a thousandth.
///
/// Source: ISO 32000-1, sections 9.3.2 and 9.4.4. Cairo sets all fonts at a size of 1, so that a
/// thousandth of an em is a thousandth of the unit of character spacing.
struct TrackedText {
    /// The glyphs' codes, and the number that follows each.
    private var glyphs: [(code: UInt8, adjustment: Int)] = []
    /// The number before the first of them.
    private var start = 0
    /// Whether some codes stand as letters: in fonts of more than 256 glyphs none do.
    private var hasLetters = false
    private let array: UnsafeBufferPointer<UInt8>

    /// Of fewer strings, no number could be saved.
    private static let fewestStrings = 3
    /// In thousandths of an em.
    private static let unseen = 4
    /// What Cairo writes at most where the distances of a few letters have come together, in the same.
    private static let mostSmall = 7
    /// Letters are not tracked by more; what is more is a word space.
    private static let mostTracking = 30

    /// - Parameter array: From `[` to `]TJ`.
    /// - Returns: Nil where the array holds anything but codes of one byte and whole numbers.
    init?(_ array: UnsafeBufferPointer<UInt8>) {
        self.array = array
        // Numbers stand between strings.
        let strings = array.reduce(0) {
            $1 == UInt8(ascii: ")") || $1 == UInt8(ascii: ">") ? $0 + 1 : $0
        }
        guard strings >= Self.fewestStrings else { return nil }
        glyphs.reserveCapacity(array.count / 3)
        var position = 1
        while position < array.count - 3 {
            let end: Int?
            switch array[position] {
            case UInt8(ascii: "("): end = readString(from: position + 1)
            case UInt8(ascii: "<"): end = readHexadecimal(from: position + 1)
            case UInt8(ascii: "-"), 0x30...0x39: end = readNumber(from: position)
            case 0x0A, 0x20: end = position + 1
            default: end = nil
            }
            guard let end else { return nil }
            position = end
        }
        guard hasLetters else { return nil }
    }

    private mutating func readString(from start: Int) -> Int? {
        var position = start
        while position < array.count, array[position] != UInt8(ascii: ")") {
            guard array[position] != UInt8(ascii: "(") else { return nil }
            hasLetters = true
            if array[position] == UInt8(ascii: "\\") {
                guard let end = readEscape(from: position + 1) else { return nil }
                position = end
            } else {
                glyphs.append((array[position], 0))
                position += 1
            }
        }
        return position + 1
    }

    private mutating func readEscape(from start: Int) -> Int? {
        guard start + 2 < array.count else { return nil }
        switch array[start] {
        // The end of a line that Cairo broke inside the string.
        case 0x0A: return start + 1
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
            glyphs.append((array[start], 0))
            return start + 1
        case 0x30...0x33:
            let digits = array[start...(start + 2)]
            guard digits.allSatisfy({ 0x30...0x37 ~= $0 }) else { return nil }
            glyphs.append((digits.reduce(0) { $0 << 3 | ($1 - 0x30) }, 0))
            return start + 3
        default: return nil
        }
    }

    private mutating func readHexadecimal(from start: Int) -> Int? {
        func digit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x61...0x66: byte - 0x61 + 10
            default: nil
            }
        }
        var position = start
        while position + 1 < array.count, array[position] != UInt8(ascii: ">") {
            guard let high = digit(array[position]), let low = digit(array[position + 1]) else {
                return nil
            }
            glyphs.append((high << 4 | low, 0))
            position += 2
        }
        return position + 1
    }

    private mutating func readNumber(from sign: Int) -> Int? {
        let isNegative = array[sign] == UInt8(ascii: "-")
        var position = isNegative ? sign + 1 : sign
        let first = position
        var value = 0
        while position < array.count, case 0x30...0x39 = array[position], position < first + 6 {
            value = value * 10 + Int(array[position] - 0x30)
            position += 1
        }
        guard position > first, position < array.count, array[position] != UInt8(ascii: ".") else {
            return nil
        }
        if isNegative { value = -value }
        if glyphs.isEmpty { start += value } else { glyphs[glyphs.count - 1].adjustment += value }
        return position
    }

    /// The number to be said once, in tenths; nil where nothing is saved.
    ///
    /// - Parameter current: What has been said before and holds.
    func tracking(after current: Int) -> Int? {
        let asIs = glyphs.count { $0.adjustment != 0 }
        var best: (tracking: Int?, cost: Int) = (nil, asIs + Self.cost(of: 0, after: current))
        var tried: [Int] = []
        for candidate in [current, 0, commonest * 10, meanTracking]
        where abs(candidate) <= Self.mostTracking * 10 && !tried.contains(candidate) {
            tried.append(candidate)
            let words = Self.cost(of: candidate, after: current)
            guard words < best.cost else { continue }
            let cost = numbers(with: candidate) + words
            if cost < best.cost { best = (candidate, cost) }
        }
        return best.tracking
    }

    /// How many numbers it is as long as to say a distance.
    private static func cost(of tracking: Int, after current: Int) -> Int {
        if tracking == current { return 0 }
        return current == 0 ? 2 : 1
    }

    /// The number after most glyphs, if one stands after more than half of them.
    private var commonest: Int {
        var candidate = 0
        var votes = 0
        for glyph in glyphs.dropLast() {
            if votes == 0 { candidate = glyph.adjustment }
            votes += glyph.adjustment == candidate ? 1 : -1
        }
        return candidate
    }

    /// Where letters are tracked by less than Cairo minds, it writes a number after every few.
    private var meanTracking: Int {
        var (count, sum) = (0, 0)
        for glyph in glyphs.dropLast() where abs(glyph.adjustment) <= Self.mostSmall {
            count += 1
            sum += glyph.adjustment
        }
        guard count > 0 else { return 0 }
        return Int((Double(sum * 10) / Double(count)).rounded())
    }

    private func numbers(with tracking: Int) -> Int {
        var count = 0
        forEachGlyph(trackedBy: tracking) { _, number in if number != 0 { count += 1 } }
        return count
    }

    /// Visits each code with the number that must follow it.
    private func forEachGlyph(trackedBy tracking: Int, _ body: (UInt8, Int) -> Void) {
        var rest = 0
        for (index, glyph) in glyphs.enumerated() {
            rest += glyph.adjustment * 10 - tracking
            let isSeen = abs(rest) > Self.unseen * 10 && index < glyphs.count - 1
            let number = isSeen ? Int((Double(rest) / 10).rounded()) : 0
            body(glyph.code, number)
            rest -= number * 10
        }
    }

    /// Writes the text at a distance that has been said.
    func write(trackedBy tracking: Int, into text: inout PDFText) {
        text.write("[")
        if start != 0 { text.write(start) }
        text.write("(")
        forEachGlyph(trackedBy: tracking) { code, number in
            switch code {
            case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
                text.write(UInt8(ascii: "\\"))
                text.write(code)
            case 0x0A: text.write("\\n")
            case 0x0D: text.write("\\r")
            default: text.write(code)
            }
            guard number != 0 else { return }
            text.write(")")
            text.write(number)
            text.write("(")
        }
        text.write(")]TJ")
    }
}
