internal import Glibc

/// The patterns of one level, as the automaton that reads words by them.
///
/// A state is the beginning of a pattern. After each letter the word is in the state that says most
/// of what has been read, and only the pattern that ends in that very state counts: files for
/// libhyphen spell out what shorter patterns would add, and the German one relies upon it. Of TeX's
/// own files, which do not, every pattern found in the word counts.
/// States are found by a hash of their letters.
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
    /// In letters; what a file says beyond them is not read.
    private static let longestPattern = 120

    /// Reads lines from a place up to the next level, and moves the place to where that begins.
    ///
    /// Most files make a state of every fifth byte or so; where one makes more, the table is read
    /// again with more room. Each page of memory that is not touched is time saved.
    private init(
        readingLinesOf bytes: UnsafeBufferPointer<UInt8>,
        from start: inout Int,
        addingUp addsUp: Bool = false
    ) {
        self.addsUp = addsUp
        slots = []
        var count = 64
        while count < (bytes.count - start) / 4 { count *= 2 }
        while true {
            slots = Array(repeating: Slot(), count: count)
            if let end = add(linesOf: bytes, from: start) {
                start = end
                return
            }
            count *= 2
        }
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
                levels.append(PatternTable(readingLinesOf: bytes, from: &start))
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
        return lines.withUnsafeBufferPointer { lines in
            var start = 0
            return PatternTable(readingLinesOf: lines, from: &start, addingUp: true)
        }
    }

    /// Reads lines up to the next level, and gives the place where that begins; nil where there are
    /// more states than the table has room for.
    ///
    /// It works on bare memory: ten thousand patterns are read before the first line can be set.
    private mutating func add(linesOf bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var start = start
        var isFull = false
        var filled: [Pattern] = []
        // A line takes a byte for each of its letters and one for its end, at most.
        let room = max(0, bytes.count - start) + 1
        pool = Array(unsafeUninitializedCapacity: room) { pool, count in
            slots.withUnsafeMutableBufferPointer { slots in
                withUnsafeTemporaryAllocation(of: Draft.Step.self, capacity: Self.longestPattern) {
                    var draft = Draft(
                        slots: slots,
                        pool: pool.baseAddress!,
                        steps: $0.baseAddress!,
                        free: slots.count / 4 * 3
                    )
                    draft.patterns.reserveCapacity(room / 6)
                    start = draft.add(linesOf: bytes, from: start)
                    (count, filled, isFull) = (draft.count, draft.patterns, draft.isFull)
                }
            }
        }
        patterns = filled
        return isFull ? nil : start
    }

    private static func end(ofLineAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard start < bytes.count, let base = bytes.baseAddress else { return start }
        let found = memchr(base + start, 10, bytes.count - start)
        return found.map { base.distance(to: $0.assumingMemoryBound(to: UInt8.self)) }
            ?? bytes.count
    }

    /// A table being filled, on bare memory.
    private struct Draft {
        /// A letter of a pattern, and the hash of the pattern up to it.
        struct Step {
            var letter: UInt8 = 0
            var hash: UInt64 = seed
        }

        let slots: UnsafeMutableBufferPointer<Slot>
        let pool: UnsafeMutablePointer<UInt8>
        /// The pattern before, of `known` letters: files are in alphabetical order or nearly so, and
        /// most of what a pattern begins with is in the table already.
        let steps: UnsafeMutablePointer<Step>
        var known = 0
        /// How much of the pool is taken.
        var count = 0
        var patterns: [Pattern] = []
        /// How many more slots may be taken before finding a free one takes long.
        var free: Int

        var isFull: Bool { free < 0 }

        /// Adds lines up to the next level, or until the table is full; gives where the rest begins.
        mutating func add(linesOf bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
            var start = start
            while start < bytes.count, !isFull {
                switch bytes[start] {
                case UInt8(ascii: "%"), UInt8(ascii: "#"):
                    start = end(ofLineAt: start, in: bytes) + 1
                // Settings are words in capitals, which patterns never have.
                case 65...90:
                    let isLast = bytes[start...].starts(with: "NEXTLEVEL".utf8)
                    start = end(ofLineAt: start, in: bytes) + 1
                    if isLast { return start }
                default:
                    start = add(patternAt: start, in: bytes)
                }
            }
            return start
        }

        /// Adds a pattern such as `.hy3ph`: letters, and digits between them; gives where the next line
        /// begins.
        mutating func add(patternAt start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
            var offset = start
            let depth = enter(lettersAt: &offset, in: bytes)
            if isFull { return offset }
            known = depth
            let changesSpelling = offset < bytes.count && bytes[offset] == UInt8(ascii: "/")
            if depth > 0 { close(patternOf: depth, changesSpelling) }
            if offset < bytes.count, bytes[offset] == 10 { return offset + 1 }
            return PatternTable.end(ofLineAt: offset, in: bytes) + 1
        }

        /// Makes the states of a pattern and writes down its digits; gives the number of its letters.
        private mutating func enter(
            lettersAt offset: inout Int,
            in bytes: UnsafeBufferPointer<UInt8>
        ) -> Int {
            let values = pool + count
            var (depth, shared) = (0, known)
            values[0] = 0
            while offset < bytes.count, bytes[offset] > 32, bytes[offset] != UInt8(ascii: "/") {
                let byte = bytes[offset]
                if byte >= 48 && byte <= 57 {
                    values[depth] = byte - 48
                } else {
                    guard depth < longestPattern else { break }
                    if depth >= shared || steps[depth].letter != byte {
                        shared = 0
                        enter(byte, at: depth)
                        if isFull { break }
                    }
                    depth += 1
                    values[depth] = 0
                }
                offset += 1
            }
            return depth
        }

        /// A pattern ends in the state of its last letter.
        private mutating func close(patternOf depth: Int, _ changesSpelling: Bool) {
            let slot = place(of: steps[depth - 1].hash, in: UnsafeBufferPointer(slots))
            slots[slot].pattern = Int32(truncatingIfNeeded: patterns.count)
            patterns.append(
                Pattern(
                    values: Int32(truncatingIfNeeded: count),
                    count: UInt8(truncatingIfNeeded: depth),
                    changesSpelling: changesSpelling
                )
            )
            count += depth + 1
        }

        /// Makes a state of the letters up to this one, unless there is one.
        private mutating func enter(_ letter: UInt8, at depth: Int) {
            let hash = mixed(depth == 0 ? seed : steps[depth - 1].hash, letter)
            steps[depth] = Step(letter: letter, hash: hash)
            let slot = place(of: hash, in: UnsafeBufferPointer(slots))
            guard slots[slot].pattern == -2 else { return }
            slots[slot] = Slot(hash: UInt32(truncatingIfNeeded: hash >> 32), pattern: -1)
            free -= 1
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
    /// There is always a free one, since no table is filled to the last.
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
        var hash = Self.seed
        for end in 1...text.count {
            hash = Self.mixed(hash, text[end - 1])
            while start < end {
                let found = pattern(hashed: hash)
                if found >= 0 { raise(&best, &changes, by: patterns[found], at: start) }
                if found != -2 { break }
                start += 1
                hash = text[start..<end].reduce(Self.seed) { Self.mixed($0, $1) }
            }
        }
    }

    private func raiseByAll(_ best: inout [UInt8], _ changes: inout [Bool], in text: [UInt8]) {
        for start in text.indices {
            var hash = Self.seed
            for byte in text[start...] {
                hash = Self.mixed(hash, byte)
                let found = pattern(hashed: hash)
                if found == -2 { break }
                if found >= 0 { raise(&best, &changes, by: patterns[found], at: start) }
            }
        }
    }

    /// What a slot holds of letters of this hash: a pattern, or why there is none.
    private func pattern(hashed hash: UInt64) -> Int {
        slots.withUnsafeBufferPointer { Int($0[Self.place(of: hash, in: $0)].pattern) }
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
