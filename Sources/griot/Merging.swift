import Diagnostics
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
    if let objection = arguments["lang"].flatMap({ Merge.objection(toLanguage: $0) }) {
        terminal.complain(UsageError(sentence: "‘--lang’: \(objection)"))
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
        if !speaksJSON(arguments) {
            terminal.speak(summary(of: result))
            if result.made > 0, !result.failedRows.isEmpty {
                terminal.speak("when they are mended: \(merge.again(rows: result.failedRows))")
            }
        }
        let rows: ExitStatus = result.failed > 0 ? .mistake : .success
        return result.outcome.status.and(rows)
    } catch {
        complain(error, terminal)
        return error.status
    }
}

private func summary(of result: Merge.Result) -> Diagnostic.Message {
    let failed = result.failedRows
    var parts: [Diagnostic.Message] = [
        failed.isEmpty
            ? .made(result.made) : .made(result.made, of: result.made + failed.count)
    ]
    if failed.count == 1 {
        parts.append("1 failed (row \(failed[0]))")
    } else if !failed.isEmpty {
        let names = failed.prefix(rowsNamed).map { "\($0)" }.joined(separator: ", ")
        let others = failed.count > rowsNamed ? ", …" : ""
        parts.append("\(failed.count) failed (rows \(names)\(others))")
    }
    if result.skipped > 0 { parts.append("\(result.skipped) passed over") }
    if result.withheld > 0 { parts.append("\(result.withheld) withheld") }
    let files = result.outcome.written
    return switch files.count {
    case 0: "\(parts)"
    case 1, 2: "\(parts): \(files.joined(separator: ", "))"
    default: "\(parts), the first ‘\(files[0])’"
    }
}

/// More than these nobody reads.
private let rowsNamed = 20

extension Merge {
    /// The command that makes some rows again; where all went into one file, in a file beside it.
    fileprivate func again(rows: [Int]) -> String {
        var words = ["griot", "merge", "\(ShellWord(path: subject))"]
        func add(_ option: String, _ value: String) { words += [option, "\(ShellWord(value))"] }
        add("--data", data)
        if let sheet { add("--sheet", sheet) }
        add("--only", "row=\(rows.prefix(rowsNamed).map { "\($0)" }.joined(separator: ","))")
        if let language { add("--lang", language) }
        add("-o", isApart ? output : beside(output))
        return words.joined(separator: " ")
    }

    private func beside(_ path: String) -> String {
        let stem = path.lowercased().hasSuffix(".pdf") ? String(path.dropLast(4)) : path
        return "\(stem)-again.pdf"
    }
}
