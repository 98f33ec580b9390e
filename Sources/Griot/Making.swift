internal import Content
internal import Diagnostics
internal import Synchronization

/// Every paper of an event, made where something has changed since it was made last.
public struct Making: Sendable {
    public var folder: String
    public var output: String
    public var languages: [String]
    public var format: Job.Format
    /// Whether papers are made even where nothing has changed.
    public var isForced: Bool

    public init(
        folder: String,
        output: String? = nil,
        languages: [String] = [],
        format: Job.Format = .pdf,
        isForced: Bool = false
    ) {
        self.folder = folder
        self.output = output ?? Paths.joined(folder, "out")
        self.languages = languages
        self.format = format
        self.isForced = isForced
    }

    /// How one paper of the event went.
    public struct Result: Sendable {
        public enum Ending: Sendable { case made, unchanged, failed }

        public var file: String
        public var ending: Ending
        public var outcome: Outcome
    }

    /// Makes the papers on as many threads as there are processors.
    ///
    /// - Parameter progress: Told after each paper how many are done, of how many; from any thread.
    /// - Throws: Where the folder holds no paper at all, or what ships with Griot can't be read.
    public func run(
        _ installation: Installation,
        progress: @Sendable @escaping (Int, Int) -> Void
    ) throws(GriotError) -> [Result] {
        guard Paths.isFolder(folder) else {
            throw GriotError(
                "making ‘\(folder)’",
                Paths.exists(folder) ? "it is a file, not a folder" : "there is no such folder",
                blaming: .whatWasNamed
            )
        }
        let press = try Press(installation)
        let papers = EventFolder(folder, kinds: press.shelves.kinds).papers
        guard !papers.isEmpty else {
            throw GriotError(
                "making ‘\(folder)’",
                "no file in it names a kind of paper",
                hint: "‘griot new workshop-summary’ begins one",
                blaming: .whatWasNamed
            )
        }
        let shared = ground(installation, besides: papers, kinds: press.shelves.kinds)
        // Before any is read: a change while it is made must be seen next time.
        let grounds = papers.map { paper in
            var ground = shared
            ground.add(file: paper)
            return ground
        }
        let record = MakingRecord(in: output)
        let finished = Mutex([Result?](repeating: nil, count: papers.count))
        Crew.share(
            tasks: papers.count,
            first: press,
            hand: { try? Press(installation) }
        ) { press, task in
            let result = self.make(
                papers[task],
                with: press,
                over: grounds[task],
                knowing: record
            )
            let done = finished.withLock { results in
                results[task] = result
                return results.count { $0 != nil }
            }
            progress(done, papers.count)
        }
        let results = finished.withLock { $0.compactMap(\.self) }
        let known = Dictionary(zip(papers, grounds)) { first, _ in first }
        try record.replacing(results, over: known).write(to: output)
        return saidOnce(results)
    }

    /// What several papers have in common, such as the names of people, is warned of with the first.
    private func saidOnce(_ results: [Result]) -> [Result] {
        var said: Set<String> = []
        return results.map { result in
            var result = result
            result.outcome.messages.dropWarnings(told: &said)
            return result
        }
    }

    /// What every paper of the event depends upon: its registers and its own layouts and pictures,
    /// what ships with Griot, and Griot itself.
    ///
    /// No paper reads another, unless it is a register as well.
    private func ground(
        _ installation: Installation,
        besides papers: [String],
        kinds: KindLibrary
    ) -> Fingerprint {
        var ground = Fingerprint()
        for part in ["kinds", "layouts", "fonts"] {
            ground.add(folder: Paths.joined(installation.folder, part))
        }
        ground.add(file: Paths.resolved("/proc/self/exe") ?? "")
        let registers = Set(Materials.registers(kinds))
        ground.add(
            folder: folder,
            omitting: Paths.resolved(output),
            besides: Set(papers.filter { !registers.contains(Paths.name(of: $0)) })
        )
        ground.add("\(languages) \(format.rawValue)")
        return ground
    }

    private func make(
        _ paper: String,
        with press: Press,
        over ground: Fingerprint,
        knowing record: MakingRecord
    ) -> Result {
        let before = Outcome(messages: Messages())
        var problems = Report()
        if !isForced, let files = record.files(of: paper, over: ground) {
            var outcome = before
            outcome.written = files
            return Result(file: paper, ending: .unchanged, outcome: outcome)
        }
        // What a link in the folder leads to may be anything.
        guard Materials.isWithin(paper, reporting: &problems) else {
            let messages = Messages(report: problems)
            return Result(file: paper, ending: .failed, outcome: Outcome(messages: messages))
        }
        let job = Job(file: paper, languages: languages, format: format)
        let outcome = press.render(job, to: .folder(output))
        return Result(file: paper, ending: outcome.succeeded ? .made : .failed, outcome: outcome)
    }
}
