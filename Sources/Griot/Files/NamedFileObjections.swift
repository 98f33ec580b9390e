internal import Content
internal import Diagnostics

/// Why a file that a paper names is not taken in, and what to do.
extension NamedFiles.Objection {
    static func isThePaper(_ name: String) -> Self {
        Self(
            "‘\(name)’ is this paper itself",
            hint: "name the file that is meant, or write what it holds here"
        )
    }

    static func isARegister(_ name: String) -> Self {
        Self(
            "‘\(name)’ holds what papers share, and is read in any case",
            hint: "name the id of what is meant in it"
        )
    }

    static func unreadable(_ path: String, _ problem: FileProblem) -> Self {
        Self(.unreadable(path, problem), hint: problem.hint)
    }

    static func leadsNowhere(_ path: String) -> Self {
        Self(
            "‘\(path)’ is a link to what is not there",
            hint: "put the file itself in its place"
        )
    }

    /// It stands in its folder, but under bytes that no text can name.
    static func unspeakable(_ path: String) -> Self {
        Self(
            "the name of ‘\(path)’ is not written in UTF-8",
            hint: "give the file another name, of letters without accents"
        )
    }

    static func noFolder(_ name: String) -> Self {
        Self(
            "there is no folder ‘\(name)’ in the event folder",
            hint: "check the spelling of its name"
        )
    }

    static func noneCovered(_ pattern: FileMention, of names: [String]) -> Self {
        let message: Diagnostic.Message =
            "no other file of the event folder is named like ‘\(pattern.path)’"
        guard !names.isEmpty else { return Self(message) }
        let few = names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
        return Self(message, hint: "that folder holds \(few)")
    }

    static func noneOfKind(_ use: FileUse) -> Self {
        Self(
            "no file ‘\(use.mention.path)’ is of kind ‘\(use.kind)’",
            hint: "begin each of them with ‘kind: \(use.kind)’"
        )
    }

    static var starInFolder: Self {
        Self(
            "a star stands in names of files, not of folders",
            hint: "name each folder, as in ‘studies/*.yaml’"
        )
    }

    static func tooMany(_ limit: Int) -> Self {
        Self("a paper takes in no more than \(limit) files", hint: "divide it")
    }

    static func tooManyPatterns(_ limit: Int) -> Self {
        Self(
            "a paper takes in files by no more than \(limit) names with stars",
            hint: "name fewer, such as all of a folder"
        )
    }
}
