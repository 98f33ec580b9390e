import Diagnostics

extension Diagnostic.Message {
    /// Whether its English says so.
    func contains(_ words: String) -> Bool { description.contains(words) }
    func hasPrefix(_ words: String) -> Bool { description.hasPrefix(words) }
}

extension [Diagnostic.Message] {
    /// In English, a line each.
    var english: String { map { $0.description + "\n" }.joined() }

    func contains(_ words: String) -> Bool { english.contains(words) }
}
