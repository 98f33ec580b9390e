package import Diagnostics
import YAML

extension PersonName {
    package static let partKeys = [
        "honorific", "academic_title", "military_title", "given", "particles", "family",
        "full", "sort_as",
    ]

    private static let honorifics: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "m", "mme", "mlle", "mm", "monsieur", "madame",
        "mademoiselle", "sr", "sra", "senhor", "senhora", "herr", "frau", "hon", "السيد", "السيدة",
        "الانسة", "معالي",
    ]
    /// Honorifics of several words, and those that are a name without their stops: “S.E.” is one, “Se” is not.
    ///
    /// “El Hadji” is left alone: who is registered so in Senegal is called so.
    private static let phrases: [[String]] =
        styles + [["el", "hadj"], ["el-hadj"], ["elhadj"], ["alhaji"], ["alhadji"], ["hajia"]]
    private static let styles: [[String]] = [
        ["s.e."], ["s.e"], ["s.", "e."], ["s.e.m."], ["s.e.m"], ["s.e.mme"], ["h.e."], ["h.e"],
        ["h.", "e."], ["h.h."], ["s.a."], ["s.m."], ["son", "excellence"], ["his", "excellency"],
        ["her", "excellency"], ["sua", "excelencia"], ["سعادة", "السيد"], ["سعادة", "السيدة"],
        ["سعادة", "السفير"], ["سعادة", "السفيرة"],
    ]
    private static let capitalHonorifics: Set<String> = ["SE", "SEM", "HE", "SAR", "HRH"]
    /// “Cheikh” is none: as the first word of a name in Senegal it is a given name, like Jean; and an imam
    /// is called so wherever he is named.
    private static let titles: Set<String> = [
        "dr", "dre", "pr", "prof", "professor", "professeur", "professeure", "col", "colonel",
        "gen", "general", "lt", "lieutenant", "cdt", "commandant", "maj", "major", "cap", "capt",
        "captain", "capitaine", "cne", "amb", "ambassador", "ambassadeur", "ambassadrice", "me",
        "maitre", "ing", "rev", "minister", "ministre", "doutor", "doutora", "dra", "profa",
        "engenheiro", "engenheira", "دكتور", "دكتورة", "الدكتور", "الدكتورة", "د", "الاستاذ",
        "الاستاذة", "ا", "اد", "البروفيسور", "البروفيسورة", "المهندس", "المهندسة",
    ]
    /// Titles that are nobody’s name; some others are.
    private static let bareTitles: Set<String> = ["dr", "dre", "pr", "prof", "دكتور", "دكتورة"]
    private static let allTitles = titles.union(clergy)
    private static let particleWords: Set<String> = [
        "de", "da", "do", "dos", "das", "du", "des", "von", "van", "der", "den", "zu", "ould",
        "mint", "ag", "ben", "bin", "bint", "ibn", "el", "al", "la", "le", "di", "del",
    ]

    /// Splits a name typed in one piece: honorific, titles, given names, family name.
    ///
    /// Words in capitals are the family name wherever they stand; without any, it is the last
    /// word, with the particles before it. What it cannot split it keeps whole.
    ///
    /// - Parameter isFamilyFirst: Whether the family name is the first word where no capitals tell.
    package init(splitting text: String, isFamilyFirst: Bool = false, at span: Span) {
        self.init()
        typed = text
        var words = text.split(whereSeparator: \.isWhitespace)[...]
        let degrees = Self.takenDegrees(from: &words)
        honorific = Self.takenHonorific(from: &words, at: span)
        title = Self.taken(from: &words, known: Self.allTitles, at: span)
        // “Dr. Mme Awa BA”: titles come in any order. “Dr M. BA” has an initial.
        if title != nil, words.first?.count(where: \.isLetter) != 1,
            let more = Self.takenHonorific(from: &words, at: span)
        {
            honorific = honorific.map { Self.joined($0, more, at: span) } ?? more
        }
        if !degrees.isEmpty {
            let more = LocalizedText(degrees.joined(separator: " "), at: span)
            title = title.map { Self.joined($0, more, at: span) } ?? more
        }
        let isLatin = words.allSatisfy {
            $0.unicodeScalars.allSatisfy {
                $0.value < 0x370 || $0.value >= 0x1E00 && $0.value < 0x2070
            }
        }
        guard words.count > 1, isLatin else {
            full = LocalizedText(words.joined(separator: " "), at: span)
            return
        }
        if let capitals = Self.rangeOfCapitals(in: words) {
            family = words[capitals].joined(separator: " ")
            given = (words[..<capitals.lowerBound] + words[capitals.upperBound...])
                .joined(separator: " ")
        } else {
            let family =
                isFamilyFirst
                ? words.prefix(1) : words.suffix(Self.lengthOfFamily(endingName: words))
            words = isFamilyFirst ? words.dropFirst() : words.dropLast(family.count)
            self.family = family.joined(separator: " ")
            given = words.joined(separator: " ")
        }
        let particle = given.split(separator: " ").reversed().prefix {
            Self.particleWords.contains($0.lowercased()) && $0.first!.isLowercase
        }
        guard !isFamilyFirst, !particle.isEmpty, particle.count < given.split(separator: " ").count
        else { return }
        particles = particle.reversed().joined(separator: " ")
        given = given.split(separator: " ").dropLast(particle.count).joined(separator: " ")
    }

    /// What goes before the name in a language where that is a style of those who have one, such as “S.E.”:
    /// they are never named without.
    package func style(in language: String) -> String? {
        guard let words = honorific?.edition(in: language).content.split(separator: " "),
            let first = words.first
        else { return nil }
        let folded = words.prefix(2).map { withoutAccents($0) }
        let isStyle =
            Self.capitalHonorifics.contains(String(first))
            || Self.styles.contains { folded.starts(with: $0) }
        return isStyle ? words.joined(separator: " ") : nil
    }

    /// Whether a text is nothing but what goes before names: “Mme”, “Mme Dr”.
    static func isOnlyAddress(_ text: String) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace)
        // The last word of a name tells soonest that it is one.
        return (1...3).contains(words.count)
            && words.reversed().allSatisfy { word in
                let plain = withoutAccents(word).filter { $0 != "." && $0 != "," }
                return honorifics.contains(plain) || bareTitles.contains(plain)
            }
    }

    private static func takenHonorific(from words: inout ArraySlice<Substring>, at span: Span)
        -> LocalizedText?
    {
        var found: [String] = []
        while true {
            if let length = lengthOfPhrase(words), words.count > length {
                found += words.prefix(length).map(String.init)
                words = words.dropFirst(length)
            } else if let plain = taken(from: &words, known: honorifics, at: span) {
                found += plain.editions.map(\.content)
                found += takenOffice(from: &words)
            } else {
                break
            }
        }
        return found.isEmpty ? nil : LocalizedText(found.joined(separator: " "), at: span)
    }

    /// How many words an honorific takes with which a name begins.
    private static func lengthOfPhrase(_ words: ArraySlice<Substring>) -> Int? {
        if let first = words.first, capitalHonorifics.contains(String(first)) {
            // Before one word they are the family name, “HE Jiankui”; where all is in capitals, they tell
            // nothing.
            return words.count > 2 && words.contains { $0.contains(where: \.isLowercase) } ? 1 : nil
        }
        let folded = words.prefix(2).map { withoutAccents($0) }
        return phrases.first { folded.starts(with: $0) }?.count
    }

    private static func taken(
        from words: inout ArraySlice<Substring>,
        known: Set<String>,
        at span: Span
    ) -> LocalizedText? {
        var found: [Substring] = []
        while words.count > 1, let word = words.first,
            known.contains(withoutAccents(word).filter { $0 != "." })
        {
            found.append(words.removeFirst())
        }
        // The rank of somebody retired: “Col. (r)”.
        if !found.isEmpty, words.count > 1, let word = words.first, word.hasPrefix("("),
            word.hasSuffix(")")
        {
            found.append(words.removeFirst())
        }
        return found.isEmpty ? nil : LocalizedText(found.joined(separator: " "), at: span)
    }
}

extension Reader {
    /// Reads a name in one piece or in its parts, or one form of it for each language.
    mutating func readPersonName(_ node: Node, of field: FieldDescription) -> Value? {
        if let text = node.text.map(trimmed) {
            lintAside(of: node)
            if PersonName.isOnlyAddress(text) {
                refuseAddress(text, at: node.span)
                return nil
            }
            return Value(
                .personName(PersonName(splitting: text, at: node.span)),
                at: node.span
            )
        }
        guard let entries = node.entries else {
            mismatch(node, .personName, of: field)
            return nil
        }
        if isLanguageMap(entries), let forms = readLocalized(node, of: field) {
            return Value(.personName(PersonName(forms: forms)), at: node.span)
        }
        checkKeys(of: entries, among: PersonName.partKeys, in: "a name", reporting: &report)
        let name = readNameParts(entries, of: field)
        if name.isNobody {
            refuseAddress(of: entries)
            return nil
        }
        return Value(.personName(name), at: node.span)
    }

    /// Reads the parts of a name, wherever they stand; other keys are passed over.
    mutating func readNameParts(_ entries: [Node.Entry], of field: FieldDescription) -> PersonName {
        var name = PersonName()
        for entry in entries where !entry.value.isEmpty {
            switch entry.key.text {
            case "honorific": name.honorific = readLocalized(entry.value, of: field)
            case "academic_title", "military_title":
                name.title = readLocalized(entry.value, of: field)
            case "full": name.full = readLocalized(entry.value, of: field)
            case "given": name.given = part(entry.value, of: field)
            case "family": name.family = part(entry.value, of: field)
            case "particles": name.particles = part(entry.value, of: field)
            case "sort_as": name.sortAs = part(entry.value, of: field)
            default: break
            }
        }
        return name
    }

    /// That the parts of a name are none but what goes before it.
    mutating func refuseAddress(of parts: [Node.Entry]) {
        let said = parts.filter { !$0.value.isEmpty }
        guard let first = said.first?.value.span, let last = said.last?.value.span else { return }
        let words = said.compactMap { $0.value.text.map(trimmed) }
        refuseAddress(words.joined(separator: " "), at: first.joined(to: last))
    }

    /// That nobody is called by what goes before names alone.
    private mutating func refuseAddress(_ text: String, at span: Span) {
        report.add(
            .error(.onlyAddress(text), at: span)
                .hinting("write whom it goes before, such as ‘\(text) Fatou DIALLO’")
        )
    }

    private mutating func part(_ node: Node, of field: FieldDescription) -> String {
        if refusesLength(of: node) { return "" }
        if let text = node.text {
            lintAside(of: node)
            return trimmed(text)
        }
        mismatch(node, .text, of: field)
        return ""
    }
}

extension PersonName {
    /// A name that is written differently from language to language, each form as one typed in one piece.
    init(forms texts: LocalizedText) {
        let forms = texts.editions.map { text in
            Form(
                language: text.language,
                name: PersonName(splitting: text.content, at: text.span),
                span: text.span
            )
        }
        self = (forms.first { !$0.name.family.isEmpty } ?? forms[0]).name
        self.forms = forms
    }
}

extension Diagnostic.Message {
    fileprivate static func onlyAddress(_ text: String) -> Self {
        "‘\(shortened(text))’ goes before a name, and no name follows"
    }
}
