internal import Content
internal import Diagnostics
internal import YAML

/// The files of one job, read and parsed.
struct Materials {
    /// The folder that everything the job names must lie in.
    let folder: String
    /// The job's own file, then the registers, then things that are files of their own.
    let files: [ContentFile]
    /// Files among which one that is named wrong may have been meant.
    private(set) var neighbours: [String] = []
    /// Folders of which all files of some name are meant.
    private(set) var foldersAsked: Set<String> = []

    private init(folder: String, files: [ContentFile]) {
        self.folder = folder
        self.files = files
    }

    /// Reads the job's file and the registers that lie beside it: `people.yaml`, `event.yaml` and
    /// whatever else is named after a shared kind.
    static func gather(
        for path: String,
        on shelves: Shelves,
        reporting report: inout Report
    ) -> Materials? {
        let folder = Paths.folder(of: path)
        guard let subject = parsed(path, on: shelves, reporting: &report) else { return nil }
        let paper = ContentFile(name: Paths.name(of: path), root: subject)
        let registers = registers(beside: path, on: shelves, reporting: &report)
        let mentions = FileMention.all(in: subject)
        guard !mentions.isEmpty else {
            return Materials(folder: folder, files: [paper] + registers)
        }
        let taken = Set(([paper] + registers).map(\.name))
        let names = names(of: mentions, in: folder).filter { !taken.contains($0) }
        let named = names.compactMap { name in
            root(ofNamed: name, in: folder, on: shelves, reporting: &report).map {
                ContentFile(name: name, root: $0, isNamed: true)
            }
        }
        var materials = Materials(folder: folder, files: [paper] + registers + named)
        materials.neighbours = mentions.flatMap { yamlFiles(in: $0.folder, of: folder) }
        materials.foldersAsked = Set(
            mentions.filter(\.isPattern).map { Paths.joined(folder, $0.folder) }
        )
        return materials
    }

    /// A text that ends like the name of a file may be no name: which must be there, its field says.
    private static func names(of mentions: [FileMention], in folder: String) -> [String] {
        var names: [String] = []
        for mention in mentions {
            let meant =
                mention.isPattern
                ? yamlFiles(in: mention.folder, of: folder).filter(mention.covers)
                : [mention.path].filter { Paths.exists(Paths.joined(folder, $0)) }
            names += meant.filter { !names.contains($0) }
        }
        return Array(names.prefix(FileLimits.named))
    }

    private static func yamlFiles(in part: String, of folder: String) -> [String] {
        let place = part.isEmpty ? folder : Paths.joined(folder, part)
        return Paths.names(in: place).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
            .map { part.isEmpty ? $0 : "\(part)/\($0)" }
    }

    private static func root(
        ofNamed name: String,
        in folder: String,
        on shelves: Shelves,
        reporting report: inout Report
    ) -> Node? {
        let place = Paths.joined(folder, name)
        do throws(FileProblem) {
            _ = try Paths.confined(name, to: folder)
        } catch {
            report.add(.error(.unreadable(place, error), at: nil).hinting(error.hint))
            return nil
        }
        return parsed(place, on: shelves, reporting: &report)
    }

    /// The registers that lie in the folder of a file, that file left out.
    static func registers(
        beside path: String,
        on shelves: Shelves,
        reporting report: inout Report
    ) -> [ContentFile] {
        var files: [ContentFile] = []
        for name in registers(shelves.kinds) where name != Paths.name(of: path) {
            let place = Paths.joined(Paths.folder(of: path), name)
            guard shelves.texts[place] != nil || Paths.exists(place) else { continue }
            // Who makes a paper of a folder may not know what a link in it leads to.
            guard shelves.texts[place] != nil || isWithin(place, reporting: &report),
                let root = parsed(place, on: shelves, reporting: &report)
            else { continue }
            files.append(ContentFile(name: name, root: root))
        }
        return files
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
            if let kind = file.root["kind"]?.text { words.insert(kind) }
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

    /// The names of files that hold what papers share.
    static func registers(_ kinds: KindLibrary) -> [String] {
        kinds.shared.flatMap { kind in
            [kind.name, kind.plural].compactMap(\.self).map { "\($0).yaml" }
        }
    }

    private static func parsed(
        _ path: String,
        on shelves: Shelves,
        reporting report: inout Report
    ) -> Node? {
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try shelves.text(of: path)
        } catch {
            report.add(
                .error(.unreadable(path, error), at: nil).hinting(
                    mend(of: path, error) ?? error.hint
                )
            )
            return nil
        }
        let source = shelves.source(SourceFile(name: path, bytes: bytes))
        let roots = parse(source, in: shelves.sources, reporting: &report)
        if roots.count > 1 {
            report.add(
                .error(.severalDocuments, at: roots[1].span)
                    .hinting("put each paper into a file of its own")
            )
        }
        if let root = roots.first, !root.isEmpty { return root }
        // Where parsing failed, it has said why nothing is left.
        if !report.hasErrors {
            report.add(
                .error(.emptyFile, at: Span(source, 0..<0))
                    .hinting("‘griot new workshop-summary’ begins a file with its fields explained")
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
            let names = yamlFiles(in: "", of: folder)
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
    static var emptyFile: Self { "the file is empty" }
    static var severalDocuments: Self { "a second document begins here" }
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
