/// What the system says of the files of some folders, before papers are made of them: one that is
/// changed in the meantime is no witness to what a paper was made of.
struct FolderFacts {
    private(set) var facts: [String: FileState.Facts] = [:]

    /// Whether a file is as it was when its folder was looked at, for all that is known.
    func holds(_ path: String) -> Bool {
        facts[path].map { $0 == FileState.Facts(of: path) } ?? true
    }

    /// Looks at every file of a folder and of those in it, however deep.
    ///
    /// Links may lead in a circle, so each folder is walked once; and out of it, where papers may not
    /// read, so they are not walked there.
    ///
    /// - Parameter omitted: A folder that is left out, links followed.
    mutating func add(folder path: String, omitting omitted: String? = nil) {
        guard let root = Paths.resolved(path) else { return }
        var walked: Set<String> = [omitted ?? "", root]
        var left = [path]
        while let folder = left.popLast() {
            for name in Paths.names(in: folder) {
                let place = Paths.joined(folder, name)
                guard Paths.isFolder(place), let real = Paths.resolved(place) else {
                    facts[place] = FileState.Facts(of: place)
                    continue
                }
                guard real.hasPrefix(root + "/"), walked.insert(real).inserted else { continue }
                left.append(place)
            }
        }
    }
}
