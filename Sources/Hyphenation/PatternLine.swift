/// Up to eight letters in one number, the first of them lowest; noughts after the last.
struct EightLetters {
    private(set) var bits: UInt64

    /// How many there is room for.
    static let most = 8

    init(bits: UInt64) { self.bits = bits }

    /// The eight bytes from a place on, whatever they are.
    @inline(__always)
    init(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        bits =
            UnsafeRawPointer(bytes.baseAddress! + place)
            .loadUnaligned(as: UInt64.self).littleEndian
    }

    var count: Int { Self.most - bits.leadingZeroBitCount / 8 }

    /// The first one, two or three of them.
    func first(_ count: Int) -> UInt32 {
        UInt32(truncatingIfNeeded: bits & Self.bits(before: count * 8))
    }

    /// The four after the first three.
    var afterFirstThree: UInt32 { UInt32(truncatingIfNeeded: bits >> 24) }

    mutating func put(_ letter: UInt8, at place: Int) {
        bits |= UInt64(letter) &<< UInt64(place * 8)
    }

    /// Ones in the bits before one.
    static func bits(before bit: Int) -> UInt64 { (1 as UInt64) &<< UInt64(bit) &- 1 }

    /// A number whose bytes are all the same.
    static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}

/// A line of a file of patterns.
///
/// Each line is read before the first word is divided, so that a few steps a byte tell: eight bytes are
/// looked at together.
struct PatternLine {
    /// Where it begins, in bytes of the file.
    let place: Int
    /// The first of the pattern's letters, without its digits.
    let letters: EightLetters
    /// Where the line after begins.
    let next: Int
    /// Whether what follows the pattern says how the spelling changes.
    let changesSpelling: Bool

    /// - Precondition: ``PatternIndex/end`` comes after the last line.
    @inline(__always)
    init(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        let eight = EightLetters(at: start, in: bytes).bits
        let ends = Self.ends(in: eight)
        // All eight where the pattern is longer.
        let length = ends == 0 ? 64 : ends.trailingZeroBitCount & ~7
        var letters = Self.withoutDigits(
            ends == 0 ? eight : eight & EightLetters.bits(before: length)
        )
        var end = start + length / 8
        if ends == 0 { end = Self.add(patternFrom: end, in: bytes, to: &letters) }
        place = start
        self.letters = letters
        changesSpelling = bytes[end] == UInt8(ascii: "/")
        next = bytes[end] == 10 ? end + 1 : Self.lineEnd(in: bytes, from: end) + 1
    }

    /// Not a setting nor a comment.
    var isPattern: Bool {
        switch UInt8(truncatingIfNeeded: letters.bits) {
        case 0, UInt8(ascii: "%"), UInt8(ascii: "#"): false
        // Settings are words in capitals, which patterns never have.
        case 65...90: false
        default: true
        }
    }

    /// Whether patterns of the next level come after it.
    func opensLevel(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes[place..<next].starts(with: "NEXTLEVEL".utf8)
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    /// What ends a pattern: a blank, the end of its line, or the mark before a change of spelling.
    static func isEnd(_ byte: UInt8) -> Bool { byte <= 32 || byte == UInt8(ascii: "/") }

    /// The highest bit of the first byte that ends a pattern; higher bits mean nothing.
    @inline(__always)
    private static func ends(in eight: UInt64) -> UInt64 {
        let blanks = (eight &- EightLetters.each(33)) & ~eight
        return (blanks | noughts(in: eight ^ EightLetters.each(UInt8(ascii: "/"))))
            & EightLetters.each(0x80)
    }

    /// The highest bit of the first byte that is nought.
    @inline(__always)
    private static func noughts(in eight: UInt64) -> UInt64 {
        (eight &- EightLetters.each(1)) & ~eight
    }

    /// Lets the letters after each digit move into its place.
    @inline(__always)
    private static func withoutDigits(_ pattern: UInt64) -> EightLetters {
        var letters = pattern
        let fromZero = pattern ^ EightLetters.each(48)
        // No sum of these carries into the next byte; ten and more reach the highest bit.
        let others = (fromZero & EightLetters.each(0x7F)) &+ EightLetters.each(0x80 - 10) | fromZero
        var digits = ~others & EightLetters.each(0x80)
        while digits != 0 {
            let before = EightLetters.bits(before: digits.trailingZeroBitCount & ~7)
            letters = letters & before | letters >> 8 & ~before
            digits = digits >> 8 & ~before
        }
        return EightLetters(bits: letters)
    }

    /// Adds what a pattern has after its first eight letters and digits, as far as there is room.
    ///
    /// - Returns: Where it ends.
    private static func add(
        patternFrom start: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        to letters: inout EightLetters
    ) -> Int {
        var (place, count) = (start, letters.count)
        while !isEnd(bytes[place]) {
            if count < EightLetters.most, !isDigit(bytes[place]) {
                letters.put(bytes[place], at: count)
                count += 1
            }
            place += 1
        }
        return place
    }

    @inline(__always)
    private static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        while place + 8 <= bytes.count {
            let eight = EightLetters(at: place, in: bytes).bits
            let feeds =
                noughts(in: eight ^ EightLetters.each(10)) & EightLetters.each(0x80)
            if feeds != 0 { return place + feeds.trailingZeroBitCount / 8 }
            place += 8
        }
        return bytes.count
    }
}
