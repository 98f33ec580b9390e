import Diagnostics

/// What stands before and behind a name: honorifics, titles, offices, degrees.
extension PersonName {
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
    private static let clergy: Set<String> = [
        "mgr", "monseigneur", "abbe", "soeur", "sœur", "frere", "pasteur", "cardinal",
    ]

    private static let offices: Set<String> = [
        "ministre", "président", "présidente", "directeur", "directrice", "député", "députée",
        "sénateur", "sénatrice", "maire", "gouverneur", "gouverneure", "préfet", "préfète",
        "professeur", "professeure", "docteur", "docteure", "ambassadeur", "ambassadrice",
        "général", "colonel", "secrétaire", "recteur", "rectrice", "doyen", "doyenne", "juge",
    ]

    /// Degrees and honours behind a name.
    private static let degrees: Set<String> = [
        "phd", "dphil", "edd", "dba", "dsc", "md", "pharmd", "dds", "dvm", "jd", "llb", "llm",
        "bsc", "msc", "meng", "beng", "mphil", "mpa", "mph", "mres", "msw", "emba", "esq", "mbe",
        "cbe", "kbe", "dbe", "frcp", "frcs", "frs", "cpa", "cfa", "pmp",
    ]
    /// Degrees that are somebody’s family as well, such as that of Léon MBA, unless a comma or a stop
    /// parts them from the name.
    private static let familiarDegrees: Set<String> = ["ba", "ma", "mba", "med", "obe", "rn"]
    /// What tells a son from a father of his name, or one king from the one before.
    private static let generations: Set<String> = [
        "jr", "junior", "sr", "snr", "senior", "filho", "neto", "fils", "père", "ii", "iii",
    ]
    /// Such numbers in capitals alone: Xi and Vi are families.
    private static let numbers: Set<String> = ["IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XIV"]

    /// Takes from the words of a name all that is none of it, in whatever order it stands.
    mutating func takeTitles(from words: inout ArraySlice<Substring>, at span: Span) {
        takeDegrees(from: &words)
        honorific = Self.takenHonorific(from: &words, at: span)
        title = Self.taken(from: &words, known: Self.allTitles, at: span)
        // “Dr. Mme Awa BA”: titles come in any order. “Dr M. BA” has an initial.
        if title != nil, words.first?.count(where: \.isLetter) != 1,
            let more = Self.takenHonorific(from: &words, at: span)
        {
            honorific = honorific.map { Self.joined($0, more, at: span) } ?? more
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

    /// Takes the words of a set with which a name begins; one at least is left.
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

    /// “Fatou DIOP, PhD, MBA”: takes what stands behind the name, in its order.
    private mutating func takeDegrees(from words: inout ArraySlice<Substring>) {
        var found: [Substring] = []
        while let length = Self.lengthOfDegree(endingName: words) {
            found = words.suffix(length) + found
            words.removeLast(length)
        }
        let isParted = words.last?.hasSuffix(",") == true
        if !found.isEmpty {
            degrees = found.joined(separator: " ")
            hasCommaBeforeDegrees = isParted
        }
        if !found.isEmpty || Self.isGeneration(words.last), isParted, let word = words.popLast() {
            words.append(word.dropLast())
        }
    }

    /// How many words the last degree of a name has, of which some have two; nil where there is none.
    private static func lengthOfDegree(endingName words: ArraySlice<Substring>) -> Int? {
        for length in [2, 1] where words.count > length {
            let (rest, last) = (words.dropLast(length), words.suffix(length))
            if length == 2, !last.allSatisfy({ $0.hasSuffix(".") }) { continue }
            let isParted = rest.last?.hasSuffix(",") == true
            let isDegree = isDegree(last.joined(), isParted: isParted, behind: rest)
            if isDegree, isParted || rest.count > 1 { return length }
        }
        return nil
    }

    private static func isDegree(
        _ word: String,
        isParted: Bool,
        behind name: ArraySlice<Substring>
    ) -> Bool {
        let plain = plain(word[...])
        if degrees.contains(plain) { return word.contains(where: \.isUppercase) }
        guard familiarDegrees.contains(plain), isCapital(word) || word.contains(".") else {
            return false
        }
        // “DIALLO, BA” is a family name before a given one, as registers have them.
        return isInitials(word)
            || isParted && name.count > 1 && !name.allSatisfy { isCapital($0) }
    }

    /// The degrees with what parts them from the name.
    package var behind: String {
        degrees.isEmpty ? "" : (hasCommaBeforeDegrees ? ", " : " ") + degrees
    }

    /// “le Ministre”, “l’Ambassadeur” behind “M.”: an office that people are addressed by.
    ///
    /// - Parameter isLast: Whether nothing needs to follow, as a name else does.
    private static func takenOffice(
        from words: inout ArraySlice<Substring>,
        isLast: Bool = false
    ) -> [String] {
        let least = isLast ? 0 : 1
        if words.count > least, let first = words.first, isElidedOffice(first) {
            words = words.dropFirst()
            return [String(first)]
        }
        guard words.count > least + 1, ["le", "la"].contains(words.first ?? ""),
            offices.contains(plain(words[words.startIndex + 1]))
        else { return [] }
        defer { words = words.dropFirst(2) }
        return words.prefix(2).map(String.init)
    }

    private static func isElidedOffice(_ word: Substring) -> Bool {
        guard let mark = word.firstIndex(where: { "'’".contains($0) }), word[..<mark] == "l" else {
            return false
        }
        return offices.contains(plain(word[word.index(after: mark)...]))
    }

    /// How a letter in French addresses somebody whose office stands before the name: “Monsieur le Ministre”.
    ///
    /// Nothing in other languages; nil where no office stands there.
    package var address: LocalizedText? {
        guard let edition = honorific?.edition(in: "fr") else { return nil }
        let words = edition.content.split(separator: " ")
        for (index, word) in words.enumerated() {
            guard let civil = Self.spelledOut[Self.plain(word)] else { continue }
            var rest = words[(index + 1)...]
            let office = Self.takenOffice(from: &rest, isLast: true)
            guard !office.isEmpty, rest.isEmpty else { return nil }
            let address = ([civil] + office).joined(separator: " ")
            return LocalizedText([
                LocalizedText.Edition(language: nil, content: "", span: edition.span),
                LocalizedText.Edition(language: "fr", content: address, span: edition.span),
            ])
        }
        return nil
    }

    private static let spelledOut = [
        "m": "Monsieur", "mr": "Monsieur", "monsieur": "Monsieur", "mme": "Madame",
        "madame": "Madame",
    ]

    private static func joined(_ one: LocalizedText, _ other: LocalizedText, at span: Span)
        -> LocalizedText
    {
        let texts = (one.editions + other.editions).map(\.content)
        return LocalizedText(texts.joined(separator: " "), at: span)
    }

    static func isGeneration(_ word: Substring?) -> Bool {
        word.map { generations.contains(plain($0)) || numbers.contains(String($0)) } ?? false
    }

    static func plain(_ word: Substring) -> String {
        word.lowercased().filter { $0 != "." && $0 != "," }
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
}
