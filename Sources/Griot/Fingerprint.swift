internal import Glibc

/// What a file was made from, boiled down: when it is the same, nothing needs to be made again.
///
/// Names, sizes and times of change stand for contents, as in `make`.
struct Fingerprint: Hashable {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 { mix(UInt64(byte)) }
        mix(0x100)
    }

    /// Adds a file, or that there is none.
    mutating func add(file path: String) {
        add(path)
        var facts = stat()
        guard stat(path, &facts) == 0 else { return mix(0x101) }
        mix(UInt64(bitPattern: Int64(facts.st_size)))
        mix(UInt64(bitPattern: Int64(facts.st_mtim.tv_sec)))
        mix(UInt64(bitPattern: Int64(facts.st_mtim.tv_nsec)))
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

    /// FNV-1a, by words.
    private mutating func mix(_ word: UInt64) { value = (value ^ word) &* 0x100_0000_01b3 }

    var text: String { String(value, radix: 16) }
}
