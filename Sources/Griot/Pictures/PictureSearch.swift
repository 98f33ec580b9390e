internal import Content
internal import Diagnostics
internal import Unicode

/// Looks for the picture that was meant by a path at which there is none.
struct PictureSearch {
    /// The pictures of the folder and of those in it, their paths from it.
    private let paths: [String]

    /// How many files and folders are looked at, and how many folders deep.
    private static let mostPlaces = 2_000
    private static let deepest = 3
    private static let endings = ["jpg", "jpeg", "png", "svg"]

    init(in folder: String) {
        var found: [String] = []
        var left = [(path: "", depth: 0)]
        var places = 0
        while let next = left.popLast(), places < Self.mostPlaces {
            let folder = next.path.isEmpty ? folder : Paths.joined(folder, next.path)
            for name in Paths.names(in: folder) {
                places += 1
                let path = next.path.isEmpty ? name : "\(next.path)/\(name)"
                if Self.endings.contains(Self.ending(of: name)) {
                    // A link may lead to nothing: that is the file that was not found.
                    if Paths.exists(Paths.joined(folder, name)) { found.append(path) }
                } else if next.depth < Self.deepest, !Paths.isLink(Paths.joined(folder, name)),
                    Paths.isFolder(Paths.joined(folder, name))
                {
                    left.append((path, next.depth + 1))
                }
            }
        }
        paths = found.sorted()
    }

    /// The picture that differs but in capitals, accents or its ending; else one of that name in another
    /// folder; else the one whose path is spelt most like it.
    func nearest(to path: String) -> Diagnostic.Message? {
        func meant(_ key: (String) -> String) -> String? {
            let wanted = key(path)
            return paths.first { key($0) == wanted }
        }
        let found =
            meant(Self.folded) ?? meant { Self.folded(Paths.name(of: $0)) }
            ?? Suggestion.nearest(to: path, among: paths)
            ?? Suggestion.nearest(to: Paths.name(of: path), among: paths.map(Paths.name)).flatMap {
                name in paths.first { Paths.name(of: $0) == name }
            }
        return found.map(Suggestion.didYouMean)
    }

    private static func folded(_ path: String) -> String {
        let plain = path.withoutMarks
        let ending = ending(of: plain)
        return endings.contains(ending) ? String(plain.dropLast(ending.count + 1)) : plain
    }

    private static func ending(of name: String) -> String {
        name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    }
}
