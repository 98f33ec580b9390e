internal import Diagnostics
internal import Glibc

/// Files, written whole or not at all.
enum FileWriting {
    /// Writes beside the place and renames, so that a run cut short leaves the old file as it was.
    static func write(_ bytes: [UInt8], to path: String) throws(GriotError) {
        try draft(bytes, for: path).takeItsPlace()
    }

    /// Writes beside the place.
    static func draft(_ bytes: [UInt8], for path: String) throws(GriotError) -> Draft {
        let draft = try Draft(for: path)
        try draft.write(bytes)
        try draft.end()
        return draft
    }

    /// A file being written beside its place; it is gone again where it never comes to take that.
    ///
    /// A device such as `/dev/null`, or a pipe that somebody reads, is written as it stands: another file
    /// in its place would break the machine.
    final class Draft {
        let path: String
        private let draft: String
        private let descriptor: Int32
        private var isOpen = true
        /// Its place among the drafts that a signal takes away.
        private var place: Int?
        /// Whether it has come to its place.
        private var isAtItsPlace = false
        private var doing: Diagnostic.Message { "writing ‘\(path)’" }

        init(for path: String) throws(GriotError) {
            self.path = path
            if let stream = try FileWriting.stream(at: path) {
                (draft, descriptor, isAtItsPlace) = (path, stream, true)
                return
            }
            draft = "\(path).\(getpid()).\(FileWriting.draftEnding)"
            // Before there is a file: a signal in between would leave it.
            place = OpenDrafts.add(draft)
            descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else {
                // Whatever is called next may fail in its turn, and say so in the same place.
                let failure = errno
                isOpen = false
                isAtItsPlace = true
                throw FileWriting.error(failure, "writing ‘\(path)’")
            }
        }

        deinit {
            if isOpen { close(descriptor) }
            if !isAtItsPlace { unlink(draft) }
            OpenDrafts.remove(place)
        }

        /// Writes bytes behind those before.
        func write(_ bytes: [UInt8]) throws(GriotError) {
            let failure = FileWriting.writeAll(bytes, to: descriptor)
            if failure != 0 { throw error(failure) }
        }

        /// Ends the file where it is; nothing more can be written.
        func end() throws(GriotError) {
            guard isOpen else { return }
            isOpen = false
            if close(descriptor) != 0 { throw error(errno) }
        }

        func takeItsPlace() throws(GriotError) {
            try end()
            guard !isAtItsPlace else { return }
            guard rename(draft, path) == 0 else { throw error(errno) }
            isAtItsPlace = true
        }

        private func error(_ failure: Int32) -> GriotError { FileWriting.error(failure, doing) }
    }

    /// What takes bytes one after the other and is no file, opened; nil where there is a file, or nothing.
    private static func stream(at path: String) throws(GriotError) -> Int32? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        let isSystems = ["/dev/", "/proc/"].contains { path.hasPrefix($0) }
        switch facts.st_mode & S_IFMT {
        case S_IFCHR, S_IFIFO: break
        case S_IFREG where isSystems: break
        case S_IFREG, S_IFDIR: return nil
        default:
            throw GriotError(
                "writing ‘\(path)’",
                "no file stands there, but a disk or a socket",
                hint: "name a file with --output"
            )
        }
        // A pipe that nobody reads would be waited for without end.
        let descriptor = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw error(errno, "writing ‘\(path)’") }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        return descriptor
    }

    private static let draftEnding = "part"

    /// Takes away the drafts in a folder of runs that were killed: those that are at work keep theirs.
    static func clearAbandonedDrafts(in folder: String) {
        for name in Paths.names(in: folder) {
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count > 2, parts[parts.count - 1] == draftEnding,
                let process = pid_t(parts[parts.count - 2]), process > 0,
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink(Paths.joined(folder, name))
        }
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws(GriotError) {
        guard !Paths.isFolder(path) else { return }
        let above = Paths.folder(of: path)
        if above != path, !Paths.isFolder(above) { try makeFolder(above) }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
            throw GriotError("making the folder ‘\(path)’", FileReading.lastFailure())
        }
    }

    fileprivate static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress! + sent, buffer.count - sent)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return errno }
                sent += count
            }
            return 0
        }
    }

    fileprivate static func error(_ failure: Int32, _ doing: Diagnostic.Message) -> GriotError {
        GriotError(doing, .failure(failure), hint: hint(for: failure))
    }

    private static func hint(for failure: Int32) -> Diagnostic.Message? {
        switch failure {
        case ENOSPC, EDQUOT: "the disk is full; the old file, if there was one, is untouched"
        case EACCES, EPERM, EROFS: "name a folder you may write to with --output"
        case ENOENT: "the folder does not exist"
        case EISDIR: "a folder has that name: name another file with --output"
        case ENXIO: "nobody reads that pipe: name a file with --output"
        case ENOTDIR: "a part of that path is a file, not a folder"
        default: nil
        }
    }
}
