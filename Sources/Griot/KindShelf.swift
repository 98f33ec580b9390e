internal import Content
internal import Diagnostics
internal import YAML

/// The kinds: first their covers, then the fields of those that a job is written in.
extension Shelves {
    /// Reads the fields of all kinds.
    func openKinds() { openKinds(named: Set(kinds.all.map(\.name)), writtenWith: nil) }

    /// Reads the fields of the kinds that a job is written in.
    ///
    /// An event with layouts of its own is read with every kind to which those refer, so that a
    /// name which its layouts have wrong is found before something bears it.
    func openKinds(for materials: Materials) {
        let own = Paths.joined(materials.folder, "layouts")
        let keys = Paths.isFolder(own) ? nil : materials.keys
        openKinds(named: materials.kinds, writtenWith: keys)
    }

    private func openKinds(named words: Set<String>, writtenWith keys: Set<String>?) {
        var opened = kinds
        kinds = listening { report in
            opened.open(
                words,
                writtenWith: keys,
                reporting: &report,
                reading: { self.kindFile($0) }
            )
            return opened
        }
    }

    func readCovers() -> KindLibrary {
        let folder = Paths.joined(installation.folder, "kinds")
        let covers = Paths.names(in: folder).filter { $0.hasSuffix(".yaml") }
            .compactMap { cover(at: Paths.joined(folder, $0)) }
        return listening { KindLibrary(covers: covers, reporting: &$0) }
    }

    /// A kind file up to its fields.
    private func cover(at path: String) -> Node? {
        guard let bytes = ownBytes(of: path) else { return nil }
        let cover = SourceFile(name: path, bytes: Array(bytes.upToLine("fields:")))
        let source = sources.add(cover)
        guard let root = parse(source, in: sources, reporting: &report).first else { return nil }
        if let name = root["kind"]?.text { kindFiles[name] = source }
        return root
    }

    private func kindFile(_ name: String) -> Node? {
        guard let source = kindFiles[name] else { return nil }
        let path = sources[source].name
        guard let bytes = ownBytes(of: path) else { return nil }
        sources.replace(source, with: SourceFile(name: path, bytes: bytes))
        return parse(source, in: sources, reporting: &report).first
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
