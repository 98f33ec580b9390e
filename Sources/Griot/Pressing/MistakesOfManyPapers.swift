internal import Diagnostics

extension Report {
    /// The report with what is wrong at one place once, and not for each of the papers in which that stands:
    /// a signature that is not there is on every certificate.
    var gatheredOverPapers: Report {
        let isRepeated = diagnostics.contains { $0.paper != nil }
        guard isRepeated else { return self }
        var count: [Diagnostic: Int] = [:]
        for diagnostic in diagnostics where diagnostic.paper != nil {
            count[diagnostic.namingNoPaper, default: 0] += 1
        }
        var rest = Report()
        var told: Set<Diagnostic> = []
        for diagnostic in diagnostics {
            let bare = diagnostic.namingNoPaper
            guard let paper = diagnostic.paper, let papers = count[bare], papers > 1 else {
                rest.add(diagnostic)
                continue
            }
            guard told.insert(bare).inserted else { continue }
            rest.add(bare.noting(paper.message.andInOthers(papers - 1), at: paper.span))
        }
        return rest
    }
}

extension Diagnostic {
    /// The one of many papers in which it was found.
    fileprivate var paper: Note? { notes.first { $0.message.topic == .paper } }

    fileprivate var namingNoPaper: Diagnostic { keepingNotes { $0.message.topic != .paper } }
}

extension Diagnostic.Message {
    fileprivate func andInOthers(_ count: Int) -> Self {
        count == 1 ? "\(self), and in another" : "\(self), and in \(count) others"
    }
}
