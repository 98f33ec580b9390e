internal import Content
internal import Diagnostics
internal import YAML

/// The kinds: first their covers, then the fields of those that a job is written in.
final class KindShelf {
    private(set) lazy var library = readCovers()
    private let installation: Installation
    private let files: ReadFiles
    /// By the names of the kinds.
    private var sources: [String: SourceID] = [:]

    init(in installation: Installation, reading files: ReadFiles) {
        self.installation = installation
        self.files = files
    }

    /// Reads the fields of all kinds.
    func openAll() { open(Set(library.all.map(\.name)), writtenWith: nil) }

    /// Reads the fields of the kinds that a job is written in.
    ///
    /// An event with layouts of its own is read with every kind to which those refer, so that a
    /// name which its layouts have wrong is found before something bears it.
    func open(for materials: Materials) {
        let own = Paths.joined(materials.folder, "layouts")
        let keys = Paths.isFolder(own) ? nil : materials.keys
        open(materials.kinds, writtenWith: keys)
    }

    /// - Parameter keys: Those that are written in it; nil stands for all.
    func open(_ words: Set<String>, writtenWith keys: Set<String>?) {
        var opened = library
        library = files.listening { report in
            opened.open(
                words,
                writtenWith: keys,
                reporting: &report,
                reading: { self.wholeFile(of: $0) }
            )
            return opened
        }
    }

    private func readCovers() -> KindLibrary {
        let folder = Paths.joined(installation.folder, "kinds")
        let covers = Paths.names(in: folder).filter { $0.hasSuffix(".yaml") }
            .compactMap { cover(at: Paths.joined(folder, $0)) }
        return files.listening { KindLibrary(covers: covers, reporting: &$0) }
    }

    /// A kind file up to its fields.
    private func cover(at path: String) -> Node? {
        guard let bytes = files.ownBytes(of: path) else { return nil }
        let cover = SourceFile(name: path, bytes: Array(bytes.upToLine("fields:")))
        let source = files.source(ofTheHouse: cover)
        guard let root = files.root(of: source) else { return nil }
        if let name = root["kind"]?.text { sources[name] = source }
        return root
    }

    private func wholeFile(of kind: String) -> Node? {
        guard let source = sources[kind] else { return nil }
        let path = files.sources[source].name
        guard let bytes = files.ownBytes(of: path) else { return nil }
        let whole = SourceFile(name: path, bytes: bytes)
        return files.root(of: files.source(ofTheHouse: whole, replacing: source))
    }
}

extension [UInt8] {
    /// What stands before the first line that begins with a text.
    fileprivate func upToLine(_ text: StaticString) -> ArraySlice<UInt8> {
        var start = 0
        while start < count {
            if self[start...].starts(
                with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
            ) {
                return self[..<start]
            }
            start = (self[start...].firstIndex(of: UInt8(ascii: "\n")) ?? count) + 1
        }
        return self[...]
    }
}
