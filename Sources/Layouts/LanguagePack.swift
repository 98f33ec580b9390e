package import Diagnostics
import Unicode

/// What a language asks of print: its punctuation, its forms of dates and numbers, its words.
package struct LanguagePack: Sendable {
    /// Quotation marks, with what stands between them and what they hold.
    package struct Quotes: Hashable, Sendable {
        package var open: String
        package var close: String
        package var inner: String
    }

    /// A word with the forms that agree with a person or a number; `*` is the form for all.
    package typealias Word = [String: String]

    package var tag = "en"
    /// The tags of this pack and of those it differs from, the nearest first.
    package var lineage: [String] = []
    package var name = ""
    package var script = "Latn"
    package var isRightToLeft = false
    package var outerQuotes = Quotes(open: "“", close: "”", inner: "")
    package var innerQuotes = Quotes(open: "‘", close: "’", inner: "")
    package var apostrophe = "’"
    package var ellipsis = "…"
    /// What stands before each of these marks, such as U+202F before `;` in French.
    package var spaceBefore: [String: String] = [:]
    package var rangeDash = "–"
    /// A dash between clauses, with its spaces.
    package var clauseDash = " – "
    /// Whether the dash that opens an aside stays with what follows it.
    package var pairsDashes = false
    package var groupSeparator = ","
    package var decimalSeparator = "."
    /// Numbers with fewer digits are not grouped.
    package var groupFrom = 4
    package var percent = "%"
    /// What `0` to `9` are printed as.
    package var digits = Digits.european
    /// Endings of ordinals that stand raised.
    package var ordinals: [String] = []
    /// Those that stand raised after Roman figures as well; `Ier` does so after `I` alone.
    package var romanOrdinals: [String] = []
    /// Endings of ordinals as people type them, and what is printed.
    package var typedOrdinals: [String: String] = [:]
    package var dates: [String: String] = [:]
    package var firstDay: String?
    package var times: [String: String] = [:]
    package var months: [String] = []
    package var shortMonths: [String] = []
    /// Monday first.
    package var weekdays: [String] = []
    package var listComma = ", "
    package var listPair = " and "
    package var listLast = " and "
    /// Words that do not end a line of a heading.
    package var boundWords: Set<String> = []
    /// Abbreviations that stay with what follows them.
    package var abbreviations: Set<String> = []
    /// Abbreviations with a narrow space inside, such as `z. B.`.
    package var spacedAbbreviations: [String] = []
    /// Whether points of ellipsis stand at the word before them, however they are typed.
    package var closesEllipses = false
    /// Words that begin with an apostrophe, such as `tis`.
    package var elisions: [String] = []
    /// Marks of other scripts, and what stands for them beside the language’s own letters.
    package var ownMarks: [String: String] = [:]
    /// By what people are addressed elsewhere, in small letters without stops, what is said in the language.
    package var titles: [String: String] = [:]
    /// What a speaker of the language should look over before it is relied on; empty when done.
    package var unsure: [String] = []
    /// Units that stay with the number before them.
    package var units: Set<String> = []
    /// Whether a unit or a sign typed right at its number is set off from it, as in `15 €` and `n° 5`.
    package var spacesUnits = false
    /// How much wider lines stand than those of Latin script.
    package var leading = 1.0
    /// The tag of installed patterns, or the name of a file of them that lies beside the pack.
    package var hyphenation: String?
    package var hyphenationSpan: Span?
    /// Where the file of patterns lies that ``hyphenation`` names.
    package var patternFile: String?
    package var hyphenationLeft = 2
    package var hyphenationRight = 3
    /// Whether the hyphen of a compound word that a line ends with begins the next line too.
    package var repeatsHyphen = false
    /// Whether nouns have capitals, so that one after a hyphen is no sign of a name.
    package var capitalNouns = false
    /// Whether it stands in for the pack of a language that nobody has written.
    package private(set) var standsIn = false
    package var words: [String: Word] = [:]
    /// The tag of the pack that says a word, for each that this one does not say itself.
    package var sources: [String: String] = [:]
    package var countries: [String: String] = [:]
    package var languages: [String: String] = [:]
    package var span: Span?

    package init() {}

    /// This pack in place of one that nobody has written: where that language has white beside its marks
    /// and numbers, nobody can tell.
    package var standingIn: LanguagePack {
        var pack = self
        pack.standsIn = true
        return pack
    }

    /// Whether ``hyphenation`` names a file: no tag of a language has a stop or a stroke in it.
    package var namesPatternFile: Bool { hyphenation?.contains { "./".contains($0) } ?? false }

    /// The words that are said in another language, since nobody has put them into this one, by the tag
    /// of the pack that they are from.
    package var borrowedWords: [String: [String]] {
        func language(_ tag: String) -> Substring { tag.prefix { $0 != "-" } }
        let borrowed = sources.filter { language($0.value) != language(tag) }
        return Dictionary(grouping: borrowed.keys.sorted()) { borrowed[$0] ?? "" }
    }

    /// A number in the language’s own figures; what else stands in it is left as it is.
    package func figures(_ text: String) -> String { text.inDigits(digits) }

    /// The form of a word for a gender (`f`, `m`) or a number (`one`, `other`).
    package func word(_ name: String, form: String = "*") -> String? {
        guard let word = words[name] else { return nil }
        return word[form] ?? word["*"] ?? word["other"] ?? word["m"] ?? word.values.sorted().first
    }
}
