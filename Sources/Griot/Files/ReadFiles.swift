internal import Diagnostics
internal import Layouts
internal import YAML

/// The files that a press has read, each once, and what was found wrong with them.
final class ReadFiles {
    private let installation: Installation
    private(set) var sources = Sources()
    /// What was found wrong with what ships with Griot, and with the job’s own files.
    private var report = Report()
    /// What was found wrong while layouts and brands were read for each event folder.
    private var reports: [String: Report] = [:]
    /// Files of the job that are not read, since their text was handed in.
    private var texts: [String: [UInt8]] = [:]
    private(set) var snapshot = Snapshot()
    private var roots: [String: Node] = [:]
    /// Files that are not YAML throughout: what they lack may only not have been read.
    private var damaged: Set<String> = []
    private var jobSources: [String: SourceID] = [:]

    init(beside installation: Installation) { self.installation = installation }

    /// Whether a file has been read, or was begun to be.
    func holds(_ path: String) -> Bool { sources.all.contains { $0.name == path } }

    /// Whether files that were read are YAML throughout.
    func areWhole(_ paths: Set<String>) -> Bool { damaged.isDisjoint(with: paths) }

    func root(at path: String) -> Node? {
        if let known = roots[path] { return known }
        guard let bytes = texts[path] ?? confinedBytes(of: path) else { return nil }
        let source = sources.add(SourceFile(name: path, bytes: bytes))
        let mistakes = report.count(of: .error)
        let root = root(of: source)
        if report.count(of: .error) > mistakes { damaged.insert(path) }
        roots[path] = root
        return root
    }

    private func confinedBytes(of path: String) -> [UInt8]? {
        // Most events have no layouts of their own, and to follow every link of two folders takes
        // longer than to look.
        guard Paths.exists(path), let place = try? confined(path),
            let bytes = try? FileReading.bytes(of: place, limit: FileLimits.text)
        else { return nil }
        if !installation.holds(path) { snapshot.texts[path] = bytes }
        return bytes
    }

    /// Takes a text in the place of a file, until nil lets that be read again.
    func use(_ text: [UInt8]?, asFile path: String) { texts[path] = text }

    /// Takes what another press has read as what these files hold, whatever happens to them meanwhile.
    func use(_ snapshot: Snapshot) { texts.merge(snapshot.texts) { _, read in read } }

    /// The event's own files as they were read, for other threads.
    struct Snapshot: Sendable {
        fileprivate var texts: [String: [UInt8]] = [:]
    }

    /// Whether the text of a file was handed in.
    func isHandedIn(_ path: String) -> Bool { texts[path] != nil }

    /// What one of the event's own files holds, or was said to hold.
    func text(of path: String) throws(FileProblem) -> [UInt8] {
        if let text = texts[path] { return text }
        let bytes = try FileReading.bytes(of: path, limit: FileLimits.text)
        snapshot.texts[path] = bytes
        return bytes
    }

    /// Takes in one of the event's own files; its earlier text, if there was one, is forgotten.
    func source(_ file: SourceFile) -> SourceID {
        if let id = jobSources[file.name] {
            sources.replace(id, with: file)
            return id
        }
        let id = sources.add(file)
        jobSources[file.name] = id
        return id
    }

    /// Takes in a file that goes with one of the layouts, and is read by whoever knows its form.
    ///
    /// - Parameter place: Where it lies, all links followed.
    func takeIn(_ path: String, at place: String) throws(FileProblem) {
        let bytes = try FileReading.bytes(of: place, limit: FileLimits.text)
        _ = source(SourceFile(name: path, bytes: bytes))
    }

    // MARK: What ships with Griot

    /// One of the house's own files, which cannot be done without.
    func ownBytes(of path: String) -> [UInt8]? {
        do throws(FileProblem) {
            return try FileReading.bytes(of: path, limit: FileLimits.text)
        } catch {
            report.add(.error(.unreadable(path, error), at: nil).hinting(error.hint))
            return nil
        }
    }

    /// Takes in a part of one of the house’s own files, or in its place the whole.
    func source(ofTheHouse file: SourceFile, replacing id: SourceID? = nil) -> SourceID {
        guard let id else { return sources.add(file) }
        sources.replace(id, with: file)
        return id
    }

    /// What one of the house’s own files holds.
    func root(of source: SourceID) -> Node? {
        parse(source, in: sources, reporting: &report).first
    }

    /// A file of an event's own layouts may not lead out of the event; where the house keeps its
    /// own is the house's matter.
    private func confined(_ path: String) throws(FileProblem) -> String {
        if installation.holds(path) { return path }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let layouts = parts.lastIndex(where: { $0 == "layouts" || $0 == "fonts" }) else {
            return path
        }
        let home = parts[..<layouts].joined(separator: "/")
        let rest = parts[layouts...].joined(separator: "/")
        return try Paths.confined(rest, to: home.isEmpty ? (layouts == 0 ? "." : "/") : home)
    }
}

// MARK: What was found wrong

extension ReadFiles {
    func tell(_ diagnostic: Diagnostic, of eventFolder: String) {
        reports[eventFolder, default: Report()].add(diagnostic)
    }

    func tell(_ heard: Report, of eventFolder: String) {
        reports[eventFolder, default: Report()].add(contentsOf: heard)
    }

    /// A file that is there is meant: another in its place would be a surprise.
    func reportUnreadable(_ path: String, in eventFolder: String) {
        do throws(FileProblem) {
            _ = try FileReading.bytes(of: try confined(path), limit: FileLimits.text)
        } catch {
            tell(.error(.unreadable(path, error), at: nil).hinting(error.hint), of: eventFolder)
        }
    }

    /// That a layout file says nothing: another in its place would be a surprise as well.
    func tellOfEmpty(
        _ path: String,
        beginning folder: Shelf.Folder,
        called name: String,
        of eventFolder: String
    ) {
        let source = sources.all.firstIndex { $0.name == path }.map { SourceID(index: Int32($0)) }
        let problem = Diagnostic.error("this file is empty", at: source.map { Span($0, 0..<0) })
        let hint: Diagnostic.Message =
            switch folder {
            case .papers:
                "begin it with ‘paper: \(name)’ and ‘extends: base’, or delete it and begin with a copy: griot layouts copy brief \(name)"
            case .parts:
                "begin it with ‘part: \(name)’, ‘takes’ and ‘blocks’, or delete it"
            case .brands:
                name == Brand.usual
                    ? "delete it, or begin with a copy: griot layouts copy house"
                    : "delete it and begin with a copy: griot layouts copy house \(name)"
            case .languages:
                "begin it with ‘language’ and ‘extends’, as in ‘extends: fr’; ‘griot layouts --reference’ tells what else it may say"
            }
        tell(problem.hinting(hint), of: eventFolder)
    }

    /// What was found wrong with the house, and with the layouts of one event, none of another's.
    ///
    /// - Parameter files: Those that a job is written in: that another paper asks for a layout which is not
    ///   there is no matter of this one. Nil is for all.
    func report(for eventFolder: String, writtenIn files: Set<SourceID>? = nil) -> Report {
        var own = Report()
        for diagnostic in report.diagnostics where concerns(diagnostic, eventFolder) {
            own.add(diagnostic)
        }
        for diagnostic in reports[eventFolder]?.diagnostics ?? [] {
            if let files, let source = diagnostic.span?.source, !files.contains(source),
                jobSources[sources[source].name] == source
            {
                continue
            }
            own.add(diagnostic)
        }
        return own
    }

    private func concerns(_ diagnostic: Diagnostic, _ eventFolder: String) -> Bool {
        guard let span = diagnostic.span else { return true }
        let path = sources[span.source].name
        return installation.holds(path) || Paths.folder(of: path) == eventFolder
            || path.hasPrefix(Paths.joined(eventFolder, "layouts/"))
            || path == Paths.joined(eventFolder, EventFonts.manifestName)
    }

    /// Runs what may come back for another file while it reports.
    func listening<Result>(
        for eventFolder: String? = nil,
        _ body: (inout Report) -> Result
    ) -> Result {
        var heard = Report()
        defer {
            if let eventFolder {
                reports[eventFolder, default: Report()].add(contentsOf: heard)
            } else {
                report.add(contentsOf: heard)
            }
        }
        return body(&heard)
    }
}
