package import Diagnostics
package import YAML

extension LanguagePack {
    /// Reads a language pack with the packs it differs from.
    ///
    /// - Parameter name: The tag that its file is called by, where it stands in one.
    package static func read(
        _ root: Node,
        named name: String? = nil,
        opening open: (String) -> Node? = { _ in nil },
        reporting report: inout Report
    ) -> LanguagePack {
        var chain = [root]
        var seen: Set<String> = []
        while let next = chain[0]["extends"] {
            guard let tag = next.text, !next.isEmpty else {
                report.add(
                    .error("expected a language’s tag, found \(next.kind)", at: next.span)
                        .hinting("name one pack, as in ‘extends: fr’")
                )
                if let english = open("en") { chain.insert(english, at: 0) }
                break
            }
            guard seen.insert(tag).inserted, let node = open(tag) else {
                let tags = chain.compactMap { $0["language"]?.text }
                report.add(.noBase(tag, of: tags, at: next.span))
                // One message is enough: the words that are wanting are not told as well.
                if let english = open("en") { chain.insert(english, at: 0) }
                break
            }
            chain.insert(node, at: 0)
        }
        // What is no pack at all is told of, and not the words as well that it does not have.
        if root.entries == nil, let english = open("en") { chain.insert(english, at: 0) }
        var desk = Desk(report: report, brand: Brand())
        var pack = LanguagePack()
        pack.span = root.span
        for (index, node) in chain.enumerated() {
            let isRoot = index == chain.count - 1
            desk.read(pack: node, named: isRoot ? name : nil, into: &pack)
            pack.lineage.insert(pack.tag, at: 0)
        }
        pack.sources = pack.sources.filter { $0.value != pack.tag }
        report = desk.report
        return pack
    }
}

extension Diagnostic {
    /// - Parameter tags: The packs that were read on the way to one, the last first.
    fileprivate static func noBase(_ tag: String, of tags: [String], at span: Span) -> Self {
        guard let start = tags.firstIndex(of: tag) else {
            return error(.unknown("language pack", tag), at: span)
                .hinting("name a pack by its tag, as in ‘extends: fr’")
        }
        let circle = tags[...start].reversed() + [tag]
        return error(
            "language packs differ from one another in a circle: \(circle.joined(separator: ", "))",
            at: span
        )
        .hinting(
            "the last of them differs from a language that ships with Griot, such as ‘fr’ or ‘en’"
        )
    }
}

extension Desk {
    fileprivate mutating func read(
        pack node: Node,
        named name: String?,
        into pack: inout LanguagePack
    ) {
        Property.read(
            node,
            into: &pack,
            by: LanguagePack.properties,
            of: "a language pack",
            at: &self
        )
        if let name { check(tagOf: node, named: name, &pack) }
        readMarks(node, into: &pack)
        readDigits(node, into: &pack)
        readDates(node, into: &pack)
        readTimes(node, into: &pack)
        if let list = node["bound-words"] { pack.boundWords.formUnion(set(list)) }
        if let list = node["abbreviations"] { pack.abbreviations.formUnion(set(list)) }
        if let marks = node["own-marks"] {
            pack.ownMarks.merge(texts(marks, of: "‘own-marks’")) { $1 }
        }
        if let endings = node["typed-ordinals"] {
            pack.typedOrdinals.merge(texts(endings, of: "‘typed-ordinals’")) { $1 }
        }
        readTitles(node, into: &pack)
        if let list = node["units"] { pack.units.formUnion(set(list)) }
        readWords(node, into: &pack)
        readCountries(node, into: &pack)
        readLanguages(node, into: &pack)
        checkUnsure(node, of: pack)
        if pack.hyphenation == "none" { pack.hyphenation = nil }
        for (key, list, count) in [
            ("months", pack.months, 12), ("short-months", pack.shortMonths, 12),
            ("weekdays", pack.weekdays, 7),
        ] {
            if let written = node[key], list.count != count {
                report.add(
                    .error("‘\(key)’ needs \(count) names, and has \(list.count)", at: written.span)
                )
            }
        }
    }

    /// Papers ask for a pack by the name of its file; one that says no tag of its own, or another, would
    /// have that of a pack it differs from.
    private mutating func check(tagOf node: Node, named name: String, _ pack: inout LanguagePack) {
        let written = node["language"]
        if let written, let tag = written.text, tag.lowercased() != name.lowercased() {
            report.add(
                .error("the file of this pack is called after ‘\(name)’", at: written.span)
                    .hinting("write ‘language: \(name)’, or call the file ‘\(tag).yaml’")
            )
        }
        pack.tag = name
    }

    /// Numbers in Arabic figures have marks of their own, where the pack that brings the figures says
    /// no others.
    ///
    /// Source: the symbols of CLDR for the numbering systems `arab` and `arabext`.
    private mutating func readDigits(_ node: Node, into pack: inout LanguagePack) {
        guard let digits = node["digits"] else { return }
        guard pack.digits.count == 10 else {
            report.add(.error("‘digits’ needs ten figures, from nought to nine", at: digits.span))
            return
        }
        guard ["٠", "۰"].contains(pack.digits.first) else { return }
        if node["group"] == nil { pack.groupSeparator = "٬" }
        if node["decimal"] == nil { pack.decimalSeparator = "٫" }
        if node["percent"] == nil { pack.percent = "٪" }
    }

    private mutating func readMarks(_ node: Node, into pack: inout LanguagePack) {
        for entry in group("quotes", of: node) {
            let marks = entry.value.items?.compactMap(\.text) ?? []
            guard (2...3).contains(marks.count), !marks[0].isEmpty, !marks[1].isEmpty else {
                expect(
                    "an opening mark, a closing mark and, if any, the space inside",
                    at: entry.value
                )
                continue
            }
            let inner = marks.count == 3 ? Self.spaces[marks[2]] ?? marks[2] : ""
            let quotes = LanguagePack.Quotes(open: marks[0], close: marks[1], inner: inner)
            switch entry.key.text {
            case "outer": pack.outerQuotes = quotes
            case "inner": pack.innerQuotes = quotes
            default: refuse(entry.key, in: "‘quotes’", known: ["outer", "inner"])
            }
        }
        for entry in group("space-before", of: node) {
            guard entry.key.text?.isMark == true else {
                expect("a mark such as ‘;’", at: entry.key)
                continue
            }
            guard let space = entry.value.text.flatMap({ Self.spaces[$0] }) else {
                let known = Self.spaces.keys.sorted()
                expect(
                    "‘narrow’, ‘wide’ or ‘none’",
                    at: entry.value,
                    hint: Suggestion.didYouMean(entry.value.text ?? "", among: known)
                )
                continue
            }
            pack.spaceBefore[entry.key.text ?? ""] = space.isEmpty ? nil : space
        }
    }

    private mutating func set(_ node: Node) -> Set<String> {
        Set(Form<[String]>.words.read(resolved(node), &self) ?? [])
    }

    static let spaces = ["narrow": "\u{202F}", "wide": "\u{A0}", "none": ""]
}
