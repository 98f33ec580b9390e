/// Initials, which are in capitals without being a family name.
extension PersonName {
    /// What a family name in capitals may begin with, though it looks like initials.
    static let beginnings: Set<String> = ["mc", "st", "al", "el", "ag"]

    /// Families of two letters that neither begin with a consonant and end on a vowel, as those of West
    /// Africa do (BA, KA, LY, SY, SO), nor are two vowels.
    private static let shortFamilies: Set<String> = [
        "aw", "an", "ng", "oh", "im", "um", "om", "ek",
    ]

    /// Words that no family is called and that many bodies begin with: “ONU Femmes”.
    private static let bodies: Set<String> = [
        "ONU", "ONG", "PNUD", "UNDP", "UNICEF", "UNESCO", "UNHCR", "UNFPA", "UNOPS", "ONUDI",
        "ONUSIDA",
        "UNAIDS", "PNUE", "UNEP", "USAID", "CEDEAO", "ECOWAS", "UEMOA", "BCEAO", "CILSS",
        "OMVS", "CEEAC", "CEMAC", "UNOWAS", "MINUSMA", "GIZ", "OXFAM", "CODESRIA",
    ]

    /// Whether a word is letters with points or hyphens between them: `A.S.`, `J.-P.`, `J-P`.
    static func isInitials(_ word: some StringProtocol) -> Bool {
        let letters = word.split { ".-‐‑".contains($0) }
        return letters.count > 1
            && letters.allSatisfy { $0.count == 1 && $0.first?.isUppercase == true }
    }

    /// Whether a word in capitals is more likely initials without their points than a family name: it has no
    /// vowel (`JP`, `JRR`), or is a vowel before a consonant (`AS`).
    static func isBareInitials(_ word: some StringProtocol) -> Bool {
        let letters = Array(withoutAccents(word))
        guard (2...3).contains(word.count), letters.count == word.count,
            letters.allSatisfy({ $0.isASCII && $0.isLetter })
        else { return false }
        if shortFamilies.contains(String(letters)) { return false }
        let isVowel = letters.map { "aeiouy".contains($0) }
        return !isVowel.contains(true) || isVowel == [true, false]
    }

    /// Whether words begin as the name of a body does, and are no name of anybody.
    static func namesABody(_ words: ArraySlice<Substring>) -> Bool {
        guard let first = words.first, bodies.contains(String(first)) else { return false }
        return !words.dropFirst().allSatisfy { isCapital($0) }
    }

    /// The first letters of the given names, each with its point: `J.`, `R.`, `R.`; `J.-P.` is one.
    package var initials: [String] {
        given.split(separator: " ").flatMap { word -> [String] in
            if word.contains("-") {
                let parts = word.split(separator: "-").compactMap { $0.first(where: \.isLetter) }
                return [parts.map { "\($0)." }.joined(separator: "-")]
            }
            let isSeveral =
                Self.isInitials(word) || Self.isCapital(word) && Self.isBareInitials(word)
            let letters = word.filter(\.isLetter)
            return (isSeveral ? letters : String(letters.prefix(1))).map { "\($0)." }
        }
    }
}
