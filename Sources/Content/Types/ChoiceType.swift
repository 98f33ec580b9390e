import Diagnostics
import YAML

extension Reader {
    /// Reads one of a few words; capitals, and blanks for hyphens, are forgiven.
    mutating func readChoice(
        _ text: String,
        from choices: [String],
        _ node: Node,
        of field: FieldDescription
    ) -> Value? {
        let typed = folded(text)
        // Two choices may differ in nothing but their capitals: names are printed so or so.
        let choice = choices.first { $0 == text } ?? choices.first { folded($0) == typed }
        if let choice {
            return Value(.choice(choice), at: node.span)
        }
        let problem = Diagnostic.error(
            "‘\(shortened(text))’ is no choice for ‘\(field.name)’",
            at: node.span
        )
        let near = text.count < 3 ? nil : Suggestion.nearest(to: text, among: choices)
        let meant = ChoiceWords.meant(by: text, among: choices) ?? near
        report.add(
            problem.hinting(meant.map { "did you mean ‘\($0)’?" })
                .hinting("choose one of: \(choices.joined(separator: ", "))")
        )
        return nil
    }

    private func folded(_ text: String) -> String {
        String(text.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
    }
}
