import Diagnostics

/// Words that stand before, between and behind the parts of a name typed in one piece.
extension PersonName {
    static let clergy: Set<String> = [
        "mgr", "monseigneur", "abbe", "soeur", "sœur", "frere", "pasteur", "cardinal",
    ]

    private static let offices: Set<String> = [
        "ministre", "président", "présidente", "directeur", "directrice", "député", "députée",
        "sénateur", "sénatrice", "maire", "gouverneur", "gouverneure", "préfet", "préfète",
        "professeur", "professeure", "docteur", "docteure", "ambassadeur", "ambassadrice",
        "général", "colonel", "secrétaire", "recteur", "rectrice", "doyen", "doyenne", "juge",
    ]

    /// Degrees behind a name, and what tells a son from a father of his name.
    private static let degrees: Set<String> = [
        "phd", "dphil", "md", "pharmd", "mba", "msc", "mphil", "mph", "llm", "esq",
    ]
    private static let generations: Set<String> = ["jr", "junior", "filho", "neto", "ii", "iii"]
    private static let joints: Set<String> = [
        "/", "-", "–", "née", "né", "épouse", "ép", "ep", "épse", "epse",
    ]

    private static func plain(_ word: Substring) -> String {
        word.lowercased().filter { $0 != "." && $0 != "," }
    }

    /// “Fatou DIOP, PhD”: what stands behind the name, in its order; the comma before it goes.
    static func takenDegrees(from words: inout ArraySlice<Substring>) -> [String] {
        var found: [String] = []
        while words.count > 2, let word = words.last, degrees.contains(plain(word)) {
            found.insert(String(word.filter { $0 != "," }), at: 0)
            words.removeLast()
        }
        let isParted = words.last?.hasSuffix(",") == true
        if !found.isEmpty || isGeneration(words.last), isParted, let word = words.popLast() {
            words.append(word.dropLast())
        }
        return found
    }

    private static func isGeneration(_ word: Substring?) -> Bool {
        word.map { generations.contains(plain($0)) } ?? false
    }

    /// “le Ministre” behind “M.”: an office that people are addressed by.
    static func takenOffice(from words: inout ArraySlice<Substring>) -> [String] {
        guard words.count > 2, ["le", "la"].contains(words.first ?? ""),
            offices.contains(plain(words[words.startIndex + 1]))
        else { return [] }
        defer { words = words.dropFirst(2) }
        return words.prefix(2).map(String.init)
    }

    static func joined(_ one: LocalizedText, _ other: LocalizedText, at span: Span)
        -> LocalizedText
    {
        let texts = (one.editions + other.editions).map(\.content)
        return LocalizedText(texts.joined(separator: " "), at: span)
    }

    /// How many words at the end of a name without capitals are the family’s: “Neves Jr.”, “Traoré / Diarra”.
    static func lengthOfFamily(endingName words: ArraySlice<Substring>) -> Int {
        var length = isGeneration(words.last) && words.count > 2 ? 2 : 1
        while words.count >= length + 2,
            joints.contains(plain(words[words.endIndex - length - 1]))
        {
            length += 2
        }
        return length
    }

    /// The words in capitals, if they stand together and are not the whole name.
    static func rangeOfCapitals(in words: ArraySlice<Substring>) -> Range<Int>? {
        func isCapital(_ word: Substring) -> Bool {
            let letters = word.filter(\.isLetter)
            return letters.count >= 2 && letters.allSatisfy(\.isUppercase)
        }
        guard let first = words.firstIndex(where: isCapital) else { return nil }
        var end = words[first...].firstIndex { !isCapital($0) } ?? words.endIndex
        while end + 1 < words.endIndex, joints.contains(plain(words[end])),
            isCapital(words[end + 1])
        {
            end = words[(end + 1)...].firstIndex { !isCapital($0) } ?? words.endIndex
        }
        if end < words.endIndex, isGeneration(words[end]), !isCapital(words[end]) { end += 1 }
        guard first > words.startIndex || end < words.endIndex else { return nil }
        return words[end...].contains(where: isCapital) ? nil : first..<end
    }
}
