/// Finds the word a person most likely meant.
package enum Suggestion {
    /// The known word nearest to `word`, or nil where none is near enough to be offered.
    ///
    /// Near means within a third of its length in single-letter edits, two neighbours swapped
    /// counting as one (the restricted Damerau–Levenshtein distance).
    package static func nearest(to word: String, among known: some Sequence<String>) -> String? {
        guard word.utf8.count <= longestWord else { return nil }
        var best: (word: String, distance: Int)?
        let letters = self.letters(of: word)
        for candidate in known where candidate != word {
            // Most words are too short or too long, and a file may hold as many mistakes as lines: so
            // nothing is made of a word before its length is known to be right.
            let length = candidate.utf8.count { $0 & 0xC0 != 0x80 }
            // Of a word of one letter any other would be near.
            let longer = max(letters.count, length)
            let near = longer == 1 ? 0 : max(1, longer / 3)
            let limit = min(near, (best?.distance ?? .max) - 1)
            guard abs(letters.count - length) <= limit,
                let distance = distance(
                    from: letters,
                    to: self.letters(of: candidate),
                    within: limit
                )
            else { continue }
            best = (candidate, distance)
            if distance == 0 { break }
        }
        return best?.word
    }

    /// What is longer, in bytes, is no name of anything.
    private static let longestWord = 1_000

    /// The hint that goes with ``nearest(to:among:)``.
    package static func didYouMean(_ word: String, among known: some Sequence<String>) -> Diagnostic
        .Message?
    {
        nearest(to: word, among: known).map(didYouMean)
    }

    /// The hint that names a word which was meant.
    package static func didYouMean(_ meant: String) -> Diagnostic.Message {
        ("did you mean ‘\(meant)’?" as Diagnostic.Message).about(.suggestion)
    }

    /// The nearest word, or where none is near all that there are, since whoever made a name up knows none.
    package static func oneOf(_ known: [String], for word: String) -> Diagnostic.Message? {
        if let nearest = didYouMean(word, among: known) { return nearest }
        switch known.count {
        case 0: return nil
        case 1: return "there is ‘\(known[0])’ alone"
        default: return "there are \(known.joined(separator: ", "))"
        }
    }

    private static func letters(of word: String) -> [Unicode.Scalar] {
        Array(word.lowercased().unicodeScalars)
    }

    /// Nil as soon as it is seen to be more than `limit`.
    ///
    /// Only what lies that near to the diagonal is worked out.
    ///
    /// Source: E. Ukkonen, “Algorithms for Approximate String Matching”, *Information and Control* 64
    /// (1985), 100–118.
    private static func distance(
        from a: [Unicode.Scalar],
        to b: [Unicode.Scalar],
        within limit: Int
    ) -> Int? {
        guard a.count <= 80, b.count <= 80, abs(a.count - b.count) <= limit else { return nil }
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        let far = limit + 1
        var previous: [Int] = []
        var row = (0...b.count).map { min($0, far) }
        for i in 1...a.count {
            var next = Array(repeating: far, count: b.count + 1)
            if i <= limit { next[0] = i }
            let first = max(1, i - limit)
            let last = min(b.count, i + limit)
            guard first <= last else { return nil }
            for j in first...last {
                let substitution = row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                next[j] = min(substitution, row[j] + 1, next[j - 1] + 1, far)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    next[j] = min(next[j], previous[j - 2] + 1)
                }
            }
            guard next.contains(where: { $0 <= limit }) else { return nil }
            previous = row
            row = next
        }
        return row[b.count] <= limit ? row[b.count] : nil
    }
}
