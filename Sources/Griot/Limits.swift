/// How much a run takes from strangers before it says no.
enum FileLimits {
    /// One YAML file.
    static let text = 64 * 1_048_576
    /// One font file of an event.
    static let font = 32 * 1_048_576
    /// How many font files an event has at most.
    static let fonts = 200
    /// How many things that are files of their own a paper takes in at most.
    static let named = 10_000
    /// How many names with stars it takes them in by.
    static let patterns = 100
    /// How many of those that are missing it is told the nearest name for.
    static let suggestions = 20
    /// One picture.
    static let picture = 64 * 1_048_576
}
