import Griot

/// Opens the press, or says what the machine is short of.
func withPress(_ terminal: Terminal, _ body: (Press) -> ExitStatus) -> ExitStatus {
    do throws(GriotError) {
        let press = try Press(try Installation.find())
        // The program ends with the command: to give memory back piece by piece would take longer.
        _ = Unmanaged.passRetained(press)
        return body(press)
    } catch {
        complain(error, terminal)
        return error.status
    }
}

/// Tells what a run has to say, in the form that was asked for.
func report(_ outcome: Outcome, _ arguments: Arguments, _ terminal: Terminal) {
    report(outcome.messages, arguments, terminal)
    if let failure = outcome.failure { complain(failure, terminal) }
}

func report(_ messages: Messages, _ arguments: Arguments, _ terminal: Terminal) {
    if speaksJSON(arguments) {
        terminal.say(messages.json())
    } else if !messages.isEmpty {
        terminal.tell(messages.text(inColour: terminal.usesColour))
        let summary = summary(of: messages)
        if !summary.isEmpty { terminal.tell(summary + "\n") }
    }
}

func speaksJSON(_ arguments: Arguments) -> Bool { arguments["message-format"] == "json" }

func complain(_ error: GriotError, _ terminal: Terminal) {
    terminal.tell("griot: \(error)\n")
    if let hint = error.hint { terminal.tell("  hint: \(hint)\n") }
}

private func summary(of messages: Messages) -> String {
    func counted(_ count: Int, _ noun: String) -> String? {
        count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
    return [counted(messages.errorCount, "error"), counted(messages.warningCount, "warning")]
        .compactMap(\.self).joined(separator: ", ")
}
