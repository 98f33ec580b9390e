import Content
import Layouts
import Unicode

/// The language being written, and what is known of it and of others.
struct Speech {
    /// Blocks `in` another language change it for a while.
    private(set) var language: String
    private(set) var pack: LanguagePack
    /// Packs of other languages, by tag.
    private var others: [String: LanguagePack]
    /// Languages besides the paper's own that its layout speaks in.
    private(set) var spoken: Set<String> = []
    private var punctuations: [String: Punctuation?] = [:]
    private var usualScripts: [String: Script] = [:]

    init(_ language: String, in house: House) {
        self.language = language
        pack = house.pack
        others = house.otherPacks
    }

    // MARK: Which is written

    /// A language that was written before another one, and is to be again.
    struct Home {
        fileprivate let language: String
        fileprivate let pack: LanguagePack
    }

    /// Writes another language from now on, of which the pack is at hand.
    ///
    /// - Parameter isOfLayout: Whether the layout speaks it, and not only a text that is not translated.
    mutating func turn(
        to language: String,
        _ pack: LanguagePack,
        isOfLayout: Bool = true
    ) -> Home {
        let home = Home(language: self.language, pack: self.pack)
        if isOfLayout { spoken.insert(language) }
        others[home.language] = home.pack
        (self.language, self.pack) = (language, pack)
        return home
    }

    mutating func turnBack(to home: Home) { (language, pack) = (home.language, home.pack) }

    // MARK: What is known

    /// The pack of a language, or that of the same language elsewhere.
    func pack(for language: String) -> LanguagePack? {
        if language == self.language { return pack }
        if let other = others[language] { return other }
        let primary = LanguageTag(language).primary
        return LanguageTag(self.language).primary == primary ? pack : others[primary]
    }

    /// A language only where it is another than that being written.
    func foreign(_ language: String?) -> String? {
        guard let language else { return nil }
        return LanguageTag(language).isRelated(to: LanguageTag(self.language)) ? nil : language
    }

    func script(of language: String) -> Script {
        pack(for: language).map { Script($0.script) } ?? Language(language).usualScript
    }

    mutating func usualScript(of language: String) -> Script {
        if let known = usualScripts[language] { return known }
        let script = Language(language).usualScript
        usualScripts[language] = script
        return script
    }

    /// A language that the paper speaks in another place and that is written so, else the one that is
    /// most often written so.
    func likelyLanguage(of script: Script) -> String? {
        let likely = script.likelyLanguage
        if let likely, others[likely] != nil { return likely }
        return others.filter { $0.value.script == script.description }.keys.min() ?? likely
    }

    /// How a language punctuates; nil where it has no pack.
    mutating func punctuation(for language: String) -> Punctuation? {
        if let known = punctuations[language] { return known }
        let made = pack(for: language).map { Punctuation($0) }
        punctuations[language] = made
        return made
    }
}
