/// Breaks between which no vowel stands, in languages whose syllables all have one.
///
/// Patterns tell of each break by the letters about it: of a compound they have not learnt, such as
/// *Optionsargument*, they give the breaks of two readings, *Option-sargument* and *Options-argument*, and
/// a letter between them that is no syllable.
enum Syllables {
    /// The languages held to it: their patterns were measured over long lists of words.
    static let languages: Set<String> = ["de"]

    private static let vowels = Set("aeiouyäöüàáâãåæèéêëìíîïòóôõøœùúûýÿ".unicodeScalars)

    /// Takes away breaks that leave letters without a vowel on one of their sides.
    ///
    /// Of two breaks about such letters the latter stays, where the compound parts: *System-akku*. Letters
    /// that double the one before them may belong to either side, as in *Scanner* and *Programm*, and none stays.
    ///
    /// - Parameters:
    ///   - breaks: The places of letters that a line may begin with, in order.
    ///   - stem: The places of the letters of the word.
    ///   - small: The small form of the letter at a place.
    static func whole(
        _ breaks: [Int],
        of stem: Range<Int>,
        small: (Int) -> Unicode.Scalar
    ) -> [Int] {
        let ends = [stem.lowerBound] + breaks + [stem.upperBound]
        var isTaken = [Bool](repeating: false, count: breaks.count)
        for index in 0...breaks.count where !breaks.isEmpty {
            let letters = ends[index]..<ends[index + 1]
            if letters.contains(where: { vowels.contains(small($0)) }) { continue }
            // Letters that end a word go with those before them.
            let first = min(max(index - 1, 0), breaks.count - 1)
            isTaken[first] = true
            let doubles =
                index > 0 && index < breaks.count
                && small(letters.lowerBound) == small(letters.lowerBound - 1)
            if doubles { isTaken[index] = true }
        }
        return zip(breaks, isTaken).compactMap { $1 ? nil : $0 }
    }
}
