internal import Digests
internal import Glibc

/// A file as it was when something was made of it, or that there was none; of a folder, the names in it.
struct FileState: Hashable, Sendable {
    /// In bytes, 0 of a folder; nil where there is no such file.
    var size: Int?
    /// When it was changed last, in nanoseconds; it spares reading a file that nobody has touched.
    var time: Int
    /// A sum of its bytes, by which a change is seen.
    var digest: UInt64

    /// What the system says of a file, without looking into it.
    struct Facts: Hashable, Sendable {
        var size: Int?
        var time: Int

        init(of path: String) {
            var facts = stat()
            let isThere = stat(path, &facts) == 0
            let isFolder = facts.st_mode & S_IFMT == S_IFDIR
            size = isThere ? (isFolder ? 0 : Int(facts.st_size)) : nil
            let (seconds, rest) = (facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec)
            time = isThere ? seconds * 1_000_000_000 + rest : 0
        }
    }

    init(size: Int?, time: Int, digest: UInt64) {
        (self.size, self.time, self.digest) = (size, time, digest)
    }

    /// Looks at a file; what is known of it is believed where it has not been touched since.
    init(of path: String, knowing known: FileState?) {
        let facts = Facts(of: path)
        (size, time) = (facts.size, facts.time)
        guard size != nil else {
            digest = 0
            return
        }
        let isUntouched = known?.size == facts.size && known?.time == facts.time
        digest = isUntouched ? known!.digest : Self.digest(of: path)
    }

    /// Whether the file holds the same as another did.
    func holdsSame(as other: FileState) -> Bool { size == other.size && digest == other.digest }

    private static func digest(of path: String) -> UInt64 {
        var sum = FNV1a()
        if Paths.isFolder(path) {
            sum.mix(Array(Paths.names(in: path).joined(separator: "/").utf8))
        } else if let bytes = try? FileReading.bytes(of: path, limit: 1 << 31) {
            sum.mix(bytes)
        }
        return sum.value
    }
}
