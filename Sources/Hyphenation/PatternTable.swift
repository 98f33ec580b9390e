/// The patterns of one level, which are read where they stand in the file.
///
/// A word is held against the patterns that begin as it does at one of its letters. A paper of two
/// pages has some hundred words to divide, and a table of all the patterns of its language takes longer
/// to make than they take.
///
/// At each letter of a word counts the longest text before it with which some pattern begins, and only
/// the pattern that is this very text: files for libhyphen spell out what shorter patterns would add,
/// and the German one relies upon it. Of TeX's own files, which do not, every pattern found in the word
/// counts.
struct PatternTable: Sendable {
    private let bytes: [UInt8]
    private let index: PatternIndex
    /// Whether shorter patterns count inside longer ones.
    private let addsUp: Bool

    private static let wordEdge = UInt8(ascii: ".")

    /// Reads the levels of a file: those that `NEXTLEVEL` parts, in their order.
    ///
    /// Settings of minima are left to whoever knows the language; `%` and `#` begin comments. A file that
    /// ends in ``PatternIndex/end`` is not copied.
    static func levels(of file: [UInt8]) -> [PatternTable] {
        var levels: [PatternTable] = []
        let isReady = file.suffix(PatternIndex.endLength).elementsEqual(PatternIndex.end)
        let lines = isReady ? file : file + PatternIndex.end
        // The first line names the code.
        var start = (file.firstIndex(of: 10) ?? file.count) + 1
        repeat {
            let index = PatternIndex(ofLinesOf: lines, from: &start)
            levels.append(PatternTable(bytes: lines, index: index, addsUp: false))
        } while start < lines.count - PatternIndex.endLength
        return levels
    }

    /// Reads patterns parted by blanks, as TeX does; `%` begins a comment.
    static func level(ofTeX patterns: [UInt8]) -> PatternTable {
        var lines: [UInt8] = []
        lines.reserveCapacity(patterns.count + PatternIndex.endLength)
        var isComment = false
        for byte in patterns {
            if byte == UInt8(ascii: "%") { isComment = true }
            if byte == 10 { isComment = false }
            if !isComment { lines.append(byte <= 32 ? 10 : byte) }
        }
        lines += PatternIndex.end
        var start = 0
        let index = PatternIndex(ofLinesOf: lines, from: &start)
        return PatternTable(bytes: lines, index: index, addsUp: true)
    }

    /// Whether there is no pattern in it: each has a digit.
    var isEmpty: Bool { index.isEmpty || !bytes.contains(where: PatternLine.isDigit) }

    /// Whether a break follows each byte of a word.
    func breaks(in word: [UInt8]) -> [Bool] {
        let count = word.count + 2
        var breaks: [Bool] = []
        breaks.reserveCapacity(word.count)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + PatternIndex.endLength) {
            text in
            text.initialize(repeating: PatternIndex.end[0])
            (text[0], text[count - 1]) = (Self.wordEdge, Self.wordEdge)
            for (place, byte) in word.enumerated() { text[place + 1] = byte }
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 1) { values in
                let division = Division(into: values)
                bytes.withUnsafeBufferPointer {
                    divide(UnsafeBufferPointer(text), by: $0, into: division)
                }
                // Before letter `k` of the text stands value `k`; letter `k` of the word is `k + 1` of it.
                for place in word.indices { breaks.append(division.isBreak(before: place + 2)) }
            }
        }
        return breaks
    }

    private func divide(
        _ text: UnsafeBufferPointer<UInt8>,
        by bytes: UnsafeBufferPointer<UInt8>,
        into division: Division
    ) {
        // How far into the word those patterns reach that begin before.
        var furthest = 0
        for start in 0..<text.count - PatternIndex.endLength {
            let reach = index.reach(ofPatternsBeginning: text, at: start, in: bytes) {
                guard addsUp || start + $0.length > furthest else { return }
                division.raise(by: $0, at: start, in: bytes)
            }
            furthest = max(furthest, start + reach)
        }
    }
}

/// A word with what the patterns found in it say of each of its breaks.
private struct Division {
    /// The largest digit before each letter, and at the end; the highest bit says that a break by its
    /// pattern would change the spelling.
    private let values: UnsafeMutableBufferPointer<UInt8>

    private static let changesSpelling: UInt8 = 0x80

    /// - Parameter values: Room for one before each letter, and one at the end.
    init(into values: UnsafeMutableBufferPointer<UInt8>) {
        values.initialize(repeating: 0)
        self.values = values
    }

    func isBreak(before letter: Int) -> Bool {
        values[letter] & (Self.changesSpelling | 1) == 1
    }

    /// Takes over the digits of a pattern that are larger than those found before.
    func raise(
        by pattern: PatternIndex.Pattern,
        at start: Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) {
        let change = pattern.changesSpelling ? Self.changesSpelling : 0
        var letter = start
        for byte in bytes[pattern.place...].prefix(while: { !PatternLine.isEnd($0) }) {
            guard PatternLine.isDigit(byte) else {
                letter += 1
                continue
            }
            let value = byte - 48
            guard letter <= start + pattern.length, value > values[letter] & ~Self.changesSpelling
            else { continue }
            values[letter] = value | change
        }
    }
}
