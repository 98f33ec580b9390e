internal import CICU

extension CLDR {
    /// The form of a word that stands beside a number, among those that it has.
    ///
    /// ICU, which takes long to open, is asked where there are more forms than for one and others.
    package func plural(
        of number: Double,
        among forms: some Sequence<String>,
        language: String
    ) -> String {
        let simple = Self.isOne(abs(number), Language(language)) ? "one" : "other"
        guard forms.contains(where: Self.further.contains) else { return simple }
        return plural(of: number, language: language) ?? simple
    }

    private static let further: Set = ["zero", "two", "few", "many"]

    /// Source: the plural rules of CLDR 42; languages that count nobody like many are not named.
    private static func isOne(_ number: Double, _ language: Language) -> Bool {
        switch language.code {
        case "ff", "fr", "hy", "kab": number < 2
        case "pt" where language.region == "BR": number < 2
        case "am", "as", "bn", "doi", "fa", "gu", "hi", "kn", "pcm", "zu": number <= 1
        case "ak", "ln", "mg", "nso", "pa", "ti", "wa": number == 0 || number == 1
        default: number == 1
        }
    }

    /// The form that a language gives a noun beside a number: `zero`, `one`, `two`, `few`, `many` or
    /// `other`; nil where ICU cannot be asked.
    package func plural(of number: Double, language: String) -> String? {
        guard icu_has_i18n(), number.isFinite else { return nil }
        return String.filledByICU { icu_plural(locale(language), number, $0, $1) }
    }
}
