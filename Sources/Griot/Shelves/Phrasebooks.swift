package import Diagnostics
internal import YAML

extension Installation {
    /// Tags of those languages in which messages are said.
    package var languagesOfMessages: Set<String> {
        Set(
            ["en"]
                + Paths.names(in: Paths.joined(folder, "messages")).compactMap { name in
                    name.hasSuffix(".yaml") ? Paths.stem(of: name) : nil
                }
        )
    }

    /// The phrases in which messages are said in a language, from `messages/fr.yaml`; English where
    /// there is no such file.
    ///
    /// It holds a list of pairs: what the code says under ‘en’, with `{1}`, `{2}` … where something is
    /// put in, and what is said for it under the language’s own tag.
    ///
    /// - Parameter language: One of ``languagesOfMessages``.
    package func phrasebook(for language: String) -> Phrasebook {
        let path = Paths.joined(folder, "messages/\(language).yaml")
        guard language != "en",
            let bytes = try? FileReading.bytes(of: path, limit: Self.phrasebookLimit)
        else {
            return .english
        }
        var sources = Sources()
        var report = Report()
        let file = sources.add(SourceFile(name: path, bytes: bytes))
        let roots = parse(file, in: sources, reporting: &report)
        let pairs = (roots.first?.items ?? []).compactMap { item -> (String, String)? in
            guard let english = item["en"]?.text, let phrase = item[language]?.text else {
                return nil
            }
            return (english, phrase)
        }
        return Phrasebook(Dictionary(pairs) { first, _ in first }, in: language)
    }

    /// In bytes.
    private static let phrasebookLimit = 4 * 1_048_576
}
