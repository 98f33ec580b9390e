import Diagnostics
import Griot

/// ‘griot translate’: what is missing, what is to be reviewed, and a note of all the rest.
func noteTranslations(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    withPress(terminal) { press in
        var status = ExitStatus.success
        for file in arguments.operands {
            let result = press.noteTranslations(
                of: Job(file: file),
                reviewed: arguments.has("reviewed")
            )
            report(result.outcome, arguments, terminal)
            if result.isRead, !speaksJSON(arguments) {
                terminal.speak("\(file): \(summary(of: result))")
            }
            status = status.and(result.outcome.status)
        }
        return status
    }
}

private func summary(of result: TranslationResult) -> Diagnostic.Message {
    guard result.translated > 0 else { return "nothing is translated in it" }
    var parts: [Diagnostic.Message] = [
        result.translated == 1
            ? "1 translated paragraph" : "\(result.translated) translated paragraphs",
        result.noted == 1 ? "1 noted now" : "\(result.noted) noted now",
    ]
    if result.stale > 0 { parts.append("\(result.stale) to review") }
    return "\(parts)"
}
