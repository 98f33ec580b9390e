internal import Diagnostics
internal import Glibc

extension Press {
    /// Refuses a place for pages where something stands that they are made of: with it would go what
    /// they could be made of again.
    ///
    /// - Parameter others: Files that were read besides those on the shelves.
    func refuseToReplaceWhatWasRead(_ path: String, or others: [String] = []) throws(GriotError) {
        // Mostly nothing stands there yet, and a thousand cards would ask a thousand times.
        guard Paths.areOne(path, path) else { return }
        let name = Paths.name(of: path).lowercased()
        let read = shelves.sources.all.lazy.map(\.name) + Array(pictures.keys) + others
        for source in read where Paths.name(of: source).lowercased() == name {
            guard Paths.areOne(source, path) else { continue }
            throw GriotError(
                "writing ‘\(path)’",
                "the pages are made of that file",
                hint: "name another file with --output",
                blaming: .whatWasNamed
            )
        }
    }
}

extension Paths {
    /// Whether two paths lead to the same thing; false where nothing is there.
    fileprivate static func areOne(_ one: String, _ other: String) -> Bool {
        var (first, second) = (stat(), stat())
        guard lstat(one, &first) == 0, lstat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }
}
