/// Which way the lines of a language run.
enum ScriptDirection {
    /// Languages whose usual script is Arabic, Hebrew, N’Ko, Syriac or Thaana (CLDR).
    private static let rightToLeft: Set<String> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    ]

    /// A script in the tag, such as Adlam’s in `ff-Adlm`, decides before the language does.
    static func isRightToLeft(_ tag: String) -> Bool {
        let parts = tag.lowercased().split(separator: "-")
        if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 }) {
            return ["adlm", "arab", "hebr", "nkoo", "syrc", "thaa"].contains(script)
        }
        return parts.first.map { rightToLeft.contains(String($0)) } ?? false
    }
}

extension Line {
    /// The language of all its words; nil where it has several.
    var onlyLanguage: String? {
        guard let language = segments.first?.language else { return nil }
        return segments.allSatisfy { $0.language == language } ? language : nil
    }
}
