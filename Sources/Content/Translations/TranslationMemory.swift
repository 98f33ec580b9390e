/// Which paragraph was translated from which, by the words of both.
///
/// A paragraph is known by a hash of its words, wherever it stands, so papers may be edited, cut and
/// put in another order. A translation that somebody has changed since is another one, and counts as
/// made from the source as it stands.
package struct TranslationMemory: Sendable {
    private struct Key: Hashable, Comparable {
        var language: String
        var words: UInt64

        static func < (a: Key, b: Key) -> Bool { (a.language, a.words) < (b.language, b.words) }
    }

    private var sources: [Key: Set<UInt64>] = [:]

    package init() {}

    package var isEmpty: Bool { sources.isEmpty }

    package enum State: Hashable, Sendable {
        /// Not in the memory: new, or changed by hand.
        case new
        case current
        /// Its source says something else now.
        case stale
    }

    /// How a translation stands to its source, by the sums of both as they were noted last.
    package func state(of translation: String, in language: String, from source: String) -> State {
        let key = Key(language: language, words: Self.hash(translation))
        guard let known = sources[key] else { return .new }
        return known.contains(Self.hash(source)) ? .current : .stale
    }

    /// Remembers that a translation holds for its source as it stands; whether that was news.
    package mutating func note(_ translation: String, in language: String, from source: String)
        -> Bool
    {
        let key = Key(language: language, words: Self.hash(translation))
        return sources[key, default: []].insert(Self.hash(source)).inserted
    }

    /// What of a translation has a source that says something else now: of a list those of its items,
    /// where all of them were noted.
    package func staleParts(of translation: Translation) -> [Translation] {
        let states = translation.items.map { state(of: $0) }
        let stale = zip(translation.items, states).filter { $0.1 == .stale }.map(\.0)
        switch state(of: translation) {
        case .current: return []
        case .new: return stale
        case .stale: return stale.isEmpty || states.contains(.new) ? [translation] : stale
        }
    }

    private func state(of translation: Translation) -> State {
        state(of: translation.words, in: translation.language, from: translation.source)
    }

    /// Remembers a translation, and the items of a list each for itself.
    package mutating func note(_ translation: Translation) -> Bool {
        var isNews = note(
            translation.words,
            in: translation.language,
            from: translation.source
        )
        for item in translation.items where note(item) { isNews = true }
        return isNews
    }

    /// FNV-1a over the words, one blank between: line breaks of a source file are no change.
    static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for word in text.split(whereSeparator: \.isWhitespace) {
            for byte in word.utf8 + [0x20] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        return hash
    }
}

extension TranslationMemory {
    private static let preface = """
        # Which paragraph was translated from which, as ‘griot translate’ notes it: the language, the
        # mark of the translation, the marks of its source. Keep this file beside the papers.

        """

    /// Reads a line a translation; two lines of one translation hold what either says.
    ///
    /// - Throws: The first line that cannot be understood: to pass over it would take what it held for new.
    package init(_ bytes: [UInt8]) throws(UnreadableLine) {
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            let marks = words.dropFirst().compactMap { UInt64($0, radix: 16) }
            guard marks.count >= 2, marks.count == words.count - 1 else {
                throw UnreadableLine(place: line.startIndex..<line.endIndex)
            }
            let key = Key(language: String(first), words: marks[0])
            sources[key, default: []].formUnion(marks.dropFirst())
        }
    }

    /// A line that notes no translation.
    package struct UnreadableLine: Error {
        /// In bytes of the file, without the line's end.
        package var place: Range<Int>
    }

    package var text: String {
        let lines = sources.sorted { $0.key < $1.key }.map { key, sources in
            let marks = [key.words] + sources.sorted()
            return ([key.language] + marks.map { String($0, radix: 16) }).joined(separator: " ")
        }
        return Self.preface + lines.map { $0 + "\n" }.joined()
    }
}
