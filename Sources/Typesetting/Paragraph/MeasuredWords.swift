import Flow
import Linebreaking
import Shaping

/// Words that have been measured, found again by their shape and by the manner they were measured in.
///
/// A language has few words and says them often: most of a text are words that it has had before.
struct MeasuredWords {
    /// All that a word's items depend on besides its letters.
    struct Manner: Equatable {
        var style: TextStyleID
        var scale: Double
        var spacing: Give.Spacing
        var hyphenCost: Double
        var hangs: Bool
        var divides: Bool
        var left: Int
        var right: Int
    }

    /// A word measured in a manner, and where its items stand.
    private struct Entry {
        var word: ObjectIdentifier
        var manner: Int
        var items: Range<Int>
    }

    private var manners: [Manner] = []
    /// An open hash table of places in `entries`; -1 is free.
    private var slots = [Int32](repeating: -1, count: 1 << 7)
    private var entries: [Entry] = []
    /// Those of the entries, kept so that no other word comes to stand in their place in memory.
    private var words: [ShapedWord] = []
    private var items: [Item] = []
    /// Offsets from the word's start.
    private var atoms: [(start: Int32, end: Int32)] = []

    /// Past so many words all are forgotten, so that a book of names stays in memory.
    private static let mostWords = 16_000
    private static let mostManners = 64

    mutating func number(of manner: Manner) -> Int {
        if let known = manners.lastIndex(of: manner) { return known }
        if manners.count >= Self.mostManners { self = MeasuredWords() }
        manners.append(manner)
        return manners.count - 1
    }

    /// Adds a known word's items; false where it is not known.
    func add(
        _ shaped: ShapedWord,
        manner: Int,
        piece: Int,
        startingAt start: Int32,
        to measured: inout Measured
    ) -> Bool {
        let place = slots[slot(of: ObjectIdentifier(shaped), manner)]
        guard place >= 0 else { return false }
        for index in entries[Int(place)].items {
            let atom = atoms[index]
            measured.items.append(items[index])
            measured.atoms.append(
                .init(piece: Int32(piece), start: start + atom.start, end: start + atom.end)
            )
        }
        return true
    }

    /// Remembers the items of a word not known yet, which are the last of those measured.
    mutating func keep(
        _ shaped: ShapedWord,
        manner: Int,
        startingAt start: Int32,
        from first: Int,
        of measured: Measured
    ) {
        if entries.count >= Self.mostWords { forgetWords() }
        let range = items.count..<items.count + measured.items.count - first
        for index in first..<measured.items.count {
            let atom = measured.atoms[index]
            items.append(measured.items[index])
            atoms.append((atom.start - start, atom.end - start))
        }
        let word = ObjectIdentifier(shaped)
        entries.append(Entry(word: word, manner: manner, items: range))
        words.append(shaped)
        if entries.count * 2 > slots.count { growSlots() }
        slots[slot(of: word, manner)] = Int32(entries.count - 1)
    }

    private mutating func forgetWords() {
        for index in slots.indices { slots[index] = -1 }
        entries.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        items.removeAll(keepingCapacity: true)
        atoms.removeAll(keepingCapacity: true)
    }

    /// Where a word stands in the table, or would.
    private func slot(of word: ObjectIdentifier, _ manner: Int) -> Int {
        let mask = slots.count - 1
        let bits = (UInt64(UInt(bitPattern: word)) >> 4) &+ UInt64(manner) << 56
        var slot = Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if entry.word == word, entry.manner == manner { return slot }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func growSlots() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for index in entries.indices.dropLast() {
            slots[slot(of: entries[index].word, entries[index].manner)] = Int32(index)
        }
    }
}
