import Griot

/// ‘griot merge’: a paper for each row; a bad row is told of and the others are made.
func mergeRows(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    guard let data = arguments["data"] else {
        terminal.complain(
            UsageError(sentence: "‘merge’ needs ‘--data’, a file with a row for each paper")
        )
        return .usage
    }
    if let objection = arguments["only"].flatMap({ Merge.objection(toOnly: $0) }) {
        terminal.complain(UsageError(sentence: "‘--only’: \(objection)"))
        return .usage
    }
    if let objection = arguments["output"].flatMap({ Merge.objection(toOutput: $0) }) {
        terminal.complain(UsageError(sentence: "‘--output’: \(objection)"))
        return .usage
    }
    let merge = Merge(
        subject: arguments.operands[0],
        data: data,
        sheet: arguments["sheet"],
        only: arguments["only"],
        output: arguments["output"],
        language: arguments["lang"]
    )
    do throws(GriotError) {
        let result = try merge.run(try Installation.find()) { done, count in
            terminal.progress("[\(done)/\(count)] \(data)")
        }
        terminal.endProgress()
        report(result.outcome, arguments, terminal)
        if !speaksJSON(arguments) { terminal.say(summary(of: result)) }
        let rows: ExitStatus = result.failed > 0 ? .mistake : .success
        return result.outcome.status.and(rows)
    } catch {
        complain(error, terminal)
        return error.status
    }
}

private func summary(of result: Merge.Result) -> String {
    var parts = ["\(result.made) made"]
    if result.skipped > 0 { parts.append("\(result.skipped) passed over") }
    if result.withheld > 0 { parts.append("\(result.withheld) withheld") }
    if result.failed > 0 { parts.append("\(result.failed) failed") }
    let files = result.outcome.written
    let place =
        files.count > 2
        ? ", the first ‘\(files[0])’" : files.isEmpty ? "" : ": \(files.joined(separator: ", "))"
    return parts.joined(separator: ", ") + place + "\n"
}
