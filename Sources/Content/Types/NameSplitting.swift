package import Diagnostics

extension PersonName {
    /// What stands between two family names of one person.
    private static let joints: Set<String> = [
        "/", "née", "né", "épouse", "ép", "ep", "épse", "epse",
    ]

    private static let particleWords: Set<String> = [
        "de", "da", "do", "dos", "das", "du", "des", "von", "van", "der", "den", "zu", "ould",
        "mint", "ag", "ben", "bin", "bint", "ibn", "el", "al", "la", "le", "di", "del",
    ]

    /// Splits a name typed in one piece: honorific, titles, given names, family name.
    ///
    /// Words in capitals are the family name wherever they stand, unless they are initials; without
    /// any, it is the last word, with the particles before it. What it cannot split, or names a body and
    /// nobody, it keeps whole.
    ///
    /// - Parameter isFamilyFirst: Whether the family name is the first word where no capitals and no
    ///   comma tell.
    package init(splitting text: String, isFamilyFirst: Bool = false, at span: Span) {
        self.init()
        typed = text
        var words = text.split(whereSeparator: \.isWhitespace)[...]
        takeTitles(from: &words, at: span)
        words = Self.joinedToGeneration(words)
        let comma = Self.commaOfRegister(in: words, isFamilyFirst: isFamilyFirst)
        let family = comma.map { words[..<$0] + [words[$0].dropLast()] } ?? []
        if let comma { words = words[(comma + 1)...] + family }
        guard words.count > 1, words.allSatisfy({ Self.isLatin($0) }), !Self.namesABody(words)
        else {
            full = LocalizedText(words.joined(separator: " "), at: span)
            return
        }
        guard comma == nil else {
            let particles = family.dropLast().prefix(while: Self.isSmallParticle)
            self.particles = particles.joined(separator: " ")
            self.family = family.dropFirst(particles.count).joined(separator: " ")
            given = words.dropLast(family.count).joined(separator: " ")
            return
        }
        divide(words, isFamilyFirst: isFamilyFirst)
        if !isFamilyFirst { takeParticles() }
    }

    /// “King, Jr.” without its comma.
    private static func joinedToGeneration(_ words: ArraySlice<Substring>) -> ArraySlice<Substring>
    {
        guard isGeneration(words.last), let before = words.dropLast().last, before.hasSuffix(","),
            words.count(where: { $0.contains(",") }) == 1
        else { return words }
        return words.dropLast(2) + [before.dropLast(), words[words.endIndex - 1]]
    }

    /// Where the comma stands in a name that is written as registers sort it, “KANE, Ousmane”; nil where
    /// none does.
    private static func commaOfRegister(in words: ArraySlice<Substring>, isFamilyFirst: Bool)
        -> Int?
    {
        guard let comma = words.firstIndex(where: { $0.hasSuffix(",") }),
            comma + 1 < words.endIndex,
            words[(comma + 1)...].allSatisfy({ !$0.contains(",") })
        else { return nil }
        let before = words[..<comma] + [words[comma].dropLast()]
        let isFamily =
            isFamilyFirst || before.allSatisfy(isCapital)
            || before.dropLast().allSatisfy { particleWords.contains($0.lowercased()) }
        return isFamily && words.endIndex - comma <= 4 ? comma : nil
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
        let particle = words.reversed().prefix(while: Self.isSmallParticle)
        guard !particle.isEmpty, particle.count < words.count else { return }
        particles = particle.reversed().joined(separator: " ")
        given = words.dropLast(particle.count).joined(separator: " ")
    }

    /// How many words at the end of a name without capitals are the family’s: “Neves Jr.”, “Traoré / Diarra”.
    private static func lengthOfFamily(endingName words: ArraySlice<Substring>) -> Int {
        var length = isGeneration(words.last) && words.count > 2 ? 2 : 1
        if let joint = words.indices.last(where: { isAnd($0, in: words) }) {
            length = max(length, words.endIndex - joint + 1)
        }
        while words.count >= length + 2 {
            let joint = words.endIndex - length - 1
            guard joints.contains(plain(words[joint])) || isAnd(joint, in: words) else { break }
            length += 2
        }
        return length
    }

    /// Whether a word is the “and” between two family names: “García y Vega”, “COSTA E SILVA”; the E of
    /// “John E SMITH” is an initial.
    private static func isAnd(_ index: Int, in words: ArraySlice<Substring>) -> Bool {
        guard index > words.startIndex, index + 1 < words.endIndex,
            softWords.contains(words[index].lowercased())
        else { return false }
        if words[index].first?.isLowercase == true { return true }
        return index > words.startIndex + 1 && isCapital(words[index - 1])
            && isCapital(words[index + 1])
    }

    private static func isSmallParticle(_ word: Substring) -> Bool {
        isParticle(word) && word.first?.isLowercase == true
    }

    static func isParticle(_ word: some StringProtocol) -> Bool {
        particleWords.contains(word.lowercased())
    }

    static func isCapital(_ word: some StringProtocol) -> Bool {
        let letters = word.filter(\.isLetter)
        return letters.count >= 2 && letters.allSatisfy(\.isUppercase)
    }

    /// The words in capitals, if they stand together and are not the whole name.
    private static func rangeOfCapitals(in words: ArraySlice<Substring>) -> Range<Int>? {
        func isFamily(_ index: Int) -> Bool { Self.isFamily(index, in: words) }
        guard let first = words.indices.first(where: isFamily) else { return nil }
        func endOfRun(from index: Int) -> Int {
            (index..<words.endIndex).first { !isFamily($0) } ?? words.endIndex
        }
        var end = endOfRun(from: first)
        while end + 1 < words.endIndex,
            joints.contains(plain(words[end])) || isAnd(end, in: words),
            isFamily(end + 1)
        {
            end = endOfRun(from: end + 1)
        }
        if end < words.endIndex, isGeneration(words[end]) { end += 1 }
        guard first > words.startIndex || end < words.endIndex else { return nil }
        return (end..<words.endIndex).contains(where: isFamily) ? nil : first..<end
    }

    /// Whether a word is in capitals as a family name is: not for being initials, nor for the number of
    /// somebody of a name that others had before.
    private static func isFamily(_ index: Int, in words: ArraySlice<Substring>) -> Bool {
        guard isCapital(words[index]) else { return false }
        let isLast = index + 1 == words.endIndex
        if isLast, words.count > 2, isGeneration(words[index]) { return false }
        guard isInitials(words[index]) || isBareInitials(words[index]) else { return true }
        // “MC DONALD Ann”, “AL AMIN Sara”.
        return !isLast && isCapital(words[index + 1]) && beginnings.contains(plain(words[index]))
    }
}
