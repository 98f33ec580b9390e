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

    private var heads = [Int32](repeating: -1, count: 4096)
    private var tails = [Int32](repeating: -1, count: 4096)
    private var runs: [Run] = []

    /// Looks through lines from a place up to the next level, and moves the place to where that begins.
    init(ofLinesOf bytes: [UInt8], from start: inout Int) {
        runs.reserveCapacity(bytes.count / 16)
        bytes.withUnsafeBufferPointer { start = add(linesOf: $0, from: start) }
    }

    private mutating func add(linesOf bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var start = start
        var latest: UInt32 = 0
        while start < bytes.count {
            let (key, end) = Self.pattern(at: start, in: bytes)
            if key == latest, key != 0 {
                extendRun(to: end)
            } else if Self.isSetting(key) {
                latest = 0
                if bytes[start..<end].starts(with: "NEXTLEVEL".utf8) { return end + 1 }
            } else {
                if key != 0 { add(key, Int32(start)..<Int32(end), after: latest) }
                latest = key
            }
            start = end + 1
        }
        return start
    }

    /// The first three letters of the pattern in a line, or as many as it has, and where the line ends.
    ///
    /// None are nought, and what is no pattern but a comment has none. Each line of a file is read thus
    /// before the first word is divided: that may cost a few steps a byte.
    private static func pattern(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (
        key: UInt32, end: Int
    ) {
        var key: UInt32 = 0
        var offset = start
        let isComment = bytes[start] == UInt8(ascii: "%") || bytes[start] == UInt8(ascii: "#")
        while key < 0x10000, !isComment, offset < bytes.count {
            let byte = bytes[offset]
            if byte <= 32 || byte == UInt8(ascii: "/") { break }
            if !isDigit(byte) { key = key << 8 | UInt32(byte) }
            offset += 1
        }
        while offset < bytes.count, bytes[offset] != 10 { offset += 1 }
        return (key, offset)
    }

    /// Settings are words in capitals, which patterns never have.
    private static func isSetting(_ key: UInt32) -> Bool {
        let first = key >= 0x10000 ? key >> 16 : key >= 0x100 ? key >> 8 : key
        return (65...90).contains(first)
    }

    private mutating func extendRun(to end: Int) {
        let last = runs.count - 1
        runs[last].lines = runs[last].lines.lowerBound..<Int32(end)
    }

    /// Writes down lines, and before them that something begins with the first of their letters.
    ///
    /// - Parameter latest: The letters of the lines before: what those begin with is known.
    private mutating func add(_ key: UInt32, _ lines: Range<Int32>, after latest: UInt32) {
        // What is added last must be the lines: more of them may follow.
        if key >> 8 != latest >> 8 {
            addBeginning(key >> 16)
            addBeginning(key >> 8)
        }
        append(Run(key: key, lines: lines))
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
                Self.compare(run.lines, with: text, at: start, in: bytes, &reach, body)
            }
            guard reach == length else { break }
        }
        return reach
    }

    private static func compare(
        _ lines: Range<Int32>,
        with text: UnsafeBufferPointer<UInt8>,
        at start: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        _ reach: inout Int,
        _ body: (Pattern) -> Void
    ) {
        var line = Int(lines.lowerBound)
        let last = Int(lines.upperBound)
        while line < last {
            var (offset, letter) = (line, start)
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
            // Most have a letter or two more: to look at each is quicker than to have them searched.
            while offset < last, bytes[offset] != 10 { offset += 1 }
            line = offset + 1
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    private static func place(of key: UInt32) -> Int { Int((key &* 0x9e37_79b1) >> 20) }
}
