import Diagnostics

/// The tags of languages that people call by their names.
package enum LanguageNames {
    /// The names in English, French and Portuguese without accents, those of the region in their own.
    private static let tags: [String: String] = [
        "francais": "fr", "french": "fr", "frances": "fr", "anglais": "en", "english": "en",
        "ingles": "en", "portugais": "pt", "portuguese": "pt", "portugues": "pt", "arabe": "ar",
        "arabic": "ar", "espagnol": "es", "spanish": "es", "espanhol": "es", "allemand": "de",
        "german": "de", "alemao": "de", "wolof": "wo", "bambara": "bm", "bamanankan": "bm",
        "peul": "ff", "pulaar": "ff", "pular": "ff", "fulfulde": "ff", "fula": "ff",
        "haoussa": "ha", "hausa": "ha", "swahili": "sw", "amharique": "am", "amharic": "am",
        "serere": "srr", "soninke": "snk", "diola": "dyo", "dioula": "dyu", "moore": "mos",
        "zarma": "dje", "yoruba": "yo", "igbo": "ig", "ewe": "ee", "tamazight": "zgh",
        "deutsch": "de", "espanol": "es", "bresilien": "pt-BR", "kiswahili": "sw", "nko": "nqo",
        "n'ko": "nqo", "n’ko": "nqo", "العربية": "ar", "عربية": "ar", "عربي": "ar", "አማርኛ": "am",
        "ߒߞߏ": "nqo",
    ]

    /// The tags of three letters that stand for one of two, which alone is right (ISO 639-2, 639-1).
    private static let long: [String: String] = [
        "fra": "fr", "fre": "fr", "eng": "en", "por": "pt", "ara": "ar", "arb": "ar", "spa": "es",
        "deu": "de", "ger": "de", "wol": "wo", "bam": "bm", "ful": "ff", "hau": "ha", "swa": "sw",
        "swh": "sw", "amh": "am", "yor": "yo", "ibo": "ig",
    ]

    /// The tags that were meant by names of languages, or by tags not quite as they are written: one, or
    /// several behind commas or blanks; nil where one is none, or where all are right.
    package static func tags(meantBy text: String) -> [String]? {
        guard text.utf8.count <= 200 else { return nil }
        let plain = text.replacing(" et ", with: ",").replacing(" and ", with: ",")
            .replacing(" e ", with: ",")
        let whole = tag(meantBy: trimmed(plain)).map { [$0] }
        let names = plain.split { ",;/+&".contains($0) || $0.isWhitespace }
        let tags = whole ?? names.compactMap { tag(meantBy: String($0)) }
        guard whole != nil || tags.count == names.count, !tags.isEmpty, tags != [text] else {
            return nil
        }
        return tags
    }

    /// Whether a tag has three letters where it has two.
    static func isLong(_ tag: LanguageTag) -> Bool { long[tag.primary] != nil }

    private static func tag(meantBy name: String) -> String? {
        let plain = withoutAccents(name).lowercased()
        if let tag = tags[plain] ?? long[plain] { return tag }
        let typed = LanguageTag(name.replacing("_", with: "-"))
        if typed.isWellFormed { return typed.canonical }
        guard plain.count > 4 else { return nil }
        return Suggestion.nearest(to: plain, among: tags.keys.sorted()).flatMap { tags[$0] }
    }

    /// How names of languages are to be written, one or several behind commas; nil where one is none.
    static func mend(of text: String) -> Diagnostic.Message? {
        guard text.utf8.count <= 200 else { return nil }
        let names = text.replacing(" et ", with: ",").replacing(" and ", with: ",")
            .replacing(" e ", with: ",").split { ",;/".contains($0) }
        let tags = names.map { tag(of: trimmed(String($0))) }
        guard !tags.isEmpty, tags.allSatisfy({ $0 != nil }) else { return nil }
        let words = tags.compactMap(\.self)
        return words.count == 1
            ? "write: \(words[0])" : "write: [\(words.joined(separator: ", "))]"
    }

    /// The tag of a language that is called by its name, or by a tag of one of these.
    ///
    /// - Parameter name: In small letters without accents.
    package static func tag(called name: String) -> String? {
        tags[name] ?? (tags.values.contains(name) || name == "nqo" ? name : nil)
    }

    private static func tag(of name: String) -> String? {
        tags[withoutAccents(name).lowercased()]
            ?? (name.utf8.count <= 3 && LanguageTag(name).isWellFormed ? name : nil)
    }
}
