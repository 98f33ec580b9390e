import Units

/// A line of text that Cairo placed letter by letter, said as what it is: letters at one distance.
///
/// Cairo knows no tracking, and writes the distance after each letter; a tracked line is four times
/// as long as one of words. Here the distance that most letters have becomes the character spacing,
/// and only what departs from it stays a number. Every letter keeps its place to
/// three thousandths of an em: less is left to the next number, as a rule that of a word space.
///
/// Source: ISO 32000-1, sections 9.3.2 and 9.4.4. Cairo sets all fonts at a size of 1, so that a
/// thousandth of an em is a thousandth of the unit of character spacing.
struct TrackedText {
    /// Each glyph's bytes, escaped as they were, and the number that follows it.
    private var glyphs: [(code: Range<Int>, adjustment: Int)] = []
    /// The number before the first of them.
    private var start = 0
    private let array: UnsafeBufferPointer<UInt8>

    /// What is saved must be worth the words around it.
    private static let fewestGlyphs = 12
    /// In thousandths of an em.
    private static let unseen = 3

    /// - Parameter array: From `[` to `]TJ`.
    /// - Returns: Nil where the array holds anything but literal strings and whole numbers.
    init?(_ array: UnsafeBufferPointer<UInt8>) {
        self.array = array
        glyphs.reserveCapacity(array.count / 3)
        var position = 1
        while position < array.count - 3 {
            switch array[position] {
            case UInt8(ascii: "("):
                guard let end = readString(from: position + 1) else { return nil }
                position = end
            case UInt8(ascii: "-"), 0x30...0x39:
                guard let end = readNumber(from: position) else { return nil }
                position = end
            case 0x0A, 0x20: position += 1
            default: return nil
            }
        }
    }

    private mutating func readString(from start: Int) -> Int? {
        var position = start
        while position < array.count {
            let length: Int
            switch array[position] {
            case UInt8(ascii: ")"): return position + 1
            case UInt8(ascii: "("): return nil
            case UInt8(ascii: "\\"):
                guard position + 1 < array.count else { return nil }
                // The end of a line that Cairo broke inside the string.
                if array[position + 1] == 0x0A {
                    position += 2
                    continue
                }
                length = (0x30...0x37).contains(array[position + 1]) ? 4 : 2
            default: length = 1
            }
            guard position + length <= array.count else { return nil }
            glyphs.append((position..<position + length, 0))
            position += length
        }
        return nil
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

    /// The number after most glyphs, where it is worth being said once.
    var tracking: Int? {
        guard glyphs.count >= Self.fewestGlyphs else { return nil }
        var candidate = 0
        var votes = 0
        for glyph in glyphs.dropLast() {
            if votes == 0 { candidate = glyph.adjustment }
            votes += glyph.adjustment == candidate ? 1 : -1
        }
        let wins = glyphs.dropLast().count { $0.adjustment == candidate }
        return candidate != 0 && wins * 2 > glyphs.count ? candidate : nil
    }

    /// Writes the text at one distance; the spacing is taken back after it.
    func write(trackedBy tracking: Int, into text: inout PDFText) {
        text.write(Length.pt(-Double(tracking) / 1000))
        text.write(" Tc[")
        if start != 0 { text.write(start) }
        text.write("(")
        var rest = 0
        for (index, glyph) in glyphs.enumerated() {
            text.write(UnsafeBufferPointer(rebasing: array[glyph.code]))
            rest += glyph.adjustment - tracking
            guard abs(rest) > Self.unseen, index < glyphs.count - 1 else { continue }
            text.write(")")
            text.write(rest)
            text.write("(")
            rest = 0
        }
        text.write(")]TJ 0 Tc")
    }
}
