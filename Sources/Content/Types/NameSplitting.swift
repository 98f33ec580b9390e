package import Diagnostics

extension PersonName {
    /// What stands between two family names of one person.
    private static let joints: Set<String> = [
        "/", "-", "–", "née", "né", "épouse", "ép", "ep", "épse", "epse",
    ]

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
        takeTitles(from: &words, at: span)
        words = Self.inOrder(words)
        guard words.count > 1, words.allSatisfy({ Self.isLatin($0) }) else {
            full = LocalizedText(words.joined(separator: " "), at: span)
            return
        }
        divide(words, isFamilyFirst: isFamilyFirst)
        if !isFamilyFirst { takeParticles() }
    }

    /// The words of a name that is written as registers sort it, “KANE, Ousmane”, in the order in which it
    /// is said; “King, Jr.” without its comma.
    private static func inOrder(_ words: ArraySlice<Substring>) -> ArraySlice<Substring> {
        guard let comma = words.firstIndex(where: { $0.hasSuffix(",") }),
            comma + 1 < words.endIndex,
            words[(comma + 1)...].allSatisfy({ !$0.contains(",") })
        else { return words }
        let before = words[..<comma] + [words[comma].dropLast()]
        let after = words[(comma + 1)...]
        if after.count == 1, isGeneration(after.first) { return before + after }
        let isFamily =
            before.allSatisfy(isCapital)
            || before.dropLast().allSatisfy { particleWords.contains($0.lowercased()) }
        return isFamily && after.count <= 3 ? after + before : words
    }

    /// Whether it says more than a name does: “Ousmane KANE, Coordonnateur”, “Awa Keita, Moussa Traoré”.
    package var holdsMore: Bool {
        [given, family, full?.editions.first?.content ?? ""].contains { $0.contains(",") }
    }

    /// Gives the words to the family and to the person.
    private mutating func divide(_ words: ArraySlice<Substring>, isFamilyFirst: Bool) {
        if let capitals = Self.rangeOfCapitals(in: words) {
            family = words[capitals].joined(separator: " ")
            given = (words[..<capitals.lowerBound] + words[capitals.upperBound...])
                .joined(separator: " ")
            return
        }
        let length = isFamilyFirst ? 1 : Self.lengthOfFamily(endingName: words)
        let (family, given) =
            isFamilyFirst
            ? (words.prefix(length), words.dropFirst(length))
            : (words.suffix(length), words.dropLast(length))
        self.family = family.joined(separator: " ")
        self.given = given.joined(separator: " ")
    }

    /// Takes the small words at the end of the given names, which belong to the family’s.
    private mutating func takeParticles() {
        let words = given.split(separator: " ")
        let particle = words.reversed().prefix {
            Self.particleWords.contains($0.lowercased()) && $0.first!.isLowercase
        }
        guard !particle.isEmpty, particle.count < words.count else { return }
        particles = particle.reversed().joined(separator: " ")
        given = words.dropLast(particle.count).joined(separator: " ")
    }

    /// How many words at the end of a name without capitals are the family’s: “Neves Jr.”, “Traoré / Diarra”.
    private static func lengthOfFamily(endingName words: ArraySlice<Substring>) -> Int {
        var length = isGeneration(words.last) && words.count > 2 ? 2 : 1
        while words.count >= length + 2,
            joints.contains(plain(words[words.endIndex - length - 1]))
        {
            length += 2
        }
        return length
    }

    private static func isCapital(_ word: Substring) -> Bool {
        let letters = word.filter(\.isLetter)
        return letters.count >= 2 && letters.allSatisfy(\.isUppercase)
    }

    /// The words in capitals, if they stand together and are not the whole name.
    private static func rangeOfCapitals(in words: ArraySlice<Substring>) -> Range<Int>? {
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
