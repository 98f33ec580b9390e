import Diagnostics
import Unicode
import YAML

/// The tables of a language pack: what may stand in each, told at the very word that may not.
extension Desk {
    /// Forms of dates, whose parts are held against what there is.
    ///
    /// A layout may ask for forms of its own, so that of names only those are told which are nearly those
    /// of Griot.
    mutating func readDates(_ node: Node, into pack: inout LanguagePack) {
        let parts = ["day", "day2", "month", "short-month", "month2", "year", "weekday"]
        let first = ["first-day", "first-day2", "first-month", "first-month2", "first-year"]
        let ranges = ["same-month", "same-year", "other"]
        for entry in group("dates", of: node) {
            guard let name = entry.key.text, let form = formText(entry.value) else { continue }
            let isRange = ranges.contains(name)
            check(braces: entry.value, of: "a date", among: isRange ? first + parts : parts)
            warn(
                ofWord: entry.key,
                "no paper of Griot asks for dates in the form ‘\(name)’",
                among: Set(Filter.dateForms + ranges)
            )
            pack.dates[name] = form
        }
    }

    mutating func readTimes(_ node: Node, into pack: inout LanguagePack) {
        let clock = ["hour", "hour2", "hour12", "minute", "half"]
        let parts = [
            "time": clock, "full-hour": clock, "without-half": clock, "alone": ["time"],
            "range": ["start", "end"], "same-half": ["start", "end"], "am": [], "pm": [],
        ]
        for entry in group("times", of: node) {
            guard let name = entry.key.text, let known = parts[name] else {
                refuse(entry.key, in: "‘times’", known: Array(parts.keys))
                continue
            }
            guard let form = formText(entry.value) else { continue }
            check(braces: entry.value, of: "‘\(name)’", among: known)
            pack.times[name] = form
        }
    }

    /// Words of the interface.
    ///
    /// A layout of the event may ask for words of its own, so that one which no other pack has is told of
    /// only where it is nearly one that they have.
    mutating func readWords(_ node: Node, into pack: inout LanguagePack) {
        let known = Set(pack.words.keys)
        for entry in group("words", of: node) {
            guard let name = entry.key.text else { continue }
            warn(ofWord: entry.key, "no paper of Griot asks for the word ‘\(name)’", among: known)
            let parts = pack.words[name].map { Self.braces(in: $0.values.joined()) }
            for form in entry.value.entries ?? [] { check(wordForm: form.key) }
            for form in entry.value.entries?.map(\.value) ?? [entry.value] {
                if let parts { check(braces: form, of: "the word ‘\(name)’", among: parts) }
            }
            pack.words[name] = texts(entry.value, of: "a word")
            pack.sources[name] = pack.tag
        }
    }

    /// Names of countries, by codes of two capitals.
    mutating func readCountries(_ node: Node, into pack: inout LanguagePack) {
        read(names: "countries", of: node, into: &pack.countries) {
            $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        }
    }

    mutating func readLanguages(_ node: Node, into pack: inout LanguagePack) {
        read(names: "languages", of: node, into: &pack.languages) { $0.hasShapeOfTag }
    }

    /// What is said before names, by what is said elsewhere: of “Mme.” that is `mme`.
    mutating func readTitles(_ node: Node, into pack: inout LanguagePack) {
        for entry in group("titles", of: node) {
            let title = entry.key.text ?? ""
            let plain = title.lowercased().filter { $0 != "." }
            guard !title.isEmpty, title == plain else {
                expect(
                    "a title in small letters without stops",
                    at: entry.key,
                    hint: plain.isEmpty ? nil : Suggestion.didYouMean(plain)
                )
                continue
            }
            if let word = formText(entry.value) { pack.titles[title] = word }
        }
    }

    /// What a speaker has yet to look over: keys of packs, and words.
    mutating func checkUnsure(_ node: Node, of pack: LanguagePack) {
        guard let list = node["unsure"].map({ resolved($0) }) else { return }
        let known = LanguagePack.properties.map(\.key.name) + pack.words.keys.sorted()
        for item in list.items ?? [list] {
            guard let name = item.text, !known.contains(name) else { continue }
            report.add(
                .error("a language pack has neither a key nor a word ‘\(name)’", at: item.span)
                    .hinting(
                        Suggestion.didYouMean(name, among: known)
                            ?? "name keys of this pack, such as ‘words’ or ‘months’, or words of it"
                    )
            )
        }
    }

    // MARK: Steps

    /// Text in which something stands for parts; nothing at all prints nothing.
    private mutating func formText(_ node: Node) -> String? {
        if let text = node.text, !node.isEmpty { return text }
        expectText(at: node)
        return nil
    }

    private mutating func read(
        names key: String,
        of node: Node,
        into names: inout [String: String],
        where isCode: (String) -> Bool
    ) {
        for entry in group(key, of: node) {
            let code = entry.key.text ?? ""
            guard isCode(code) else {
                let meant = names.first { $0.value == code }?.key
                let upper = isCode(code.uppercased()) ? code.uppercased() : nil
                expect(
                    key == "countries"
                        ? "a country’s code of two capitals, such as ‘SN’"
                        : "a language’s tag, such as ‘wo’ or ‘pt-BR’",
                    at: entry.key,
                    hint: (meant ?? upper).map(Suggestion.didYouMean)
                )
                continue
            }
            if let name = formText(entry.value) { names[code] = name }
        }
    }

    /// Tells of a name that nobody asks for and that is nearly one that is asked for.
    private mutating func warn(
        ofWord key: Node,
        _ message: Diagnostic.Message,
        among known: Set<String>
    ) {
        guard let name = key.text, !known.contains(name),
            let hint = Suggestion.didYouMean(name, among: known.sorted())
        else { return }
        report.add(.warning(message, at: key.span).hinting(hint))
    }

    /// A word’s form: of a number by CLDR, of a person, of both joined, or in the midst of a sentence.
    private mutating func check(wordForm key: Node) {
        if !Self.wordForms.contains(key.text ?? "") {
            refuse(key, in: "a word", known: Self.simpleForms)
        }
    }

    private static let numbers = ["zero", "one", "two", "few", "many", "other"]
    private static let persons = ["f", "m", "x"]
    private static let simpleForms = ["*", "mention"] + persons + numbers
    private static let wordForms = Set(
        simpleForms + numbers.flatMap { number in persons.map { "\(number)-\($0)" } }
    )

    /// Holds what stands in braces against the parts that there are.
    private mutating func check(
        braces node: Node,
        of what: Diagnostic.Message,
        among parts: [String]
    ) {
        guard let text = node.text else { return }
        let bytes = Array(text.utf8)
        var place = 0
        while let open = bytes[place...].firstIndex(of: UInt8(ascii: "{")) {
            guard let close = bytes[open...].firstIndex(of: UInt8(ascii: "}")) else {
                report.add(
                    .error(
                        "a ‘{’ is never closed",
                        at: node.span(ofUTF8: open..<bytes.count)
                    )
                )
                return
            }
            let name = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
            if !parts.contains(name) {
                refuse(brace: name, of: what, at: node.span(ofUTF8: open..<close + 1), parts)
            }
            place = close + 1
        }
    }

    private mutating func refuse(
        brace name: String,
        of what: Diagnostic.Message,
        at span: Span,
        _ parts: [String]
    ) {
        let forms = parts.map { "{\($0)}" }.joined(separator: ", ")
        report.add(
            .error("‘{\(name)}’ stands for nothing in \(what)", at: span)
                .hinting(
                    Suggestion.nearest(to: name, among: parts)
                        .map { Suggestion.didYouMean("{\($0)}") }
                        ?? (parts.isEmpty ? "write text without braces" : "it knows \(forms)")
                )
        )
    }

    private static func braces(in text: String) -> [String] {
        text.split(separator: "{").dropFirst().compactMap { rest in
            rest.firstIndex(of: "}").map { String(rest[..<$0]) }
        }
    }
}

extension Form where Value == String {
    /// A script by its code, of those that have letters.
    static var script: Form {
        Form(words: "a code of ISO 15924, such as `Latn` or `Arab`") { node, desk in
            if let text = node.text, text.utf8.count == 4 {
                let code = text.prefix(1).uppercased() + text.dropFirst().lowercased()
                let isNone = [Script.common, .inherited, .unknown].contains(Script(code))
                if !isNone, Script(code).sample != nil { return code }
            }
            let codes = ["Latn", "Arab", "Ethi", "Nkoo", "Tfng", "Adlm"]
            desk.expect(
                "the code of a script, such as ‘Latn’ or ‘Arab’",
                at: node,
                hint: Suggestion.didYouMean(node.text ?? "", among: codes)
            )
            return nil
        }
    }

    /// A sign that parts figures: neither a figure nor a letter.
    static var decimalMark: Form {
        Form(words: "a mark, such as `,` or `.`") { node, desk in
            if let text = node.text, text.isMark { return text }
            desk.expect("a mark such as ‘,’ or ‘.’", at: node)
            return nil
        }
    }

    static var space: Form {
        Form(words: "`narrow`, `wide`, `none` or a mark") { node, desk in
            let text = node.text ?? ""
            if let space = Desk.spaces[text] { return space }
            if text.isMark || text == " " { return text }
            desk.expect(
                "‘narrow’, ‘wide’, ‘none’ or a mark such as ‘.’",
                at: node,
                hint: Suggestion.didYouMean(text, among: Desk.spaces.keys.sorted())
            )
            return nil
        }
    }
}

extension String {
    /// Whether it is one sign that is no letter, no figure and no blank.
    var isMark: Bool {
        guard count == 1, let sign = first else { return false }
        return !sign.isLetter && !sign.isNumber && !sign.isWhitespace
    }
}
