internal import Content
internal import Diagnostics

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
        self.output = output ?? Self.usualOutput(of: folder)
        self.languages = languages
        self.format = format
        self.isForced = isForced
    }

    /// The folder for the papers of an event where none is named.
    static func usualOutput(of folder: String) -> String { Paths.joined(folder, "out") }

    /// How one paper of the event went.
    public struct Result: Sendable {
        /// Nothing is made again of which neither content nor design has changed.
        public enum Ending: Sendable { case made, unchanged, failed }

        public var file: String
        public var ending: Ending
        public var outcome: Outcome
        /// How many warnings there were when an unchanged paper was made; they still stand.
        public var standingWarnings = 0
    }

    /// How the papers went, each after the other, and what there is to say of their folder.
    public struct Results: RandomAccessCollection, Sendable {
        var papers: [Result]
        /// What is wrong in records that papers share, and kept none of these from being made.
        public internal(set) var ofSharedRecords: [Messages] = []
        /// What is no one paper’s.
        public var ofTheFolder = Messages()

        public var startIndex: Int { papers.startIndex }
        public var endIndex: Int { papers.endIndex }
        public subscript(index: Int) -> Result { papers[index] }
    }

    /// Makes the papers on as many threads as there are processors.
    ///
    /// - Parameter progress: Told after each paper how many are done, of how many; from any thread.
    /// - Throws: Where the folder holds no paper at all, or what ships with Griot can't be read.
    public func run(
        _ installation: Installation,
        progress: @Sendable @escaping (Int, Int) -> Void
    ) throws(GriotError) -> Results {
        let press = try Press(installation)
        let papers = try press.papers(in: folder)
        var shift = Shift(self, installation, press, papers)
        return try shift.run(progress)
    }
}

extension Making {
    /// What several papers have in common, such as the names of people, is told with the first; what
    /// concerns none of them, behind all.
    static func saidOnce(_ results: [Result]) -> Results {
        var said: Set<String> = []
        var all = Results(papers: results)
        for index in all.papers.indices {
            all.papers[index].outcome.messages.dropWhatWasTold(&said)
        }
        for outcome in results.map(\.outcome) where !outcome.mistakesElsewhere.isEmpty {
            var messages = Messages(sources: outcome.messages.sources)
            for mistake in outcome.mistakesElsewhere { messages.report.add(mistake) }
            messages.dropWhatWasTold(&said)
            if !messages.isEmpty { all.ofSharedRecords.append(messages) }
        }
        return all
    }

    /// Makes a paper, or what is missing of it.
    func make(_ task: Task, with press: Press) -> Product {
        var job = task.job
        var problems = Report()
        // What a link in the folder leads to may be anything.
        guard Materials.isWithin(job.file, reporting: &problems) else {
            let outcome = Outcome(messages: Messages(report: problems))
            return Product(result: Result(file: job.file, ending: .failed, outcome: outcome))
        }
        var last = task.last
        var heard: Outcome?
        if task.isInDoubt, let origin = last?.origin {
            let content = press.contentSum(of: job)
            if content?.sum == origin.content { heard = content?.heard } else { last = nil }
        }
        if let last {
            let asked = languages.isEmpty ? last.origin.languages : languages
            job.languages = asked.filter { !last.made.contains($0) }
            if job.languages.isEmpty { return Shift.unchanged(job.file, last, hearing: heard) }
        }
        var (outcome, origin) = press.make(job, to: .folder(output))
        outcome.messages.drop(.elsewhere)
        guard outcome.succeeded, let origin else {
            return Product(result: Result(file: job.file, ending: .failed, outcome: outcome))
        }
        let made = job.languages.isEmpty ? origin.languages : job.languages
        var entry = MakingRecord.Entry(origin: origin, made: made, products: [])
        entry.warnings = outcome.messages.warningCount
        entry.isBesideMistakes = !outcome.mistakesElsewhere.isEmpty
        entry.products = outcome.written.map { MakingRecord.Product($0) }
        if let last { entry.add(last) }
        return Product(
            result: Result(file: job.file, ending: .made, outcome: outcome),
            entry: entry,
            eventUse: press.eventUses[job.file]
        )
    }
}
