internal import Content
internal import Diagnostics
internal import Finishing
internal import Flow
internal import Layouts
internal import Pages

extension MergeShift {
    /// Makes one file of all rows; those with mistakes are left out.
    ///
    /// Some mistakes come to light when pages are painted, such as a picture that can't be drawn: then the
    /// file is begun anew without the row that asks for it.
    mutating func bind(_ plan: MergePlan, into result: inout Merge.Result) {
        guard let original else { return }
        var plan = plan
        while !plan.rows.isEmpty {
            var attempt = result
            do throws(GriotError) {
                try bind(plan, original, into: &attempt)
                result = attempt
                return
            } catch {
                guard let told = error.told, let place = told.span.flatMap(row(holding:)),
                    let index = plan.rows.firstIndex(where: { $0.place == place })
                else {
                    result = attempt
                    return result.fail(with: error, of: plan)
                }
                plan.rows.remove(at: index)
                result.failures.insert(place)
                result.outcome.messages.report.add(told)
            }
        }
    }

    private func bind(
        _ plan: MergePlan,
        _ original: Original,
        into result: inout Merge.Result
    ) throws(GriotError) {
        // Pages that share sheets must all be there before the first is laid out.
        if original.layout.imposing != nil {
            try bindOnSheets(plan, original, into: &result)
        } else {
            try bindAsMade(plan, original, into: &result)
        }
        if result.made > 0 { try noteWritten(original.composition, in: &result) }
    }

    /// Writes the address cards of those of whom the one file was made, and notes both.
    private func noteWritten(_ composition: Composition, in result: inout Merge.Result)
        throws(GriotError)
    {
        result.outcome.written = [merge.output]
        let records = result.records.compactMap { composition.records[$0] }
        guard let cards = composition.addressBook(ofRecords: records) else { return }
        let book = try draft(of: cards, beside: merge.output)
        try book.takeItsPlace()
        result.outcome.written.append(book.path)
    }

    /// Writes a few papers before the next are made.
    private func bindAsMade(
        _ plan: MergePlan,
        _ original: Original,
        into result: inout Merge.Result
    ) throws(GriotError) {
        var composition = original.composition
        var series = PaperSeries(
            in: folder,
            on: run.press,
            copies: plan.rows.count,
            keepingBack: disclosure
        )
        var heard = Report()
        defer { result.outcome.messages.report.add(contentsOf: heard) }
        try refuseToReplaceWhatWasRead(merge.output)
        try FileWriting.makeFolder(Paths.folder(of: merge.output))
        let composing = run.composing
        var printing = try PressRun(
            to: merge.output,
            copies: plan.rows.count,
            expecting: plan.rows.count * Self.usualSize,
            FinishingOptions(standards: run.standards(attaching: false)),
            on: composing,
            faces: { composing.wholeFace(of: $0) }
        )
        var left = plan.rows[...]
        while !left.isEmpty {
            let papers = try nextPapers(
                of: &left,
                in: &series,
                &composition,
                counting: &result,
                reporting: &heard
            )
            try printing.add(papers, series.pictures.present, named: composition.flow.pictures)
        }
        guard result.made > 0 else { return }
        let file = try printing.end { metadata in
            if plan.rows.count > 1 { metadata.take(composition.commonMetadata()) }
            if let day = original.day { metadata.created = day }
        }
        try file.draft?.takeItsPlace()
    }

    /// The papers of the next rows, as many as are printed together; those with mistakes are left out.
    private func nextPapers(
        of rows: inout ArraySlice<MergePlan.Row>,
        in series: inout PaperSeries,
        _ composition: inout Composition,
        counting result: inout Merge.Result,
        reporting report: inout Report
    ) throws(GriotError) -> [Pages.Document] {
        var papers: [Pages.Document] = []
        var pages = 0
        // One alone tells how many pages there are to a paper, and describes them all.
        var together = result.made == 0 ? 1 : PressRun.pagesTogether
        while pages < PressRun.pagesTogether, !rows.isEmpty {
            let drafts = try nextDrafts(
                of: &rows,
                atMost: together,
                in: &series,
                &composition,
                describing: result.made == 0,
                reporting: &report
            )
            for (row, draft) in drafts {
                let paper = series.make(draft, of: &composition, reporting: &report)
                guard paper.isFaultless else {
                    result.failures.insert(row.place)
                    continue
                }
                let objections = run.objections(toFontsOf: paper.pages)
                guard objections.isEmpty else {
                    for objection in objections { report.add(objection) }
                    result.failures.insert(row.place)
                    continue
                }
                papers.append(paper.pages)
                pages += paper.pages.pages.count
                result.made += 1
                result.records.append(row.record)
            }
            together = max(1, (PressRun.pagesTogether - pages) * papers.count / max(1, pages))
        }
        return papers
    }

    /// The next rows composed, up to one with a mistake.
    private func nextDrafts(
        of rows: inout ArraySlice<MergePlan.Row>,
        atMost count: Int,
        in series: inout PaperSeries,
        _ composition: inout Composition,
        describing describes: Bool,
        reporting report: inout Report
    ) throws(GriotError) -> [(row: MergePlan.Row, draft: PaperSeries.Draft)] {
        var drafts: [(row: MergePlan.Row, draft: PaperSeries.Draft)] = []
        while drafts.count < count, drafts.last?.draft.isFaultless ?? true,
            let row = rows.popFirst()
        {
            composition.startAfresh()
            let draft = try series.compose(
                composition.records[row.record],
                number: row.number,
                of: &composition,
                describing: describes,
                reporting: &report
            )
            drafts.append((row, draft))
        }
        return drafts
    }

    /// What painting a card comes to, in bytes.
    private static let usualSize = 3_000

    private func bindOnSheets(
        _ plan: MergePlan,
        _ original: Original,
        into result: inout Merge.Result
    ) throws(GriotError) {
        var composition = original.composition
        var heard = Report()
        defer { result.outcome.messages.report.add(contentsOf: heard) }
        let document = try document(plan.rows, of: original, &composition, &heard)
        let made = Set(document.made)
        result.failures.formUnion(plan.rows.filter { !made.contains($0.record) }.map(\.place))
        guard !document.made.isEmpty else { return }
        result.made = document.made.count
        result.records = document.made
        try refuseToReplaceWhatWasRead(merge.output)
        try FileWriting.makeFolder(Paths.folder(of: merge.output))
        let file = try run.pdf(
            of: document.pages,
            pictures: document.pictures,
            named: composition.flow.pictures,
            to: merge.output
        )
        try file.takeItsPlace()
    }
}
