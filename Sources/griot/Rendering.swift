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
    if let objection = plan.objection(to: arguments.format) {
        terminal.complain(UsageError(sentence: "‘--output’: \(objection)"))
        return .usage
    }
    let tasks = arguments.operands.map { file in
        (
            job: wishes.applied(to: arguments.job(for: file)),
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
        var told: Set<String> = []
        for (index, (job, destination)) in tasks.enumerated() {
            if tasks.count > 1 {
                terminal.progress("[\(index + 1)/\(tasks.count)] \(job.file)")
            }
            var outcome = press.render(job, to: destination)
            terminal.endProgress()
            // What papers share, such as the names of people, is told with the first.
            outcome.messages.dropWhatWasTold(&told)
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
    private let standards: Set<Job.Standard>?
    private let edition: Job.Edition
    private let maximumSize: Int?
    private let source: Job.SourceChoice?

    init(_ arguments: Arguments) throws(UsageError) {
        edition = arguments["edition"].flatMap(Job.Edition.init(rawValue:)) ?? .public
        source = arguments.has("source") ? .always : arguments.has("no-source") ? .never : nil
        resolution = try Self.resolution(arguments, edition)
        if let option = Self.optionOfPDFs(among: arguments) {
            throw UsageError(sentence: "‘--\(option)’ goes with ‘--format pdf’")
        }
        if arguments.has("source"), arguments.has("no-source") {
            throw UsageError(sentence: "‘--source’ and ‘--no-source’ exclude each other")
        }
        standards = try Self.standards(arguments)
        if let standards, !standards.isEmpty,
            let objection = Press.objection(
                to: standards,
                edition: edition,
                attaching: source == .always
            )
        {
            throw UsageError(sentence: "‘--standard’: \(objection)")
        }
        maximumSize = try Self.maximumSize(arguments, edition)
    }

    private static func standards(_ arguments: Arguments) throws(UsageError) -> Set<Job.Standard>? {
        guard let list = arguments["standard"] else { return nil }
        let names = list.lowercased().split { $0 == "," || $0 == " " }.map(String.init)
        if names == ["none"] { return [] }
        let strangers = names.filter { Job.Standard(rawValue: $0) == nil }
        var objection: Diagnostic.Message?
        if names.isEmpty { objection = "name one, or ‘none’" }
        if let stranger = strangers.first { objection = "there is no standard ‘\(stranger)’ here" }
        if strangers.contains("none") { objection = "‘none’ stands alone" }
        if let objection { throw UsageError(sentence: "‘--standard’: \(objection)") }
        return Set(names.compactMap(Job.Standard.init(rawValue:)))
    }

    private static func resolution(_ arguments: Arguments, _ edition: Job.Edition)
        throws(UsageError) -> Double?
    {
        guard let text = arguments["dpi"] else { return nil }
        guard let resolution = Double(text), (10...1200).contains(resolution) else {
            throw UsageError(sentence: "‘--dpi’ is a number from 10 to 1200")
        }
        guard arguments.format == .png || edition == .light else {
            throw UsageError(
                sentence: "‘--dpi’ goes with ‘--format png’, or with ‘--edition light’"
            )
        }
        return resolution
    }

    private static func maximumSize(_ arguments: Arguments, _ edition: Job.Edition)
        throws(UsageError) -> Int?
    {
        guard let text = arguments["max-size"] else { return nil }
        guard let size = FileSize(text) else {
            throw UsageError(sentence: "‘--max-size’ is a size such as 300kB or 1MB")
        }
        guard edition == .light else {
            throw UsageError(sentence: "‘--max-size’ goes with ‘--edition light’")
        }
        return size.bytes
    }

    /// An option that says nothing about pages that are pictures, where these are asked for.
    private static func optionOfPDFs(among arguments: Arguments) -> String? {
        guard arguments.format != .pdf else { return nil }
        return ["edition", "max-size", "standard", "source", "no-source"]
            .first(where: arguments.has)
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
