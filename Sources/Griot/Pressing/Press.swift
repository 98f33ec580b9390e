internal import Content
package import Diagnostics
internal import Finishing
internal import Flow
internal import Glyphs
internal import Layouts
internal import Pages
internal import Painting
internal import Pictures
internal import Reading
internal import Shaping

/// Runs the path of a brief: from YAML to finished files.
///
/// A press keeps what it has read and shaped, so the second job is faster than the first; it
/// belongs to one thread.
public final class Press {
    public static let version = "0.1.0"

    let shelves: Shelves
    /// By the event whose fonts they have; the house's under no name.
    private var composing: [String: ComposingRoom] = [:]
    /// Told when the pages of a paper begin to be made of its blocks, and, with their number, when they
    /// are made: the press itself reads no clock.
    package var pagesWatch: ((_ made: Int?) -> Void)?
    /// Pictures that have been looked at, by their paths.
    var pictures: [String: Pictures.Picture] = [:]
    /// What papers that were read without a mistake print of their event, by their files.
    var eventUses: [String: EventUse] = [:]

    /// - Throws: Where what ships with Griot can't be read.
    public init(_ installation: Installation) throws(GriotError) {
        shelves = Shelves(installation)
        guard !shelves.kinds.all.isEmpty else {
            throw GriotError("reading the kinds", "‘\(installation.folder)/kinds’ holds none")
        }
    }

    /// One more, for what is read beside others or on another thread; nil where what ships with Griot can’t be
    /// read any more.
    static func another(in installation: Installation) -> Press? { try? Press(installation) }

    /// Makes files of a job, or leaves everything as it was and says why; where the pages of one layout
    /// have mistakes in them, those of the others are made.
    public func render(_ job: Job, to destination: Destination) -> Outcome {
        var run = Run(job, on: self)
        var editions = run.editions()
        return render(&editions, of: &run, to: destination)
    }

    /// Makes files of a job, and says of what, where all went well.
    func make(_ job: Job, to destination: Destination) -> (Outcome, Provenance?) {
        var run = Run(job, on: self)
        var editions = run.editions()
        let outcome = render(&editions, of: &run, to: destination)
        eventUses[job.file] = outcome.succeeded ? run.eventUse(of: editions) : nil
        return (outcome, outcome.succeeded ? run.provenance(of: editions) : nil)
    }

    /// A sum of what a paper says, as far as it may, and what was heard while it was read; nil where it
    /// can't be.
    func contentSum(of job: Job) -> (sum: UInt64, heard: Outcome)? {
        var run = Run(job, on: self)
        guard let brief = run.brief(), !run.hasErrors else { return nil }
        return (run.contentSum(of: brief), run.outcome())
    }

    private func render(
        _ editions: inout [Run.Edition],
        of run: inout Run,
        to destination: Destination
    ) -> Outcome {
        guard !run.hasErrors, run.failure == nil else { return run.outcome() }
        do throws(GriotError) {
            let names = editions.map { run.names(of: $0, to: destination) }
            for name in names.joined() { try refuseToReplaceWhatWasRead(name) }
            var drafts: [FileWriting.Draft] = []
            for index in editions.indices where run.isFaultless(editions[index]) {
                drafts += try run.files(of: &editions[index], to: names[index])
            }
            guard !run.hasErrors, run.failure == nil else { return run.outcome() }
            for draft in drafts {
                try draft.takeItsPlace()
                run.written.append(draft.path)
            }
        } catch {
            guard let told = error.told else { return run.outcome(failure: error) }
            run.report.add(told)
        }
        return run.outcome()
    }

    /// Takes a text in the place of a job's file or register of that path, as an editor holds it
    /// before it is saved; nil lets the file be read again.
    public func use(_ text: String?, asFile path: String) {
        shelves.files.use(text.map { Array($0.utf8) }, asFile: path)
    }

    /// Finds everything that rendering would complain of, and writes nothing.
    ///
    /// - Parameter isRead: Whether to give the pages as a screen reader reads them, too.
    public func check(_ job: Job, asARead isRead: Bool = false) -> Outcome {
        var run = Run(job, on: self)
        run.mayBeShared = true
        let editions = run.editions()
        eventUses[job.file] = run.hasErrors ? nil : run.eventUse(of: editions)
        guard isRead else { return run.outcome() }
        var findings = AccessibilityFindings()
        for edition in editions {
            findings =
                findings
                + checkAccessibility(
                    of: edition.sheets,
                    naming: run.colourNames(of: edition),
                    house: shelves.houseLayouts,
                    reporting: &run.report
                )
            findings.lettering += run.reportLettering(in: edition)
        }
        var outcome = run.outcome()
        // Nothing is promised of a paper whose mistakes keep it from being made.
        let isPromise = findings == AccessibilityFindings()
        if !editions.isEmpty, !(isPromise && outcome.messages.report.hasErrors) {
            outcome.verdict = findings.verdict
        }
        for edition in editions { outcome.note(accessibilityReading(of: edition.sheets.heard)) }
        return outcome
    }

    /// Checks a job, and says of each language and script of it what was done.
    public func certifyLanguages(of job: Job) -> Outcome {
        var run = Run(job, on: self)
        let editions = run.editions()
        let packs = { self.shelves.knownPack($0, eventFolder: run.folder) }
        let heard = run.outcome().messages.report.diagnostics
        let quotations = editions.map {
            QuotationReview(of: $0.flow, in: shelves.sources, packs: packs).findings
        }
        for finding in quotations.joined() { run.report.add(finding) }
        var outcome = run.outcome()
        let certificates = zip(editions, quotations).map { edition, quotations in
            LanguageCertificate(
                of: edition,
                by: shelves.fonts(for: run.folder).catalogue,
                hyphenation: { run.composing.hyphenation(of: $0) },
                packs: packs,
                in: shelves.sources,
                hearing: edition.told(among: heard) + quotations
            )
        }
        outcome.certificate = Array(certificates.map(\.text).joined(separator: [""]))
        outcome.certificateJSON = certificates.map(\.json).joined()
        return outcome
    }

    /// Why no file can meet these standards, in a clause; nil where one can.
    ///
    /// - Parameters:
    ///   - edition: For whom the file is.
    ///   - attaching: Whether it must carry its source.
    package static func objection(
        to standards: Set<Job.Standard>,
        edition: Job.Edition = .public,
        attaching: Bool = false
    ) -> Diagnostic.Message? {
        Set(standards.map(Finishing.Standard.init))
            .objection(attachments: attaching, ink: edition == .print)
    }

    /// What a stage made of the job's first edition, as text.
    public func dump(_ job: Job, after stage: Stage) -> (text: String, outcome: Outcome) {
        var run = Run(job, on: self)
        let text = run.dump(after: stage)
        return (text, run.outcome())
    }
}

extension Press {
    /// Where papers of an event are composed: in a room of its own where it brings fonts or languages.
    func composing(for eventFolder: String) -> ComposingRoom {
        let isApart = shelves.bringsFonts(eventFolder) || shelves.bringsLanguages(eventFolder)
        let event = isApart ? eventFolder : ""
        if let known = composing[event] { return known }
        let room = ComposingRoom(fonts: shelves.fonts(for: event)) { [shelves] language in
            // Of those that ship, each has the patterns of its own tag.
            isApart
                ? shelves.knownPack(language, eventFolder: event)?.patternChoice : nil
        }
        composing[event] = room
        return room
    }

    /// The layout for a kind where neither the file nor the command line names one.
    func defaultLayout(of kind: String) -> String { shelves.kinds[kind]?.layout ?? kind }
}

extension Shelves {
    /// What has been read of the layouts that ship.
    fileprivate var houseLayouts: Set<SourceID> {
        let folder = installation.folder + "/layouts/"
        let read = sources.all.enumerated().filter { $1.name.hasPrefix(folder) }
        return Set(read.map { SourceID(index: Int32($0.offset)) })
    }
}
