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
        var spacing: ParagraphStyle.Spacing
        var hyphenCost: Double
        var hangs: Bool
        var divides: Bool
        var left: Int
        var right: Int
    }

    private struct Key: Hashable {
        var word: ObjectIdentifier
        var manner: Int
    }

    private struct Entry {
        /// Kept, so that no other word comes to stand in its place in memory.
        var shaped: ShapedWord
        var items: Range<Int>
    }

    private var manners: [Manner] = []
    private var entries: [Key: Entry] = [:]
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
        guard let entry = entries[Key(word: ObjectIdentifier(shaped), manner: manner)] else {
            return false
        }
        for index in entry.items {
            let atom = atoms[index]
            measured.items.append(items[index])
            measured.atoms.append(
                .init(piece: Int32(piece), start: start + atom.start, end: start + atom.end)
            )
        }
        return true
    }

    /// Remembers the items of a word, which are the last of those measured.
    mutating func keep(
        _ shaped: ShapedWord,
        manner: Int,
        startingAt start: Int32,
        from first: Int,
        of measured: Measured
    ) {
        if entries.count >= Self.mostWords {
            entries.removeAll(keepingCapacity: true)
            items.removeAll(keepingCapacity: true)
            atoms.removeAll(keepingCapacity: true)
        }
        let range = items.count..<items.count + measured.items.count - first
        items += measured.items[first...]
        atoms += measured.atoms[first...].map { ($0.start - start, $0.end - start) }
        let key = Key(word: ObjectIdentifier(shaped), manner: manner)
        entries[key] = Entry(shaped: shaped, items: range)
    }
}
