import Diagnostics
import YAML

extension Reader {
    /// Warns of words that a sign takes from a text: `title: Session # 3` says “Session” to YAML.
    ///
    /// Only where words are read: nobody goes on with a date, a choice or an id behind it, and whoever
    /// writes two blanks before the sign, or the comment on a line of its own, means a comment.
    mutating func lintAside(of node: Node) {
        guard let text = node.text, let aside = node.scalar?.aside else { return }
        let start = Int(node.span.end) + 1
        let whole = ExampleText(language: language).quoted("\(text) \(aside)")
        let mend: Diagnostic.Message =
            whole.count <= Self.longestMend
            ? "if it is meant as text, write \(whole)"
            : "if it is meant as text, write the whole text in quotes, ‘\(shortened(aside))’ with it"
        report.add(
            .warning(
                .lostAside(shortened(aside)),
                at: Span(node.span.source, start..<start + aside.utf8.count)
            )
            .hinting(mend)
            .hinting("if it is a comment, set two blanks before it")
        )
    }

    /// In letters: a longer line is nothing to copy.
    private static let longestMend = 100
}

extension Diagnostic.Message {
    fileprivate static func lostAside(_ words: String) -> Self {
        "‘\(words)’ is a comment to YAML, and is not printed"
    }
}
