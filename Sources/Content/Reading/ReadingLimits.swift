import Diagnostics
import YAML

/// How much is told about one sort of mistake before the rest is only counted, and how much is read.
enum ReadingLimits {
    /// Things that are files of their own, each as often as it is named.
    static let files = 10_000
    static let lostReferences = 50
    /// Bytes of one text, whatever it is.
    static let length = 128 << 10
    /// Unknown keys of one mapping that are given suggestions.
    static let suggestions = 20
}

extension Reader {
    /// Whether a text is longer than any that a paper could hold, which is told where it begins.
    mutating func refusesLength(of node: Node) -> Bool {
        guard let text = node.text, text.utf8.count > ReadingLimits.length else { return false }
        report.add(
            .error("this text is longer than one text may be", at: node.span)
                .hinting("part it into sections")
        )
        return true
    }
}
