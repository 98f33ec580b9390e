/// How much a run takes from strangers before it says no.
enum FileLimits {
    /// One YAML file.
    static let text = 64 * 1_048_576
    /// One picture.
    static let picture = 64 * 1_048_576
}
