internal import Diagnostics
internal import Layouts
internal import YAML

/// The files of the folders of `layouts/`: those of each event, and behind them those of the house.
struct LayoutFiles {
    let installation: Installation
    let files: ReadFiles

    /// Where the event itself has a file; nil where the house’s is used.
    func ownPath(_ name: String, in folder: Shelf.Folder, of eventFolder: String) -> String? {
        guard !eventFolder.isEmpty, !name.contains("/") else { return nil }
        let path = Paths.joined(eventFolder, "layouts/\(folder.rawValue)/\(name).yaml")
        // Most events have none, and to follow every link of two folders takes longer than to look.
        guard Paths.exists(path),
            Paths.resolved(eventFolder) != installation.folder
        else { return nil }
        return path
    }

    /// Where a file lies, or would lie if it were there, the event’s own first.
    func path(_ name: String, in folder: Shelf.Folder, of eventFolder: String) -> String {
        ownPath(name, in: folder, of: eventFolder) ?? Paths.joined(shipped(folder), "\(name).yaml")
    }

    /// The names of all files of a folder, the event’s own first.
    func names(in folder: Shelf.Folder, of eventFolder: String) -> [String] {
        var names: [String] = []
        for place in places(of: folder, eventFolder) {
            for file in Paths.names(in: place) where file.hasSuffix(".yaml") {
                let name = Paths.stem(of: file)
                if !names.contains(name) { names.append(name) }
            }
        }
        return names
    }

    /// What a file holds, the event’s own before the house’s; nil where there is none that can be read.
    func root(_ name: String, in folder: Shelf.Folder, of eventFolder: String) -> Node? {
        guard !name.isEmpty, !name.contains("/") else { return nil }
        for place in places(of: folder, eventFolder) {
            let path = Paths.joined(place, "\(name).yaml")
            if let root = files.root(at: path) { return root }
            guard Paths.exists(path) else { continue }
            if !files.holds(path) {
                files.reportUnreadable(path, in: eventFolder)
            } else if files.areWhole([path]) {
                files.tellOfEmpty(path, beginning: folder, called: name, of: eventFolder)
            }
        }
        return nil
    }

    /// The name of the event’s file that calls itself by another, as somebody asks for it.
    func name(ofFileCalling name: String, in folder: Shelf.Folder, of eventFolder: String)
        -> String?
    {
        guard let own = places(of: folder, eventFolder).first, !eventFolder.isEmpty else {
            return nil
        }
        return Paths.names(in: own).lazy.filter { $0.hasSuffix(".yaml") }.map(Paths.stem)
            .first { root($0, in: folder, of: eventFolder)?[folder.ownNameKey]?.text == name }
    }

    /// Tells of a file of the event that calls itself otherwise than it is called: by that name nobody finds it.
    ///
    /// One that says the name of another file was copied from there, and is left alone.
    func checkName(_ name: String, of root: Node?, in folder: Shelf.Folder, of eventFolder: String)
    {
        guard let written = root?[folder.ownNameKey], let own = written.text, own != name,
            !own.isEmpty, ownPath(name, in: folder, of: eventFolder) != nil,
            !names(in: folder, of: eventFolder).contains(own)
        else { return }
        files.tell(
            .warning("this file is asked for by its own name, ‘\(name)’", at: written.span)
                .hinting("write ‘\(folder.ownNameKey): \(name)’, or call the file ‘\(own).yaml’"),
            of: eventFolder
        )
    }

    /// Whether a file of the event says what its namesake of the house does.
    func isCopy(_ path: String, in eventFolder: String) -> Bool {
        let namesake = Paths.joined(installation.folder, Paths.within(path, eventFolder))
        guard namesake != path, let own = files.sources.all.first(where: { $0.name == path }) else {
            return false
        }
        return (try? FileReading.bytes(of: namesake, limit: FileLimits.text)) == own.bytes
    }

    private func shipped(_ folder: Shelf.Folder) -> String {
        Paths.joined(installation.folder, "layouts/\(folder.rawValue)")
    }

    private func places(of folder: Shelf.Folder, _ eventFolder: String) -> [String] {
        eventFolder.isEmpty
            ? [shipped(folder)]
            : [Paths.joined(eventFolder, "layouts/\(folder.rawValue)"), shipped(folder)]
    }
}
