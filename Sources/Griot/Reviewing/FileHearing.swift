internal import Diagnostics
internal import Finishing
internal import Reading

extension Press {
    /// Reads a finished PDF as a screen reader does, and says what would be missed.
    ///
    /// What a page looks like is no longer known by its parts: colours, and letters in pictures, are
    /// judged by the pages of the source that the file carries, where it carries one.
    public func hear(pdf path: String) -> Outcome {
        var outcome = Outcome(messages: Messages())
        do throws(GriotError) {
            let document = try AttachedSource.reading(path, "reading ‘\(path)’") {
                (bytes) throws(ReadingError) in try hearPDF(bytes)
            }
            var report = Report()
            var findings = checkAccessibility(of: document, reporting: &report)
            if let sight = sight(ofSourceIn: path) {
                findings = findings + sight.findings
                outcome.messages.sources = sight.sources
                report.add(contentsOf: sight.report)
                report.add(.remark(.judgedBySource, at: nil))
            } else {
                report.add(.remark(.coloursNotJudged, at: nil))
            }
            outcome.verdict = findings.verdict
            outcome.note(accessibilityReading(of: document))
            outcome.messages.report = report
        } catch {
            outcome.failure = error
        }
        return outcome
    }

    /// What only those who see pages find wrong with them.
    private struct Sight {
        var findings = AccessibilityFindings()
        var report = Report()
        var sources = Sources()
    }

    /// Makes the pages of a source once more to look at them; nil where there is none, or they can't be made.
    private func sight(ofSourceIn path: String) -> Sight? {
        guard let source = try? AttachedSource(opening: path) else { return nil }
        return try? FolderWriting.whileThere(source.contents) { folder in
            Press.another(in: shelves.installation)?.sight(of: source, in: folder, called: path)
        }
    }

    private func sight(of source: AttachedSource, in folder: String, called name: String) -> Sight?
    {
        let job = Job(
            file: Paths.joined(folder, source.paper),
            languages: [source.language],
            layout: source.layout
        )
        var run = Run(job, on: self)
        let editions = run.editions()
        guard !editions.isEmpty else { return nil }
        var sight = Sight()
        run.report = Report()
        for edition in editions {
            sight.findings.contrasts += checkContrast(
                of: edition.document,
                naming: run.colourNames(of: edition),
                reporting: &run.report
            )
            sight.findings.lettering += run.reportLettering(in: edition)
        }
        sight.report = run.report
        for file in shelves.sources.all {
            let own =
                file.name.hasPrefix(folder) ? name + file.name.dropFirst(folder.count) : file.name
            _ = sight.sources.add(SourceFile(name: own, bytes: file.bytes))
        }
        return sight
    }
}

extension Diagnostic.Message {
    fileprivate static var judgedBySource: Self {
        "colours, and letters in pictures, were judged by the source that the file carries"
    }

    fileprivate static var coloursNotJudged: Self {
        "colours, and letters in pictures, were not judged: the file carries no source"
    }
}
