import Diagnostics

/// Help and usage, written from the commands' own data.
enum Help {
    static func overview(of commands: [Command]) -> String {
        let width = commands.map(\.name.count).max() ?? 0
        let lines: [Diagnostic.Message] = commands.map { command in
            "  \(padded(command.name, to: width))  \(command.summary)"
        }
        let sentences: [Diagnostic.Message] =
            [
                "Griot sets what a centre knows about a gathering, written in YAML, as finished pages.",
                "", "Usage: griot COMMAND [OPTIONS] …", "", "Commands:",
            ] + lines + [
                "", "‘griot COMMAND --help’ tells more of each, with examples.",
                "Exit status: 0 all went well, 1 something in the files needs mending, 2 the command\nline was not understood, 3 the machine was short of something.",
            ]
        return text(of: sentences)
    }

    static func page(of command: Command) -> String {
        let summary = Speech.phrasebook.text(of: command.summary)
        var sentences: [Diagnostic.Message] = [
            "\(summary.prefix(1).uppercased() + summary.dropFirst()).", "",
            command.operands.map { "Usage: griot \(command.name) [OPTIONS] \($0)" }
                ?? "Usage: griot \(command.name) [OPTIONS]", "", "Options:",
        ]
        let spellings = command.allOptions.map(spelling)
        let width = spellings.map(\.count).max() ?? 0
        for (option, spelling) in zip(command.allOptions, spellings) {
            let choices = option.listsChoices ? option.choices : []
            let listed = choices.isEmpty ? "" : " (\(choices.joined(separator: ", ")))"
            sentences.append("  \(padded(spelling, to: width))  \(option.summary)\(listed)")
        }
        guard !command.examples.isEmpty else { return text(of: sentences) }
        sentences += ["", "Examples:"]
        for example in command.examples {
            sentences += ["  \(example.line)", "      \(example.meaning)"]
        }
        return text(of: sentences)
    }

    /// In the language of whoever reads it, each on its line.
    private static func text(of sentences: [Diagnostic.Message]) -> String {
        sentences.map { Speech.phrasebook.text(of: $0) + "\n" }.joined()
    }

    private static func spelling(of option: Option) -> String {
        let short = option.short.map { "-\($0), " } ?? "    "
        let value = option.value.map { " " + Speech.phrasebook.text(of: $0) } ?? ""
        return short + option.spelling + value
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
