internal import Diagnostics
internal import YAML

/// What all papers of a merge share where no file says it: their kind, and no more.
///
/// It is a source of its own, so that what is missing in it is missing of all rows alike.
struct MergeGround {
    let root: Node
    private let source: SourceID

    init(of kind: String, merging data: String, on shelves: Shelves) {
        let text = "kind: \(kind)"
        let file = SourceFile(name: "for all rows", bytes: Array(text.utf8))
        source = shelves.files.source(file)
        let end = text.utf8.count
        let (key, value) = (Span(source, 0..<4), Span(source, 6..<end))
        let entry = Node.Entry(key: .text("kind", at: key), value: .text(kind, at: value))
        root = .mapping([entry], at: Span(source, 0..<end))
        let name = Paths.name(of: data)
        hint =
            "put it into a file, which ‘griot new \(kind)’ begins, and merge that: griot merge \(kind).yaml --data \(name)"
    }

    fileprivate func isAbout(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.span?.source == source
    }

    fileprivate let hint: Diagnostic.Message
}

extension Report {
    /// The report with what is missing of all rows told of no place, as nobody wrote one, and with the way
    /// to say it behind the last.
    func tellingOf(_ ground: MergeGround?) -> Report {
        guard let ground else { return self }
        let last = diagnostics.lastIndex(where: ground.isAbout)
        var report = Report()
        for (place, diagnostic) in diagnostics.enumerated() {
            guard ground.isAbout(diagnostic), diagnostic.severity == .error else {
                report.add(diagnostic)
                continue
            }
            let told = diagnostic.hints.reduce(Diagnostic.error(diagnostic.message, at: nil)) {
                $0.hinting($1)
            }
            report.add(place == last ? told.hinting(ground.hint) : told)
        }
        return report
    }
}
