import Diagnostics
import YAML

extension Reader {
    /// Reads a list; one where several may stand is a list of one: people write it so.
    mutating func readList(
        _ node: Node,
        of item: FieldType,
        field: FieldDescription
    ) -> Value? {
        if let lists = listsByLanguage(node) {
            refuse(lists, at: node, of: field)
            return nil
        }
        let nodes = (node.items ?? [node]).flatMap { parted($0, as: item) }
        if node.items == nil {
            refuseTightDash(node)
            warnOfLinesWithoutDash(node, as: item, of: field)
        }
        var values: [Value] = []
        var several: [(everyone: Everyone, place: Int)] = []
        for node in nodes where !node.isEmpty {
            if let everyone = everyone(meantBy: node, as: item)
                ?? everyone(chosenBy: node, as: item)
            {
                several.append((everyone, values.count))
            } else if !refusesNameless(inList: node, as: item) {
                values +=
                    files(named: node, as: item)
                    ?? [read(node, as: item, of: field)].compactMap(\.self)
            }
        }
        return Value(.list(filled(values, with: several)), at: node.span)
    }

    /// The telephone numbers that somebody has written beside one another where several may stand.
    private func parted(_ node: Node, as item: FieldType) -> [Node] {
        guard case .phone = item, let numbers = node.text.flatMap({ telephones(in: $0) }) else {
            return [node]
        }
        return numbers.map { .text($0, at: node.span) }
    }

    /// A list with those whom it does not name one by one, each once: who is chosen for something comes
    /// before who is there as one of all.
    private mutating func filled(_ named: [Value], with several: [(everyone: Everyone, place: Int)])
        -> [Value]
    {
        guard !several.isEmpty else { return named }
        let isForAll = several.map(\.everyone.clauses.isEmpty)
        let order =
            several.indices.filter { !isForAll[$0] } + several.indices.filter { isForAll[$0] }
        var found = [[Value]](repeating: [], count: several.count)
        for index in order {
            found[index] = all(of: several[index].everyone, besides: named + found.joined())
        }
        var values = named
        for (group, members) in zip(several, found).reversed() {
            values.insert(contentsOf: members, at: group.place)
        }
        return values
    }

    /// `{fr: [eau, sol], en: [water, soil]}`, where each thing is to have its languages.
    private func listsByLanguage(_ node: Node) -> [Node.Entry]? {
        guard let entries = node.entries, isLanguageMap(entries),
            entries.allSatisfy({ $0.value.items != nil })
        else { return nil }
        return entries
    }

    private mutating func refuse(_ lists: [Node.Entry], at node: Node, of field: FieldDescription) {
        let things = (0..<(lists.map { $0.value.items?.count ?? 0 }.max() ?? 0)).map { place in
            let forms = lists.compactMap { list -> String? in
                guard let items = list.value.items, place < items.count,
                    let language = list.key.text
                else { return nil }
                let word = ExampleText(language: language).flow(items[place]) ?? "…"
                return "\(language): \(word)"
            }
            return "{\(forms.joined(separator: ", "))}"
        }
        let whole =
            shortened(things.prefix(3).joined(separator: ", ")) + (things.count > 3 ? ", …" : "")
        report.add(
            .error("‘\(field.name)’ must be one list, not one for each language", at: node.span)
                .hinting(
                    "write each thing in its languages: [\(whole)]"
                )
        )
    }

    /// The things of a list that one pattern names: `studies/*.yaml`.
    private mutating func files(named node: Node, as type: FieldType) -> [Value]? {
        guard case .kind(let name) = type, let kind = kinds[name], kind.isShared,
            let pattern = node.text.flatMap({ FileMention($0) }), pattern.isPattern
        else { return nil }
        return readFiles(pattern, of: kind, named: node)
    }

    /// `-First message`, where a blank was forgotten and YAML sees one long text.
    private mutating func refuseTightDash(_ node: Node) {
        guard let scalar = node.scalar, scalar.style == .plain,
            let dash = scalar.text.first, Self.bullets.contains(dash),
            let letter = scalar.text.dropFirst().first(where: { !$0.isWhitespace }), letter.isLetter
        else { return }
        let line = scalar.text.dropFirst().drop(while: \.isWhitespace)
        // Lines that were meant as items of their own are one text to YAML.
        let next = line.ranges(of: " \(dash)").first { place in
            dash == "•" || line[place.upperBound...].first?.isLetter == true
        }
        let item = line[..<(next?.lowerBound ?? line.endIndex)]
        report.add(
            .error(.noItem(beginsWith: dash), at: node.span)
                .hinting(
                    "an item begins with a hyphen and a blank: write ‘- \(shortened(String(item)))’"
                )
        )
    }

    /// Sentences, each on a line of its own, where hyphens were forgotten and YAML sees one long text.
    private mutating func warnOfLinesWithoutDash(
        _ node: Node,
        as item: FieldType,
        of field: FieldDescription
    ) {
        guard item.isText, node.scalar?.style == .plain else { return }
        let lines = node.plainLines.map { trimmed($0) }
        let ends = lines.dropLast().compactMap(\.last)
        guard lines.count > 1, ends.count == lines.count - 1,
            ends.allSatisfy({ ".;!?…".contains($0) })
        else { return }
        report.add(
            .warning("‘\(field.name)’ has one item here, of \(lines.count) lines", at: node.span)
                .hinting(
                    "where each line is one, begin it with a hyphen and a blank: ‘- \(shortened(lines[0]))’"
                )
        )
    }

    /// The last four are Word’s, of fonts that are nothing but signs.
    private static let bullets = "-–—•·‣◦▪●○■\u{F0B7}\u{F0A7}\u{F0D8}\u{F0FC}"
}

extension Diagnostic.Message {
    /// A sign that only one font has would be seen as nothing.
    fileprivate static func noItem(beginsWith sign: Character) -> Self {
        let isPrivate = sign.unicodeScalars.contains { (0xE000...0xF8FF).contains($0.value) }
        return isPrivate
            ? "a bullet of Word begins no item here: it is part of the text"
            : "‘\(sign)’ begins no item here: it is part of the text"
    }
}
