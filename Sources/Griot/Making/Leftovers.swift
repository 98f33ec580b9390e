internal import Diagnostics

extension Making.Shift {
    /// The files of earlier papers that lie among those of today.
    ///
    /// Who has withdrawn since is still named in them; but a file that somebody may be keeping is not
    /// Griot’s to delete.
    func leftovers() -> Leftovers {
        let failed = Set(results.compactMap { $0 }.filter { $0.ending == .failed }.map(\.file))
        let names = stemsOfToday
        var found = Leftovers()
        for (paper, file) in record.leftovers {
            if failed.contains(paper) {
                found.outOfDate.append(file)
            } else if !names.contains(Self.stem(of: file)) {
                found.superseded.append(file)
            }
        }
        return found
    }

    /// What the papers would write in all their languages, without endings.
    private var stemsOfToday: Set<String> {
        // Most folders hold nothing that is old, and need not be read for it.
        guard !record.leftovers.isEmpty else { return [] }
        var stems: Set<String> = []
        for languages in Set([[], making.languages]) {
            for paper in papers {
                let job = Job(file: paper, languages: languages, format: making.format)
                stems.formUnion(press.stems(of: job, to: .folder(making.output)))
            }
        }
        return stems
    }

    /// A file without its ending, and without the number of its page where it is one of a paper’s pictures.
    private static func stem(of file: String) -> String {
        let stem = Paths.joined(Paths.folder(of: file), Paths.stem(of: file))
        let isPage = [".png", ".svg"].contains { file.hasSuffix($0) }
        guard isPage, let dash = stem.lastIndex(of: "-") else { return stem }
        return String(stem[..<dash])
    }
}

/// Files that papers made before and that are not as the papers are now.
struct Leftovers {
    /// Those that no paper makes any more.
    var superseded: [String] = []
    /// Those of papers that have failed since.
    var outOfDate: [String] = []
}

extension Report {
    mutating func add(_ leftovers: Leftovers) {
        let (old, stale) = (leftovers.superseded, leftovers.outOfDate)
        if !old.isEmpty {
            add(
                .warning(.superseded(old), at: nil).hinting(
                    old.count == 1
                        ? "delete it: it may name people who have withdrawn"
                        : "delete them: they may name people who have withdrawn"
                )
            )
        }
        if !stale.isEmpty {
            add(
                .warning(.outOfDate(stale), at: nil).hinting(
                    stale.count == 1
                        ? "mend the mistakes before you hand it on"
                        : "mend the mistakes before you hand them on"
                )
            )
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func superseded(_ files: [String]) -> Self {
        "nothing makes \(quoted(files, atMost: columnsNamed)) any more"
    }

    fileprivate static func outOfDate(_ files: [String]) -> Self {
        files.count == 1
            ? "‘\(files[0])’ is as before, since what would replace it failed"
            : "\(quoted(files, atMost: columnsNamed)) are as before, since what would replace them failed"
    }
}
