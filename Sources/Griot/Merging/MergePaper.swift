internal import Content
internal import Diagnostics
internal import Layouts
internal import YAML

/// What all papers of a merge are made from: the files that say what is the same for all, the rows put
/// into their field, and the layout.
extension MergeShift {
    /// The paper that all rows together make, and the layout that makes it over for each.
    struct Paper {
        var files: [ContentFile]
        var named: NamedFiles
        var sheets: [SheetRegister]
        var layout: Layout
        var folder: String
    }

    /// What stands beside the rows.
    private struct Surroundings {
        /// Without the paper's own.
        var files: [ContentFile]
        var named = NamedFiles()
        var sheets: [SheetRegister]
        /// What the paper says of itself, where it has a file.
        var base: Node?
    }

    /// Whether what is merged is a paper's file, and not only the name of a layout.
    private var isOfFile: Bool {
        merge.subject.hasSuffix(".yaml") || merge.subject.hasSuffix(".yml")
    }

    mutating func paper(for table: SheetTable) -> Paper? {
        let place = isOfFile ? merge.subject : merge.data
        let folder = Paths.folder(of: place)
        guard let beside = surroundings(of: place, in: folder),
            let layout = layout(asIn: beside, in: folder),
            let field = field(of: layout),
            let root = root(of: table, for: field, by: layout, beside: beside)
        else { return nil }
        return Paper(
            files: [ContentFile(name: Paths.name(of: place), root: root)] + beside.files,
            named: beside.named,
            sheets: beside.sheets,
            layout: layout,
            folder: folder
        )
    }

    private mutating func surroundings(of place: String, in folder: String) -> Surroundings? {
        let shelves = run.press.shelves
        let data = nameOfData(in: folder)
        guard isOfFile else {
            let registers = Registers(
                beside: nil,
                leaving: data,
                in: folder,
                on: shelves,
                reporting: &report
            )
            return Surroundings(files: registers.files, sheets: registers.sheets)
        }
        let found = Materials.gather(for: place, leaving: data, on: shelves, reporting: &report)
        guard let found else { return nil }
        return Surroundings(
            files: Array(found.files.dropFirst()),
            named: found.named,
            sheets: found.sheets,
            base: found.files[0].root
        )
    }

    /// The name of the data in a folder, where it may itself lie under the name of a register; nil where
    /// it lies elsewhere.
    private func nameOfData(in folder: String) -> String? {
        let name = Paths.name(of: merge.data)
        let place = Paths.resolved(Paths.joined(folder, name))
        return place == Paths.resolved(merge.data) ? name : nil
    }

    private func layout(asIn beside: Surroundings, in folder: String) -> Layout? {
        let base = beside.base
        return run.press.shelves.layout(
            isOfFile ? layoutName(in: base) : merge.subject,
            brand: base?[.brand]?.text ?? base?[field: .event]?[field: .brand]?.text
                ?? beside.files.eventBrand ?? Brand.usual,
            askedAt: base?[.layout]?.span,
            eventFolder: folder
        )
    }

    private func layoutName(in root: Node?) -> String {
        root?[.layout]?.text ?? root?[.layout]?.items?.first?.text
            ?? run.press.defaultLayout(of: root?[.kind]?.text ?? "")
    }

    /// The field of the paper that the layout is made over for.
    private mutating func field(of layout: Layout) -> String? {
        if case .path(let names)? = layout.each?.source, names.count == 1 { return names[0] }
        report.add(
            .error(.notMadeOver(layout.name), at: nil)
                .hinting("merge with one that is, such as card, badge or certificate")
        )
        return nil
    }

    /// The paper's root, with the rows in the field that the layout is made over for.
    private mutating func root(
        of table: SheetTable,
        for field: String,
        by layout: Layout,
        beside: Surroundings
    ) -> Node? {
        let shelves = run.press.shelves
        let kinds = shelves.kinds
        guard let kind = layout.kind.flatMap({ kinds[$0] }) else { return nil }
        if let objection = table.objection(for: field, of: kind, among: kinds) {
            report.add(table.offeringOtherSheets(objection))
            return nil
        }
        let items = table.items(
            for: field,
            of: kind,
            among: kinds,
            beside: beside.files,
            reporting: &report
        )
        guard let items else { return nil }
        if let twins = table.twins { report.add(twins) }
        if beside.base == nil {
            ground = MergeGround(of: kind.name, merging: merge.data, on: shelves)
        }
        return items.root(over: beside.base ?? ground?.root, field: field)
    }
}

extension Diagnostic.Message {
    fileprivate static func notMadeOver(_ layout: String) -> Self {
        "the layout ‘\(layout)’ makes one paper for all, not one for each"
    }
}
