package import Diagnostics
package import YAML

/// A parsed file of an event folder, or one that holds all it needs.
package struct ContentFile: Sendable {
    /// Its name without its folder, such as `people.yaml`.
    package var name: String
    package var root: Node
    /// Whether it is read only where another names it; its name is then its path from that one's folder.
    package var isNamed: Bool
    /// Whether it is a sheet, its root the list of its rows.
    package var isSheet: Bool

    package init(name: String, root: Node, isNamed: Bool = false, isSheet: Bool = false) {
        self.name = name
        self.root = root
        self.isNamed = isNamed
        self.isSheet = isSheet
    }
}

/// Reads the files of an event: shared records first, then each paper.
///
/// A file with `kind:` is a paper, or one shared record if that is what its kind describes. Any
/// other holds shared records: under the word for many of them (`people:`), or as the whole file,
/// where the file is named after them (`people.yaml`, `event.yaml`). A thing that is a file of its
/// own is read where it is named.
///
/// - Parameters:
///   - named: What a search for the files that the paper names found besides them.
///   - fileHolding: A file that describes what nobody has found, where there is one.
package func read(
    _ all: [ContentFile],
    kinds: KindLibrary,
    named: NamedFiles = NamedFiles(),
    fileHolding: (Reference) -> String? = { _ in nil },
    reporting report: inout Report
) -> [Brief] {
    var reader = Reader(kinds: kinds, declared: declaredIDs(in: all), report: report)
    for file in all where file.isNamed { reader.named[file.name] = file }
    reader.namedFiles = named
    reader.sheets = Set(all.lazy.filter(\.isSheet).map(\.root.span.source))
    let files = all.filter { !$0.isNamed }
    let languages = workingLanguages(in: files)
    reader.homeLanguage = languages.first ?? "en"
    reader.isLanguageNamed = !languages.isEmpty
    let papers = files.filter { paperKind(of: $0, in: kinds) != nil }
    reader.standIns =
        languages.isEmpty ? papers.first.map { languagesSpoken(by: $0.root) } ?? [] : languages
    let spoken = papers.lazy.compactMap { firstLanguage(of: $0.root) }.first
    for file in files where paperKind(of: file, in: kinds) == nil {
        let named = firstLanguage(of: file.root) ?? spoken ?? languages.first
        reader.language = named ?? reader.homeLanguage
        reader.isLanguageNamed = named != nil
        reader.readRegister(file)
    }
    var briefs: [Brief] = []
    for file in files {
        guard let kind = paperKind(of: file, in: kinds) else { continue }
        if let brief = reader.readPaper(file, of: kind) { briefs.append(brief) }
    }
    reader.tellOfThoseDescribedTwice()
    reader.checkReferences(fileHolding)
    reader.checkTypedNames()
    reader.checkTypedBodies()
    report = reader.report
    for index in briefs.indices {
        briefs[index].registry = reader.registry
        briefs[index].described = reader.described
        briefs[index].choosings = reader.choosings
        guard let kind = kinds[briefs[index].record.kind] else { continue }
        HarmonyChecks.check(briefs[index], of: kind, reporting: &report)
    }
    return briefs
}

private func paperKind(of file: ContentFile, in kinds: KindLibrary) -> Kind? {
    guard let name = file.root[.kind]?.text, let kind = kinds[name], kind.use == .paper else {
        return nil
    }
    return kind
}

/// The working languages of the only event: what names no language is taken to be in the first.
private func workingLanguages(in files: [ContentFile]) -> [String] {
    let named = files.flatMap(\.events).compactMap { $0[field: .languages] }
    guard named.count == 1, let node = named.first else { return [] }
    return (node.items ?? [node]).compactMap { $0.text.map(trimmed) }
        .filter { LanguageTag($0).isWellFormed }
}

extension ContentFile {
    /// The events that a file describes, as they are written: it may be one, hold one or list several.
    package var events: [Node] {
        let isOne = root[.kind]?.text == KnownKind.event.rawValue || name == "event.yaml"
        let listed = root["events"].map { $0.items ?? $0.entries?.map(\.value) ?? [] } ?? []
        let one = root[field: .event] ?? (isOne && listed.isEmpty ? root : nil)
        return listed + [one].compactMap(\.self)
    }
}

func firstLanguage(of root: Node) -> String? { languagesSpoken(by: root).first }

/// The languages of its editions, as they are written.
private func languagesSpoken(by root: Node) -> [String] {
    guard let node = root[.lang] else { return [] }
    return (node.items ?? [node]).compactMap(\.text)
}

/// Every id that any mapping gives itself, and every key under which records stand.
package func declaredIDs(in files: [ContentFile]) -> Set<String> {
    var found: Set<String> = []
    var rest = files.map(\.root)
    while let node = rest.popLast() {
        if let items = node.items { rest += items }
        for entry in node.entries ?? [] {
            if entry.key.text == KnownField.id.rawValue, let id = entry.value.text {
                found.insert(trimmed(id))
            }
            if entry.value.entries != nil, let key = entry.key.text { found.insert(key) }
            if entry.value.text == nil { rest.append(entry.value) }
        }
    }
    return found
}
