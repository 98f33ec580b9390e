internal import Diagnostics
internal import YAML

/// What all papers of a merge share where no file says it: their kind, and no more.
///
/// It is a source of its own, so that what is missing in it is missing of all rows alike.
struct MergeGround {
    let root: Node
    private let source: SourceID
    private let hint: Diagnostic.Message

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

    fileprivate func mended(_ diagnostic: Diagnostic) -> Diagnostic { diagnostic.hinting(hint) }
}

extension Report {
    /// The report with the way to say what all rows share, where some of that is missing.
    func sayingWhere(_ ground: MergeGround?) -> Report {
        guard let ground else { return self }
        var report = Report()
        for diagnostic in diagnostics {
            report.add(ground.isAbout(diagnostic) ? ground.mended(diagnostic) : diagnostic)
        }
        return report
    }
}
