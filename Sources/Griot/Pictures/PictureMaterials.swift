internal import Diagnostics
internal import Flow
internal import Pages
internal import Pictures
internal import Units

/// The pictures that a flow names, read from the event folder or from the house.
struct PictureMaterials {
    /// At the places that the flow's own list gives them; nil where one could not be read.
    private var found: [Pictures.Picture?] = []
    /// Those that lie in the event folder, by their names in it, each once.
    private(set) var own: [(name: String, picture: Pictures.Picture)] = []
    private var ownNames: Set<String> = []
    /// Where those were named that could not be read.
    private(set) var lost: [Span] = []

    var count: Int { found.count }

    /// No pictures at all.
    init() {}

    /// Every picture, once none is missing.
    var all: [Pictures.Picture] {
        let present = found.compactMap(\.self)
        precondition(present.count == found.count, "pages with a missing picture are not painted")
        return present
    }

    /// Those that could be read, each at its place.
    var present: [Pictures.Picture?] { found }

    /// The size each was made at, for those who set it.
    var sizes: [Size?] { found.map { $0?.naturalSize } }

    /// Reads pictures named since; a missing, broken or straying one is reported where it is named.
    mutating func add(
        _ sources: ArraySlice<PictureSource>,
        eventFolder: String,
        installation: Installation,
        known: inout [String: Pictures.Picture],
        reporting report: inout Report
    ) {
        for source in sources {
            let folders = [eventFolder, Paths.joined(installation.folder, "layouts/brands")]
            let picture = Self.picture(source, in: folders, known: &known, reporting: &report)
            found.append(picture)
            if picture == nil, let origin = source.origin { lost.append(origin) }
            guard let picture, (try? Paths.confined(source.path, to: eventFolder)) != nil else {
                continue
            }
            let name = source.path.split(separator: "/").filter { $0 != "." }
                .joined(separator: "/")
            if ownNames.insert(name).inserted { own.append((name, picture)) }
        }
    }

    /// Takes back those of a paper that is not made.
    mutating func withdraw(from first: Int) { found.removeSubrange(first...) }

    private static func picture(
        _ source: PictureSource,
        in folders: [String],
        known: inout [String: Pictures.Picture],
        reporting report: inout Report
    ) -> Pictures.Picture? {
        do throws(FileProblem) {
            let path = try place(of: source.path, in: folders)
            if let picture = known[path] { return picture }
            let bytes = try FileReading.bytes(of: path, limit: FileLimits.picture)
            do throws(PictureError) {
                let picture = try Pictures.Picture.read(bytes)
                known[path] = picture
                return picture
            } catch {
                report.add(error.diagnostic(of: source.path, at: source.origin))
            }
        } catch {
            report.add(
                .error(.missingPicture(source.path, error), at: source.origin)
                    .hinting(mend(of: source.path, after: error, in: folders[0]))
            )
        }
        return nil
    }

    /// The first of the folders that holds the file; what the event has comes before the house's.
    private static func place(of name: String, in folders: [String]) throws(FileProblem) -> String {
        do throws(FileProblem) {
            return try Paths.confined(name, to: folders[0])
        } catch {
            guard case .missing = error, let path = try? Paths.confined(name, to: folders[1]) else {
                throw error
            }
            return path
        }
    }

    private static func mend(of path: String, after problem: FileProblem, in folder: String)
        -> Diagnostic.Message?
    {
        switch problem {
        case .missing where path.contains("://"):
            "nothing is fetched from the web: save the picture into the event folder, and name that file"
        case .missing where path.dropFirst().hasPrefix(":\\"):
            "copy it into the event folder, and name it from there"
        case .missing:
            PictureSearch(in: folder).nearest(to: path)
                ?? (folder == "."
                    ? "paths are counted from the folder that the file stands in"
                    : "paths are counted from the folder of the file, ‘\(folder)’")
        case .outside: "copy it into the event folder"
        default: nil
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func missingPicture(_ path: String, _ problem: FileProblem) -> Self {
        "the picture ‘\(path)’ can't be read: \(problem.sentence)"
    }
}
