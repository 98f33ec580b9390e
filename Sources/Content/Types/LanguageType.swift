extension Reader {
    /// Reads a BCP 47 tag.
    func readLanguage(_ text: String) -> Value.Content? {
        LanguageTag(text).isWellFormed ? .language(text) : nil
    }
}
