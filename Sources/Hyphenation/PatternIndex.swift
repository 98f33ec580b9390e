/// The patterns of a file by the first three letters of each.
///
/// Files are in alphabetical order or nearly so: patterns of like beginning follow each other, and are
/// written down together.
struct PatternIndex: Sendable {
    /// A pattern of the file.
    private struct Entry {
        /// Its first eight letters.
        var letters: EightLetters
        /// Where it stands among the bytes of the file.
        var place: Int32
        /// Whether a break by it would change the spelling.
        var changesSpelling: Bool
    }

    /// Patterns that begin alike.
    private struct Run {
        var key: UInt32
        var entries: Range<Int32>
        /// The next of those that are found in the same place; -1 ends them.
        var next: Int32
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

    /// What a file and a word must end with, so that eight bytes can be looked at together wherever a
    /// pattern begins.
    static let end = [UInt8](repeating: 10, count: 8)

    private var entries: [Entry] = []
    private var runs: [Run] = []
    private var heads = [Int32](repeating: -1, count: 4096)
    /// A bit for each two letters with which patterns begin, and for each one.
    private var beginnings = [UInt64](repeating: 0, count: 1024)

    /// Looks through lines from a place up to the next level, and moves the place to where that begins.
    ///
    /// - Precondition: After the last line comes ``end``.
    init(ofLinesOf bytes: [UInt8], from start: inout Int) {
        precondition(bytes.suffix(Self.end.count).elementsEqual(Self.end))
        runs.reserveCapacity(bytes.count / 16)
        var next = start
        entries = bytes.withUnsafeBufferPointer { bytes in
            // The shortest pattern is a letter, and a line feed.
            [Entry](unsafeUninitializedCapacity: bytes.count / 2) { entries, count in
                count = read(bytes, from: &next, into: entries)
            }
        }
        start = next
    }

    /// - Returns: How many patterns there are.
    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: inout Int,
        into entries: UnsafeMutableBufferPointer<Entry>
    ) -> Int {
        let last = bytes.count - Self.end.count
        var count = 0
        var latest: UInt32 = 0
        var first = 0
        while start < last {
            let line = PatternLine(at: start, in: bytes)
            defer { start = line.next }
            guard line.isPattern else {
                if line.opensLevel(in: bytes, at: start) { break }
                continue
            }
            let key = line.letters.first(3)
            if key != latest {
                add(latest, first..<count)
                (latest, first) = (key, count)
            }
            entries.initializeElement(
                at: count,
                to: Entry(
                    letters: line.letters,
                    place: Int32(truncatingIfNeeded: start),
                    changesSpelling: line.changesSpelling
                )
            )
            count += 1
        }
        add(latest, first..<count)
        return count
    }

    /// Writes down patterns that begin alike, and that something begins with the first of their letters.
    private mutating func add(_ key: UInt32, _ entries: Range<Int>) {
        guard !entries.isEmpty else { return }
        markBeginning(key & 0xFF)
        markBeginning(key & 0xFFFF)
        let place = Self.place(of: key)
        let range = Int32(entries.lowerBound)..<Int32(entries.upperBound)
        runs.append(Run(key: key, entries: range, next: heads[place]))
        heads[place] = Int32(runs.count - 1)
    }

    private mutating func markBeginning(_ pair: UInt32) {
        beginnings[Int(pair >> 6)] |= 1 << UInt64(pair & 63)
    }

    private func isBeginning(_ pair: UInt32) -> Bool {
        beginnings[Int(pair >> 6)] >> UInt64(pair & 63) & 1 == 1
    }

    private static func place(of key: UInt32) -> Int { Int((key &* 0x9e37_79b1) >> 20) }

    /// Finds the patterns that a word has at one of its letters.
    ///
    /// - Parameters:
    ///   - text: The word, and after it ``end``.
    ///   - body: Is given each.
    /// - Returns: How many bytes of the word some pattern begins with there, be they a pattern or not.
    func reach(
        ofPatternsBeginning text: UnsafeBufferPointer<UInt8>,
        at start: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        _ body: (Pattern) -> Void
    ) -> Int {
        let here = EightLetters(at: start, in: text)
        var reach = 0
        for length in 1...min(3, text.count - Self.end.count - start) {
            let key = here.first(length)
            guard length > 2 || isBeginning(key) else { break }
            if length < 3 { reach = length }
            var number = heads[Self.place(of: key)]
            while number >= 0 {
                let run = runs[Int(number)]
                number = run.next
                guard run.key == key else { continue }
                for entry in run.entries {
                    compare(
                        entries[Int(entry)],
                        with: here,
                        text,
                        at: start,
                        in: bytes,
                        &reach,
                        body
                    )
                }
            }
        }
        return reach
    }

    @inline(__always)
    private func compare(
        _ entry: Entry,
        with here: EightLetters,
        _ text: UnsafeBufferPointer<UInt8>,
        at start: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        _ reach: inout Int,
        _ body: (Pattern) -> Void
    ) {
        let length = entry.letters.count
        var common = entry.letters.inCommon(with: here)
        guard common >= length else {
            reach = max(reach, common)
            return
        }
        common = length
        if length == EightLetters.most {
            let isWhole = compareRest(of: entry, with: text, at: start, in: bytes, &common)
            reach = max(reach, common)
            guard isWhole else { return }
        }
        reach = max(reach, common)
        body(
            Pattern(
                length: common,
                place: Int(entry.place),
                changesSpelling: entry.changesSpelling
            )
        )
    }

    /// Compares a pattern whose first eight letters are those of the word, letter by letter.
    ///
    /// - Parameter common: Receives how many letters they have in common.
    /// - Returns: Whether these are all of the pattern.
    private func compareRest(
        of entry: Entry,
        with text: UnsafeBufferPointer<UInt8>,
        at start: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        _ common: inout Int
    ) -> Bool {
        var (letter, place) = (0, Int(entry.place))
        while !PatternLine.isEnd(bytes[place]) {
            if !PatternLine.isDigit(bytes[place]) {
                guard bytes[place] == text[start + letter] else {
                    common = letter
                    return false
                }
                letter += 1
            }
            place += 1
        }
        common = letter
        return true
    }
}
