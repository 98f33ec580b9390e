import Diagnostics
import YAML

extension Reader {
    /// Reports the fields that must be given and that nobody tried to give.
    mutating func refuseMissing(
        _ index: FieldIndex,
        besides read: [Record.Field],
        of owner: Diagnostic.Message,
        _ entries: [Node.Entry],
        at span: Span
    ) {
        let missing = index.required.filter { field in
            !read.contains { $0.name == field.name }
        }
        if missing.isEmpty { return }
        let tried = namesTried(in: entries, index, of: owner)
        refuse(missing.filter { !tried.contains($0.name) }, of: owner, entries, at: span)
    }

    /// The fields that a writer meant to give, well or badly.
    ///
    /// A key written wrong has been reported; that the right one is missing is no news.
    private mutating func namesTried(
        in entries: [Node.Entry],
        _ index: FieldIndex,
        of owner: Diagnostic.Message
    ) -> Set<String> {
        let (names, known) = (index.names, index.known)
        var tried = Set(
            entries.filter { !$0.value.saysNothing || $0.value.tag != nil }.compactMap(\.key.text)
        )
        tried.formUnion(
            entries.compactMap { $0.key.text.flatMap { nameBeforeSign(in: $0, among: names) } }
        )
        for key in tried.subtracting(known).prefix(ReadingLimits.suggestions) {
            tried.formUnion(index.fieldsHeld(under: key, in: entries) ?? [])
        }
        for key in tried.subtracting(known).sorted().prefix(ReadingLimits.suggestions) {
            if let meant = meant(by: key, in: owner, index, entries) { tried.insert(meant) }
        }
        if let spread = index.spread, !tried.isDisjoint(with: index.partKeys) {
            tried.insert(spread.name)
        }
        return tried
    }

    /// Reports required fields that were not given.
    private mutating func refuse(
        _ missing: [FieldDescription],
        of owner: Diagnostic.Message,
        _ entries: [Node.Entry],
        at span: Span
    ) {
        for field in missing {
            let empty = entries.first { $0.key.text == field.name }
            // A whole mapping is too much to mark: its first line says enough.
            // A column’s head stands outside the row whose cell is wanting.
            let first = entries.first.map(\.key.span).flatMap { key in
                key.source == span.source && key.start >= span.start ? key : nil
            }
            let place = empty?.key.span ?? first ?? span
            let message: Diagnostic.Message =
                empty == nil ? "\(owner) needs ‘\(field.name)’" : "‘\(field.name)’ is empty"
            report.add(
                .error(message.about(.absence), at: place)
                    .hinting("add ‘\(field.name): \(example(of: field))’")
            )
        }
    }
}

extension Node {
    /// Whether it is there and holds no word, as in `title: ""`.
    ///
    /// Who writes `items: []` says that there are none.
    var saysNothing: Bool {
        isEmpty || text?.contains { !$0.isWhitespace } == false
    }
}
