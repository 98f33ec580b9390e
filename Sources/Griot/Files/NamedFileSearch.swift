internal import Content
internal import Diagnostics
internal import Glibc
internal import YAML

/// Looks for the files that a paper names: in its event folder, and nowhere else.
///
/// Each file is read once and each folder listed once, however often they are named.
struct NamedFileSearch {
    private let folder: String
    private let paper: String
    private let registers: Set<String>
    private let shelves: Shelves
    private(set) var files: [ContentFile] = []
    private(set) var findings = NamedFiles()
    /// Folders that were listed and files that were read, be it only to see what they hold.
    private(set) var places: Set<String> = []
    private var isTakenIn: Set<String> = []
    private var read: [String: Read] = [:]
    private var listings: [String: Listing] = [:]
    private var patterns = 0
    private var suggestions = 0

    private typealias Objection = NamedFiles.Objection

    private enum Read {
        /// Nil where it holds nothing that could be read, which was told as a mistake in it.
        case root(Node?)
        case problem(FileProblem)
    }

    private enum Listing {
        case files([String])
        case problem(FileProblem)
    }

    /// - Parameters:
    ///   - paper: The name of its file in the folder.
    ///   - registers: Those of the files beside it that are read anyhow.
    init(for paper: String, beside registers: [String], in folder: String, on shelves: Shelves) {
        self.paper = paper
        self.registers = Set(registers)
        self.folder = folder
        self.shelves = shelves
    }

    mutating func look(for use: FileUse, reporting report: inout Report) {
        if use.mention.isPattern {
            lookForAll(use, &report)
        } else {
            lookForOne(use, &report)
        }
    }

    private mutating func lookForOne(_ use: FileUse, _ report: inout Report) {
        let path = use.mention.path
        if path == paper { return object(.isThePaper(path), to: use) }
        if registers.contains(path) { return object(.isARegister(path), to: use) }
        guard isTakenIn.count < FileLimits.named || isTakenIn.contains(path) else {
            return object(.tooMany(FileLimits.named), to: use)
        }
        switch opened(path, &report) {
        case .root(let root): takeIn(path, root)
        case .problem(.missing) where Paths.isLink(Paths.joined(folder, path)):
            object(.leadsNowhere(path), to: use)
        case .problem(.missing): object(missing(use), to: use)
        case .problem(let problem):
            object(.unreadable(Paths.joined(folder, path), problem), to: use)
        }
    }

    private mutating func lookForAll(_ use: FileUse, _ report: inout Report) {
        let pattern = use.mention
        patterns += 1
        guard patterns <= FileLimits.patterns else {
            return object(.tooManyPatterns(FileLimits.patterns), to: use)
        }
        guard !pattern.folder.contains("*") else { return object(.starInFolder, to: use) }
        let names: [String]
        switch listed(pattern.folder) {
        case .files(let all): names = all
        case .problem(.missing): return object(.noFolder(pattern.folder), to: use)
        case .problem(let problem):
            return object(.unreadable(Paths.joined(folder, pattern.folder), problem), to: use)
        }
        let others = names.filter { $0 != paper && !registers.contains($0) }
        let covered = others.filter(pattern.covers)
        guard !covered.isEmpty else { return object(.noneCovered(pattern, of: others), to: use) }
        for path in covered { see(path, for: use, &report) }
        if findings.covered[use] == nil, findings.objections[use] == nil {
            object(.noneOfKind(use), to: use)
        }
    }

    /// Takes in one of many if it is of the kind that is meant; what else is there is no business of the
    /// paper’s, mistakes in it neither.
    private mutating func see(_ path: String, for use: FileUse, _ report: inout Report) {
        guard isTakenIn.count < FileLimits.named || isTakenIn.contains(path) else {
            if findings.objections[use] == nil { object(.tooMany(FileLimits.named), to: use) }
            return
        }
        var heard = Report()
        switch opened(path, &heard) {
        case .root(let root):
            let kind = root?[.kind]?.text
            if kind == nil || kind == use.kind { report.add(contentsOf: heard) }
            guard let root, kind == use.kind else { return }
            takeIn(path, root)
            findings.covered[use, default: []].append(path)
        case .problem(.missing) where Paths.isLink(Paths.joined(folder, path)):
            object(.leadsNowhere(path), to: use)
        case .problem(.missing) where path.contains("\u{FFFD}"):
            object(.unspeakable(path), to: use)
        case .problem(let problem):
            object(.unreadable(Paths.joined(folder, path), problem), to: use)
        }
    }

    private mutating func takeIn(_ path: String, _ root: Node?) {
        guard let root, isTakenIn.insert(path).inserted else { return }
        files.append(ContentFile(name: path, root: root, isNamed: true))
    }

    private mutating func object(_ objection: Objection, to use: FileUse) {
        findings.objections[use, default: []].append(objection)
    }
}

// MARK: The folder

extension NamedFileSearch {
    private mutating func opened(_ path: String, _ report: inout Report) -> Read {
        if let known = read[path] { return known }
        let place = Paths.joined(folder, path)
        places.insert(place)
        let result: Read
        do throws(FileProblem) {
            if !shelves.files.isHandedIn(place) { _ = try Paths.confined(path, to: folder) }
            result = .root(try Materials.root(of: place, on: shelves, reporting: &report))
        } catch {
            result = .problem(error)
        }
        read[path] = result
        return result
    }

    /// The YAML files of a folder in the event’s, their paths from that one.
    private mutating func listed(_ part: String) -> Listing {
        if let known = listings[part] { return known }
        let place = part.isEmpty ? folder : Paths.joined(folder, part)
        var listing: Listing
        do throws(FileProblem) {
            // A link may lead to the event folder itself, which is not outside.
            let isWhole = part.isEmpty || Paths.resolved(place) == Paths.resolved(folder)
            if !isWhole { _ = try Paths.confined(part, to: folder) }
            guard Paths.isFolder(place) else { throw .missing }
            guard access(place, R_OK) == 0 else { throw .failed(FileReading.lastFailure()) }
            places.insert(place)
            listing = .files(Paths.yamlFiles(in: place).map { part.isEmpty ? $0 : "\(part)/\($0)" })
        } catch {
            listing = .problem(error)
        }
        listings[part] = listing
        return listing
    }

    private mutating func missing(_ use: FileUse) -> Objection {
        let path = use.mention.path
        var near: String?
        // A folder of thousands is not searched for each of thousands that are not in it.
        if suggestions < FileLimits.suggestions,
            case .files(let names) = listed(use.mention.folder)
        {
            suggestions += 1
            near = Suggestion.nearest(to: path, among: names)
        }
        return Objection(
            "there is no file ‘\(path)’ in the event folder",
            hint: near.map(Suggestion.didYouMean)
                ?? "‘griot new \(use.kind) -o \(path)’ begins it"
        )
    }
}
