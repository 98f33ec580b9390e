import Diagnostics
import YAML

extension Reader {
    /// Warns of marks that a word processor made of the straight ones that YAML knows: `title: “Dialogue”`.
    ///
    /// Whoever means them to be printed writes the straight ones around them.
    mutating func lintQuotes(of node: Node, as type: FieldType) {
        // Prose may well be what somebody said.
        if case .richText = type { return }
        guard let scalar = node.scalar, scalar.style == .plain, scalar.text.utf8.count > 6,
            let first = scalar.text.first, let last = scalar.text.last,
            Self.curled.contains(first), Self.curled.contains(last)
        else { return }
        let words = scalar.text.dropFirst().dropLast()
        // Two quotations with words between them.
        guard !words.contains(where: Self.curled.contains) else { return }
        let example = ExampleText(language: language)
        let text = String(words)
        guard text.count <= Self.longestQuoted else { return }
        report.add(
            .warning(
                "curled quotation marks are letters to YAML, and are printed around the whole",
                at: node.span
            )
            .hinting("write \(example.quoted(text)), or leave them out")
            .hinting("if they are to be printed, write \(example.quoted(scalar.text))")
        )
    }

    private static let curled: Set<Character> = ["“", "”", "„", "‟"]
    /// In letters: longer text is a quotation.
    private static let longestQuoted = 90
}
