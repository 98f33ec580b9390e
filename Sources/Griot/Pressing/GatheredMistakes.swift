internal import Diagnostics

extension Report {
    /// The report with what is so of many papers, or of many numbers of a file, once.
    var gathered: Report { gatheredOverPapers.gatheredOverNumbers }

    /// The report with one warning for all numbers of a file that name no country, at the first of them.
    private var gatheredOverNumbers: Report {
        let numbers = diagnostics.filter { $0.message.topic == .dialling && $0.span != nil }
        let byFile = Dictionary(grouping: numbers) { $0.span!.source }
        guard byFile.contains(where: { $0.value.count > 1 }) else { return self }
        var rest = Report()
        var told: Set<SourceID> = []
        for diagnostic in diagnostics {
            guard diagnostic.message.topic == .dialling, let span = diagnostic.span,
                let count = byFile[span.source]?.count, count > 1
            else {
                rest.add(diagnostic)
                continue
            }
            guard told.insert(span.source).inserted else { continue }
            rest.add(
                .warning(.numbersWithoutCountry(others: count - 1), at: span).hinting(
                    "begin each with + and the country’s code, such as +221; or say the country of each, in a field or a column ‘country’"
                )
            )
        }
        return rest
    }

    /// The report with what is wrong at one place once, and not for each of the papers in which that stands:
    /// a signature that is not there is on every certificate.
    private var gatheredOverPapers: Report {
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
    fileprivate static func numbersWithoutCountry(others: Int) -> Self {
        others == 1
            ? "this telephone number and another name no country"
            : "this telephone number and \(others) others name no country"
    }

    fileprivate func andInOthers(_ count: Int) -> Self {
        count == 1 ? "\(self), and in another" : "\(self), and in \(count) others"
    }
}
