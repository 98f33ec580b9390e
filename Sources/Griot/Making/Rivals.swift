internal import Content
internal import Diagnostics
internal import YAML

/// Papers that would write the same file.
struct Rivals: Sendable {
    /// What a paper would write, without endings, by the paper.
    private var papers: [String: [String]] = [:]
    private var order: [String] = []

    mutating func add(_ paper: String, writing stems: [String]) {
        for stem in Set(stems).sorted() {
            if papers[stem] == nil { order.append(stem) }
            papers[stem, default: []].append(paper)
        }
    }

    /// Why a paper is not made; nil where no other writes the files that it does.
    func objection(to paper: String) -> GriotError? {
        guard let stem = order.first(where: { meet(in: $0) && papers[$0]!.contains(paper) }) else {
            return nil
        }
        return error(over: stem)
    }

    /// Of all the papers, the first that meet; nil where none do.
    var objection: GriotError? { order.first(where: meet).map(error) }

    private func meet(in stem: String) -> Bool { papers[stem]!.count > 1 }

    private func error(over stem: String) -> GriotError {
        let rivals = Diagnostic.Message.quoted(papers[stem]!)
        return GriotError(
            "writing ‘\(stem)’",
            "\(Array(rivals.dropLast())) and \(rivals[rivals.count - 1]) would both be written there",
            hint: "rename one of the two files, or give them folders of their own",
            blaming: .whatWasNamed
        )
    }
}

extension Press {
    /// Why jobs can't be done together: two would write the same file; nil where none would.
    public func objection(toDoing jobs: [(job: Job, destination: Destination)]) -> GriotError? {
        var rivals = Rivals()
        for (job, destination) in jobs {
            rivals.add(job.file, writing: stems(of: job, to: destination))
        }
        return rivals.objection
    }

    /// What a job would write, without endings, as its file says before it is read as a whole.
    func stems(of job: Job, to destination: Destination) -> [String] {
        guard let bytes = try? shelves.files.text(of: job.file) else { return [] }
        var unheard = Report()
        let source = shelves.files.source(SourceFile(name: job.file, bytes: bytes))
        guard let root = parse(source, in: shelves.sources, reporting: &unheard).first else {
            return []
        }
        func words(_ key: String) -> [String] {
            (root[key]?.items ?? root[key].map { [$0] } ?? []).compactMap(\.text)
        }
        let named = words("layout")
        let languages = words("lang")
        let names = EditionNames(
            of: job,
            layouts: named.isEmpty ? [defaultLayout(of: root[.kind]?.text ?? "")] : named,
            languages: languages.isEmpty ? ["en"] : languages
        )
        return names.stems(to: destination)
    }
}
