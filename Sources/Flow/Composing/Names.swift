import Content
import Layouts
import Unicode

/// How the names of people read in print.
extension Composer {
    /// The name of a person, from the name itself or from who bears it.
    func personName(of value: Value) -> PersonName? {
        let named = brief.registry.record(of: value)?["name"] ?? value
        guard case .personName(let name) = named.content else { return nil }
        return name.edition(in: language)
    }

    /// A name as a filter asks; where that leaves it to the brand or the paper, with a style such as “S.E.”.
    func text(of name: PersonName, as filter: Filter?) -> String {
        let form = filter.flatMap { nameForm($0) }
        let text = text(of: name, form: form)
        guard filter?.word == nil, form != .full, form?.isInverted != true,
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
        [name.style(in: language), name.title?.edition(in: language).content]
            .compactMap(\.self).joined(separator: " ")
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
        let order = form.flatMap { $0 == .full || $0 == .bare ? nil : $0 } ?? usualNameForm
        let titles = form ?? order == .full ? [name.honorific, name.title] : []
        let before = titles.compactMap { $0?.edition(in: language).content }
        // What asks for one part only gets it where there are two, or a badge says the whole twice.
        let isOfTwo = !name.given.isEmpty && !name.family.isEmpty
        if !(isOfTwo && order.isPart), let full = name.full?.edition(in: language).content {
            return (before + [full]).joined(separator: " ")
        }
        return parts(of: name, in: order, behind: before)
    }

    private func parts(of name: PersonName, in order: NameForm, behind titles: [String]) -> String {
        let family =
            order.hasFamilyInCapitals
            ? name.family.inCase(.capitals, language: language) : name.family
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
            let initials = name.given.split(separator: " ").map { "\($0.prefix(1))." }
            return surname.joined(separator: " ") + ", " + initials.joined(separator: "\u{A0}")
        case .givenFamily, .givenCapitals, .full, .bare, .honours, .monogram:
            parts = [name.given] + surname
        }
        return (titles + parts.filter { !$0.isEmpty }).joined(separator: " ")
    }

    private var usualNameForm: NameForm {
        let forms = house.brand.nameForms
        return forms[language] ?? forms[LanguageTag(language).primary] ?? forms["*"] ?? .givenFamily
    }
}
