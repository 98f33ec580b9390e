/// Words that have been shaped, found again by style, direction, script and bytes.
///
/// An open hash table over one store of bytes: asking makes no string and no copy.
struct WordCache {
    struct Key {
        var style: Int32
        var script: UInt32
        var isRightToLeft: Bool

        /// All but the bytes, in one number.
        var bits: UInt64 {
            UInt64(UInt32(bitPattern: style)) << 33 | UInt64(isRightToLeft ? 1 : 0) << 32
                | UInt64(script)
        }
    }

    private struct Entry {
        var hash: UInt64
        var bits: UInt64
        var start: Int
        var count: Int
    }

    /// Past so many words the cache starts anew, so that a batch of any length stays in memory.
    private let capacity: Int
    private var slots: [Int32]
    private var entries: [Entry] = []
    private var words: [ShapedWord] = []
    private var store: [UInt8] = []

    init(capacity: Int = 1 << 18) {
        self.capacity = capacity
        slots = [Int32](repeating: -1, count: 1 << 10)
    }

    var count: Int { words.count }

    func find(_ word: Span<UInt8>, _ key: Key, hash: UInt64) -> ShapedWord? {
        let mask = slots.count - 1
        let bits = key.bits
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            let entry = entries[index]
            if entry.hash == hash, entry.bits == bits, entry.count == word.count,
                isSame(word, at: entry.start)
            {
                return words[index]
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    mutating func insert(
        _ shaped: ShapedWord,
        for word: Span<UInt8>,
        _ key: Key,
        hash: UInt64
    ) {
        if words.count >= capacity { self = WordCache(capacity: capacity) }
        if (words.count + 1) * 2 > slots.count { grow() }
        entries.append(
            Entry(hash: hash, bits: key.bits, start: store.count, count: word.count)
        )
        for index in word.indices { store.append(word[index]) }
        words.append(shaped)
        place(words.count - 1)
    }

    /// Multiplies and folds eight bytes at a time; words are short and nobody chooses them to collide
    /// for gain, since a long chain costs no more than comparing lengths.
    static func hash(_ word: Span<UInt8>, _ key: Key) -> UInt64 {
        let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
        var hash = key.bits &* prime ^ UInt64(word.count)
        var chunk: UInt64 = 0
        var filled = 0
        func fold(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
            let product = (hash ^ chunk).multipliedFullWidth(by: prime)
            return product.high ^ product.low
        }
        for index in word.indices {
            chunk = chunk << 8 | UInt64(word[index])
            filled += 1
            if filled == 8 {
                hash = fold(hash, chunk)
                chunk = 0
                filled = 0
            }
        }
        return fold(fold(hash, chunk), UInt64(filled) &+ prime)
    }

    private func isSame(_ word: Span<UInt8>, at start: Int) -> Bool {
        for index in word.indices where store[start + index] != word[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for index in entries.indices { place(index) }
    }

    private mutating func place(_ index: Int) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(index)
    }
}
