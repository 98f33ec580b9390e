internal import CICU

extension CLDR {
    /// The form that a language gives a noun beside a number: `zero`, `one`, `two`, `few`, `many` or
    /// `other`; nil where ICU cannot be asked.
    package func plural(of number: Double, language: String) -> String? {
        guard icu_has_i18n(), number.isFinite else { return nil }
        return String.filledByICU { icu_plural(locale(language), number, $0, $1) }
    }
}
