import Unicode

/// Where the strokes that join Arabic letters may be drawn out to fill a line.
///
/// Source: Paul Nelson, “Justifying Text using Cascading Style Sheets (CSS) in Internet Explorer 5.5”
/// (Microsoft): its priorities 2 to 7. Its first, beside a stroke that the writer has typed, is not
/// taken: such a word stands as it was written.
enum Kashida {
    struct Place: Hashable {
        /// The letter before which the stroke grows, in bytes of the word.
        var offset: Int
        /// 1 is the best.
        var rank: Int
    }

    /// The best place of a word, the one nearest to its end of several; nil where it has none: it has
    /// fewer than three letters, or its writer has drawn it out.
    static func place(in word: some Sequence<UInt8>) -> Place? {
        var letters: [(offset: Int, letter: UInt32)] = []
        var offset = 0
        for scalar in String(decoding: Array(word), as: UTF8.self).unicodeScalars {
            if scalar.value == tatweel { return nil }
            if !isMark(scalar.value) { letters.append((offset, scalar.value)) }
            offset += UTF8.width(scalar)
        }
        guard letters.count >= 3 else { return nil }
        let article = articleLength(of: letters.map(\.letter))
        var best: Place?
        for index in letters.indices.dropFirst() where index > article {
            let next = index + 1 < letters.count ? letters[index + 1].letter : 0
            let rank = rank(between: letters[index - 1].letter, and: letters[index].letter, next)
            guard rank > 0, rank <= best?.rank ?? .max else { continue }
            best = Place(offset: letters[index].offset, rank: rank)
        }
        return best
    }

    static let tatweel: UInt32 = 0x0640

    /// How many letters a word begins with that are an article and what is written onto it from before,
    /// such as “and” or “with”: no stroke parts them from the word itself.
    private static func articleLength(of letters: [UInt32]) -> Int {
        let start = letters.prefix { written.contains($0) }.count
        let rest = letters[start...]
        // After “for” the article keeps its lam alone.
        guard rest.starts(with: [0x0627, lam]) || rest.starts(with: [lam, lam]) else { return 0 }
        return start + 2
    }

    /// 0 where nothing may grow between two letters.
    private static func rank(between letter: UInt32, and other: UInt32, _ next: UInt32) -> Int {
        guard joinsOn(letter), joinsBack(other) else { return 0 }
        // The two are one letter to the eye.
        if letter == lam, alef.contains(other) { return 0 }
        if seen.contains(letter) { return 1 }
        let isFinal = !joinsOn(other) || !joinsBack(next)
        if isFinal, dal.contains(other) { return 2 }
        if isFinal, alef.contains(other) || upright.contains(other) { return 3 }
        if beh.contains(other), rehOrYeh.contains(next) { return 4 }
        if isFinal, waw.contains(other) { return 5 }
        return isFinal ? 6 : 0
    }

    /// Of the letters of Arabic, those that join the one before them: all but hamza.
    private static func joinsBack(_ letter: UInt32) -> Bool {
        (0x0622...0x064A).contains(letter) && letter != tatweel && !(0x063B...0x063F ~= letter)
    }

    /// Those that join the one after them.
    private static func joinsOn(_ letter: UInt32) -> Bool {
        joinsBack(letter) && !alef.contains(letter) && !alone.contains(letter)
    }

    private static func isMark(_ scalar: UInt32) -> Bool {
        (0x064B...0x065F).contains(scalar) || scalar == 0x0670
    }

    private static let lam: UInt32 = 0x0644
    /// Waw, feh, beh, kaf.
    private static let written: Set<UInt32> = [0x0648, 0x0641, 0x0628, 0x0643]
    private static let alef: Set<UInt32> = [0x0622, 0x0623, 0x0625, 0x0627]
    /// Dal, reh, waw and their like, teh marbuta, alef maksura.
    private static let alone: Set<UInt32> = [
        0x0624, 0x0629, 0x062F, 0x0630, 0x0631, 0x0632, 0x0648, 0x0649,
    ]
    private static let seen: Set<UInt32> = [0x0633, 0x0634, 0x0635, 0x0636]
    /// Teh marbuta, heh, dal, thal.
    private static let dal: Set<UInt32> = [0x0629, 0x0647, 0x062F, 0x0630]
    /// Tah, zah, lam, kaf.
    private static let upright: Set<UInt32> = [0x0637, 0x0638, 0x0644, 0x0643]
    private static let beh: Set<UInt32> = [0x0626, 0x0628, 0x062A, 0x062B, 0x0646, 0x064A]
    private static let rehOrYeh: Set<UInt32> = [0x0631, 0x0632, 0x0649, 0x064A]
    /// Waw, ain, ghain, qaf, feh.
    private static let waw: Set<UInt32> = [0x0624, 0x0648, 0x0639, 0x063A, 0x0641, 0x0642]
}
