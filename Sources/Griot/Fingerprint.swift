internal import Digests
internal import Glibc

/// What a file was made from, boiled down: when it is the same, nothing needs to be made again.
///
/// Names, sizes and times of change stand for contents, as in `make`.
struct Fingerprint: Hashable {
    private var sum = FNV1a()

    mutating func add(_ text: String) {
        sum.mix(text.utf8)
        sum.mix(0x100)
    }

    /// Adds a file, or that there is none.
    mutating func add(file path: String) {
        add(path)
        var facts = stat()
        guard stat(path, &facts) == 0 else { return sum.mix(0x101) }
        sum.mix(UInt64(bitPattern: Int64(facts.st_size)))
        sum.mix(UInt64(bitPattern: Int64(facts.st_mtim.tv_sec)))
        sum.mix(UInt64(bitPattern: Int64(facts.st_mtim.tv_nsec)))
    }

    /// Adds every file of a folder and of those in it, however deep.
    ///
    /// Links may lead in a circle, so each folder is walked once; and out of it, where papers may not
    /// read, so they are not walked there.
    ///
    /// - Parameters:
    ///   - omitted: A folder that is left out, links followed.
    ///   - files: Files that are left out, by their paths.
    mutating func add(
        folder path: String,
        omitting omitted: String? = nil,
        besides files: Set<String> = []
    ) {
        guard let root = Paths.resolved(path) else { return add(path) }
        var walked: Set<String> = [omitted ?? "", root]
        var left = [path]
        while let folder = left.popLast() {
            for name in Paths.names(in: folder) {
                let place = Paths.joined(folder, name)
                guard Paths.isFolder(place), let real = Paths.resolved(place) else {
                    if !files.contains(place) { add(file: place) }
                    continue
                }
                guard real.hasPrefix(root + "/"), walked.insert(real).inserted else { continue }
                left.append(place)
            }
        }
    }

    var text: String { String(sum.value, radix: 16) }
}
