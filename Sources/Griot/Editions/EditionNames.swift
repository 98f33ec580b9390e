/// What the files of a paper are called: `summary.pdf`; of a paper in several languages
/// `summary-fr.pdf`; by a layout that is not the only one `summary-poster-fr.pdf`; with a file a page
/// `summary-fr-1.png`.
///
/// The names follow from the paper, not from how much of it a run makes: an edition made alone takes the
/// place of itself, and of no other.
struct EditionNames {
    private let job: Job
    /// Those that the paper has by itself, and those that are made.
    private let own: Set<String>
    private let layouts: [String]
    private let made: [String]
    /// Whether the paper comes in more than one language.
    private let isPolyglot: Bool

    /// - Parameters:
    ///   - layouts: Those of the paper, whichever the job asks for.
    ///   - languages: Likewise.
    init(of job: Job, layouts: [String], languages: [String]) {
        self.job = job
        own = Set(layouts)
        self.layouts = job.layout.map { [$0] } ?? layouts
        made = job.languages.isEmpty ? languages : job.languages
        isPolyglot = Set(languages).union(made).count > 1
    }

    /// - Parameter pages: How many there are, for a file each.
    func files(
        of layout: String,
        in language: String,
        pages: Int,
        to destination: Destination
    ) -> [String] {
        let isOnePiece = job.format == .pdf || pages == 1
        if case .file(let path) = destination, isAlone, isOnePiece { return [path] }
        let stem = stem(of: layout, in: language, to: destination)
        guard job.format != .pdf else { return ["\(stem).pdf"] }
        return (1...max(1, pages)).map { "\(stem)-\($0).\(job.format.rawValue)" }
    }

    /// The names of all editions, without their endings, for those who look whether they meet others.
    func stems(to destination: Destination) -> [String] {
        if case .file(let path) = destination, isAlone {
            return [Paths.joined(Paths.folder(of: path), Paths.stem(of: path))]
        }
        return layouts.flatMap { layout in
            made.map { stem(of: layout, in: $0, to: destination) }
        }
    }

    private var isAlone: Bool { Set(layouts).count == 1 && Set(made).count == 1 }

    private func stem(of layout: String, in language: String, to destination: Destination) -> String
    {
        var stem = stem(to: destination)
        if isToldByLayout(to: destination) {
            let name = Paths.name(of: stem)
            // The bare name is that of the paper by its only layout, if it has but one.
            let isBare = layout == name && (own.contains(layout) || own.count > 1)
            let isTold = isBare || layout.hasPrefix("\(name)-")
            stem = Paths.joined(Paths.folder(of: stem), isTold ? layout : "\(name)-\(layout)")
        }
        // Asked for by name, the one edition of a run bears the name that it was given.
        if case .file = destination {
            if Set(made).count > 1 { stem += "-\(language)" }
        } else if isPolyglot {
            stem += "-\(language)"
        }
        if job.edition != .public, job.format == .pdf { stem += "-\(job.edition.rawValue)" }
        return stem
    }

    /// Whether the paper comes by more than one layout; asked for by name, whether this run makes more.
    private func isToldByLayout(to destination: Destination) -> Bool {
        if case .file = destination { return Set(layouts).count > 1 }
        return own.union(layouts).count > 1
    }

    private func stem(to destination: Destination) -> String {
        switch destination {
        case .beside: Paths.joined(Paths.folder(of: job.file), Paths.stem(of: job.file))
        case .folder(let folder): Paths.joined(folder, Paths.stem(of: job.file))
        case .file(let path): Paths.joined(Paths.folder(of: path), Paths.stem(of: path))
        }
    }
}
