import Content
import Diagnostics
import Layouts
import Unicode

/// Words of the interface, in the form that a person or a number asks for, and set texts of the brand.
extension Composer {
    mutating func word(_ name: String, for expression: Expression) -> String? {
        let agree = expression.filters.first { $0.name == .agree }
        let form = agree?.path.flatMap { agreement(of: name, with: $0) } ?? "*"
        if let word = pack.word(name, form: form) {
            // A letter is found at once, a word slowly.
            guard word.holds(UInt8(ascii: "{")), word.contains("{name}") else {
                return word
            }
            return named(word, after: agree?.path) ?? pack.word(name)
        }
        check(word: name, at: expression.span)
        return nil
    }

    /// The language's word where somebody typed the name of one, such as ‘Moderator’ for a role.
    func wordTyped(as text: String, _ filter: Filter) -> String? {
        let name = text.lowercased()
        guard pack.words[name] != nil else { return nil }
        return pack.word(name, form: filter.path.flatMap { agreement(of: name, with: $0) } ?? "*")
    }

    /// Reports a word of the interface that the language does not have.
    mutating func check(word name: String, at span: Span) {
        guard pack.words[name] == nil else { return }
        report.add(
            .error("the language ‘\(pack.tag)’ has no word ‘\(name)’", at: span)
                .hinting(
                    Suggestion.didYouMean(name, among: pack.words.keys.sorted())
                        ?? "add it to ‘words’ of layouts/languages/\(pack.tag).yaml"
                )
        )
    }

    /// A word with the name of whom it agrees with, as that person is addressed: the title and the
    /// family name.
    private func named(_ word: String, after path: [String]?) -> String? {
        guard let name = scope.value(at: path ?? []).flatMap({ personName(of: $0) })
        else { return nil }
        let title = name.title?.edition(in: language).content ?? ""
        let family = text(of: name, form: name.family.isEmpty ? .givenFamily : .family)
            .withoutCapitalsOfRegisters
        let words = [title, family].filter { !$0.isEmpty }.joined(separator: " ")
        return words.isEmpty ? nil : word.replacing("{name}", with: words)
    }

    /// The form of a word that a person's gender or a number asks for; of several people who are all
    /// women, the number's own form for these, such as `other-f`.
    func agreement(of word: String, with path: [String]) -> String? {
        guard let value = scope.value(at: path) else { return nil }
        let forms = pack.words[word]
        if case .list(let items) = value.content {
            let form = plural(of: Double(items.count), among: forms)
            let areWomen = items.allSatisfy { gender(of: $0) == "f" }
            return areWomen && forms?["\(form)-f"] != nil ? "\(form)-f" : form
        }
        if case .number(let number) = value.content {
            return plural(of: number.value, among: forms)
        }
        return gender(of: value) ?? identity(of: value)
    }

    private func gender(of person: Value) -> String? {
        brief.registry.gender(of: person, in: language)
    }

    mutating func snippet(_ name: String, at span: Span) -> String? {
        Snippets(of: house.brand.name, house.brand.snippets)
            .text(name, in: language, askedAt: span, reporting: &report)
    }
}

extension String {
    /// A name without the capitals in which registers have the family’s, and in which nobody is spoken to.
    ///
    /// “N’Diaye” for “N’DIAYE”; a word that has small letters stays, and so do letters without case.
    var withoutCapitalsOfRegisters: String {
        let words = split(separator: " ", omittingEmptySubsequences: false).map { word in
            word.contains(where: \.isLowercase) || word.count { $0.isUppercase } < 2
                ? String(word) : word.capitalised
        }
        return words.joined(separator: " ")
    }
}

extension Substring {
    /// Small letters, but for those that begin it or stand behind an apostrophe or a hyphen.
    fileprivate var capitalised: String {
        var isFirst = true
        return reduce(into: "") { text, letter in
            text += isFirst ? String(letter) : letter.lowercased()
            isFirst = !letter.isLetter
        }
    }
}
