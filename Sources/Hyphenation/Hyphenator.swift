/// Divides words by the rules of their language, and remembers what it divided.
///
/// Pattern files are opened when the first word of their language comes.
package struct Hyphenator {
    private let choice: (String) -> PatternChoice?
    private let memory: Memory

    /// What all copies of a hyphenator know: reading a file takes longer than a page of words.
    private final class Memory {
        private let files: [String: String]
        /// The paths of pattern files by the tags of their languages, in small letters.
        private(set) lazy var paths = Dictionary(
            files.map { (key: Hyphenator.tag($0.key), value: $0.value) },
            uniquingKeysWith: { min($0, $1) }
        )
        /// By language, and by path: several languages may share a file.
        var rules: [String: Rules?] = [:]
        var read: [String: PatternFile?] = [:]
        var divided: [String: Bool] = [:]
        var known: [Question: [Int]]

        init(_ files: [String: String]) {
            self.files = files
            known = [:]
            // A brief divides half as many words.
            known.reserveCapacity(500)
        }
    }

    /// By what the words of a language are divided.
    private struct Rules {
        var file: PatternFile
        var corrections: PatternFile?
        /// Whether each syllable has a vowel.
        var hasVowels: Bool
        /// Whether patterns know what an apostrophe is: *l’organisation* is one word to them.
        var joinsApostrophes: Bool
    }

    private struct Question: Hashable {
        var word: String
        var language: String
        var minima: Minima

        /// By the word alone: a paper has few languages.
        func hash(into hasher: inout Hasher) { hasher.combine(word) }
    }

    /// - Parameters:
    ///   - files: For each language tag, such as `en-GB`, the path of its pattern file.
    ///   - choice: What is said of the patterns of a language; asked once for each.
    package init(
        files: [String: String],
        choice: @escaping (String) -> PatternChoice? = { _ in nil }
    ) {
        self.choice = choice
        memory = Memory(files)
    }

    /// A hyphenator that divides no word but at soft hyphens.
    package static var none: Hyphenator { Hyphenator(files: [:]) }

    /// Words are forgotten when so many are known: long runs meet new names for ever.
    private static let mostWords = 50_000
    /// Longer runs of letters are no words.
    package static let longestWord = 80

    /// The places where a word may divide, in UTF-8 bytes from its start.
    ///
    /// Where the writer has put soft hyphens, the places just after them and no others. A word with
    /// digits in it, an address, a file name are not divided.
    ///
    /// - Parameter minima: What is left of each word of a compound, and of what an apostrophe joins.
    package func breaks(
        in word: String,
        language: String,
        leaving minima: Minima = Minima()
    ) -> [Int] {
        let question = Question(word: word, language: language, minima: minima)
        if let answer = memory.known[question] { return answer }
        let answer = divide(word, language: language, leaving: minima)
        if memory.known.count >= Self.mostWords { memory.known.removeAll(keepingCapacity: true) }
        memory.known[question] = answer
        return answer
    }

    private func divide(_ word: String, language: String, leaving minima: Minima) -> [Int] {
        guard word.utf8.count <= Self.longestWord * 4 else { return [] }
        let letters = Letters(word)
        if !letters.softHyphens.isEmpty { return letters.softHyphens }
        guard letters.isWord, let rules = rules(for: language) else { return [] }
        var breaks: [Int] = []
        for part in letters.parts(joiningApostrophes: rules.joinsApostrophes)
        where part.count <= Self.longestWord && part.count >= minima.left + minima.right {
            breaks += places(in: letters, part, by: rules, leaving: minima)
        }
        return breaks
    }

    private func places(
        in letters: Letters,
        _ part: Range<Int>,
        by rules: Rules,
        leaving minima: Minima
    ) -> [Int] {
        let small = letters.small(in: part)
        let marks = rules.file.breaks(after: small)
        let forbidden = rules.corrections?.breaks(after: small)
        let stems = rules.joinsApostrophes ? letters.stems(of: part) : [part]
        var places: [Int] = []
        for (index, isBreak) in marks.enumerated() where isBreak {
            let next = part.lowerBound + index + 1
            guard forbidden?[index] != true, next < part.upperBound, !letters.isMark(next),
                let stem = stems.first(where: { $0.contains(next) }),
                letters.count(stem.lowerBound..<next) >= minima.left,
                letters.count(next..<stem.upperBound) >= minima.right
            else { continue }
            places.append(next)
        }
        if rules.hasVowels { places = stems.flatMap { whole(places, of: $0, in: letters) } }
        return places.map(letters.offset(of:))
    }

    private func whole(_ breaks: [Int], of stem: Range<Int>, in letters: Letters) -> [Int] {
        let own = breaks.filter(stem.contains)
        return Syllables.whole(own, of: stem) { letters.small(at: $0) }
    }

    /// The file by whose patterns words of a language divide; nil where they do not.
    package func source(for language: String) -> String? {
        candidates(for: language).first
    }

    /// The file that was chosen for a language, else those of its own tag, else of the tag that was chosen.
    private func candidates(for language: String) -> [String] {
        let choice = choice(language)
        if case .file(let path) = choice { return [path] }
        let own = installed(for: language)
        guard own.isEmpty, case .tag(let tag) = choice else { return own }
        return installed(for: tag)
    }

    /// Whether there are patterns for words of a language.
    package func divides(_ language: String) -> Bool {
        if let known = memory.divided[language] { return known }
        let divides = source(for: language) != nil
        memory.divided[language] = divides
        return divides
    }

    /// The rules of a language: its pattern file is that of `pt-BR`, else of `pt`, else of any kind of
    /// Portuguese.
    private func rules(for language: String) -> Rules? {
        if let rules = memory.rules[language] { return rules }
        let file = candidates(for: language).lazy.compactMap { read($0) }.first
        let rules = file.map {
            Rules(
                file: $0,
                corrections: Corrections.of(language),
                hasVowels: Syllables.languages.contains(Self.base(of: language)),
                joinsApostrophes: Self.joinApostrophes.contains(Self.base(of: language))
            )
        }
        memory.rules[language] = .some(rules)
        return rules
    }

    private func read(_ path: String) -> PatternFile? {
        if let file = memory.read[path] { return file }
        let file = PatternFile(path: path)
        memory.read[path] = .some(file)
        return file
    }

    /// The files of a language's own tag, then of shorter ones, else of any kind of it.
    private func installed(for language: String) -> [String] {
        let paths = memory.paths
        var subtags = Self.tag(language).split(separator: "-").map(String.init)
        var found: [String] = []
        let base = Self.base(of: language)
        if subtags == ["en"] { subtags = ["en", "gb"] }
        while !subtags.isEmpty {
            if let path = paths[subtags.joined(separator: "-")] { found.append(path) }
            subtags.removeLast()
        }
        guard found.isEmpty, !base.isEmpty else { return found }
        return paths.keys.filter { $0.hasPrefix(base + "-") }.sorted().compactMap { paths[$0] }
    }

    /// Those whose patterns have apostrophes in them.
    private static let joinApostrophes: Set<String> = ["fr", "it"]

    private static func base(of language: String) -> String {
        String(tag(language).prefix { $0 != "-" })
    }

    /// A tag in small letters, its parts joined by hyphens: they are of ASCII alone.
    private static func tag(_ text: String) -> String {
        let letters = text.utf8.map { byte in
            byte == UInt8(ascii: "_")
                ? UInt8(ascii: "-") : 0x41...0x5A ~= byte ? byte | 0x20 : byte
        }
        return String(decoding: letters, as: UTF8.self)
    }
}

/// By which patterns the words of a language are said to divide.
package enum PatternChoice: Hashable, Sendable {
    /// Those of a file, by its path.
    case file(String)
    /// Those installed for another language, where there are none for its own.
    case tag(String)
}

/// How many letters must stay before and carry over after a division: a language’s own, or a style’s.
package struct Minima: Hashable, Sendable {
    package var left: Int
    package var right: Int

    package init(left: Int = 2, right: Int = 3) {
        self.left = left
        self.right = right
    }
}
