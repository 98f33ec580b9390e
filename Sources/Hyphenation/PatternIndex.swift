/// The lines of a file of patterns, by the first three letters of the pattern in each.
///
/// Files are in alphabetical order or nearly so: lines of like beginning follow each other, and are
/// written down together.
struct PatternIndex: Sendable {
    /// Lines whose patterns begin alike.
    private struct Run {
        var key: UInt32
        /// In bytes; none where longer patterns begin with these letters, and none is just they.
        var lines: Range<Int32>
        /// The next of those that are found in the same place; -1 ends them.
        var next: Int32 = -1
    }

    /// A pattern found in a word.
    struct Pattern {
        /// In bytes of the word.
        var length: Int
        /// Where it stands among the bytes of the file.
        var place: Int
        /// Whether a break by it would change the spelling.
        var changesSpelling: Bool
    }

    /// What lines must end with, so that eight bytes can be looked at together wherever one begins.
    static let end = [UInt8](repeating: 10, count: 8)

    private var heads = [Int32](repeating: -1, count: 4096)
    private var tails = [Int32](repeating: -1, count: 4096)
    private var runs: [Run] = []

    /// Looks through lines from a place up to the next level, and moves the place to where that begins.
    ///
    /// - Precondition: After the last line comes ``end``.
    init(ofLinesOf bytes: [UInt8], from start: inout Int) {
        precondition(bytes.suffix(Self.end.count).elementsEqual(Self.end))
        runs.reserveCapacity(bytes.count / 16)
        bytes.withUnsafeBufferPointer { start = add(linesOf: $0, from: start) }
    }

    private mutating func add(linesOf bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var (first, start) = (start, start)
        var latest: UInt32 = 0
        let last = bytes.count - Self.end.count
        while start < last {
            let (key, end) = Self.pattern(at: start, in: bytes)
            if key != latest {
                add(latest, first..<start)
                (latest, first) = (Self.isSetting(key) ? 0 : key, start)
                if latest != key, bytes[start..<end].starts(with: "NEXTLEVEL".utf8) {
                    return end + 1
                }
            }
            start = end + 1
        }
        add(latest, first..<start)
        return start
    }

    /// The first three letters of the pattern in a line, or as many as it has, and where the line ends.
    ///
    /// None are nought, and what is no pattern but a comment has none. Each line of a file is read thus
    /// before the first word is divided, so that a few steps a byte tell.
    private static func pattern(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (
        key: UInt32, end: Int
    ) {
        let end = lineEnd(in: bytes, from: start)
        // A pattern with so many digits that its third letter is not among these is found by fewer.
        var rest =
            bytes[start] == UInt8(ascii: "%") || bytes[start] == UInt8(ascii: "#")
            ? 0 : eightBytes(at: start, in: bytes)
        var key: UInt32 = 0
        while key < 0x10000 {
            let byte = UInt8(truncatingIfNeeded: rest)
            if byte <= 32 || byte == UInt8(ascii: "/") { break }
            if !isDigit(byte) { key = key << 8 | UInt32(byte) }
            rest >>= 8
        }
        return (key, end)
    }

    /// The first of them lowest.
    private static func eightBytes(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        UnsafeRawPointer(bytes.baseAddress! + place).loadUnaligned(as: UInt64.self).littleEndian
    }

    @inline(__always)
    private static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        while place + 8 <= bytes.count {
            let others = eightBytes(at: place, in: bytes) ^ 0x0A0A_0A0A_0A0A_0A0A
            // The lowest high bit that stays is that of the first line feed.
            let feeds = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
            if feeds != 0 { return place + feeds.trailingZeroBitCount / 8 }
            place += 8
        }
        return bytes.count
    }

    /// Settings are words in capitals, which patterns never have.
    private static func isSetting(_ key: UInt32) -> Bool {
        let first = key >= 0x10000 ? key >> 16 : key >= 0x100 ? key >> 8 : key
        return (65...90).contains(first)
    }

    /// Writes down lines, and before them that something begins with the first of their letters.
    private mutating func add(_ key: UInt32, _ lines: Range<Int>) {
        guard key != 0 else { return }
        // What the lines before begin with is known.
        if key >> 8 != (runs.last?.key ?? 0) >> 8 {
            addBeginning(key >> 16)
            addBeginning(key >> 8)
        }
        append(Run(key: key, lines: Int32(lines.lowerBound)..<Int32(lines.upperBound)))
    }

    private mutating func addBeginning(_ key: UInt32) {
        if key != 0, !contains(key) { append(Run(key: key, lines: 0..<0)) }
    }

    private mutating func append(_ run: Run) {
        let place = Self.place(of: run.key)
        let number = Int32(runs.count)
        runs.append(run)
        if tails[place] >= 0 {
            runs[Int(tails[place])].next = number
        } else {
            heads[place] = number
        }
        tails[place] = number
    }

    private func contains(_ key: UInt32) -> Bool {
        var number = heads[Self.place(of: key)]
        while number >= 0 {
            if runs[Int(number)].key == key { return true }
            number = runs[Int(number)].next
        }
        return false
    }

    /// Finds the patterns that a word has at one of its letters.
    ///
    /// - Parameter body: Is given each, in the order of the file.
    /// - Returns: How many bytes of the word some pattern begins with there, be they a pattern or not.
    func reach(
        ofPatternsBeginning text: UnsafeBufferPointer<UInt8>,
        at start: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        _ body: (Pattern) -> Void
    ) -> Int {
        var reach = 0
        var key: UInt32 = 0
        for length in 1...min(3, text.count - start) {
            key = key << 8 | UInt32(text[start + length - 1])
            var number = heads[Self.place(of: key)]
            while number >= 0 {
                let run = runs[Int(number)]
                number = run.next
                guard run.key == key else { continue }
                reach = max(reach, length)
                Self.compare(
                    run.lines,
                    with: text,
                    at: start,
                    from: length,
                    in: bytes,
                    &reach,
                    body
                )
            }
            guard reach == length else { break }
        }
        return reach
    }

    /// - Parameter known: How many letters of each line are those of the text, as their run says.
    private static func compare(
        _ lines: Range<Int32>,
        with text: UnsafeBufferPointer<UInt8>,
        at start: Int,
        from known: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        _ reach: inout Int,
        _ body: (Pattern) -> Void
    ) {
        var line = Int(lines.lowerBound)
        let last = Int(lines.upperBound)
        while line < last {
            var (offset, letter) = (line, start)
            while letter < start + known {
                if !isDigit(bytes[offset]) { letter += 1 }
                offset += 1
            }
            while offset < last, bytes[offset] > 32, bytes[offset] != UInt8(ascii: "/") {
                if !isDigit(bytes[offset]) {
                    guard letter < text.count, bytes[offset] == text[letter] else { break }
                    letter += 1
                }
                offset += 1
            }
            reach = max(reach, letter - start)
            let rest = offset < last ? bytes[offset] : 10
            if rest <= 32 || rest == UInt8(ascii: "/") {
                body(Pattern(length: letter - start, place: line, changesSpelling: rest > 32))
            }
            line = lineEnd(in: bytes, from: offset) + 1
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    private static func place(of key: UInt32) -> Int { Int((key &* 0x9e37_79b1) >> 20) }
}
