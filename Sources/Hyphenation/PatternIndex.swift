/// The patterns of a file by the first three letters of each.
///
/// Files are in alphabetical order or nearly so: patterns of like beginning follow each other, and are
/// written down together.
struct PatternIndex: Sendable {
    /// A pattern of the file.
    private struct Entry {
        /// The letters after its first three, as far as there is room for them.
        var rest: UInt32
        /// In bytes of the file.
        var place: Int32
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
    static let end = [UInt8](repeating: 10, count: endLength)
    static let endLength = EightLetters.most

    // Little is kept of each pattern: to take a fresh page of memory is as long as to read two hundred.
    private var entries: [Entry] = []
    private var runs: [Run] = []
    private var heads = [Int32](repeating: -1, count: 4096)
    /// A bit for each two letters with which patterns begin, and for each one.
    private var beginnings = [UInt64](repeating: 0, count: 1024)

    var isEmpty: Bool { entries.isEmpty }

    /// Looks through lines from a place up to the next level, and moves the place to where that begins.
    ///
    /// - Precondition: After the last line comes ``end``.
    init(ofLinesOf bytes: [UInt8], from start: inout Int) {
        precondition(bytes.suffix(Self.endLength).elementsEqual(Self.end))
        runs.reserveCapacity(bytes.count / 16)
        var next = start
        // The shortest line is a letter and a line feed.
        entries = [Entry](unsafeUninitializedCapacity: bytes.count / 2) { entries, count in
            bytes.withUnsafeBufferPointer { count = read($0, from: &next, into: entries) }
        }
        start = next
        link()
    }

    /// - Returns: How many patterns there are.
    private mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: inout Int,
        into entries: UnsafeMutableBufferPointer<Entry>
    ) -> Int {
        let last = bytes.count - Self.endLength
        var (first, count) = (0, 0)
        var latest: UInt32 = 0
        while start < last {
            let line = PatternLine(at: start, in: bytes)
            start = line.next
            guard line.isPattern else {
                if line.opensLevel(in: bytes) { break }
                continue
            }
            let key = line.letters.first(3)
            if key != latest {
                add(latest, first..<count)
                (latest, first) = (key, count)
            }
            let entry = Entry(
                rest: line.letters.afterFirstThree,
                place: Int32(truncatingIfNeeded: line.place)
            )
            entries.initializeElement(at: count, to: entry)
            count += 1
        }
        add(latest, first..<count)
        return count
    }

    /// Writes down patterns that begin alike.
    private mutating func add(_ key: UInt32, _ entries: Range<Int>) {
        guard !entries.isEmpty else { return }
        let range = Int32(entries.lowerBound)..<Int32(entries.upperBound)
        runs.append(Run(key: key, entries: range, next: -1))
    }

    /// Makes all that was written down be found by its letters.
    private mutating func link() {
        runs.withUnsafeMutableBufferPointer { runs in
            heads.withUnsafeMutableBufferPointer { heads in
                for number in runs.indices {
                    let place = Self.place(of: runs[number].key)
                    (runs[number].next, heads[place]) = (heads[place], Int32(number))
                }
            }
            beginnings.withUnsafeMutableBufferPointer { beginnings in
                for run in runs {
                    let (one, two) = (run.key & 0xFF, run.key & 0xFFFF)
                    beginnings[Int(one >> 6)] |= 1 << UInt64(one & 63)
                    beginnings[Int(two >> 6)] |= 1 << UInt64(two & 63)
                }
            }
        }
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
    @inline(__always)
    func reach(
        ofPatternsBeginning text: UnsafeBufferPointer<UInt8>,
        at start: Int,
        in bytes: UnsafeBufferPointer<UInt8>,
        _ body: (Pattern) -> Void
    ) -> Int {
        let here = EightLetters(at: start, in: text)
        var reach = 0
        for length in 1...min(3, text.count - Self.endLength - start) {
            let key = here.first(length)
            guard length > 2 || isBeginning(key) else { break }
            if length < 3 { reach = length }
            var number = heads[Self.place(of: key)]
            while number >= 0 {
                let run = runs[Int(number)]
                number = run.next
                guard run.key == key else { continue }
                reach = max(reach, length)
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

    /// Holds a pattern against a word that has its first letters.
    ///
    /// - Parameters:
    ///   - reach: Receives how many letters they have in common, where that is more.
    ///   - body: Is given the pattern if the word has all of it.
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
        let same = (entry.rest ^ here.afterFirstThree).trailingZeroBitCount / 8
        if entry.rest != 0 { reach = max(reach, 3 + same) }
        guard same >= 4 - entry.rest.leadingZeroBitCount / 8 else { return }
        let pattern = PatternLine(at: Int(entry.place), in: bytes)
        let (common, isWhole) = pattern.compare(with: text, at: start, in: bytes)
        reach = max(reach, common)
        guard isWhole else { return }
        body(
            Pattern(
                length: common,
                place: pattern.place,
                changesSpelling: pattern.changesSpelling
            )
        )
    }
}

extension PatternLine {
    /// Compares a pattern with a word from one of its letters on, letter by letter.
    ///
    /// - Returns: How many letters they have in common, and whether these are all of the pattern.
    fileprivate func compare(
        with text: UnsafeBufferPointer<UInt8>,
        at start: Int,
        in bytes: UnsafeBufferPointer<UInt8>
    ) -> (common: Int, isWhole: Bool) {
        var (common, place) = (0, place)
        while !Self.isEnd(bytes[place]) {
            if !Self.isDigit(bytes[place]) {
                guard bytes[place] == text[start + common] else { return (common, false) }
                common += 1
            }
            place += 1
        }
        return (common, true)
    }
}
