import Content
import Layouts
import Unicode

/// How the names of people read in print.
extension Composer {
    /// The name of a person, from the name itself or from who bears it.
    func personName(of value: Value) -> PersonName? {
        let named = brief.registry.record(of: value)?[.name] ?? value
        guard case .personName(let name) = named.content else { return nil }
        return name.edition(in: language)
    }

    /// A name as a filter asks; where that leaves it to the brand or the paper, with a style such as “S.E.”.
    func text(of name: PersonName, as filter: Filter?) -> String {
        let form = filter.flatMap { nameForm($0) }
        let text = text(of: name, form: form)
        guard filter?.word == nil, form != .full, form != .asEntered, form?.isInverted != true,
            let style = name.edition(in: language).style(in: language)
        else { return text }
        return "\(style) \(text)"
    }

    /// The way to print names that a filter names, or that a field of the content chooses; nil is the brand’s.
    private func nameForm(_ filter: Filter) -> NameForm? {
        if let form = filter.word { return NameForm(rawValue: form) }
        let chosen = filter.path.flatMap { scope.value(at: $0) }
        let form = chosen.map { identity(of: $0) } ?? ""
        return form.isEmpty ? nil : NameForm(rawValue: form) ?? .givenFamily
    }

    /// Two letters that stand for somebody without a portrait; one where letters have no case.
    private func monogram(of name: PersonName) -> String {
        let words = [name.given, name.family].filter { !$0.isEmpty }
        let full = name.full?.edition(in: language).content ?? ""
        let named = words.isEmpty ? [String(Self.withoutArticle(full))] : words
        let letters = named.compactMap(\.first)
        guard let first = letters.first, String(first).lowercased() != String(first).uppercased()
        else { return letters.first.map(String.init) ?? "" }
        return String(letters.prefix(2)).inCase(.capitals, language: language)
    }

    private func honours(of name: PersonName) -> String {
        [name.style(in: language), name.title.map { said($0, before: name) }, name.degrees]
            .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// What is said before a name; in letters that are not Latin in their language’s own words, where the
    /// writer gave none in it: “Mme” before an Arabic name.
    private func said(_ title: LocalizedText, before name: PersonName) -> String {
        let edition = title.edition(in: language)
        let isOwn = edition.language.map { LanguageTag($0).isRelated(to: LanguageTag(language)) }
        guard !pack.titles.isEmpty, isOwn != true, !name.isLatin else { return edition.content }
        let words = edition.content.split(separator: " ").map { word in
            pack.titles[String(word).withoutMarks.filter { $0 != "." }]
        }
        // A title that is known in part would be said in two languages.
        let known = words.compactMap(\.self)
        return known.count == words.count ? known.joined(separator: " ") : edition.content
    }

    /// An Arabic name without its article, with which every other one begins.
    private static func withoutArticle(_ name: String) -> Substring {
        let rest = name.hasPrefix("ال") ? name.dropFirst(2) : Substring(name)
        return rest.first?.isLetter ?? false ? rest : Substring(name)
    }

    /// A name in a form; in the brand’s where it is asked for in none.
    func text(of name: PersonName, form: NameForm?) -> String {
        let name = name.edition(in: language)
        if form == .monogram { return monogram(of: name) }
        if form == .honours { return honours(of: name) }
        if form == .asEntered, let typed = name.typed { return typed }
        let order = form.flatMap { $0 == .full || $0 == .bare ? nil : $0 } ?? usualNameForm
        let saysAll = [.full, .asEntered].contains(form ?? order)
        let titles = saysAll ? [name.honorific, name.title] : []
        let before = titles.compactMap { $0.map { said($0, before: name) } }
        // What asks for one part only gets it where there are two, or a badge says the whole twice.
        let isOfTwo = !name.given.isEmpty && !name.family.isEmpty
        let behind = saysAll ? name.behind : ""
        if !(isOfTwo && order.isPart), let full = name.full?.edition(in: language).content {
            return (before + [full]).joined(separator: " ") + behind
        }
        return parts(of: name, in: order, behind: before) + behind
    }

    private func parts(of name: PersonName, in order: NameForm, behind titles: [String]) -> String {
        let family =
            order.hasFamilyInCapitals ? inCapitals(name.family) : name.family
        let surname = [name.particles, family].filter { !$0.isEmpty }
        let parts: [String]
        switch order {
        case .familyGiven, .capitalsGiven: parts = surname + [name.given]
        case .familyCommaGiven, .capitalsCommaGiven:
            return [surname.joined(separator: " "), name.given].filter { !$0.isEmpty }
                .joined(separator: ", ")
        case .family, .capitals: parts = surname
        case .given: parts = [name.given.isEmpty ? name.family : name.given]
        case .initials:
            return surname.joined(separator: " ") + ", "
                + name.initials.joined(separator: "\u{A0}")
        case .givenFamily, .givenCapitals, .full, .bare, .honours, .asEntered, .monogram:
            parts = [name.given] + surname
        }
        return (titles + parts.filter { !$0.isEmpty }).joined(separator: " ")
    }

    /// A family name in capitals, but for what keeps its small letters there: the d’ of “d’ALMEIDA”, as a
    /// particle does, and the c of “McDONALD”, which its writer has capitalised.
    private func inCapitals(_ family: String) -> String {
        family.split(separator: " ").map { inCapitals(word: $0) }.joined(separator: " ")
    }

    private func inCapitals(word: Substring) -> String {
        if word.count > 3, word.suffix(2).allSatisfy(\.isUppercase) { return String(word) }
        let isElided =
            word.first?.isLowercase == true && word.dropFirst().first.map("'’".contains) == true
            && word.dropFirst(2).first?.isUppercase == true
        let rest = String(word.dropFirst(isElided ? 2 : 0))
        return word.prefix(isElided ? 2 : 0) + rest.inCase(.capitals, language: language)
    }

    private var usualNameForm: NameForm {
        let forms = house.brand.nameForms
        return forms[language] ?? forms[LanguageTag(language).primary] ?? forms["*"] ?? .givenFamily
    }
}
