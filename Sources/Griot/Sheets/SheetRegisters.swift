internal import Content
internal import Diagnostics
internal import YAML

/// A sheet that holds what papers share, as `people.yaml` does: `people.xlsx`.
struct SheetRegister {
    fileprivate(set) var kind: Kind
    var table: SheetTable
    /// What is wrong with some of its rows, which keeps nobody from being told of the others.
    var heard: Report
    var file: ContentFile
}

/// A sheet as it was read for one paper, for those after it: of ten thousand guests a folder has one list
/// and many papers.
struct ReadSheet {
    fileprivate let bytes: [UInt8]
    fileprivate let source: SourceFile
    /// The fields that its columns hold.
    fileprivate let keys: Set<String>
    fileprivate let register: SheetRegister
}

/// The sheets of a folder that are named after a shared kind.
struct SheetRegisters {
    private let folder: String
    private let shelves: Shelves

    init(in folder: String, on shelves: Shelves) {
        (self.folder, self.shelves) = (folder, shelves)
    }

    /// How the names of sheets end, those that can't be read included: whoever put one there wants to know.
    static let endings = ["csv", "ods", "tsv", "xls", "xlsm", "xlsx"]

    /// The names that sheets of what papers share may have.
    static func names(_ kinds: KindLibrary) -> [String] {
        kinds.shared.flatMap { kind in endings.map { "\(kind.wordForMany).\($0)" } }
    }

    /// The kind whose records a file holds by its name; nil where that is no such sheet’s.
    static func kind(ofSheet name: String, among kinds: KindLibrary) -> Kind? {
        guard let dot = name.lastIndex(of: "."),
            endings.contains(String(name[name.index(after: dot)...]))
        else { return nil }
        return kinds.kind(ofMany: String(name[..<dot]))
    }

    /// Reads them, but for some that are read otherwise.
    ///
    /// - Parameter others: What else is read, of whose things cells may say the ids.
    func read(
        leaving omitted: Set<String>,
        beside others: [ContentFile],
        reporting report: inout Report
    ) -> [SheetRegister] {
        var sheets: [SheetRegister] = []
        for (kind, names) in sheetsByKind(leaving: omitted) {
            guard names.count == 1 else {
                report.add(.rivals(names.map { Paths.joined(folder, $0) }, kind))
                continue
            }
            if let sheet = sheet(names[0], of: kind, reporting: &report) { sheets.append(sheet) }
        }
        let all = others + sheets.map(\.file)
        return sheets.map { understood($0, beside: all) }
    }

    private func sheetsByKind(leaving omitted: Set<String>) -> [(Kind, [String])] {
        var found: [String: [String]] = [:]
        for name in Paths.names(in: folder) where !omitted.contains(name) {
            // Where a link leads to nothing, nothing is there.
            guard let kind = Self.kind(ofSheet: name, among: shelves.kinds),
                Paths.exists(Paths.joined(folder, name))
            else { continue }
            found[kind.name, default: []].append(name)
        }
        return shelves.kinds.shared.compactMap { kind in found[kind.name].map { (kind, $0) } }
    }

    private func sheet(_ name: String, of kind: Kind, reporting report: inout Report)
        -> SheetRegister?
    {
        let place = Paths.joined(folder, name)
        guard Materials.isWithin(place, reporting: &report) else { return nil }
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try shelves.files.text(of: place)
        } catch {
            report.add(
                .error(.unreadable(place, error).about(.sharedFile), at: nil).hinting(error.hint)
            )
            return nil
        }
        if let known = shelves.readSheets[place], known.bytes == bytes { return again(known) }
        return sheet(name, of: kind, bytes, at: place, reporting: &report)
    }

    /// A sheet that has been read, its places told in its own letters and its kind opened as far.
    private func again(_ sheet: ReadSheet) -> SheetRegister {
        _ = shelves.files.source(sheet.source)
        var register = sheet.register
        register.kind = shelves.opened(register.kind, writtenWith: sheet.keys)
        return register
    }

    private func sheet(
        _ name: String,
        of kind: Kind,
        _ bytes: [UInt8],
        at place: String,
        reporting report: inout Report
    ) -> SheetRegister? {
        var heard = Report()
        let file = SheetTable.File(path: place, bytes: bytes, purpose: .register(kind))
        guard var table = SheetTable.read(file, on: shelves, reporting: &heard) else {
            for diagnostic in heard.diagnostics { report.add(diagnostic.ofSharedFile) }
            return nil
        }
        let keys = Set(table.heads.flatMap { table.names.path($0.value) })
        let kind = shelves.opened(kind, writtenWith: keys)
        if let objection = table.objection(toRowsAs: .kind(kind.name), among: shelves.kinds) {
            report.add(contentsOf: heard)
            report.add(table.offeringOtherSheets(objection))
            return nil
        }
        var ids = SheetIdentifiers(of: table, as: kind)
        let source = shelves.sources[table.rows[0].span.source]
        table.rows = ids.rows(
            numbered: { source.grid?.row(at: Int($0.start)) ?? 0 },
            reporting: &heard
        )
        let register = SheetRegister(
            kind: kind,
            table: table,
            heard: heard,
            file: ContentFile(name: name, root: table.root, isSheet: true)
        )
        shelves.readSheets[place] = ReadSheet(
            bytes: bytes,
            source: source,
            keys: keys,
            register: register
        )
        return register
    }

    private func understood(_ sheet: SheetRegister, beside files: [ContentFile]) -> SheetRegister {
        var sheet = sheet
        sheet.table.rows = sheet.table.understood(
            as: .kind(sheet.kind.name),
            among: shelves.kinds,
            beside: files,
            reporting: &sheet.heard
        )
        sheet.file.root = sheet.table.root
        return sheet
    }
}

extension SheetTable {
    /// Its rows as the list that a file of records holds.
    fileprivate var root: Node {
        let place = rows[0].span.joined(to: rows[rows.count - 1].span)
        return .list(rows.map(\.content), at: place)
    }
}

extension Report {
    /// The report with what is said of rows and columns in the words of whoever keeps the sheet.
    func inTheWords(of sheets: [SheetRegister]) -> Report {
        sheets.reduce(self) { report, sheet in
            report.gathering(unusedColumnsOf: sheet.table, unplaced: [], by: "")
                .gathering(shortRowsOf: sheet.table)
                .mendedInCells(of: sheet.table)
        }
    }
}

extension Diagnostic {
    /// The same, told once of all papers that share the file.
    fileprivate var ofSharedFile: Diagnostic { span == nil ? about(.sharedFile) : self }

    fileprivate static func rivals(_ paths: [String], _ kind: Kind) -> Diagnostic {
        let word = kind.wordForMany
        return .error(.rivalSheets(paths, word).about(.sharedFile), at: nil)
            .hinting(
                "keep the one that is right, and call the other something else, such as ‘old-\(Paths.name(of: paths[0]))’"
            )
    }
}

extension Diagnostic.Message {
    fileprivate static func rivalSheets(_ paths: [String], _ word: String) -> Self {
        "several sheets hold the ‘\(word)’ of the folder, and none is read: \(quoted(paths))"
    }
}
