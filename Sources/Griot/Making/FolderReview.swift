internal import Content
internal import Diagnostics
internal import YAML

extension Press {
    /// What lies in an event's folder and goes into no paper, though somebody may think it does.
    ///
    /// - Parameters:
    ///   - output: Where the papers go; nil is the usual place.
    ///   - isRead: Whether to read the papers for what they print of their event, too.
    public func review(_ folder: String, output: String? = nil, reading isRead: Bool = true)
        -> Messages
    {
        var review = FolderReview(of: folder, on: self)
        review.look(output: output ?? Making.usualOutput(of: folder))
        if isRead { review.lookAtEvents() }
        return Messages(report: review.report, sources: shelves.sources)
    }
}

/// One look at what an event's folder holds beside its papers and registers.
private struct FolderReview {
    private let folder: String
    private let press: Press
    private let papers: [String]
    private let registers: Set<String>
    /// The files of the folder, and the folders in it, by their names.
    private let files: [String]
    private let folders: [String]
    private var mentions: [FileMention]?
    var report = Report()

    init(of folder: String, on press: Press) {
        self.folder = folder
        self.press = press
        papers = EventFolder(folder, kinds: press.shelves.kinds).papers
        registers = Set(Registers.names(press.shelves.kinds))
        let names = Paths.names(in: folder)
        folders = names.filter { Paths.isFolder(Paths.joined(folder, $0)) }
        files = names.filter { !Paths.isFolder(Paths.joined(folder, $0)) }
    }

    mutating func look(output: String) {
        let known = registers.union(papers.map(Paths.name(of:)))
        for name in files where !known.contains(name) { look(atFile: name) }
        lookIntoFolders(butFor: Paths.resolved(output))
        lookForCapitals(output)
    }

    mutating func lookAtEvents() {
        for warning in EventFields(in: papers, on: press).warnings { report.add(warning) }
    }

    // MARK: Files

    private mutating func look(atFile name: String) {
        let small = name.lowercased()
        if let sheet = nameToBeRead(ofSheet: small) {
            return tell(.sheetNotReadAs(name), meaning: sheet)
        }
        if [".yaml.txt", ".yml.txt"].contains(where: small.hasSuffix) {
            return tell(.endsInText(name), meaning: String(name.dropLast(4)))
        }
        if small.hasSuffix(".txt"), namesAKind(name) {
            return tell(.isText(name), meaning: Paths.stem(of: name) + ".yaml")
        }
        guard small.hasSuffix(".yaml") || small.hasSuffix(".yml") else { return }
        let register = Paths.stem(of: small) + ".yaml"
        if registers.contains(register) {
            tell(.notReadAs(name), meaning: register)
        } else if !name.hasSuffix(".yaml"), !name.hasSuffix(".yml") {
            tell(.capitals(name), meaning: Paths.stem(of: name) + ".yaml")
        } else if !isNamed(name) {
            lookInto(name)
        }
    }

    private func namesAKind(_ name: String) -> Bool {
        let place = Paths.joined(folder, name)
        guard !Paths.isLink(place), let word = KindWord.named(in: place) else { return false }
        return press.shelves.kinds[word] != nil
    }

    /// What a sheet is to be called of which the name is nearly right: `People.xlsx`, `person.csv`.
    private func nameToBeRead(ofSheet small: String) -> String? {
        let ending = small.split(separator: ".").last.map(String.init) ?? ""
        guard SheetRegisters.endings.contains(ending) else { return nil }
        let stem = Paths.stem(of: small)
        let kinds = press.shelves.kinds
        guard let kind = kinds.kind(ofMany: stem) ?? kinds[stem], let plural = kind.plural else {
            return nil
        }
        return "\(plural).\(ending)"
    }

    private mutating func tell(_ message: Diagnostic.Message, meaning name: String) {
        let isTaken = files.contains(name)
        report.add(
            .warning(message, at: nil)
                .hinting(isTaken ? "put what it holds into ‘\(name)’" : "call it ‘\(name)’")
        )
    }

    /// A file that is neither a paper nor named like what papers share may hold either.
    private mutating func lookInto(_ name: String) {
        var unheard = Report()
        let place = Paths.joined(folder, name)
        if isBlank(place) {
            return report.add(
                .warning("nothing is made of ‘\(name)’, which is empty", at: nil)
                    .hinting("delete it; ‘griot new KIND -o \(name)’ begins it anew")
            )
        }
        let root = try? Materials.root(of: place, on: press.shelves, reporting: &unheard)
        let entries = root?.entries ?? []
        let keys = entries.compactMap(\.key.text).filter { $0 != "lang" }
        guard !keys.isEmpty, !keys.contains("kind") else { return }
        let shared = press.shelves.kinds.shared.compactMap(\.plural)
        if let key = keys.first(where: shared.contains) {
            say(.notReadThere(name, key), at: entries, key, "call it ‘\(key).yaml’")
        } else if isLikeAPaper(keys) {
            let hint: Diagnostic.Message =
                "begin it with ‘kind:’ and its kind, such as ‘kind: programme’"
            say(.kindless(name), at: entries, keys[0], hint)
        } else if let (key, meant) = near(keys, among: shared) {
            let hint: Diagnostic.Message =
                "did you mean ‘\(meant):’? That stands in ‘\(meant).yaml’"
            say(.notReadThere(name, key), at: entries, key, hint)
        }
    }

    private func isBlank(_ place: String) -> Bool {
        guard let bytes = try? FileReading.bytes(of: place, limit: FileLimits.text) else {
            return false
        }
        return bytes.allSatisfy { $0 <= 0x20 }
    }

    private mutating func say(
        _ message: Diagnostic.Message,
        at entries: [Node.Entry],
        _ key: String,
        _ hint: Diagnostic.Message
    ) {
        let span = entries.first { $0.key.text == key }?.key.span
        report.add(.remark(message, at: span).hinting(hint))
    }

    private func near(_ keys: [String], among known: [String]) -> (String, String)? {
        for key in keys {
            if let meant = Suggestion.nearest(to: key, among: known) { return (key, meant) }
        }
        return nil
    }

    /// Whether most of what a file says is what one kind of paper does.
    private func isLikeAPaper(_ keys: [String]) -> Bool {
        press.shelves.openKinds()
        let common = Set(PaperKey.names)
        return press.shelves.kinds.papers.contains { kind in
            let fields = common.union(kind.fields.map(\.name))
            return keys.count(where: fields.contains) * 2 > keys.count
        }
    }

    // MARK: What papers name

    /// Whether a paper or a register names a file, which is then read with it.
    private mutating func isNamed(_ name: String) -> Bool {
        let known = mentions ?? found()
        mentions = known
        return known.contains { $0.covers(name) }
    }

    private func found() -> [FileMention] {
        let signs = Set("[]{},\"'\n\r\t ".utf8)
        let texts = Registers.texts(press.shelves.kinds).sorted()
        let places = papers + texts.map { Paths.joined(folder, $0) }
        return places.flatMap { place -> [FileMention] in
            let bytes = (try? FileReading.bytes(of: place, limit: FileLimits.text)) ?? []
            return bytes.split { signs.contains($0) }
                .compactMap { FileMention(String(decoding: $0, as: UTF8.self)) }
        }
    }

    // MARK: Folders

    /// How many texts and folders are looked at, about: beyond, it is somebody’s whole archive.
    private static let mostFiles = 400
    private static let house: Set = ["layouts", "fonts", "kinds"]

    private mutating func lookIntoFolders(butFor output: String?) {
        var left = folders.reversed().filter { !Self.house.contains($0) }
        var found: [String] = []
        var seen = 0
        while let inner = left.popLast(), seen < Self.mostFiles {
            let place = Paths.joined(folder, inner)
            // A link may lead anywhere.
            if Paths.isLink(place) || Paths.resolved(place) == output { continue }
            for name in Paths.names(in: place) {
                let file = Paths.joined(inner, name)
                if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
                    seen += 1
                    if isUnnamedPaper(file) { found.append(file) }
                } else if Paths.isFolder(Paths.joined(folder, file)) {
                    seen += 1
                    left.append(file)
                }
            }
        }
        guard let first = found.first else { return }
        let place = Paths.joined(folder, Paths.folder(of: first))
        report.add(
            .remark(.papersInFolders(found), at: nil)
                .hinting("each folder is made by itself: griot make ‘\(place)’")
        )
    }

    private mutating func isUnnamedPaper(_ file: String) -> Bool {
        let place = Paths.joined(folder, file)
        guard !Paths.isLink(place), let word = KindWord.named(in: place) else { return false }
        return press.shelves.kinds[word]?.use == .paper && !isNamed(file)
    }

    // MARK: Names that differ in capitals

    private mutating func lookForCapitals(_ output: String) {
        guard papers.contains(where: { $0 != $0.lowercased() }) else { return }
        var known: [String: (stem: String, paper: String)] = [:]
        for paper in papers {
            for stem in Set(press.stems(of: Job(file: paper), to: .folder(output))).sorted() {
                let other = known[stem.lowercased()] ?? (stem, paper)
                known[stem.lowercased()] = other
                guard other.stem != stem else { continue }
                let papers = (Paths.name(of: other.paper), Paths.name(of: paper))
                report.add(
                    .warning(.sameButForCapitals(other.stem, stem), at: nil)
                        .hinting("rename ‘\(papers.0)’ or ‘\(papers.1)’")
                )
                break
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func notReadAs(_ name: String) -> Self {
        "‘\(name)’ is not read: names of what papers share are written in small letters and end in .yaml"
    }

    fileprivate static func endsInText(_ name: String) -> Self {
        "‘\(name)’ is not read: an editor has put ‘.txt’ behind its name"
    }

    fileprivate static func isText(_ name: String) -> Self {
        "‘\(name)’ is not read: the names of papers end in .yaml"
    }

    fileprivate static func sheetNotReadAs(_ name: String) -> Self {
        "‘\(name)’ is not read: a sheet of what papers share is named in small letters by the word for many"
    }

    fileprivate static func capitals(_ name: String) -> Self {
        "‘\(name)’ is not read: its ending is written in capitals"
    }

    fileprivate static func notReadThere(_ name: String, _ key: String) -> Self {
        "‘\(name)’ is not read: papers do not look there for ‘\(shortened(key)):’"
    }

    fileprivate static func kindless(_ name: String) -> Self {
        "nothing is made of ‘\(name)’, which does not say what it is"
    }

    fileprivate static func papersInFolders(_ files: [String]) -> Self {
        "not made here: \(quoted(files, atMost: 6))"
    }

    fileprivate static func sameButForCapitals(_ one: String, _ other: String) -> Self {
        "‘\(one)’ and ‘\(other)’ differ in nothing but capitals: Windows and macOS take them for one file"
    }
}
