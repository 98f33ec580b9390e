internal import Content
internal import Diagnostics
internal import Layouts
internal import Unicode
internal import YAML

/// The language packs of the house and of each event.
final class LanguageShelf {
    private struct Key: Hashable {
        let tag: String
        let eventFolder: String
    }

    private let layouts: LayoutFiles
    private var packs: [Key: LanguagePack] = [:]
    /// Languages that have none: whoever asks is told.
    private var unknown: Set<Key> = []
    /// The files that each was read from.
    private var paths: [Key: Set<String>] = [:]
    private var files: ReadFiles { layouts.files }

    init(in layouts: LayoutFiles) { self.layouts = layouts }

    /// The files that a pack was read from.
    func paths(of tag: String, eventFolder: String) -> Set<String> {
        paths[Key(tag: tag, eventFolder: eventFolder)] ?? []
    }

    /// The pack of a language, else of its relatives by script or region; nil where there is none.
    func knownPack(_ tag: String, eventFolder: String) -> LanguagePack? {
        let key = Key(tag: tag, eventFolder: eventFolder)
        if let known = packs[key] { return known }
        guard LanguageTag(tag).isWellFormed else { return nil }
        for candidate in [tag] + Language(tag).fallbackChain {
            guard let root = root(candidate, for: key, in: eventFolder) else { continue }
            var opened: Set<String> = [candidate]
            let pack = files.listening(for: eventFolder) { report in
                LanguagePack.read(
                    root,
                    opening: { name in
                        // A pack that differs from one of its own name differs from the house’s.
                        let isOwn = opened.insert(name).inserted
                        return self.root(name, for: key, in: isOwn ? eventFolder : "")
                    },
                    reporting: &report
                )
            }
            packs[key] = pack
            return pack
        }
        return nil
    }

    /// The pack of a language; that of `en` where nobody has written one yet, said in a warning.
    func pack(_ tag: String, askedAt span: Span? = nil, eventFolder: String) -> LanguagePack {
        let key = Key(tag: tag, eventFolder: eventFolder)
        if let known = knownPack(tag, eventFolder: eventFolder) {
            if unknown.contains(key), span != nil { tellOfUnknown(tag, at: span, of: eventFolder) }
            return known
        }
        unknown.insert(key)
        tellOfUnknown(tag, at: span, of: eventFolder)
        let pack = tag == "en" ? LanguagePack() : pack("en", eventFolder: eventFolder)
        packs[key] = pack
        paths[key] = paths[Key(tag: "en", eventFolder: eventFolder)]
        return pack
    }

    private func tellOfUnknown(_ tag: String, at span: Span?, of eventFolder: String) {
        if let named = LanguageNames.tag(called: tag.lowercased().withoutMarks), named != tag {
            let objection = Diagnostic.error(.nameOfLanguage(tag), at: span)
            return files.tell(objection.hinting(Suggestion.didYouMean(named)), of: eventFolder)
        }
        guard LanguageTag(tag).isWellFormed else {
            let tags = LanguageNames.tags(meantBy: tag) ?? []
            let mend: Diagnostic.Message =
                switch tags.count {
                case 0: "a language is asked for by its tag, such as fr, en or pt-BR"
                case 1: Suggestion.didYouMean(tags[0])
                default:
                    "of several languages, each is asked for by its tag, with commas between: \(tags.joined(separator: ","))"
                }
            let objection = Diagnostic.error(
                "‘\(shortened(tag))’ is no tag of a language",
                at: span
            )
            return files.tell(objection.hinting(mend), of: eventFolder)
        }
        let short = String(tag.prefix { $0 != "-" }.prefix(2))
        let isMeant = tag.utf8.count > 2 && knownPack(short, eventFolder: eventFolder) != nil
        files.tell(
            .warning(.unknownLanguage(tag), at: span)
                .hinting(isMeant ? Suggestion.didYouMean(short) : nil)
                .hinting("add ‘layouts/languages/\(tag).yaml’; until then English rules hold"),
            of: eventFolder
        )
    }

    /// - Parameter key: For which pack it is read.
    private func root(_ name: String, for key: Key, in eventFolder: String) -> Node? {
        paths[key, default: []].insert(layouts.path(name, in: .languages, of: eventFolder))
        return layouts.root(name, in: .languages, of: eventFolder)
    }
}

extension Diagnostic.Message {
    fileprivate static func unknownLanguage(_ tag: String) -> Self {
        "there is no language pack for ‘\(tag)’"
    }

    fileprivate static func nameOfLanguage(_ tag: String) -> Self {
        "‘\(tag)’ is what a language is called, and papers ask for it by its tag"
    }
}
