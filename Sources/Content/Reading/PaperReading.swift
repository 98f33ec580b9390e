import Diagnostics
import YAML

extension Reader {
    static let fitKeys = ["pages", "at-most", "fill-last"]

    /// Reads a paper and the shared records that came with it.
    mutating func readPaper(_ file: ContentFile, of kind: Kind) -> Brief? {
        guard let entries = file.root.entries else { return nil }
        paperSource = file.root.span.source
        let languages = readLanguages(file.root[.lang])
        language = languages.first ?? homeLanguage
        isLanguageNamed = !languages.isEmpty || !standIns.isEmpty
        country = nil
        let own = Set(kind.fields.map(\.name))
        readCollections(in: entries, besides: own)
        countOfAll = registry.all.count
        namesOfAll = nil
        var record = readRecord(
            of: kind,
            entries,
            at: file.root.span,
            also: PaperKey.names + kinds.sharedWords
        )
        fillTheOnlyOnes(of: kind, in: &record)
        if kind.isShared { register(record) }
        return Brief(
            name: file.name,
            record: record,
            registry: Registry(),
            languages: languages.isEmpty ? [homeLanguage] : languages,
            layouts: readNames(file.root[.layout]),
            brand: readName(file.root[.brand]),
            fit: readFit(file.root[.fit]),
            audience: readAudience(file.root[.audience])
        )
    }

    private mutating func readLanguages(_ node: Node?) -> [String] {
        guard let node, !node.isEmpty else { return [] }
        return (node.items ?? [node]).compactMap { item in
            guard let text = item.text.map(trimmed) else { return refuse(item, asOneOf: node) }
            let tag = LanguageTag(text)
            guard tag.isWellFormed, !LanguageNames.isLong(tag) else {
                return refuse(item, asOneOf: node)
            }
            return tag.canonical
        }
    }

    /// Says how the language is written that somebody called by its name, or by a tag nearly right.
    private mutating func refuse(_ item: Node, asOneOf all: Node) -> String? {
        let isAlone = all.items == nil
        let words = item.text.flatMap { LanguageNames.tags(meantBy: trimmed($0)) }.map { tags in
            let list = tags.joined(separator: ", ")
            return isAlone && tags.count > 1 ? "[\(list)]" : list
        }
        let mend: Diagnostic.Message? = words.map {
            isAlone ? "write: lang: \($0)" : "write: \($0)"
        }
        report.add(
            .error("‘lang’ must name a language", at: item.span)
                .hinting(mend ?? "write ‘lang: fr’, or ‘lang: [fr, en]’ for two editions")
        )
        return nil
    }

    /// Reads `layout: programme` and `layout: [programme, programme-grid]`.
    private mutating func readNames(_ node: Node?) -> [Located<String>] {
        guard let node, !node.isEmpty else { return [] }
        return (node.items ?? [node]).compactMap { readName($0) }
    }

    private mutating func readName(_ node: Node?) -> Located<String>? {
        guard let node, !node.isEmpty else { return nil }
        guard let text = node.text.map(trimmed) else {
            report.add(.error("a name is expected here, not \(node.kind)", at: node.span))
            return nil
        }
        return Located(text, at: node.span)
    }

    /// Reads `fit: 2`, `fit: {pages: 2}`, `fit: {at-most: 2}` and `fit: {fill-last: 60%}`.
    private mutating func readFit(_ node: Node?) -> Located<PageWish>? {
        guard let node, !node.isEmpty else { return nil }
        var wish = PageWish()
        guard let entries = node.entries else {
            wish.pages = readPages(node)
            return wish.pages == nil ? nil : Located(wish, at: node.span)
        }
        checkKeys(
            of: entries,
            among: Self.fitKeys,
            in: "‘fit’",
            reporting: &report
        )
        if let most = node.entry("at-most"), let pages = node["pages"]?.text {
            report.add(
                .error("‘pages’ and ‘at-most’ exclude each other", at: most.key.span)
                    .hinting(
                        "keep ‘pages: \(shortened(pages))’ for just so many, or ‘at-most: \(shortened(most.value.text ?? pages))’ for no more than that"
                    )
            )
        }
        wish.isAtMost = node["pages"] == nil
        wish.pages = (node["pages"] ?? node["at-most"]).flatMap { readPages($0) }
        wish.lastFill = node["fill-last"].flatMap { readShare($0) }
        let place = node["pages"] ?? node["at-most"] ?? node["fill-last"]
        return wish == PageWish(isAtMost: wish.isAtMost)
            ? nil : Located(wish, at: place?.span ?? node.span)
    }

    private mutating func readAudience(_ node: Node?) -> Kind.Audience? {
        guard let node, !node.isEmpty else { return nil }
        if let audience = node.text.map(trimmed).flatMap(Kind.Audience.init(rawValue:)) {
            return audience
        }
        report.add(
            .error("‘audience’ must be public or desk", at: node.span).hinting(
                "write ‘audience: desk’ for a copy that only those who were there get; without the line, the paper is for those whom its kind is for"
            )
        )
        return nil
    }

    private mutating func readPages(_ node: Node) -> Int? {
        if let pages = node.text.flatMap({ Int(trimmed($0)) }), (1...10_000).contains(pages) {
            return pages
        }
        report.add(
            .error("‘fit’ must be a number of pages", at: node.span)
                .hinting("write ‘fit: {pages: 2}’")
        )
        return nil
    }

    private mutating func readShare(_ node: Node) -> Double? {
        if let text = node.text.map(trimmed), text.hasSuffix("%"),
            let share = Double(text.dropLast()), (0...100).contains(share)
        {
            return share / 100
        }
        report.add(
            .error("‘fill-last’ must be a share of the page", at: node.span)
                .hinting("write ‘fit: {fill-last: 60%}’")
        )
        return nil
    }

    /// A paper of an event folder need not say which event, where there is but one.
    private mutating func fillTheOnlyOnes(of kind: Kind, in record: inout Record) {
        for field in kind.fields where field.takesTheOnlyOne && record[field.name] == nil {
            guard case .kind(let name) = field.type else { continue }
            let all = registry.all.filter { $0.kind == name }
            guard all.count == 1, let id = all[0].id else {
                if field.isRequired { reportMissing(field, of: kind, among: all, in: record) }
                continue
            }
            let reference = Value(.reference(Reference(kind: name, id: id)), at: all[0].span)
            record.fields.append(Record.Field(name: field.name, value: reference))
        }
    }

    private mutating func reportMissing(
        _ field: FieldDescription,
        of kind: Kind,
        among all: [Record],
        in record: Record
    ) {
        let ids = all.compactMap(\.id).joined(separator: ", ")
        report.add(
            .error("‘\(kind.name)’ needs ‘\(field.name)’", at: record.fields.first?.value.span)
                .hinting(
                    ids.isEmpty
                        ? "add ‘\(field.name): \(example(of: field))’"
                        : "name one of: \(ids)"
                )
        )
    }
}
