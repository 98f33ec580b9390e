internal import Glibc

/// Names of files and folders.
enum Paths {
    /// The folder a path lies in; `.` for a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func name(of path: String) -> String {
        path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
    }

    /// The name without what follows its last dot.
    static func stem(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    static func joined(_ folder: String, _ name: String) -> String {
        if name.hasPrefix("/") || folder == "." { return name }
        return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }

    /// A path that begins with a folder’s, counted from that folder.
    static func within(_ path: String, _ folder: String) -> String {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }

    /// The path with all links followed, or nil where nothing is there.
    static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    static func isFolder(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether it is a link, wherever that leads.
    static func isLink(_ path: String) -> Bool {
        var facts = stat()
        return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// In bytes; nil where there is no such file.
    static func size(of path: String) -> Int? {
        var facts = stat()
        return stat(path, &facts) == 0 ? Int(facts.st_size) : nil
    }

    /// The names in a folder, in order, those with a leading dot left out.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { place in
                place.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    /// The names of those in a folder that are YAML files, in order.
    static func yamlFiles(in folder: String) -> [String] {
        names(in: folder).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    }

    /// Whether a path leads above where it starts, by its words alone.
    private static func strays(_ path: String) -> Bool {
        if path.hasPrefix("/") { return true }
        var depth = 0
        for step in path.split(separator: "/") where step != "." {
            depth += step == ".." ? -1 : 1
            if depth < 0 { return true }
        }
        return false
    }

    /// Where `name`, as written in a file of `folder`, leads; never out of the folder.
    static func confined(_ name: String, to folder: String) throws(FileProblem) -> String {
        guard !name.utf8.contains(0) else { throw .missing }
        guard let root = resolved(folder) else { throw .missing }
        let inside = root == "/" ? "/" : root + "/"
        guard let real = resolved(joined(folder, name)) ?? resolvedAsSpelt(name, in: folder) else {
            // What is not there is still named as straying, so that mending ends in one step; and what
            // lies outside is not told to be there or not, whatever links lead to its folder.
            let home = home(of: joined(folder, name))
            let isWithin = home.map { $0 == root || $0.hasPrefix(inside) } ?? true
            throw strays(name) || !isWithin ? .outside(folder: folder) : .missing
        }
        guard real.hasPrefix(inside) else { throw .outside(folder: folder) }
        return real
    }

    /// The path where each step is spelt with other code points for the same letters: é as one or as two,
    /// as files have it that come from a Mac.
    private static func resolvedAsSpelt(_ name: String, in folder: String) -> String? {
        guard name.utf8.contains(where: { $0 >= 0x80 }), !name.hasPrefix("/") else { return nil }
        var place = folder
        for step in name.split(separator: "/").map(String.init) {
            let next = joined(place, step)
            if exists(next) {
                place = next
            } else if let same = names(in: place).first(where: { $0 == step }) {
                place = joined(place, same)
            } else {
                return nil
            }
        }
        return resolved(place)
    }

    /// The nearest folder above a path that is there, all links followed.
    private static func home(of path: String) -> String? {
        var path = path
        while path.contains("/"), path != "/" {
            path = self.folder(of: path)
            if let real = resolved(path) { return real }
        }
        return nil
    }
}
