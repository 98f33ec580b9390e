import Diagnostics
import Griot

/// ‘griot make’: all papers of a folder; one that fails does not stop the others.
func makeEvent(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    var making = Making(
        folder: arguments.operands[0],
        output: arguments["output"],
        languages: arguments.languages,
        format: arguments.format
    )
    return keepingAt(
        arguments,
        terminal,
        watching: [making.folder],
        omitting: making.output
    ) { isFirst in
        making.isForced = isFirst && arguments.has("force")
        return make(making, arguments, terminal)
    }
}

private func make(_ making: Making, _ arguments: Arguments, _ terminal: Terminal) -> Turn {
    do throws(GriotError) {
        let results = try making.run(try Installation.find()) { done, count in
            terminal.progress("\(bar(done, of: count)) \(terminal.phrased("\(done) of \(count)"))")
        }
        terminal.endProgress()
        for result in results { tell(result, arguments, terminal) }
        for messages in results.ofSharedRecords { report(messages, arguments, terminal) }
        report(results.ofTheFolder, arguments, terminal)
        if !speaksJSON(arguments) { terminal.speak(closing(results)) }
        let shared: ExitStatus = results.ofSharedRecords.isEmpty ? .success : .mistake
        return Turn(status: results.map(\.outcome.status).reduce(shared) { $0.and($1) })
    } catch {
        terminal.endProgress()
        complain(error, terminal)
        return Turn(status: error.status)
    }
}

private func tell(_ result: Making.Result, _ arguments: Arguments, _ terminal: Terminal) {
    report(result.outcome, arguments, terminal)
    guard result.ending != .unchanged, !speaksJSON(arguments) else { return }
    for path in result.outcome.written { terminal.say("\(path)\n") }
}

private func bar(_ done: Int, of count: Int) -> String {
    let width = 24
    let full = width * done / max(1, count)
    return String(repeating: "█", count: full) + String(repeating: "░", count: width - full)
}

/// How many were made, were up to date, failed; each failure with its file.
private func closing(_ results: Making.Results) -> Diagnostic.Message {
    func names(_ ending: Making.Result.Ending) -> [String] {
        results.filter { $0.ending == ending }.map(\.file)
    }
    let (made, failed) = (names(.made).count, names(.failed))
    var parts: [Diagnostic.Message] = [
        failed.isEmpty ? .made(made) : .made(made, of: results.count),
        "\(names(.unchanged).count) unchanged",
    ]
    if !failed.isEmpty {
        parts.append("\(failed.count) failed: \(failed.joined(separator: ", "))")
    }
    let warned = results.count { $0.standingWarnings > 0 }
    return switch warned {
    case 0: "\(parts)"
    case 1: "\(parts); 1 unchanged paper has warnings, which ‘griot check’ tells"
    default: "\(parts); \(warned) unchanged papers have warnings, which ‘griot check’ tells"
    }
}
