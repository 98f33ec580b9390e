/// How much is told about one sort of mistake before the rest is only counted.
enum ReadingLimits {
    static let lostReferences = 50
    /// Unknown keys of one mapping that are given suggestions.
    static let suggestions = 20
}
