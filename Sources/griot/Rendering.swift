import Diagnostics
import Griot

/// ‘griot render’: every file in turn; one that fails does not stop the others.
func renderFiles(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    let wishes: RenderWishes
    do throws(UsageError) {
        wishes = try RenderWishes(arguments)
    } catch {
        terminal.complain(error)
        return .usage
    }
    let plan = OutputPlan(files: arguments.operands, output: arguments["output"])
    if let objection = plan.objection(to: job(for: "", arguments).format) {
        terminal.complain(UsageError(sentence: "‘--output’: \(objection)"))
        return .usage
    }
    let tasks = arguments.operands.map { file in
        (
            job: wishes.applied(to: job(for: file, arguments)),
            destination: plan.destination(of: file)
        )
    }
    let folders = Set(arguments.operands.map(Press.folder(of:))).sorted()
    return keepingAt(arguments, terminal, watching: folders) { _ in
        render(tasks, arguments, terminal)
    }
}

private func render(
    _ tasks: [(job: Job, destination: Destination)],
    _ arguments: Arguments,
    _ terminal: Terminal
) -> Turn {
    var turn = Turn(status: .success)
    turn.status = withPress(terminal, isLast: !arguments.has("watch")) { press in
        if tasks.count > 1, let objection = press.objection(toDoing: tasks) {
            complain(objection, terminal)
            return objection.status
        }
        var status = ExitStatus.success
        for (index, (job, destination)) in tasks.enumerated() {
            if tasks.count > 1 {
                terminal.progress("[\(index + 1)/\(tasks.count)] \(job.file)")
            }
            let outcome = press.render(job, to: destination)
            terminal.endProgress()
            report(outcome, arguments, terminal)
            for path in outcome.written where !speaksJSON(arguments) { terminal.say("\(path)\n") }
            turn.written += outcome.written
            status = status.and(outcome.status)
        }
        return status
    }
    return turn
}

/// How files are to be rendered, all alike.
private struct RenderWishes {
    private let resolution: Double?
    private let standards: Set<String>?
    private let edition: Job.Edition
    private let maximumSize: Int?
    private let source: Job.SourceChoice?

    init(_ arguments: Arguments) throws(UsageError) {
        resolution = arguments["dpi"].map { Double($0) ?? 0 }
        standards = arguments["standard"].map { names in
            Set(names.lowercased().split { $0 == "," || $0 == " " }.map(String.init))
        }
        edition = arguments["edition"].flatMap(Job.Edition.init(rawValue:)) ?? .public
        maximumSize = arguments["max-size"].map { FileSize($0)?.bytes ?? 0 }
        source = arguments.has("source") ? .always : arguments.has("no-source") ? .never : nil
        if let objection = objection(to: arguments) { throw UsageError(sentence: objection) }
    }

    private func objection(to arguments: Arguments) -> Diagnostic.Message? {
        if let resolution, !(10...1200).contains(resolution) {
            return "‘--dpi’ is a number from 10 to 1200"
        }
        if resolution != nil, arguments["format"] != "png", edition != .light {
            return "‘--dpi’ goes with ‘--format png’, or with ‘--edition light’"
        }
        if let option = optionOfPDFs(among: arguments) {
            return "‘--\(option)’ goes with ‘--format pdf’"
        }
        if arguments.has("source"), arguments.has("no-source") {
            return "‘--source’ and ‘--no-source’ exclude each other"
        }
        let objection = standards.flatMap {
            Press.objection(to: $0, edition: edition, attaching: source == .always)
        }
        if let objection { return "‘--standard’: \(objection)" }
        guard let maximumSize else { return nil }
        if maximumSize <= 0 { return "‘--max-size’ is a size such as 300kB or 1MB" }
        return edition == .light ? nil : "‘--max-size’ goes with ‘--edition light’"
    }

    /// An option that says nothing about pages that are pictures, where these are asked for.
    private func optionOfPDFs(among arguments: Arguments) -> String? {
        guard let format = arguments["format"].flatMap(Job.Format.init(rawValue:)), format != .pdf
        else { return nil }
        return ["edition", "max-size", "standard", "source", "no-source"].first { name in
            arguments[name] != nil || arguments.has(name)
        }
    }

    func applied(to job: Job) -> Job {
        var job = job
        if let resolution { job.resolution = resolution }
        job.pictureResolution = resolution ?? job.pictureResolution
        job.standards = standards
        job.edition = edition
        job.maximumSize = maximumSize
        job.source = source ?? job.source
        return job
    }
}

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
    let job = job(for: file, arguments)
    if arguments.has("languages") { return press.certifyLanguages(of: job) }
    let isRead = arguments.has("accessibility")
    return isRead && file.lowercased().hasSuffix(".pdf")
        ? press.hear(pdf: file) : press.check(job, asARead: isRead)
}

/// ‘griot dump’: one value of the path as text.
func dumpStage(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    withPress(terminal) { press in
        let stage = arguments["after"].flatMap(Stage.init(rawValue:)) ?? .flow
        let (text, outcome) = press.dump(job(for: arguments.operands[0], arguments), after: stage)
        terminal.say(text)
        report(outcome, arguments, terminal)
        return outcome.status
    }
}

/// Where each file's pages go.
///
/// With several files, or with a folder for output, each keeps its own name; where two would
/// meet, the name of the folder that holds the source keeps them apart.
struct OutputPlan {
    let files: [String]
    let output: String?

    func destination(of file: String) -> Destination {
        guard let output else { return .beside }
        if files.count == 1, !output.hasSuffix("/"), hasExtension(output) { return .file(output) }
        let rivals = files.filter { name(of: $0) == name(of: file) }
        guard rivals.count > 1 else { return .folder(output) }
        let parts = file.split(separator: "/")
        guard parts.count > 1 else { return .folder(output) }
        return .folder("\(output)/\(parts[parts.count - 2])")
    }

    /// Why nothing can be written there, in a clause; nil where it can.
    func objection(to format: Job.Format) -> Diagnostic.Message? {
        guard let output, !output.hasSuffix("/"), !Press.isFolder(output) else { return nil }
        let ending = name(of: output).lowercased().split(separator: ".").last ?? ""
        let formats = Job.Format.allCases.map(\.rawValue)
        if files.count > 1 {
            return formats.contains(String(ending))
                ? "‘\(output)’ is one file, and there are \(files.count): name a folder" : nil
        }
        guard hasExtension(output), ending != format.rawValue else { return nil }
        return Self.foreign.contains(String(ending)) || formats.contains(String(ending))
            ? "pages are written as ‘.\(format.rawValue)’, not as ‘.\(ending)’" : nil
    }

    /// Endings of what other programs write, for which nobody should take a PDF.
    private static let foreign: Set<String> = [
        "doc", "docx", "odt", "rtf", "txt", "htm", "html", "jpg", "jpeg", "gif", "tif", "tiff",
        "ps",
        "eps", "xlsx", "xls", "csv", "ods", "ppt", "pptx", "odp", "yaml", "yml", "json",
    ]

    private func name(of path: String) -> Substring { path.split(separator: "/").last ?? "" }

    private func hasExtension(_ path: String) -> Bool { name(of: path).dropFirst().contains(".") }
}

private func job(for file: String, _ arguments: Arguments) -> Job {
    Job(
        file: file,
        languages: arguments["lang"].map { $0.split(separator: ",").map(String.init) } ?? [],
        layout: arguments["layout"],
        format: arguments["format"].flatMap(Job.Format.init(rawValue:)) ?? .pdf
    )
}

extension GriotError {
    var status: ExitStatus { blame == .world ? .failure : .mistake }
}

extension Outcome {
    var status: ExitStatus {
        if let failure { return failure.status }
        return messages.hasErrors ? .mistake : .success
    }
}

/// A size as people write it: `300kB`, `1.5 MB`, `200000`.
struct FileSize {
    let bytes: Int

    init?(_ text: String) {
        let letters = text.filter { $0 != " " }
        let number = letters.prefix { $0.isNumber || $0 == "." }
        let units = ["": 1.0, "b": 1, "kb": 1_000, "k": 1_000, "mb": 1_000_000, "m": 1_000_000]
        guard let value = Double(number), value > 0, value < 1e10,
            let unit = units[letters.dropFirst(number.count).lowercased()]
        else { return nil }
        bytes = Int(value * unit)
    }
}
