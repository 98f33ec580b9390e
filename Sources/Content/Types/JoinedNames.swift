package import Diagnostics

/// More than one name in one text: “Khady FALL et Fatou SOW”, “Fatou SOW (IRD)”.
extension PersonName {
    /// What is joined to a name, and by what.
    struct Joint: Hashable {
        /// What stands before the sign, and behind it.
        let before: String
        let after: String
        /// The sign or the word.
        let sign: String

        /// Whether nothing but people is joined by it.
        var joinsPeople: Bool {
            switch sign {
            case ";", "&", "+", "\n": return true
            case "/":
                let words = after.split(separator: " ")
                return words.count > 1 && words.allSatisfy { $0.first?.isUppercase == true }
            default: return PersonName.words.contains(sign.lowercased())
            }
        }

        /// Whether it may also stand between two family names of one person.
        var mayBeOfOne: Bool { PersonName.softWords.contains(sign.lowercased()) }
    }

    /// “And”, in the languages in which people write lists of names.
    static let words: Set<String> = ["et", "and", "und", "y", "e", "و"]
    /// Those that stand between two family names as well: “Costa e Silva”, “Ortega y Gasset”.
    static let softWords: Set<String> = ["y", "e", "i"]
    private static let maidenWords: Set<String> = [
        "née", "né", "épouse", "ép", "épse", "epse", "ep",
    ]

    /// The first sign in a text that joins something to a name; nil where it may be one name.
    static func joint(in text: String, at span: Span) -> Joint? {
        if let joint = jointOfLines(in: text) { return joint }
        let all = text.split(whereSeparator: \.isWhitespace)
        var rest = all[...]
        var name = PersonName()
        name.takeTitles(from: &rest, at: span)
        let words = signsApart(in: rest)
        let titles = all[..<rest.startIndex].joined(separator: " ")
        var index = 0
        while index < words.count {
            if isMaidenName(words[index...]) {
                index = words[index...].firstIndex(of: ")") ?? words.count
            } else if joins(words, at: index) {
                let before = ([titles] + words[..<index]).filter { !$0.isEmpty }
                let after = words[(index + 1)...].filter { $0 != ")" }
                return Joint(
                    before: before.joined(separator: " "),
                    after: after.joined(separator: " "),
                    sign: words[index]
                )
            }
            index += 1
        }
        return nil
    }

    /// A name on each line of a cell.
    private static func jointOfLines(in text: String) -> Joint? {
        let lines = text.split(separator: "\n")
        let areNames = lines.allSatisfy { $0.split(whereSeparator: \.isWhitespace).count > 1 }
        guard lines.count > 1, areNames else { return nil }
        let after = lines.dropFirst().joined(separator: "\n")
        return Joint(before: trimmed(String(lines[0])), after: trimmed(after), sign: "\n")
    }

    /// Whether a text holds more than one name, or one and something else.
    package static func isJoined(_ text: String, at span: Span) -> Bool {
        joint(in: text, at: span) != nil
    }

    /// The words of a text, each sign that joins names as a word of its own.
    private static func signsApart(in words: ArraySlice<Substring>) -> [String] {
        words.flatMap { word -> [String] in
            var parts: [String] = [""]
            for letter in word {
                if ";&/()[]".contains(letter) {
                    parts += [String(letter), ""]
                } else {
                    parts[parts.count - 1].append(letter)
                }
            }
            return parts.filter { !$0.isEmpty }
        }
    }

    /// “(née Ba)” is a part of a name.
    private static func isMaidenName(_ words: ArraySlice<String>) -> Bool {
        words.first == "(" && words.count > 1
            && maidenWords.contains(plain(words[words.startIndex + 1][...]))
    }

    private static func joins(_ words: [String], at index: Int) -> Bool {
        let after = words[(index + 1)...]
        switch words[index].lowercased() {
        case ";", "&", "+", "(", "[", "-", "–", "—", "et", "and", "und", "و": return true
        case "/": return !isSecondFamily(after, of: words[..<index])
        case "y", "e": return joinsPeople(words, at: index)
        default: return false
        }
    }

    /// Whether what stands behind a stroke is another family name: “Traoré / Ouattara”, not “Traoré / IRD”.
    private static func isSecondFamily(_ after: ArraySlice<String>, of before: ArraySlice<String>)
        -> Bool
    {
        guard let one = before.last, names(in: after).count == 1, let other = after.last else {
            return false
        }
        return isCapital(one[...]) || !isCapital(other[...])
    }

    /// Whether “y” or “e” stands between two people, each with a name of their own, and not between the
    /// family names of one; in capitals it may be an initial.
    private static func joinsPeople(_ words: [String], at index: Int) -> Bool {
        let (before, after) = (words[..<index], words[(index + 1)...])
        let isInCapitals = words.allSatisfy { isCapital($0[...]) || $0.count == 1 }
        guard names(in: before).count > 1, words[index].first?.isLowercase == true || isInCapitals
        else { return false }
        let isFamily = !isInCapitals && (after + before.suffix(1)).allSatisfy { isCapital($0[...]) }
        // “Fernández de la Vega” is one name, as “de la Vega” is.
        let isTied =
            words[index].lowercased() == "y"
            && after.dropFirst().dropLast().contains { isParticle($0) }
        return !isFamily && !isTied && names(in: after).count > 1
    }

    /// The words that are no particles.
    private static func names(in words: ArraySlice<String>) -> [String] {
        words.filter { !isParticle($0) }
    }

    /// The names that signs and commas part from one another, in the order of the text.
    static func parted(_ text: String, at span: Span) -> [String] {
        var names: [String] = []
        var rest = text
        for _ in 0..<mostJoined {
            guard let joint = joint(in: rest, at: span) else { break }
            names += partedByCommas(joint.before)
            rest = joint.after
        }
        return names + partedByCommas(rest)
    }

    /// No list of names is longer that is typed as one text; at each sign the rest is read again.
    private static let mostJoined = 300

    private static func partedByCommas(_ text: String) -> [String] {
        text.split(separator: ",").map { trimmed(String($0)) }.filter { !$0.isEmpty }
    }
}
