internal import Diagnostics

extension Report {
    /// The report with what is so of many papers, of many numbers of a file, or of many codes, once.
    var gathered: Report { gatheredOverPapers.gatheredOverNumbers.gatheredOverCodes }

    /// The report with one remark for all codes that are too small for what is known, at the first of them.
    private var gatheredOverCodes: Report {
        var lacking = CrowdedCodes()
        for diagnostic in diagnostics { lacking.add(diagnostic) }
        guard lacking.count > 1 else { return self }
        var rest = Report()
        var isTold = false
        for diagnostic in diagnostics {
            guard diagnostic.message.crowdedCode != nil else {
                rest.add(diagnostic)
                continue
            }
            if !isTold {
                let remark = Diagnostic.remark(lacking.message, at: diagnostic.span)
                rest.add(diagnostic.hints.reduce(remark) { $0.hinting($1) })
            }
            isTold = true
        }
        return rest
    }

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

/// What codes have no room for, counted.
private struct CrowdedCodes {
    private struct Owner: Hashable {
        var name: String
        var place: Span?
    }

    /// In the order in which they were met; one may have several codes, each with its own room.
    private var owners: [Owner] = []
    private var parts: [Diagnostic.Message: Set<Owner>] = [:]
    private var order: [Diagnostic.Message] = []

    var count: Int { owners.count }

    mutating func add(_ diagnostic: Diagnostic) {
        guard let code = diagnostic.message.crowdedCode else { return }
        let owner = Owner(name: code.owner, place: diagnostic.span)
        if !parts.values.contains(where: { $0.contains(owner) }) { owners.append(owner) }
        for part in code.parts {
            if parts[part] == nil { order.append(part) }
            parts[part, default: []].insert(owner)
        }
    }

    var message: Diagnostic.Message {
        let counted: [Diagnostic.Message] = order.map {
            "\($0) (\(parts[$0]?.count ?? 0))"
        }
        return owners.count == 2
            ? "the codes of ‘\(owners[0].name)’ and another have no room for \(counted)"
            : "the codes of ‘\(owners[0].name)’ and \(owners.count - 1) others have no room for \(counted)"
    }
}

extension Diagnostic.Message {
    fileprivate var crowdedCode: (owner: String, parts: [Self])? {
        guard topic == .crowdedCode, insertions.count == 2,
            case .verbatim(let owner) = insertions[0], case .list(let parts) = insertions[1]
        else { return nil }
        return (owner, parts)
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
