internal import Diagnostics
internal import Glibc
internal import Reading

/// Files put into a folder, all or none.
///
/// They are written into a folder beside it, which then takes its name; into a folder that is there
/// already they are moved one by one, once all of them are whole.
struct FolderWriting {
    let folder: String
    let isReplacing: Bool
    private let draft: String

    init(folder: String, isReplacing: Bool) {
        var folder = folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        self.folder = folder
        self.isReplacing = isReplacing
        // Inside, where its own name cannot take another: ‘.’ and ‘..’ have no place beside them.
        let isStep = [".", ".."].contains(Paths.name(of: folder))
        draft = (isStep ? Paths.joined(folder + "/", "griot") : folder) + ".\(getpid()).part"
    }

    func write(_ contents: FolderContents) throws(GriotError) {
        let isThere = Paths.isFolder(folder)
        guard isReplacing || !Paths.exists(folder) else {
            throw GriotError.alreadyThere(
                doing,
                hint: "name another folder with --output, or write into this one with --force"
            )
        }
        do throws(GriotError) {
            try FileWriting.makeFolder(Paths.folder(of: folder))
            guard mkdir(draft, 0o755) == 0 else { throw failure() }
            for file in contents.files {
                try write(file.bytes, to: place(of: file.path, in: draft))
            }
            if isThere {
                try move(contents)
                remove(contents, from: draft)
            } else if rename(draft, folder) != 0 {
                throw failure()
            }
        } catch {
            remove(contents, from: draft)
            throw error
        }
    }

    /// Writes files into a folder that is there only while something is done with it.
    static func whileThere<Result>(
        _ contents: FolderContents,
        _ work: (String) -> Result
    ) throws(GriotError) -> Result {
        let home = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((home + "/griot-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw GriotError("making a folder in ‘\(home)’", FileReading.lastFailure())
        }
        let outer = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
        defer { rmdir(outer) }
        let writing = FolderWriting(folder: Paths.joined(outer, "event"), isReplacing: false)
        try writing.write(contents)
        defer { writing.remove(contents, from: writing.folder) }
        return work(writing.folder)
    }

    private var doing: Diagnostic.Message { "writing the folder ‘\(folder)’" }

    private func failure() -> GriotError { GriotError(doing, FileReading.lastFailure()) }

    private func place(of path: FolderPath, in folder: String) -> String {
        Paths.joined(folder + "/", path.description)
    }

    private func write(_ bytes: [UInt8], to path: String) throws(GriotError) {
        try FileWriting.makeFolder(Paths.folder(of: path))
        try FileWriting.write(bytes, to: path)
    }

    private func move(_ contents: FolderContents) throws(GriotError) {
        for file in contents.files { try refuseLinks(to: file.path) }
        for file in contents.files {
            let place = place(of: file.path, in: folder)
            try FileWriting.makeFolder(Paths.folder(of: place))
            guard rename(self.place(of: file.path, in: draft), place) == 0 else { throw failure() }
        }
    }

    /// A folder that is a link leads elsewhere, and a file must not follow it.
    private func refuseLinks(to path: FolderPath) throws(GriotError) {
        var place = folder
        for component in path.components.dropLast() {
            place = Paths.joined(place + "/", component)
            var facts = stat()
            guard lstat(place, &facts) == 0, facts.st_mode & S_IFMT == S_IFLNK else { continue }
            throw GriotError(doing, "‘\(place)’ is a link that leads elsewhere")
        }
    }

    /// Takes away what is left in a folder: files first, then folders from the innermost.
    private func remove(_ contents: FolderContents, from folder: String) {
        for file in contents.files { unlink(place(of: file.path, in: folder)) }
        let folders = Set(
            contents.files.flatMap { file in
                (0..<file.path.components.count).map { file.path.components.prefix($0) }
            }
        )
        for inner in folders.sorted(by: { $0.count > $1.count }) {
            rmdir(inner.isEmpty ? folder : Paths.joined(folder, inner.joined(separator: "/")))
        }
    }
}
