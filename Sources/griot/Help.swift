/// Help and usage, written from the commands' own data.
enum Help {
    static func overview(of commands: [Command]) -> String {
        let width = commands.map(\.name.count).max() ?? 0
        let lines = commands.map { command in
            "  \(padded(command.name, to: width))  \(command.summary)"
        }
        return """
            Griot sets what a centre knows about a gathering, written in YAML, as finished pages.

            Usage: griot COMMAND [OPTIONS] …

            Commands:
            \(lines.joined(separator: "\n"))

            ‘griot COMMAND --help’ tells more of each, with examples.
            Exit status: 0 all went well, 1 something in the files needs mending, 2 the command
            line was not understood, 3 the machine was short of something.

            """
    }

    static func page(of command: Command) -> String {
        let operands = command.operands.isEmpty ? "" : " \(command.operands)"
        var text = """
            \(command.summary.prefix(1).uppercased() + command.summary.dropFirst()).

            Usage: griot \(command.name) [OPTIONS]\(operands)

            Options:

            """
        let spellings = command.allOptions.map(spelling)
        let width = spellings.map(\.count).max() ?? 0
        for (option, spelling) in zip(command.allOptions, spellings) {
            var summary = option.summary
            if !option.choices.isEmpty, option.name != "message-format" {
                summary += " (\(option.choices.joined(separator: ", ")))"
            }
            text += "  \(padded(spelling, to: width))  \(summary)\n"
        }
        guard !command.examples.isEmpty else { return text }
        text += "\nExamples:\n"
        for example in command.examples {
            text += "  \(example.line)\n      \(example.meaning)\n"
        }
        return text
    }

    private static func spelling(of option: Option) -> String {
        let short = option.short.map { "-\($0), " } ?? "    "
        let value = option.value.map { " \($0)" } ?? ""
        return short + option.spelling + value
    }

    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
