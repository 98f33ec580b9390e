internal import Content
internal import Diagnostics
internal import YAML

/// The files of one job, read and parsed.
struct Materials {
    /// The folder that everything the job names must lie in.
    let folder: String
    /// The job's own file, then the registers, then things that are files of their own.
    private(set) var files: [ContentFile]
    /// Those of the registers that are sheets.
    let sheets: [SheetRegister]
    /// What the search for those found besides.
    private(set) var named = NamedFiles()
    /// Where it looked.
    private(set) var placesSearched: Set<String> = []

    /// Reads the job's file and the registers that lie beside it: `people.yaml`, `event.yaml` and
    /// whatever else is named after a shared kind; then the files that it names.
    ///
    /// - Parameter omitted: The name of a file that is read otherwise.
    static func gather(
        for path: String,
        leaving omitted: String? = nil,
        on shelves: Shelves,
        reporting report: inout Report
    ) -> Materials? {
        if SheetRegisters.kind(ofSheet: Paths.name(of: path), among: shelves.kinds) != nil {
            return gather(forSheet: path, on: shelves, reporting: &report)
        }
        guard let subject = parsed(path, on: shelves, reporting: &report) else { return nil }
        let paper = ContentFile(name: Paths.name(of: path), root: subject)
        let registers = Registers(
            beside: paper,
            leaving: omitted,
            in: Paths.folder(of: path),
            on: shelves,
            reporting: &report
        )
        var materials = Materials(
            folder: Paths.folder(of: path),
            files: [paper] + registers.files,
            sheets: registers.sheets
        )
        if subject.mayNameFiles { materials.gatherNamed(on: shelves, reporting: &report) }
        return materials
    }

    /// A sheet of what papers share, among the registers beside which it lies.
    private static func gather(
        forSheet path: String,
        on shelves: Shelves,
        reporting report: inout Report
    ) -> Materials? {
        let folder = Paths.folder(of: path)
        guard Paths.exists(path) else {
            report.add(unreadable(path, .missing))
            return nil
        }
        let registers = Registers(beside: nil, in: folder, on: shelves, reporting: &report)
        let name = Paths.name(of: path)
        guard let sheet = registers.files.first(where: { $0.name == name }) else { return nil }
        let others = registers.files.filter { $0.name != name }
        return Materials(folder: folder, files: [sheet] + others, sheets: registers.sheets)
    }

    /// Whether a text names a file, its field says: one that takes text takes that of a name.
    private mutating func gatherNamed(on shelves: Shelves, reporting report: inout Report) {
        shelves.openKinds(for: self)
        var search = NamedFileSearch(
            for: files[0].name,
            beside: files.dropFirst().map(\.name),
            in: folder,
            on: shelves
        )
        for use in FileUse.all(in: files[0].root, by: shelves.kinds) {
            search.look(for: use, reporting: &report)
        }
        files += search.files
        named = search.findings
        placesSearched = search.places
    }

    /// Whether a file lies in its folder, no link leading it out.
    static func isWithin(_ place: String, reporting report: inout Report) -> Bool {
        do throws(FileProblem) {
            _ = try Paths.confined(Paths.name(of: place), to: Paths.folder(of: place))
            return true
        } catch {
            report.add(.error(.unreadable(place, error), at: nil).hinting(error.hint))
            return false
        }
    }

    /// Every word that may name a kind: of a whole file, or of what stands in it under that word.
    var kinds: Set<String> {
        var words: Set<String> = []
        for file in files {
            words.insert(String(Paths.name(of: file.name).prefix { $0 != "." }))
            if let kind = file.root[.kind]?.text { words.insert(kind) }
            for entry in file.root.entries ?? [] { entry.key.text.map { _ = words.insert($0) } }
        }
        return words
    }

    /// Every key that is written in them.
    var keys: Set<String> {
        var keys: Set<String> = []
        for file in files { file.root.gatherKeys(into: &keys) }
        return keys
    }

    static func parsed(
        _ path: String,
        on shelves: Shelves,
        reporting report: inout Report
    ) -> Node? {
        do throws(FileProblem) {
            return try root(of: path, on: shelves, reporting: &report)
        } catch {
            report.add(unreadable(path, error))
            return nil
        }
    }

    private static func unreadable(_ path: String, _ problem: FileProblem) -> Diagnostic {
        .error(.unreadable(path, problem), at: nil)
            .hinting(mend(of: path, problem) ?? problem.hint)
    }

    /// What a file holds; nil where that is nothing, which is told.
    static func root(of path: String, on shelves: Shelves, reporting report: inout Report)
        throws(FileProblem) -> Node?
    {
        let bytes = try shelves.files.text(of: path)
        let source = shelves.files.source(SourceFile(name: path, bytes: bytes))
        let roots = parse(source, in: shelves.sources, reporting: &report)
        report.add(garbledLettersOf: bytes, in: source)
        if roots.count > 1 {
            report.add(
                .error(.severalDocuments, at: roots[1].span)
                    .hinting("put each paper into a file of its own")
            )
        }
        if let root = roots.first, let design = root.design {
            report.add(.error(.designAmongPapers(design), at: root.span).hinting(design.mend(path)))
            return nil
        }
        if let root = roots.first, !root.isEmpty { return root }
        // Where parsing failed, it has said why nothing is left.
        if !report.hasErrors {
            report.add(
                .error(.emptyFile, at: Span(source, 0..<0))
                    .hinting(shelves.kinds.beginning(ofFile: path))
            )
        }
        return nil
    }
}

extension Materials {
    /// The file that was meant by a name that none has: its ending is forgotten, or a letter is wrong.
    private static func mend(of path: String, _ problem: FileProblem) -> Diagnostic.Message? {
        let folder = Paths.folder(of: path)
        switch problem {
        case .missing:
            let names = Paths.yamlFiles(in: folder)
            let name = Paths.name(of: path)
            let meant =
                names.first { Paths.stem(of: $0) == name }
                ?? Suggestion.nearest(to: name, among: names)
            return meant.map { "did you mean ‘\(Paths.joined(folder, $0))’?" }
        case .folder:
            return "name a file in it; ‘griot make \(path)’ makes all its papers"
        default: return nil
        }
    }
}

extension Node {
    fileprivate func gatherKeys(into keys: inout Set<String>) {
        for item in items ?? [] { item.gatherKeys(into: &keys) }
        for entry in entries ?? [] {
            if let key = entry.key.text { keys.insert(key) }
            entry.value.gatherKeys(into: &keys)
        }
    }
}

extension Diagnostic.Message {
    static func unreadable(_ path: String, _ problem: FileProblem) -> Self {
        "‘\(path)’ can't be read: \(problem.sentence)"
    }
    fileprivate static var emptyFile: Self { "the file is empty" }
    fileprivate static var severalDocuments: Self { "a second document begins here" }
}

extension FileProblem {
    /// What the person who named the file can do.
    var hint: Diagnostic.Message? {
        switch self {
        case .missing: "check the spelling of its name and of the folder"
        case .folder: "name a file in it, such as ‘summary.yaml’"
        case .outside: "copy it into the event folder"
        case .notAFile, .tooLarge, .failed: nil
        }
    }
}
