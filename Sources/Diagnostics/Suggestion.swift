/// Finds the word a person most likely meant.
package enum Suggestion {
    /// The known word nearest to `word`, or nil where none is near enough to be offered.
    ///
    /// Near means within a third of its length in single-letter edits, two neighbours swapped
    /// counting as one (the restricted Damerau–Levenshtein distance).
    package static func nearest(to word: String, among known: some Sequence<String>) -> String? {
        var best: (word: String, distance: Int)?
        for candidate in known where candidate != word {
            let distance = distance(
                from: Array(word.lowercased()),
                to: Array(candidate.lowercased())
            )
            guard distance <= max(1, max(word.count, candidate.count) / 3) else { continue }
            if let found = best, found.distance <= distance { continue }
            best = (candidate, distance)
        }
        return best?.word
    }

    /// The hint that goes with ``nearest(to:among:)``.
    package static func didYouMean(_ word: String, among known: some Sequence<String>) -> Diagnostic
        .Message?
    {
        nearest(to: word, among: known).map { "did you mean ‘\($0)’?" }
    }

    private static func distance(from a: [Character], to b: [Character]) -> Int {
        guard a.count <= 80, b.count <= 80 else { return .max }
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var previous: [Int] = []
        var row = Array(0...b.count)
        for i in 1...a.count {
            var next = [i] + row.dropFirst()
            for j in 1...b.count {
                let substitution = row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                next[j] = min(substitution, row[j] + 1, next[j - 1] + 1)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    next[j] = min(next[j], previous[j - 2] + 1)
                }
            }
            previous = row
            row = next
        }
        return row[b.count]
    }
}
