internal import Content
internal import Diagnostics
internal import Flow
internal import Layouts
internal import YAML

extension SheetTable {
    /// The heads of columns that say something for which the layout has no place; of a list, the first keys
    /// that do.
    ///
    /// A column is judged by the first row that fills it: what a layout has places for is the same for all.
    /// What files are named by, or rows chosen by, is not written in vain.
    ///
    /// - Parameter field: The field that the layout is made over for.
    func unplacedHeads(
        for field: String,
        of brief: Brief,
        by layout: Layout,
        among kinds: KindLibrary,
        in merge: Merge
    ) -> [Located<String>] {
        guard let places = layout.places[field] else { return [] }
        var rows = (heads.isEmpty ? rowsThatFirstUseKeys : rowsThatFirstFillColumns)[...]
        var unplaced: [Located<String>] = []
        for thing in brief[field]?.items ?? [] {
            guard let record = brief.registry.record(of: thing) else { continue }
            while let row = rows.first, row.span.source == record.span.source,
                row.span.end <= record.span.start
            { rows.removeFirst() }
            guard let row = rows.first else { break }
            guard row.span.encloses(record.span) else { continue }
            for said in Brief.unplaced(ofRow: record, in: places, by: kinds) {
                guard let key = row.content.key(of: said.span), let name = key.text else {
                    continue
                }
                unplaced.append(Located(name, at: key.span))
            }
        }
        let asked = merge.fieldsAsked(by: names)
        let told =
            heads.isEmpty
            ? unplaced.eachOnce
            : heads.filter { head in
                unplaced.contains { $0.span == head.span }
            }
        return told.filter { !asked.contains(names.path($0.value)) }
    }

    /// In order: mostly the first few, and those that say something under a key which none before has.
    private var rowsThatFirstUseKeys: [Row] {
        var known: Set<String> = []
        return rows.filter { row in
            let used = row.content.keysInUse
            defer { known.formUnion(used) }
            return !known.isSuperset(of: used)
        }
    }

    /// In order: mostly the first, and those in which a column that was empty before says something.
    private var rowsThatFirstFillColumns: [Row] {
        var empty = Set(heads.map(\.span))
        var found: [Row] = []
        for row in rows {
            if empty.isEmpty { break }
            let filled = row.content.keys.intersection(empty)
            if filled.isEmpty { continue }
            empty.subtract(filled)
            found.append(row)
        }
        return found
    }
}

extension Merge {
    /// The fields that files are named by, and that which rows are chosen by.
    fileprivate func fieldsAsked(by names: ColumnNames) -> Set<[String]> {
        let chosen = only.flatMap { RowTest($0, in: names) }.map(\.field)
        let named = FileNames(pattern: output).fields.map(names.path)
        return Set(named + [chosen?.split(separator: ".").map(String.init) ?? []])
    }
}

extension Node {
    /// The places of the keys of a row, also of the parts of its fields.
    fileprivate var keys: Set<Span> {
        var found: Set<Span> = []
        for entry in entries ?? [] {
            found.insert(entry.key.span)
            found.formUnion(entry.value.keys)
        }
        return found
    }

    /// The keys under which a row says something, those of the parts of its fields with both names.
    fileprivate var keysInUse: Set<String> {
        var found: Set<String> = []
        for entry in entries ?? [] where !entry.value.isEmpty {
            let name = entry.key.text ?? ""
            let inner = entry.value.keysInUse
            if inner.isEmpty { found.insert(name) }
            found.formUnion(inner.map { "\(name).\($0)" })
        }
        return found
    }

    /// The key under which a row says something.
    fileprivate func key(of said: Span) -> Node? {
        for entry in entries ?? [] {
            if let inner = entry.value.key(of: said) { return inner }
            if entry.value.entries == nil, entry.value.span.encloses(said) { return entry.key }
        }
        return nil
    }
}

extension [Located<String>] {
    /// The first of those that say the same.
    fileprivate var eachOnce: Self {
        var known: Set<String> = []
        return filter { known.insert($0.value).inserted }
    }
}
