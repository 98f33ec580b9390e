internal import CICU

extension CLDR {
    /// What a language calls a country, by its code of ISO 3166-1; nil where CLDR does not say.
    package func country(_ code: String, language: String) -> String? {
        guard code.utf8.count == 2 else { return nil }
        let name = String.filledByICU { icu_region_name("und_" + code, locale(language), $0, $1) }
        return name == code ? nil : name
    }
}
