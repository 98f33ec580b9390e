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
            let values = command.allOptions.compactMap { option in
                option.completes.map { completes in
                    """
                                    \(option.spellings.joined(separator: "|"))) \(replies(completes)); return;;
                    """
                }
            }
            let spellings = command.allOptions.flatMap(\.spellings)
            return """
                        \(command.name))
                            case "$before" in
                \(values.joined(separator: "\n"))
                            esac
                            \(replies(.words(spellings)))
                            \(replies(command.completes))
                            ;;
                """
        }
        return """
            # Completion of griot for bash: source it, or put it in
            # ~/.local/share/bash-completion/completions/griot
            _griot() {
                local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
                COMPREPLY=()
                if [ "$COMP_CWORD" -eq 1 ]; then
                    \(replies(.words(commands.map(\.name))))
                    return
                fi
                case "${COMP_WORDS[1]}" in
            \(cases.joined(separator: "\n"))
                esac
            }
            complete -o filenames -F _griot griot

            """
    }

    /// What bash is to do to offer something.
    private static func replies(_ completes: Completes) -> String {
        switch completes {
        case .nothing: ":"
        case .files: #"COMPREPLY+=($(compgen -f -- "$word"))"#
        case .words(let words):
            #"COMPREPLY+=($(compgen -W "\#(words.joined(separator: " "))" -- "$word"))"#
        }
    }

    private static func zsh(_ commands: [Command]) -> String {
        let names = commands.map { "'\($0.name):\(quoted($0.summary))'" }.joined(separator: " ")
        let cases = commands.map { command in
            let options = command.allOptions.flatMap { option -> [String] in
                let value = option.value.map { ":\(quoted($0)):\(action(option.completes))" }
                let explained = "[\(quoted(option.summary))]\(value ?? "")"
                let others = option.spellings.joined(separator: " ")
                return option.spellings.map { "'(\(others))\($0)\(explained)'" }
            }
            let operand =
                switch command.completes {
                case .nothing: ""
                case .files: " '*:file:_files'"
                case .words: " '*:name:\(action(command.completes))'"
                }
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

    /// What zsh calls to offer something; a blank is for nothing.
    private static func action(_ completes: Completes?) -> String {
        switch completes {
        case .files: "_files"
        case .words(let words): "(\(words.joined(separator: " ")))"
        default: " "
        }
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
                let value =
                    switch option.completes {
                    case nil: ""
                    case .nothing: " -x"
                    case .files: " -rF"
                    case .words(let words): " -xa '\(words.joined(separator: " "))'"
                    }
                lines.append(
                    "complete -c griot \(here) -l \(option.name)\(short)\(value) -d '\(quoted(option.summary))'"
                )
            }
            switch command.completes {
            case .nothing: break
            case .files: lines.append("complete -c griot \(here) -F")
            case .words(let words):
                lines.append("complete -c griot \(here) -a '\(words.joined(separator: " "))'")
            }
        }
        return lines.joined(separator: "\n") + "\n"
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
