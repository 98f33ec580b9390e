/// The patterns of one level, as the automaton that reads words by them.
///
/// A state is the beginning of a pattern. After each letter the word is in the state that says most
/// of what has been read, and only the pattern that ends in that very state counts: files for
/// libhyphen spell out what shorter patterns would add, and the German one relies upon it. Of TeX's
/// own files, which do not, every pattern found in the word counts.
/// States are found by a hash of their letters, in slots twice as many as they are.
struct PatternTable: Sendable {
    private struct Slot {
        /// The upper half of the state's hash; the lower half leads here.
        var hash: UInt32 = 0
        /// Index into `patterns`, -1 where no pattern ends, -2 where the slot is free.
        var pattern: Int32 = -2
    }

    private struct Pattern {
        /// Where its digits begin in the pool: one before each letter, and one at the end.
        var values: Int32
        var count: UInt8
        /// Whether a break by this pattern would change the spelling.
        var changesSpelling: Bool
    }

    private var pool: [UInt8] = []
    private var patterns: [Pattern] = []
    private var slots: [Slot]
    /// Whether shorter patterns count inside longer ones.
    private var addsUp = false

    private static let wordEdge = UInt8(ascii: ".")
    private static let longestLine = 120

    /// - Parameter size: How many bytes of patterns are to come.
    private init(expecting size: Int) {
        var count = 64
        while count < size { count *= 2 }
        slots = Array(repeating: Slot(), count: count)
    }

    /// Reads the levels of a file: those that `NEXTLEVEL` parts, in their order.
    ///
    /// Settings of minima are left to whoever knows the language; `%` and `#` begin comments.
    static func levels(of file: [UInt8]) -> [PatternTable] {
        var levels: [PatternTable] = []
        file.withUnsafeBufferPointer { bytes in
            // The first line names the code.
            var start = end(ofLineAt: 0, in: bytes) + 1
            repeat {
                var level = PatternTable(expecting: max(0, bytes.count - start))
                start = level.add(linesOf: bytes, from: start)
                levels.append(level)
            } while start < bytes.count
        }
        return levels
    }

    /// Reads patterns parted by blanks, as TeX does; `%` begins a comment.
    static func level(ofTeX patterns: [UInt8]) -> PatternTable {
        var lines: [UInt8] = []
        lines.reserveCapacity(patterns.count + 1)
        var isComment = false
        for byte in patterns {
            if byte == UInt8(ascii: "%") { isComment = true }
            if byte == 10 { isComment = false }
            if !isComment { lines.append(byte <= 32 ? 10 : byte) }
        }
        var level = PatternTable(expecting: lines.count)
        level.addsUp = true
        _ = lines.withUnsafeBufferPointer { level.add(linesOf: $0, from: 0) }
        return level
    }

    /// Reads lines up to the next level, and gives the place where that begins.
    ///
    /// It works on bare memory: ten thousand patterns are read before the first line can be set.
    private mutating func add(linesOf bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var start = start
        // A line takes a byte for each of its letters and one for its end, at most.
        let room = max(0, bytes.count - start) + 1
        let patterns = slots.withUnsafeMutableBufferPointer { slots in
            var patterns: [Pattern] = []
            pool = Array(unsafeUninitializedCapacity: room) { pool, count in
                var draft = Draft(slots: slots, pool: pool)
                while start < bytes.count {
                    let end = Self.end(ofLineAt: start, in: bytes)
                    let line = bytes[start..<Self.trimmed(bytes, start, end)]
                    start = end + 1
                    if line.first == UInt8(ascii: "N"), line.elementsEqual("NEXTLEVEL".utf8) {
                        break
                    }
                    draft.add(UnsafeBufferPointer(rebasing: line))
                }
                count = draft.count
                patterns = draft.patterns
            }
            return patterns
        }
        self.patterns = patterns
        return start
    }

    private static func end(ofLineAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != 10 { end += 1 }
        return end
    }

    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
        -> Int
    {
        var end = end
        while end > start, bytes[end - 1] <= 32 { end -= 1 }
        return end
    }

    /// A table being filled.
    private struct Draft {
        let slots: UnsafeMutableBufferPointer<Slot>
        let pool: UnsafeMutableBufferPointer<UInt8>
        /// How much of the pool is taken.
        var count = 0
        var patterns: [Pattern] = []

        /// Adds a pattern such as `.hy3ph`: letters, and digits between them.
        mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
            guard let first = line.first, first != UInt8(ascii: "%"), first != UInt8(ascii: "#"),
                // Settings are words in capitals, which patterns never have.
                !(first >= 65 && first <= 90), line.count <= longestLine
            else { return }
            var pattern = Pattern(values: Int32(count), count: 0, changesSpelling: false)
            var hash = seed
            var slot = -1
            pool[count] = 0
            for byte in line {
                if byte == UInt8(ascii: "/") {
                    pattern.changesSpelling = true
                    break
                }
                if byte >= 48 && byte <= 57 {
                    pool[count] = byte - 48
                } else {
                    hash = mixed(hash, byte)
                    slot = place(of: hash, in: UnsafeBufferPointer(slots))
                    if slots[slot].pattern == -2 {
                        slots[slot] = Slot(hash: UInt32(hash >> 32), pattern: -1)
                    }
                    pattern.count += 1
                    count += 1
                    pool[count] = 0
                }
            }
            count += 1
            guard slot >= 0 else { return }
            slots[slot].pattern = Int32(patterns.count)
            patterns.append(pattern)
        }
    }

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

    /// FNV-1a over 64 bits, stirred once more so that either half will do.
    private static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        let next = (hash ^ UInt64(byte)) &* 0x9e37_79b9_7f4a_7c15
        return next ^ next >> 29
    }

    /// The slot of a state, or the free one in which it would stand.
    ///
    /// There is always a free one: a file of so many bytes makes fewer states than slots.
    private static func place(of hash: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].pattern != -2, slots[slot].hash != UInt32(hash >> 32) {
            slot = (slot + 1) & mask
        }
        return slot
    }

    /// Whether a break follows each byte of a word.
    func breaks(in word: [UInt8]) -> [Bool] {
        let text = [Self.wordEdge] + word + [Self.wordEdge]
        var best = [UInt8](repeating: 0, count: text.count + 1)
        var changes = [Bool](repeating: false, count: text.count + 1)
        if addsUp {
            raiseByAll(&best, &changes, in: text)
        } else {
            raiseByLongest(&best, &changes, in: text)
        }
        // Before letter `k` of the text stands value `k`; letter `k` of the word is `k + 1` of it.
        return word.indices.map { best[$0 + 2] & 1 == 1 && !changes[$0 + 2] }
    }

    private func raiseByLongest(
        _ best: inout [UInt8],
        _ changes: inout [Bool],
        in text: [UInt8]
    ) {
        var start = 0
        for end in 1...text.count {
            while start < end {
                let found = pattern(of: text[start..<end])
                if found >= 0 { raise(&best, &changes, by: patterns[found], at: start) }
                if found != -2 { break }
                start += 1
            }
        }
    }

    private func raiseByAll(_ best: inout [UInt8], _ changes: inout [Bool], in text: [UInt8]) {
        for start in text.indices {
            var hash = Self.seed
            for byte in text[start...] {
                hash = Self.mixed(hash, byte)
                let found = slots.withUnsafeBufferPointer {
                    $0[Self.place(of: hash, in: $0)].pattern
                }
                if found == -2 { break }
                if found >= 0 { raise(&best, &changes, by: patterns[Int(found)], at: start) }
            }
        }
    }

    /// What a slot holds of these letters: a pattern, or why there is none.
    private func pattern(of letters: ArraySlice<UInt8>) -> Int {
        let hash = letters.reduce(Self.seed) { Self.mixed($0, $1) }
        return slots.withUnsafeBufferPointer { Int($0[Self.place(of: hash, in: $0)].pattern) }
    }

    private func raise(
        _ best: inout [UInt8],
        _ changes: inout [Bool],
        by pattern: Pattern,
        at start: Int
    ) {
        for offset in 0...Int(pattern.count) {
            let value = pool[Int(pattern.values) + offset]
            guard value > best[start + offset] else { continue }
            best[start + offset] = value
            changes[start + offset] = pattern.changesSpelling
        }
    }
}
