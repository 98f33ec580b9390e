internal import Content
internal import Diagnostics
internal import Hyphenation
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
            var pack = files.listening(for: eventFolder) { report in
                LanguagePack.read(
                    root,
                    named: candidate,
                    opening: { name in
                        // A pack that differs from one of its own name differs from the house’s.
                        let isOwn = opened.insert(name).inserted
                        return self.root(name, for: key, in: isOwn ? eventFolder : "")
                    },
                    reporting: &report
                )
            }
            findPatterns(of: &pack, for: key)
            packs[key] = pack
            return pack
        }
        return nil
    }

    /// Looks for what a pack says that its words divide by; where that is not there, they do not divide.
    private func findPatterns(of pack: inout LanguagePack, for key: Key) {
        guard let name = pack.hyphenation, let span = pack.hyphenationSpan else { return }
        let source = files.sources[span.source].name
        let problem =
            pack.namesPatternFile
            ? takeInPatterns(name, beside: source, at: span, for: key, into: &pack)
            : lackOfPatterns(of: name, beside: source, at: span)
        guard let problem else { return }
        pack.hyphenation = nil
        files.tell(problem, of: key.eventFolder)
    }

    /// That no patterns are installed for a tag; which ones are is no matter of the packs that ship.
    private func lackOfPatterns(of tag: String, beside source: String, at span: Span) -> Diagnostic?
    {
        guard !layouts.installation.holds(source),
            Hyphenator(files: installedPatternFiles()).source(for: tag) == nil
        else { return nil }
        return .noPatterns(of: tag, at: span)
    }

    /// Takes in a file of patterns that lies beside its pack.
    ///
    /// - Parameter source: The pack's own file.
    /// - Returns: Why the file can't be had.
    private func takeInPatterns(
        _ name: String,
        beside source: String,
        at span: Span,
        for key: Key,
        into pack: inout LanguagePack
    ) -> Diagnostic? {
        let folder = Paths.folder(of: source)
        let isOfTheHouse = layouts.installation.holds(source)
        do throws(FileProblem) {
            let place = try Paths.confined(
                name.hasPrefix("/") ? name : "layouts/\(Shelf.Folder.languages.rawValue)/\(name)",
                to: isOfTheHouse ? layouts.installation.folder : key.eventFolder
            )
            guard !name.contains("/") else { throw .failed("it does not lie beside the pack") }
            try files.takeIn(Paths.joined(folder, name), at: place)
            guard isPatternFile(place) else { throw .failed("it holds no patterns of hyphenation") }
            pack.patternFile = place
            paths[key, default: []].insert(Paths.joined(folder, name))
            return nil
        } catch {
            return .error(.unreadable(name, error), at: span)
                .hinting(nameMeant(by: name, in: folder, error))
                .hinting(
                    "put a file of patterns beside the pack, of libhyphen (hyph_….dic) or of TeX, and write its name here; else ‘none’"
                )
        }
    }

    /// The file that may have been meant by one that is not there.
    private func nameMeant(by name: String, in folder: String, _ problem: FileProblem)
        -> Diagnostic.Message?
    {
        guard case .missing = problem else { return nil }
        let names = Paths.names(in: folder).filter { !$0.hasSuffix(".yaml") }
        return Suggestion.didYouMean(name, among: names)
    }

    /// The pack of a language; that of `en` where nobody has written one yet, said in a warning.
    func pack(_ tag: String, askedAt span: Span? = nil, eventFolder: String) -> LanguagePack {
        let key = Key(tag: tag, eventFolder: eventFolder)
        if let known = knownPack(tag, eventFolder: eventFolder) {
            if unknown.contains(key), span != nil,
                layouts.ownPath(tag, in: .languages, of: eventFolder) == nil
            {
                tellOfUnknown(tag, at: span, of: eventFolder)
            }
            return known
        }
        unknown.insert(key)
        // Of one that can't be read, or says nothing, that was told.
        if layouts.ownPath(tag, in: .languages, of: eventFolder) == nil {
            tellOfUnknown(tag, at: span, of: eventFolder)
        }
        let pack =
            tag == "en" ? LanguagePack() : pack("en", eventFolder: eventFolder).standingIn
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

extension LanguagePack {
    /// By which patterns its words divide, where it says.
    var patternChoice: PatternChoice? {
        patternFile.map { .file($0) } ?? hyphenation.map { .tag($0) }
    }
}

extension Diagnostic {
    /// They may be installed on another machine, and pages are made without them.
    fileprivate static func noPatterns(of name: String, at span: Span) -> Self {
        let tags = installedPatternFiles().keys.sorted()
        return warning(
            "no patterns of hyphenation are installed for ‘\(name)’; words are not divided",
            at: span
        )
        .hinting(Suggestion.didYouMean(name, among: tags))
        .hinting(
            "a file of patterns beside the pack is written with its ending, such as ‘hyph_\(name).dic’; else ‘none’"
        )
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
