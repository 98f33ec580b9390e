import Diagnostics
import Griot

/// Opens the press, or says what the machine is short of.
///
/// - Parameter isLast: Whether the program ends with it.
func withPress(
    _ terminal: Terminal,
    isLast: Bool = true,
    _ body: (Press) -> ExitStatus
) -> ExitStatus {
    do throws(GriotError) {
        let press = try Press(try Installation.find())
        // To give memory back piece by piece would take longer than to end.
        if isLast { _ = Unmanaged.passRetained(press) }
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
        terminal.say(messages.json(by: Speech.phrasebook))
    } else if !messages.isEmpty {
        let text = messages.text(inColour: terminal.usesColour, by: Speech.phrasebook)
        terminal.tell(text)
        if let summary = summary(of: messages) { terminal.note(summary) }
    }
}

func speaksJSON(_ arguments: Arguments) -> Bool { arguments["message-format"] == "json" }

func complain(_ error: GriotError, _ terminal: Terminal) {
    terminal.note("griot: \(error.message)")
    if let hint = error.hint { terminal.note("  hint: \(hint)") }
}

private func summary(of messages: Messages) -> Diagnostic.Message? {
    let (errors, warnings) = (messages.errorCount, messages.warningCount)
    var parts: [Diagnostic.Message] = []
    if errors > 0 { parts.append(errors == 1 ? "1 error" : "\(errors) errors") }
    if warnings > 0 { parts.append(warnings == 1 ? "1 warning" : "\(warnings) warnings") }
    return parts.isEmpty ? nil : "\(parts)"
}

extension Diagnostic.Message {
    static func made(_ count: Int) -> Self { count == 1 ? "1 made" : "\(count) made" }
    static func made(_ count: Int, of all: Int) -> Self {
        count == 1 ? "1 of \(all) made" : "\(count) of \(all) made"
    }
}
