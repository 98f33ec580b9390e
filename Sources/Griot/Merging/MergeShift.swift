internal import Content
internal import Diagnostics
internal import Finishing
internal import Flow
internal import Imposition
internal import Layouts
internal import Pages
internal import Structure
internal import YAML

/// One thread's part in a merge: everything read, records made one after the other.
///
/// Every thread takes apart the same bytes and so comes to the same records.
struct MergeShift {
    let merge: Merge
    let run: Run
    var report: Report
    /// Nil where there is none for a mistake in what all papers share.
    private(set) var original: Original?
    /// The rows as they were written, in order; a record lies within its row.
    private(set) var rows: [Span] = []
    /// Those in which stands what was asked for, as it was typed; all where nothing was asked.
    private(set) var asked: Set<Int> = []
    /// What the heads of their columns mean.
    private(set) var names = ColumnNames([])
    /// What the first of them call what they hold, for suggestions.
    private(set) var columns: [String] = []
    /// The heads of the columns, as they were typed.
    private(set) var heads: [String] = []
    /// What the rows say where they are asked, each once.
    private(set) var said: [String] = []
    /// What the papers do not show of their rows; a row may go altogether.
    private(set) var disclosure: Disclosure?
    var withheld: [Span] { disclosure?.withheld.map(\.span) ?? [] }
    private(set) var folder = ""
    /// Mistakes in what papers share that keep only those rows from being made which have to do with them.
    private(set) var mistakesOfSome: Set<Diagnostic> = []
    private(set) var rowsWithMistakenThings: Set<Int> = []
    /// What stands for the file that says what is the same for all, where there is none.
    var ground: MergeGround?

    /// What the papers of all rows are made from.
    struct Original {
        let layout: Layout
        /// The day that the paper gives itself.
        let day: String?
        /// Grows with every paper.
        var composition: Composition
    }

    /// Whether it tells what is so of all rows; the other threads know the same.
    private let isFirst: Bool

    init(_ merge: Merge, on press: Press, isFirst: Bool = false) {
        self.merge = merge
        self.isFirst = isFirst
        report = Report()
        run = Run(Job(file: merge.data), on: press)
        prepare()
    }

    /// One that works beside another, whose files it takes as they were read there; nil where the house
    /// can't be read any more: the others do its tasks.
    init?(_ merge: Merge, in installation: Installation, ofWhatWasRead read: ReadFiles.Snapshot) {
        guard let press = Press.another(in: installation) else { return nil }
        press.shelves.files.use(read)
        self.init(merge, on: press)
    }

    /// A layout with a mistake in it makes nothing of any row.
    var isReady: Bool {
        original != nil && !run.press.shelves.files.report(for: folder).hasErrors
    }

    func outcome() -> Outcome {
        var outcome = run.outcome()
        outcome.messages.report.add(contentsOf: report.tellingOf(ground))
        outcome.messages.report = outcome.messages.report.gathered
        return outcome
    }

    // MARK: Reading

    private mutating func prepare() {
        run.press.shelves.openKinds()
        let table = merge.table(on: run.press.shelves, reporting: &report)
        guard let table, let paper = paper(for: table) else { return }
        note(table)
        folder = paper.folder
        guard let brief = brief(of: paper, with: table) else { return }
        let language = merge.language ?? brief.languages.first ?? "en"
        original = Original(
            layout: paper.layout,
            day: brief.day,
            composition: Composition(
                of: brief,
                with: paper.layout,
                language: language,
                in: run.house(
                    for: brief,
                    setBy: paper.layout,
                    in: language,
                    eventFolder: folder
                )
            )
        )
    }

    /// Keeps where the rows stand, and which of them were asked for.
    private mutating func note(_ table: SheetTable) {
        rows = table.rows.map(\.span)
        names = table.names
        let test = merge.only.flatMap { RowTest($0, in: names) }
        var known: Set<String> = []
        for row in table.rows.prefix(100) {
            let keys = (row.content.entries ?? []).compactMap(\.key.text)
            columns += keys.filter { known.insert($0).inserted }
        }
        heads = table.heads.map(\.value)
        if let test {
            var known: Set<String> = []
            said = table.rows.map { $0.text(of: test.field) }
                .filter { !$0.isEmpty && known.insert($0).inserted }
        }
        asked = Set(
            rows.indices.filter { row in
                test?.holds { numberAsked(by: $0, of: row) ?? table.rows[row].text(of: $0) } ?? true
            }
        )
    }

    /// What is written in the paper, as far as its readers may see it.
    private mutating func brief(of paper: Paper, with table: SheetTable) -> Brief? {
        var heard = Report()
        let shelves = run.press.shelves
        let written = shelves.paper(
            of: paper.files,
            named: paper.named,
            sheets: paper.sheets,
            in: merge.language.map { [$0] } ?? [],
            dressedBy: { shelves.brand($0, askedAt: $1, eventFolder: paper.folder) },
            reporting: &heard
        )
        if let written { note(mistakesIn: heard, beside: written, setBy: paper.layout) }
        let unplaced = written.map { unplacedColumns(of: table, in: $0, by: paper.layout) } ?? []
        report.add(
            contentsOf:
                heard.gathering(unusedColumnsOf: table, unplaced: unplaced, by: paper.layout.name)
                .gathering(shortRowsOf: table)
                .mendedInCells(of: table)
        )
        return written.flatMap { disclosed($0) }
    }

    /// Finds the rows that name something which is described wrongly.
    private mutating func note(
        mistakesIn heard: Report,
        beside brief: Brief,
        setBy layout: Layout
    ) {
        for mistake in brief.mistakesElsewhere { report.add(mistake.toldElsewhere) }
        let mistaken = MistakenRecords(of: brief, in: heard)
        guard !mistaken.isEmpty, case .path(let names)? = layout.each?.source else { return }
        let others = brief.record.fields.filter { $0.name != names[0] }.map(\.value)
        mistakesOfSome = Set(mistaken.mistakes(farFrom: others))
        let items = brief.record[names[0]]?.items ?? []
        rowsWithMistakenThings = Set(
            items.filter(mistaken.areNamed).compactMap { row(holding: $0.span) }
        )
    }

    private func unplacedColumns(of table: SheetTable, in brief: Brief, by layout: Layout)
        -> [Located<String>]
    {
        guard isFirst, case .path(let names)? = layout.each?.source else { return [] }
        return table.unplacedHeads(
            for: names[0],
            of: brief,
            by: layout,
            among: run.press.shelves.kinds,
            in: merge
        )
    }

    /// The paper as its readers may see it; nil where what all rows share names somebody it may not.
    private mutating func disclosed(_ brief: Brief) -> Brief? {
        var disclosure = brief.disclosed(by: run.press.shelves.kinds)
        self.disclosure = disclosure
        // Which rows are asked for is not known yet.
        disclosure.withheld = []
        report.add(disclosure)
        let isShared = disclosure.mentions.contains { mention in
            !mention.isUnsure && row(holding: mention.span) == nil
        }
        return isShared ? nil : disclosure.brief
    }

    /// Tells what is not shown of some rows, and of what is the same for all.
    mutating func tellWithheld(in chosen: Set<Int>) {
        guard var disclosure else { return }
        (disclosure.mentions, disclosure.undated) = ([], [])
        disclosure.withheld.removeAll { item in
            row(holding: item.span).map { !chosen.contains($0) } ?? false
        }
        report.add(disclosure)
    }

    func row(holding span: Span) -> Int? { rows.row(holding: span) }

    /// A row’s number as messages and programs count: with the head of its columns, where it has one.
    func number(ofRow place: Int) -> Int {
        let row = rows[place]
        let grid = run.press.shelves.sources[row.source].grid
        return grid?.row(at: Int(row.start)) ?? place + 1
    }

    /// A number of a row where that is asked for, and not a column of the name.
    func numberAsked(by field: String, of place: Int) -> String? {
        guard let asked = RowNumber(rawValue: field), !columns.contains(field) else { return nil }
        return switch asked {
        case .row: "\(number(ofRow: place))"
        case .index: "\(place + 1)"
        }
    }

    // MARK: Making

    /// Makes the paper of one row and writes it.
    mutating func make(_ row: MergePlan.Row) -> Merge.Row {
        var result = Merge.Row(place: row.place, file: row.file)
        original?.composition.startAfresh()
        guard let original else { return result }
        var composition = original.composition
        do throws(GriotError) {
            try refuseToReplaceWhatWasRead(row.file)
            let document = try document([row], of: original, &composition, &result.report)
            self.original?.composition = composition
            guard !result.report.hasErrors else { return result }
            let file = try run.pdf(
                of: document.pages,
                pictures: document.pictures,
                named: composition.flow.pictures,
                to: row.file
            )
            let cards = composition.addressBook(
                ofRecords: [composition.records[row.record]].compactMap(\.self)
            )
            let book = try cards.map { text throws(GriotError) in
                try self.draft(of: text, beside: row.file)
            }
            try file.takeItsPlace()
            try book?.takeItsPlace()
            result.addressBook = book?.path
            result.isMade = true
        } catch {
            if let told = error.told { result.report.add(told) } else { result.failure = error }
        }
        return result
    }

    /// Address cards for a file of the same name as the paper’s.
    func draft(of cards: String, beside path: String) throws(GriotError)
        -> FileWriting.Draft
    {
        let place = Paths.joined(Paths.folder(of: path), Paths.stem(of: path) + ".vcf")
        try refuseToReplaceWhatWasRead(place)
        return try FileWriting.draft(Array(cards.utf8), for: place)
    }

    func refuseToReplaceWhatWasRead(_ path: String) throws(GriotError) {
        try run.press.refuseToReplaceWhatWasRead(path, or: [merge.data])
    }

    func document(
        _ rows: [MergePlan.Row],
        of original: Original,
        _ composition: inout Composition,
        _ report: inout Report
    ) throws(GriotError) -> (pages: Pages.Document, pictures: PictureMaterials, made: [Int]) {
        var binding = Binding(
            in: folder,
            on: run.press,
            copies: rows.count,
            keepingBack: disclosure
        )
        var made: [Int] = []
        for row in rows {
            let record = composition.records[row.record]
            let elements = composition.flow.structure.elements.count
            let isFaultless = try binding.add(
                record,
                number: row.number,
                of: &composition,
                refusing: run.objections(toFontsOf:),
                reporting: &report
            )
            if isFaultless {
                made.append(row.record)
            } else {
                binding.dropLast()
                composition.withdraw(from: elements)
            }
        }
        var document = binding.document(of: &composition)
        if let day = original.day { document.metadata.created = day }
        if let imposing = original.layout.imposing {
            document = impose(document, as: Scheme(imposing))
        }
        return (document, binding.pictures, made)
    }
}
