import Diagnostics
import Griot

/// ‘griot check’: all that rendering would complain of.
func checkFiles(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    withPress(terminal) { press in
        var status = ExitStatus.success
        var told: Set<String> = []
        let files: [String]
        do throws(GriotError) {
            files = try papers(among: arguments.operands, on: press)
        } catch {
            complain(error, terminal)
            return error.status
        }
        for file in files {
            var outcome = check(file, on: press, arguments)
            let isClean = outcome.failure == nil && outcome.messages.isClean
            status = status.and(outcome.status)
            // What papers share, such as the names of people, is told with the first.
            outcome.messages.dropWhatWasTold(&told)
            if speaksJSON(arguments) {
                terminal.say(outcome.certificateJSON)
            } else {
                for line in outcome.certificate { terminal.speak(line) }
            }
            if arguments.has("accessibility"), !speaksJSON(arguments) {
                for line in outcome.announcements { terminal.speak(line) }
            }
            report(outcome, arguments, terminal)
            if !speaksJSON(arguments), let verdict = outcome.verdict {
                terminal.speak("\(file): \(verdict)")
            } else if !speaksJSON(arguments), isClean {
                terminal.speak("\(file): nothing to mend")
            }
        }
        for folder in arguments.operands where Press.isFolder(folder) {
            report(press.review(folder), arguments, terminal)
        }
        return status
    }
}

/// The files that were named, and the papers of the folders that were.
private func papers(among operands: [String], on press: Press) throws(GriotError) -> [String] {
    var files: [String] = []
    for operand in operands {
        if Press.isFolder(operand) {
            files += try press.papers(in: operand)
        } else {
            files.append(operand)
        }
    }
    return files
}

/// A paper is checked by its source, a PDF by what it says to those who listen.
private func check(_ file: String, on press: Press, _ arguments: Arguments) -> Outcome {
    let job = arguments.job(for: file)
    if arguments.has("languages") { return press.certifyLanguages(of: job) }
    let isRead = arguments.has("accessibility")
    return isRead && file.lowercased().hasSuffix(".pdf")
        ? press.hear(pdf: file) : press.check(job, asARead: isRead)
}
