/// The patterns of one level, as the automaton that reads words by them.
///
/// A state is the beginning of a pattern. After each letter the word is in the state that says most
/// of what has been read, and only the pattern that ends in that very state counts: files for
/// libhyphen spell out what shorter patterns would add, and the German one relies upon it.
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

    private static let wordEdge = UInt8(ascii: ".")
    private static let longestLine = 120

    /// - Parameter size: How many bytes of patterns are to come.
    private init(expecting size: Int) {
        var count = 64
        while count < size { count *= 2 }
        slots = Array(repeating: Slot(), count: count)
        pool.reserveCapacity(size)
    }

    /// Reads the levels of a file: those that `NEXTLEVEL` parts, in their order.
    ///
    /// Settings of minima are left to whoever knows the language; `%` and `#` begin comments.
    static func levels(of file: [UInt8]) -> [PatternTable] {
        var levels: [PatternTable] = []
        file.withUnsafeBufferPointer { bytes in
            // The first line names the code.
            var start = end(ofLineAt: 0, in: bytes) + 1
            var level = PatternTable(expecting: bytes.count)
            while start < bytes.count {
                let end = end(ofLineAt: start, in: bytes)
                let line = UnsafeBufferPointer(rebasing: bytes[start..<trimmed(bytes, start, end)])
                if line.elementsEqual("NEXTLEVEL".utf8) {
                    levels.append(level)
                    level = PatternTable(expecting: bytes.count - end)
                } else {
                    level.add(line)
                }
                start = end + 1
            }
            levels.append(level)
        }
        return levels
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

    /// Adds a pattern such as `.hy3ph`: letters, and digits between them.
    private mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
        guard let first = line.first, first != UInt8(ascii: "%"), first != UInt8(ascii: "#"),
            // Settings are words in capitals, which patterns never have.
            !(first >= 65 && first <= 90), line.count <= Self.longestLine
        else { return }
        var pattern = Pattern(values: Int32(pool.count), count: 0, changesSpelling: false)
        var hash = Self.seed
        var slot = -1
        pool.append(0)
        for byte in line {
            if byte == UInt8(ascii: "/") {
                pattern.changesSpelling = true
                break
            }
            if byte >= 48 && byte <= 57 {
                pool[pool.count - 1] = byte - 48
            } else {
                hash = Self.mixed(hash, byte)
                slot = place(of: hash)
                if slots[slot].pattern == -2 { slot = open(slot, hash) }
                pattern.count += 1
                pool.append(0)
            }
        }
        guard slot >= 0 else { return }
        slots[slot].pattern = Int32(patterns.count)
        patterns.append(pattern)
    }

    private mutating func open(_ slot: Int, _ hash: UInt64) -> Int {
        slots[slot] = Slot(hash: UInt32(hash >> 32), pattern: -1)
        return slot
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
    private func place(of hash: UInt64) -> Int {
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
        var start = 0
        for end in 1...text.count {
            while start < end {
                let found = slots[place(of: hash(of: text[start..<end]))].pattern
                if found >= 0 { raise(&best, &changes, by: patterns[Int(found)], at: start) }
                if found != -2 { break }
                start += 1
            }
        }
        // Before letter `k` of the text stands value `k`; letter `k` of the word is `k + 1` of it.
        return word.indices.map { best[$0 + 2] & 1 == 1 && !changes[$0 + 2] }
    }

    private func hash(of letters: ArraySlice<UInt8>) -> UInt64 {
        letters.reduce(Self.seed) { Self.mixed($0, $1) }
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
