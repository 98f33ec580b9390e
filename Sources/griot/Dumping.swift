import Griot

/// ‘griot dump’: one value of the path as text.
func dumpStage(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    withPress(terminal) { press in
        let stage = arguments["after"].flatMap(Stage.init(rawValue:)) ?? .flow
        let (text, outcome) = press.dump(arguments.job(for: arguments.operands[0]), after: stage)
        terminal.say(text)
        report(outcome, arguments, terminal)
        return outcome.status
    }
}
