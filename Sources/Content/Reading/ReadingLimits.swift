/// How much is told about one sort of mistake before the rest is only counted, and how much is read.
enum ReadingLimits {
    /// Things that are files of their own, each as often as it is named.
    static let files = 10_000
    static let lostReferences = 50
    /// Unknown keys of one mapping that are given suggestions.
    static let suggestions = 20
}
