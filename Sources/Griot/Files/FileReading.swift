internal import Diagnostics
internal import Glibc

/// Why a file could not be read, in words for the person who named it.
enum FileProblem: Error {
    case missing, folder, notAFile, tooLarge(limit: Int), outside(folder: String)
    case failed(Diagnostic.Message)

    var sentence: Diagnostic.Message {
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
        var bytes = try read(descriptor, upTo: size + 1)
        // A file may grow while it is read, and those of /proc say that they are empty.
        var isWhole = bytes.count <= size
        while !isWhole {
            let more = try read(descriptor, upTo: 65_536)
            bytes += more
            guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
            isWhole = more.isEmpty
        }
        return bytes
    }

    /// Reads so many bytes, or what there is up to the end of the file.
    private static func read(_ descriptor: Int32, upTo room: Int) throws(FileProblem) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            while count < room {
                let place = UnsafeMutableRawPointer(buffer.baseAddress! + count)
                let got = Glibc.read(descriptor, place, room - count)
                if got < 0, errno == EINTR { continue }
                failed = got < 0
                guard got > 0 else { break }
                count += got
            }
        }
        guard !failed else { throw .failed(lastFailure()) }
        return bytes
    }

    /// The place in memory where a file is mapped until ``unmap(_:)``.
    static func map(_ path: String) throws(FileProblem) -> UnsafeRawBufferPointer {
        let descriptor = try openFile(path)
        defer { close(descriptor) }
        let size = try sizeOfRegularFile(descriptor)
        guard size > 0 else { throw .failed("it is empty") }
        let place = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let place, place != MAP_FAILED else { throw .failed(lastFailure()) }
        return UnsafeRawBufferPointer(start: place, count: size)
    }

    /// Gives up what was mapped: nobody may look there any more.
    static func unmap(_ bytes: UnsafeRawBufferPointer) {
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
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
    static func lastFailure() -> Diagnostic.Message { .failure(errno) }
}

extension Diagnostic.Message {
    /// What the system says of a failure, in the words that phrasebooks know it by.
    static func failure(_ number: Int32) -> Self {
        Self(stringLiteral: String(cString: strerror(number)))
    }
}
