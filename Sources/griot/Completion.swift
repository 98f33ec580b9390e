internal import Diagnostics

/// Completion scripts for shells, written from the commands' own data.
enum Completion {
    static let shells = ["bash", "zsh", "fish"]

    static func script(for shell: String, commands: [Command]) -> String {
        switch shell {
        case "bash": bash(commands)
        case "zsh": zsh(commands)
        default: fish(commands)
        }
    }

    private static func bash(_ commands: [Command]) -> String {
        let cases = commands.map { command in
            var values = ""
            for option in command.allOptions where !option.choices.isEmpty {
                values += """
                                \(option.spelling)) COMPREPLY=($(compgen -W \
                    "\(option.choices.joined(separator: " "))" -- "$word")); return;;

                    """
            }
            let words =
                command.allOptions.map(\.spelling).joined(separator: " ")
                + offered(by: command).map { " \($0)" }.joined()
            return """
                        \(command.name))
                            case "$before" in
                \(values)                -o|--output|--data) COMPREPLY=($(compgen -f -- "$word")); return;;
                            esac
                            COMPREPLY=($(compgen -W "\(words)" -- "$word"))
                            \(completesFiles(command) ? "COMPREPLY+=($(compgen -f -- \"$word\"))" : ":")
                            ;;
                """
        }
        return """
            # Completion of griot for bash: source it, or put it in
            # ~/.local/share/bash-completion/completions/griot
            _griot() {
                local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
                if [ "$COMP_CWORD" -eq 1 ]; then
                    COMPREPLY=($(compgen -W "\(commands.map(\.name).joined(separator: " "))" -- "$word"))
                    return
                fi
                case "${COMP_WORDS[1]}" in
            \(cases.joined(separator: "\n"))
                esac
            }
            complete -o filenames -F _griot griot

            """
    }

    private static func zsh(_ commands: [Command]) -> String {
        let names = commands.map { "'\($0.name):\(quoted($0.summary))'" }.joined(separator: " ")
        let cases = commands.map { command in
            let options = command.allOptions.map { option -> String in
                let value = option.value.map { placeholder in
                    let action =
                        option.choices.isEmpty
                        ? "_files" : "(\(option.choices.joined(separator: " ")))"
                    return ":\(quoted(placeholder)):\(action)"
                }
                return "'\(option.spelling)[\(quoted(option.summary))]\(value ?? "")'"
            }
            let words = offered(by: command)
            let operand =
                completesFiles(command)
                ? " '*:file:_files'"
                : words.isEmpty ? "" : " '*:name:(\(words.joined(separator: " ")))'"
            return """
                        \(command.name)) _arguments \(options.joined(separator: " "))\(operand);;
                """
        }
        return """
            #compdef griot
            # Completion of griot for zsh: put it in a folder of $fpath as _griot
            _griot() {
                if (( CURRENT == 2 )); then
                    local -a names=(\(names))
                    _describe command names
                    return
                fi
                local name=$words[2]
                shift words
                (( CURRENT-- ))
                case $name in
            \(cases.joined(separator: "\n"))
                esac
            }
            _griot "$@"

            """
    }

    private static func fish(_ commands: [Command]) -> String {
        var lines = [
            "# Completion of griot for fish: put it in ~/.config/fish/completions/griot.fish",
            "complete -c griot -f",
        ]
        for command in commands {
            let here = "-n '__fish_seen_subcommand_from \(command.name)'"
            let summary = quoted(command.summary)
            lines.append(
                "complete -c griot -n __fish_use_subcommand -a \(command.name) -d '\(summary)'"
            )
            for option in command.allOptions {
                let short = option.short.map { " -s \($0)" } ?? ""
                let choices = option.choices.joined(separator: " ")
                let value =
                    option.value == nil ? "" : option.choices.isEmpty ? " -rF" : " -xa '\(choices)'"
                lines.append(
                    "complete -c griot \(here) -l \(option.name)\(short)\(value) -d '\(quoted(option.summary))'"
                )
            }
            if completesFiles(command) { lines.append("complete -c griot \(here) -F") }
            let words = offered(by: command)
            if !words.isEmpty {
                lines.append("complete -c griot \(here) -a '\(words.joined(separator: " "))'")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func completesFiles(_ command: Command) -> Bool {
        if case .files = command.completes { true } else { false }
    }

    private static func offered(by command: Command) -> [String] {
        if case .words(let words) = command.completes { words } else { [] }
    }

    private static func quoted(_ summary: Diagnostic.Message) -> String {
        Speech.phrasebook.text(of: summary).replacing("'", with: "’").replacing("[", with: "(")
            .replacing("]", with: ")")
            .replacing(":", with: ",")
    }
}

func printCompletion(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    let shell = arguments.operands[0]
    guard Completion.shells.contains(shell) else {
        let sentence: Diagnostic.Message =
            "there is no completion for ‘\(shell)’, only for bash, zsh and fish"
        terminal.complain(UsageError(sentence: sentence))
        return .usage
    }
    terminal.say(Completion.script(for: shell, commands: Commands.all))
    return .success
}
