import Diagnostics
import Glibc
import Griot

/// The language in which a run speaks to whoever typed the command.
enum Speech {
    /// A tag such as “fr”: the first of those wanted in which there are messages.
    static let language: String = {
        wanted(by: CommandLine.arguments, in: environment).first(where: languages.contains) ?? "en"
    }()

    /// Those in which there are messages.
    static let languages = house?.languagesOfMessages.sorted() ?? ["en"]

    /// Read when something is first said: most runs have nothing to say.
    static let phrasebook: Phrasebook = house?.phrasebook(for: language) ?? .english

    private static let house = try? Installation.find()

    /// What ‘--message-language’ says, or else what the machine speaks, best first.
    private static func wanted(
        by words: [String],
        in environment: (String) -> String?
    ) -> [String] {
        let option = "--message-language"
        for (place, word) in words.enumerated() {
            if word == option, place + 1 < words.count { return [words[place + 1]] }
            if word.hasPrefix(option + "=") { return [String(word.dropFirst(option.count + 1))] }
        }
        return wanted(in: environment)
    }

    /// Source: GNU gettext manual, 2.3.2 and 2.3.3: LANGUAGE, a list, counts where the locale is not C;
    /// the locale is that of the first of LC_ALL, LC_MESSAGES and LANG that says something.
    private static func wanted(in environment: (String) -> String?) -> [String] {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first ?? "C"
        let name = locale.prefix { $0 != "." && $0 != "@" }
        guard name != "C", name != "POSIX" else { return [] }
        let listed = environment("LANGUAGE")?.split(separator: ":") ?? []
        return (listed + [name]).map { String($0.prefix { $0 != "." && $0 != "@" && $0 != "_" }) }
    }

    /// A variable that is set to something.
    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
