internal import Glibc

/// Why a file could not be read, in words for the person who named it.
enum FileProblem: Error {
    case missing, folder, notAFile, tooLarge(limit: Int), outside(folder: String)
    case failed(String)

    var sentence: String {
        switch self {
        case .missing: "there is no such file"
        case .folder: "it is a folder, not a file"
        case .notAFile: "it is a device or a pipe, not a file"
        case .tooLarge(let limit): "it is larger than \(limit / 1_048_576) MB"
        case .outside(let folder): "it lies outside the event folder ‘\(folder)’"
        case .failed(let reason): reason
        }
    }
}

/// Files, read with suspicion: regular ones only, up to a size, never waiting for a pipe.
enum FileReading {
    static func bytes(of path: String, limit: Int) throws(FileProblem) -> [UInt8] {
        let descriptor = try openFile(path)
        defer { close(descriptor) }
        let size = try sizeOfRegularFile(descriptor)
        guard size <= limit else { throw .tooLarge(limit: limit) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + 1)
        // A file may grow while it is read, and those of /proc say that they are empty.
        let chunk = 65_536
        while true {
            let start = bytes.count
            bytes.append(contentsOf: repeatElement(0, count: max(chunk, size - start)))
            let count = bytes.withUnsafeMutableBytes { buffer in
                read(descriptor, buffer.baseAddress! + start, buffer.count - start)
            }
            if count < 0, errno == EINTR {
                bytes.removeLast(bytes.count - start)
                continue
            }
            guard count >= 0 else { throw .failed(lastFailure()) }
            bytes.removeLast(bytes.count - start - count)
            guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
            if count == 0 { return bytes }
        }
    }

    /// The place in memory where a file is mapped, for the rest of the run.
    static func map(_ path: String) throws(FileProblem) -> UnsafeRawBufferPointer {
        let descriptor = try openFile(path)
        defer { close(descriptor) }
        let size = try sizeOfRegularFile(descriptor)
        guard size > 0 else { throw .failed("it is empty") }
        let place = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let place, place != MAP_FAILED else { throw .failed(lastFailure()) }
        return UnsafeRawBufferPointer(start: place, count: size)
    }

    private static func openFile(_ path: String) throws(FileProblem) -> Int32 {
        // Without O_NONBLOCK, opening a pipe would wait for somebody to write.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .missing : .failed(lastFailure())
        }
        return descriptor
    }

    private static func sizeOfRegularFile(_ descriptor: Int32) throws(FileProblem) -> Int {
        var facts = stat()
        guard fstat(descriptor, &facts) == 0 else { throw .failed(lastFailure()) }
        switch facts.st_mode & S_IFMT {
        case S_IFREG: return Int(facts.st_size)
        case S_IFDIR: throw .folder
        default: throw .notAFile
        }
    }

    /// What the system last complained of.
    static func lastFailure() -> String { String(cString: strerror(errno)) }
}
