package import Diagnostics
internal import Finishing

/// What a run has to say, with the sources that its places are in.
public struct Messages: Sendable {
    var report: Report
    var sources: Sources

    init(report: Report = Report(), sources: Sources = Sources()) {
        self.report = report
        self.sources = sources
    }

    public var hasErrors: Bool { report.hasErrors }
    public var isEmpty: Bool { report.isEmpty }
    public var errorCount: Int { report.count(of: .error) }
    public var warningCount: Int { report.count(of: .warning) }
    /// Nothing to mend: what only tells how it was done is not counted.
    public var isClean: Bool { errorCount + warningCount == 0 }

    /// For a person: place, sentence, the line with its mark, the mend.
    package func text(inColour usesColour: Bool, by phrasebook: Phrasebook = .english) -> String {
        DiagnosticPrinter(usesColour: usesColour, phrasebook: phrasebook).text(
            of: report.pinpointed(in: sources),
            from: sources
        )
    }

    /// Leaves out what has been told of the same place before; what is told of none is each paper’s own.
    public mutating func dropWhatWasTold(_ told: inout Set<String>) {
        var rest = Report()
        for diagnostic in report.diagnostics {
            // What is wrong with a record is told with a paper that needs it, or with the first that does not.
            let matter = diagnostic.matter(in: sources)
            if diagnostic.message.topic == .elsewhere, told.contains(matter) { continue }
            if diagnostic.severity == .error { told.insert(matter) }
            let isNews = told.insert(diagnostic.asTold(from: sources)).inserted
            let isOwn = diagnostic.span == nil && diagnostic.message.topic != .sharedFile
            if isNews || isOwn { rest.add(diagnostic) }
        }
        report = rest
    }

    /// For editors and CI: one JSON object a line.
    package func json(by phrasebook: Phrasebook = .english) -> String {
        DiagnosticJSON(phrasebook: phrasebook).lines(
            of: report.pinpointed(in: sources),
            from: sources
        )
    }
}

/// How one job went.
public struct Outcome: Sendable {
    public var messages: Messages
    /// What was written, in the order in which it was made.
    public var written: [String] = []
    /// What somebody hears who has the pages read aloud, where that was asked for, by the names of
    /// tags: an element a line.
    public var reading = ""
    /// The same in plain words.
    package var announcements: [Diagnostic.Message] = []
    /// What would keep people from reading the pages, counted, in a sentence.
    package var verdict: Diagnostic.Message?
    /// What was done for each language and script, where that was asked for: lines for people.
    package var certificate: [Diagnostic.Message] = []
    /// The same for programs, an object a line.
    public var certificateJSON = ""
    /// What is wrong in shared records with which the paper has nothing to do, and of which its messages warn.
    var mistakesElsewhere: [Diagnostic] = []
    /// Where the world failed, and with it the job.
    public var failure: GriotError?

    public var succeeded: Bool { failure == nil && !messages.hasErrors }

    mutating func note(_ heard: AccessibilityReading) {
        reading += heard.dump()
        announcements += heard.announcements
    }
}

extension Diagnostic {
    /// All that it says, whichever press says it; lines are not counted for that, since a file may be wrong
    /// in a hundred thousand places of one line.
    private static func place(_ span: Span?, in sources: Sources) -> String {
        span.map { "\(sources[$0.source].name):\($0.start)-\($0.end)" } ?? ""
    }

    /// What is said, and of which place, in however grave a tone.
    fileprivate func matter(in sources: Sources) -> String {
        "\(Self.place(span, in: sources)) \(message)"
    }

    fileprivate func asTold(from sources: Sources) -> String {
        func place(_ span: Span?) -> String { Self.place(span, in: sources) }
        let parts =
            ["\(severity.rawValue) \(place(span)) \(message)"]
            + notes.map { "\(place($0.span)) \($0.message)" } + hints.map(\.description)
        return parts.joined(separator: "\n")
    }
}
